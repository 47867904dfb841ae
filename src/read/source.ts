/** From the bytes of a page to a decoded `Source`, or to the reason why there is none. */
import { createHash } from 'node:crypto';
import type { Failure, Format, Source } from '../model.ts';

export interface DecodeOptions {
  /** Bytes above which a page is refused; 1 MB where absent. */
  readonly maxSize?: number;
  /** What the server said of a fetched page; a file tells by its name and content. */
  readonly mediaType?: string | null;
  readonly charset?: string | null;
  /** ISO date on which the page was fetched. */
  readonly retrieved?: string | null;
}

export type DecodeResult = { readonly source: Source } | { readonly failure: Failure };

/** The Markdown parser takes more than linear time on one big page of lists: 1 MB 15 s, 2 MB 53 s. */
export const DEFAULT_MAX_SIZE = 1_000_000;

const FORMATS = new Map<string, Format>([
  ['md', 'markdown'],
  ['mdx', 'markdown'],
  ['markdown', 'markdown'],
  ['mdown', 'markdown'],
  ['html', 'html'],
  ['htm', 'html'],
  ['xhtml', 'html'],
  ['txt', 'text'],
  ['text', 'text'],
  ['json', 'json'],
  ['yml', 'yaml'],
  ['yaml', 'yaml'],
]);
const MEDIA_TYPES: readonly (readonly [RegExp, Format])[] = [
  [/^(?:text\/html|application\/xhtml\+xml)$/i, 'html'],
  [/^text\/(?:x-)?markdown$/i, 'markdown'],
  [/^application\/(?:[\w.]+\+)?json$/i, 'json'],
  [/^(?:application|text)\/(?:x-)?yaml$/i, 'yaml'],
];
/** Sources of pages in a programming language: what they print is audited once it is built. */
const PROGRAM = /^(?:[jt]sx?|[cm]js|vue|svelte|astro|php|py|rb|erb|ejs|hbs|liquid|njk|twig|css|scss|less)$/;

/**
 * Decodes the bytes of a page: UTF-8 with or without a byte order mark, UTF-16 with one, and for HTML the
 * encoding that the server or the page declares. `path` names the page and, by its ending, the format; a path
 * without a telling ending is read by its content. A failure's message says the cause and what to do.
 */
export function decodeSource(bytes: Uint8Array, path: string, options: DecodeOptions = {}): DecodeResult {
  const failed = (code: string, message: string): DecodeResult => ({ failure: { path, code, message } });
  const maxSize = options.maxSize ?? DEFAULT_MAX_SIZE;
  const extension = extensionOf(path);
  if (bytes.length === 0) return failed('empty-file', 'is empty; there is nothing to audit');
  if (bytes.length > maxSize) return failed('too-large', tooLarge(maxSize, bytes.length));
  if (PROGRAM.test(extension) && !options.mediaType) {
    return failed(
      'unsupported-format',
      `is a .${extension} source, not a page; build the site and audit its HTML`,
    );
  }
  const decoded = decodeBytes(bytes, options.charset ?? null);
  if (decoded === 'binary')
    return failed('binary-file', 'holds binary data, not text; name a page or leave it out');
  if (decoded === 'invalid') return failed('invalid-encoding', 'is not valid UTF-8; save it as UTF-8');
  if (decoded.trim() === '') return failed('empty-file', 'holds only white space; there is nothing to audit');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const format = formatOf(extension, options.mediaType ?? null, decoded);
  return { source: { path, format, text: decoded, sha256, retrieved: options.retrieved ?? null } };
}

function extensionOf(path: string): string {
  const withoutQuery = /^https?:/i.test(path) ? path.replace(/[?#].*$/, '') : path;
  return /\.([a-z]{1,10})$/i.exec(withoutQuery)?.[1]?.toLowerCase() ?? '';
}

function formatOf(extension: string, mediaType: string | null, text: string): Format {
  const served = MEDIA_TYPES.find(([pattern]) => mediaType !== null && pattern.test(mediaType))?.[1];
  if (served !== undefined) return served;
  const named = FORMATS.get(extension);
  if (named !== undefined && (named !== 'text' || !looksLikeHtml(text))) return named;
  return sniff(text);
}

function sniff(text: string): Format {
  if (looksLikeHtml(text)) return 'html';
  if (/^---[ \t]*\r?\n/.test(text) || /^#{1,6} \S/m.test(text.slice(0, 4000))) return 'markdown';
  return /^\s*[[{]/.test(text) && isJson(text) ? 'json' : 'text';
}

function looksLikeHtml(text: string): boolean {
  return /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,200}-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i.test(
    text.slice(0, 2000),
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The text, or why there is none. */
function decodeBytes(bytes: Uint8Array, charset: string | null): string | 'binary' | 'invalid' {
  const utf16 = utf16Label(bytes);
  if (utf16 !== null) {
    const text = decodeAs(utf16, bytes) ?? 'invalid';
    // UTF-32 begins with the same mark.
    return text.includes('\0') ? 'binary' : text;
  }
  if (bytes.includes(0)) return 'binary';
  const utf8 = decodeAs('utf-8', bytes);
  if (utf8 !== null) return utf8;
  if (looksBinary(bytes)) return 'binary';
  const declared = charset ?? declaredCharset(bytes);
  return (declared === null ? null : decodeAs(declared, bytes)) ?? 'invalid';
}

function utf16Label(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

/** Null where the bytes are not in that encoding, or no such encoding is known. The byte order mark goes. */
function decodeAs(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Images, archives and documents are full of control characters; a text in an old encoding has none. */
function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 4096);
  let control = 0;
  for (const byte of sample)
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12) control++;
  return control > sample.length / 100;
}

/** The encoding that an HTML page declares in its first kilobyte, as browsers look for it. */
function declaredCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  return /<meta\b[^>]{0,200}\bcharset\s*=\s*["']?\s*([\w-]{2,40})/i.exec(head)?.[1] ?? null;
}

/** What is told of a page over the limit, in bytes; `size` is null where nobody knows its end. */
export function tooLarge(maxSize: number, size: number | null): string {
  const what = size === null ? 'is' : `${inMegabytes(size)} is`;
  return `${what} over the limit of ${inMegabytes(maxSize)} a page; split it, or raise --max-size`;
}

function inMegabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e5 ? 3 : 1)} MB`;
}
