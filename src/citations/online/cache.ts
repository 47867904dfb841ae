/** Keeps the answers of registries on disk, each with the day on which it was given. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

export interface CachedAnswer {
  readonly status: number;
  readonly body: string;
  /** ISO date. */
  readonly retrieved: string;
}

export interface Cache {
  read(url: URL): Promise<CachedAnswer | null>;
  write(url: URL, answer: CachedAnswer): Promise<void>;
}

const answerSchema = z.object({
  url: z.string(),
  status: z.number(),
  body: z.string(),
  retrieved: z.iso.date(),
});

/** Says who asks, not what is asked. */
const ABOUT_US = ['mailto', 'email', 'tool'];

/**
 * A cache in a folder, one file an address. An answer older than `maxAgeDays` before `today` (an ISO date)
 * is asked for again; what cannot be read is treated as absent.
 */
export function diskCache(folder: string, today: string, maxAgeDays = 30): Cache {
  const oldest = new Date(Date.parse(today) - maxAgeDays * 86_400_000).toISOString().slice(0, 10);
  return {
    async read(url) {
      const address = plainAddress(url);
      try {
        const parsed = answerSchema.parse(JSON.parse(await readFile(fileOf(folder, address), 'utf8')));
        return parsed.url === address && parsed.retrieved >= oldest ? parsed : null;
      } catch {
        return null;
      }
    },
    async write(url, { status, body, retrieved }) {
      const address = plainAddress(url);
      const file = fileOf(folder, address);
      await mkdir(folder, { recursive: true });
      await writeFile(`${file}.part`, JSON.stringify({ url: address, status, retrieved, body }));
      await rename(`${file}.part`, file);
    },
  };
}

function fileOf(folder: string, address: string): string {
  return join(folder, `${createHash('sha256').update(address).digest('hex')}.json`);
}

function plainAddress(url: URL): string {
  const plain = new URL(url);
  for (const name of ABOUT_US) plain.searchParams.delete(name);
  return plain.href;
}
