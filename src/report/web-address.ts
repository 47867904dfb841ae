/** The address in its normal form where a browser may be sent to it: http(s) only; else null. */
export function webAddress(address: string): string | null {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
  return new URL(address).href;
}
