/** Bytes of a page, from a file, standard input or an address, decoded into a `Source`. */
import { readFile, stat } from 'node:fs/promises';
import type { Notice, Source } from '../model.ts';
import { CliError } from './failure.ts';
import type { Input } from './files.ts';
import type { Streams } from './streams.ts';

export interface LoadOptions {
  /** Bytes; a larger page is refused. */
  readonly maxSize: number;
  /** Hosts that may be private. */
  readonly allowedHosts: ReadonlySet<string>;
}

export interface Loaded {
  readonly source: Source;
  readonly notices: readonly Notice[];
}

const FETCH_TIMEOUT_MS = 30_000;

/** Reads and decodes a page. Throws a `CliError` or a system error where it cannot. */
export async function loadPage(input: Input, options: LoadOptions, streams: Streams): Promise<Loaded> {
  if (input.kind === 'address') return fetchSource(input.path, options, streams);
  const bytes = input.kind === 'stdin' ? await streams.in() : await readWithin(input.file, options.maxSize);
  if (bytes.length > options.maxSize) throw tooLarge(bytes.length, options.maxSize);
  return { source: await decode(bytes, input.path), notices: [] };
}

async function fetchSource(address: string, options: LoadOptions, streams: Streams): Promise<Loaded> {
  const { fetchPage } = await import('./fetch.ts');
  const { maxSize, allowedHosts } = options;
  const page = await fetchPage(address, {
    maxSize,
    allowedHosts,
    timeoutMs: FETCH_TIMEOUT_MS,
    stop: streams.stop,
  });
  const source = await decode(page.bytes, address);
  const moved = page.address !== new URL(address).href;
  const notices = moved
    ? [{ code: 'redirected', message: `read from ${page.address}, where it redirects to` }]
    : [];
  return { source: { ...source, format: 'html', retrieved: new Date().toISOString().slice(0, 10) }, notices };
}

async function readWithin(file: string, maxSize: number): Promise<Uint8Array> {
  const stats = await stat(file);
  if (stats.isFile() && stats.size > maxSize) throw tooLarge(stats.size, maxSize);
  return readFile(file);
}

function tooLarge(size: number, maxSize: number): CliError {
  return new CliError(
    'too-large',
    `${megabytes(size)} is over the limit of ${megabytes(maxSize)} a page; split it, or raise --max-size`,
  );
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e5 ? 3 : 1)} MB`;
}

async function decode(bytes: Uint8Array, path: string): Promise<Source> {
  const { createHash } = await import('node:crypto');
  const extension = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  return {
    path,
    format: /^(html?|xhtml)$/.test(extension)
      ? 'html'
      : /^(md|mdx|markdown)$/.test(extension)
        ? 'markdown'
        : 'text',
    text: new TextDecoder().decode(bytes),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    retrieved: null,
  };
}
