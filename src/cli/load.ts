/** Bytes of a page, from a file, standard input or an address, decoded into a `Source`. */
import { readFile, stat } from 'node:fs/promises';
import type { Source } from '../model.ts';
import { CliError } from './failure.ts';
import type { Input } from './files.ts';
import type { Streams } from './streams.ts';

export interface LoadOptions {
  /** Bytes; a larger page is refused. */
  readonly maxSize: number;
  /** ISO date for the pages that are fetched. */
  readonly today: string;
}

/** Reads and decodes a page. Throws a `CliError` or a system error where it cannot. */
export async function loadSource(input: Input, options: LoadOptions, streams: Streams): Promise<Source> {
  const bytes = await readBytes(input, options, streams);
  return decode(bytes, input.path);
}

async function readBytes(input: Input, options: LoadOptions, streams: Streams): Promise<Uint8Array> {
  if (input.kind === 'address') throw new CliError('not-written', 'addresses are not read yet');
  if (input.kind === 'stdin') return checked(await streams.in(), options.maxSize);
  const stats = await stat(input.file);
  if (stats.size > options.maxSize) throw tooLarge(stats.size, options.maxSize);
  return checked(await readFile(input.file), options.maxSize);
}

function checked(bytes: Uint8Array, maxSize: number): Uint8Array {
  if (bytes.length > maxSize) throw tooLarge(bytes.length, maxSize);
  return bytes;
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
