/** The package's own types describe an ES module; it is CommonJS, whose export is the function itself. */
declare module 'robots-parser' {
  interface Robots {
    /** Undefined for an address of another origin. */
    isAllowed(address: string, agent?: string): boolean | undefined;
    getCrawlDelay(agent?: string): number | undefined;
    getSitemaps(): string[];
  }
  export default function robotsParser(address: string, text: string): Robots;
}
