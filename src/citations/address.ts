/** Addresses of links: what they point to, without what was added to follow the reader. */

/** Parameters that name a campaign or a click, not a page. */
const TRACKING = /^(?:utm_[a-z]+|gclid|fbclid|msclkid|mc_[ce]id|yclid|igshid|_hs[a-z]+|ref|ref_src|source)$/i;

export interface Address {
  /** Without tracking parameters and without a text fragment. */
  readonly href: string;
  readonly host: string;
  /** The passage that `#:~:text=` names, decoded, or null. */
  readonly passage: string | null;
}

/** Cleans an absolute http(s) address; null for any other. */
export function cleanAddress(href: string): Address | null {
  let url: URL;
  try {
    url = new URL(href.startsWith('www.') ? `https://${href}` : href);
  } catch {
    return null;
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  const [fragment = '', directive] = url.hash.split(':~:');
  url.hash = fragment === '#' ? '' : fragment;
  return { href: url.href, host: url.hostname.replace(/^www\./, ''), passage: passageOf(directive) };
}

/** `text=prefix-,start,end,-suffix` names a passage by its start and end. */
function passageOf(directive: string | undefined): string | null {
  const text = directive
    ?.split('&')
    .find((part) => part.startsWith('text='))
    ?.slice('text='.length);
  if (text === undefined) return null;
  const parts = text.split(',').filter((part) => !part.endsWith('-') && !part.startsWith('-'));
  return parts.map(decoded).join(' … ') || null;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
