/** Addresses of one site: which belong to it, and which of several spellings of one are the same page. */

/** Parameters that say where a visitor came from, never which page it is. */
const TRACKING =
  /^(utm_[a-z_]{1,30}|(g|fb|y|tw|tt|d|dc)clid|msclkid|[gw]braid|mc_[ce]id|igshid|_g[al]|_hs(enc|mi)|hsa_[a-z]{1,20}|mkt_tok|vero_id|li_fat_id|srsltid|ref_src)$/;

/** Servers and proxies give up on longer ones, and traps make them. */
const MAX_LENGTH = 2_000;

export interface Site {
  /** `https://www.example.org`; with the port where it is not the usual one. */
  readonly origin: string;
  /**
   * The address of a page of this site in the one spelling that is used for it; null for an address of another
   * site, of another protocol, or of more than 2,000 characters. `base` is the page that the reference is on.
   */
  resolve(reference: string, base?: string): string | null;
}

/** The site of an address. The same host with and without `www.`, over http and https, is one site. */
export function siteOf(address: string): Site {
  const home = new URL(address);
  return {
    origin: home.origin,
    resolve(reference, base = home.href) {
      if (reference.length > MAX_LENGTH || !URL.canParse(reference, base)) return null;
      const url = new URL(reference, base);
      if (!isSameSite(url, home)) return null;
      url.protocol = home.protocol;
      url.host = home.host;
      url.hash = '';
      url.username = '';
      url.password = '';
      url.search = withoutTracking(url.search);
      return url.href.length > MAX_LENGTH ? null : url.href;
    },
  };
}

/** Whether an address is of the same host as the start, with or without `www.`, over http or https. */
export function isSameSite(url: URL, home: URL): boolean {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return false;
  return url.origin === home.origin || (url.port === home.port && withoutWww(url) === withoutWww(home));
}

function withoutWww({ hostname }: URL): string {
  return hostname.replace(/^www\./, '');
}

/** Other parameters stay as they are written: their order and escapes may matter. */
function withoutTracking(search: string): string {
  return search
    .slice(1)
    .split('&')
    .filter((parameter) => !TRACKING.test(parameter.split('=', 1)[0]?.toLowerCase() ?? ''))
    .join('&');
}
