import type { Readable } from 'node:stream';
import { tooLarge } from '../read/source.ts';
import { CliError } from './failure.ts';

/**
 * All bytes of a stream that may never end: an answer of a server, a pipe, a device. Throws a `CliError` once they
 * are more than `maxSize`; an error of the stream is passed on.
 */
export async function readBody(body: Readable, maxSize: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > maxSize) throw new CliError('too-large', tooLarge(maxSize, null));
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** As {@link readBody}, until the user interrupts. */
export async function readBodyUntil(body: Readable, maxSize: number, stop: AbortSignal): Promise<Uint8Array> {
  const interrupt = () => body.destroy(new CliError('interrupted', 'interrupted while it was read'));
  if (stop.aborted) interrupt();
  stop.addEventListener('abort', interrupt, { once: true });
  try {
    return await readBody(body, maxSize);
  } finally {
    stop.removeEventListener('abort', interrupt);
  }
}
