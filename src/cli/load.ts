/** Bytes of a page, from a file, standard input or an address, decoded into a `Source`. */
import { createReadStream, readFileSync, statSync } from 'node:fs';
import type { Notice, Source } from '../model.ts';
import { type DecodeResult, decodeSource, tooLarge } from '../read/source.ts';
import { today } from './clock.ts';
import { CliError } from './failure.ts';
import type { Input } from './files.ts';
import { readBodyUntil } from './read-body.ts';
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
  const { maxSize } = options;
  const bytes =
    input.kind === 'stdin' ? await streams.in(maxSize) : await readWithin(input.file, maxSize, streams);
  return { source: sourceOf(decodeSource(bytes, input.path, { maxSize })), notices: [] };
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
  const { mediaType, charset } = page;
  // The day of the copy is a fact; --today moves only the judgement.
  const retrieved = today();
  const source = sourceOf(decodeSource(page.bytes, address, { maxSize, mediaType, charset, retrieved }));
  const moved = page.address !== new URL(address).href;
  const notice = { code: 'redirected', message: `read from ${page.address}, where it redirects to` };
  return { source, notices: moved ? [notice] : [] };
}

function sourceOf(decoded: DecodeResult): Source {
  if ('source' in decoded) return decoded.source;
  throw new CliError(decoded.failure.code, decoded.failure.message);
}

/**
 * Looks at the size first: a file of gigabytes is refused without being read. A small file is there at once, and
 * waiting for it would take longer than auditing it; a pipe or a device may keep one waiting for ever.
 */
async function readWithin(file: string, maxSize: number, { stop }: Streams): Promise<Uint8Array> {
  const stats = statSync(file);
  if (!stats.isFile()) return readBodyUntil(createReadStream(file), maxSize, stop);
  if (stats.size > maxSize) throw new CliError('too-large', tooLarge(maxSize, stats.size));
  return readFileSync(file);
}
