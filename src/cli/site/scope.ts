/** Which addresses of a site are taken, by patterns and by what they are named. */
import createIgnore, { type Ignore } from 'ignore';

export interface Scope {
  /** Whether an address is read. */
  admits(address: string): boolean;
  /** Whether a page is audited: the start of a run is read for its links whatever the patterns say. */
  audits(address: string): boolean;
}

/** What a link leads to that is no page. */
const OTHER_FILES =
  /\.(?:avif|bmp|gif|ico|jpe?g|png|svg|tiff?|webp|css|js|mjs|map|json|xml|rss|atom|woff2?|ttf|eot|otf|pdf|docx?|xlsx?|pptx?|odt|epub|zip|gz|tgz|bz2|7z|rar|dmg|exe|apk|mp3|mp4|m4[av]|mov|avi|webm|ogg|wav|ics|vcf)$/i;

/**
 * `include` and `exclude` are patterns as in .gitignore, matched against the path of an address, also with its
 * query. Without `include` every page is in.
 */
export function createScope(include: readonly string[], exclude: readonly string[]): Scope {
  const included = include.length === 0 ? null : createIgnore().add([...include]);
  const excluded = exclude.length === 0 ? null : createIgnore().add([...exclude]);
  const audits = (address: string): boolean =>
    (included === null || matches(included, address)) && (excluded === null || !matches(excluded, address));
  return {
    admits: (address) => !OTHER_FILES.test(new URL(address).pathname) && audits(address),
    audits,
  };
}

function matches(patterns: Ignore, address: string): boolean {
  const { pathname, search } = new URL(address);
  // The patterns are for files: an address that ends in a slash is that of a folder's index.
  const path = (pathname.endsWith('/') ? `${pathname}index.html` : pathname).replace(/^\/+/, '');
  return [path, path + search].some((name) => createIgnore.isPathValid(name) && patterns.ignores(name));
}
