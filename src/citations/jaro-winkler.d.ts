/** The package types its distances together; this file of it is the function alone, without what the others load. */
declare module 'natural/lib/natural/distance/jaro-winkler_distance.js' {
  /** From 0 for nothing in common to 1 for the same string. */
  export default function jaroWinklerDistance(a: string, b: string): number;
}
