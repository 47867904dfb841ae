/** Writing a file whole or not at all: beside its place under another name, then renamed into it. */
import { randomBytes } from 'node:crypto';
import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

export interface FileWriter {
  write(text: string): Promise<void>;
  /** Puts the file in its place. */
  finish(): Promise<void>;
  /** Leaves no trace. */
  discard(): Promise<void>;
}

export interface WriteOptions {
  /** Whether to wait until the disk has it: not for what can be made again. */
  readonly flush: boolean;
}

/**
 * Opens a file to be written piece by piece; throws the system's error where its folder does not let it. A
 * link is followed; a device or a pipe is written in place.
 */
export async function openWriter(
  path: string,
  { flush }: WriteOptions = { flush: true },
): Promise<FileWriter> {
  const file = await realpath(path).catch(() => path);
  const there = await stat(file).catch(() => null);
  if (there !== null && !there.isFile() && !there.isDirectory()) return writerInPlace(await open(file, 'a'));
  const beside = join(dirname(file), `.${basename(file)}.${randomBytes(4).toString('hex')}.tmp`);
  const handle: FileHandle = await open(beside, 'wx');
  async function discard(): Promise<void> {
    await handle.close().catch(() => undefined);
    await rm(beside, { force: true });
  }
  return {
    async write(text) {
      await handle.appendFile(text);
    },
    async finish() {
      try {
        if (flush) await handle.sync();
        await handle.close();
        await rename(beside, file);
      } catch (error) {
        await discard();
        throw error;
      }
    },
    discard,
  };
}

function writerInPlace(handle: FileHandle): FileWriter {
  return {
    async write(text) {
      await handle.appendFile(text);
    },
    finish: () => handle.close(),
    discard: () => handle.close().catch(() => undefined),
  };
}

/** Writes a file in one go; throws the system's error where it cannot, and then leaves what was there. */
export async function writeWhole(file: string, text: string, options?: WriteOptions): Promise<void> {
  const writer = await openWriter(file, options);
  try {
    await writer.write(text);
  } catch (error) {
    await writer.discard();
    throw error;
  }
  await writer.finish();
}
