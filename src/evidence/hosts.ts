/** Which sources are independent of one another, as far as an address tells. */

/**
 * Second-level names under which a country registers sites: `nhs.uk` is one site, `co.uk` is not. The short
 * list covers the registries that evidence comes from; any other address counts by its last two names.
 */
const SHARED_SUFFIX = /\.(?:(?:co|ac|gov|org|net|edu|com|go|or|ne)\.[a-z]{2}|nhs\.uk)$/;

/** The site of an address: `www.journal.co.uk` and `pdf.journal.co.uk` are both `journal.co.uk`. */
function siteOf(url: string): string {
  const host = new URL(url).hostname;
  return host
    .split('.')
    .slice(SHARED_SUFFIX.test(host) ? -3 : -2)
    .join('.');
}

/** The different sites of a record's sources: two or more mean that it was seen in two places. */
export function sitesOf(seen: readonly { readonly url: string }[]): Set<string> {
  return new Set(seen.map(({ url }) => siteOf(url)));
}
