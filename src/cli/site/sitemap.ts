/** Reads sitemaps (sitemaps.org) and their indexes. */
import { decodeXML } from 'entities';
import { CliError } from '../failure.ts';

/** The protocol's own limit on one file is 50,000 addresses; an index may name as many files. */
const MAX_SITEMAPS = 1_000;

export interface SitemapFile {
  readonly kind: 'pages' | 'index';
  /** As written, entities decoded. */
  readonly locations: readonly string[];
}

/**
 * The addresses in the text of a sitemap: those of an XML file's `loc` elements, or the lines of a text file.
 * Linear in the length of the text; what is not well-formed is passed over.
 */
export function parseSitemap(text: string): SitemapFile {
  const xml = withoutComments(text);
  const locations = xml.includes('<loc') ? elementTexts(xml, 'loc') : addressLines(xml);
  return { kind: xml.includes('<sitemapindex') ? 'index' : 'pages', locations };
}

function withoutComments(text: string): string {
  const kept: string[] = [];
  let at = 0;
  for (let open = text.indexOf('<!--'); open >= 0; open = text.indexOf('<!--', at)) {
    kept.push(text.slice(at, open));
    const close = text.indexOf('-->', open + 4);
    if (close < 0) return kept.join('');
    at = close + 3;
  }
  return kept.join('') + text.slice(at);
}

function elementTexts(xml: string, name: string): string[] {
  const texts: string[] = [];
  const opening = `<${name}>`;
  const closing = `</${name}>`;
  for (let open = xml.indexOf(opening); open >= 0; ) {
    const start = open + opening.length;
    const end = xml.indexOf(closing, start);
    if (end < 0) break;
    const text = textOf(xml.slice(start, end).trim());
    if (text !== '') texts.push(text);
    open = xml.indexOf(opening, end);
  }
  return texts;
}

function textOf(content: string): string {
  if (content.startsWith('<![CDATA[') && content.endsWith(']]>')) return content.slice(9, -3).trim();
  return decodeXML(content);
}

function addressLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^https?:\/\//i.test(line));
}

export interface SitemapReader {
  /** Fetches an address and returns its text; throws a `CliError` where it cannot. */
  readonly read: (address: string) => Promise<string>;
  /** Takes the addresses of a file's pages, as written; false ends the reading. */
  readonly found: (locations: readonly string[]) => Promise<boolean>;
  /** Is told of a sitemap that cannot be read: the others are read all the same. */
  readonly unreadable: (address: string, error: CliError) => void;
}

/** Reads the sitemaps given and those that they name, in order, each once; false where the reading was ended. */
export async function walkSitemaps(addresses: readonly string[], reader: SitemapReader): Promise<boolean> {
  const waiting = [...addresses].reverse();
  const read = new Set<string>();
  for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
    if (read.has(address) || read.size >= MAX_SITEMAPS) continue;
    read.add(address);
    const file = await readSitemap(address, reader);
    if (file === null) continue;
    if (file.kind === 'index') waiting.push(...file.locations.slice(0, MAX_SITEMAPS).reverse());
    else if (!(await reader.found(file.locations))) return false;
  }
  return true;
}

async function readSitemap(address: string, reader: SitemapReader): Promise<SitemapFile | null> {
  try {
    return parseSitemap(await reader.read(address));
  } catch (error) {
    if (!(error instanceof CliError) || error.code === 'interrupted') throw error;
    reader.unreadable(address, error);
    return null;
  }
}
