/** `claimlint lock` and `--frozen`: a file that pins the evidence packs, so that a verdict changes only on purpose. */
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { Command } from 'commander';
import { z } from 'zod';
import type { PackSummary } from '../model.ts';
import { createPageAuditor } from './auditor.ts';
import { today } from './clock.ts';
import { type Configuration, loadConfig } from './config.ts';
import { CliError, systemErrorCode, toFailure } from './failure.ts';
import type { Streams } from './streams.ts';
import { writeWhole } from './write.ts';

export const LOCK_NAME = 'claimlint.lock';

const lockSchema = z.object({
  lockVersion: z.literal(1),
  packs: z.array(z.object({ id: z.string(), version: z.string(), hash: z.string() })),
});

/** A pack as it is pinned: by the hash of its records. */
export type LockedPack = z.output<typeof lockSchema>['packs'][number];

export function lockCommand(streams: Streams): Command {
  return new Command('lock')
    .description(`pin the evidence packs in ${LOCK_NAME}; --frozen fails when they are others`)
    .option('--config <file>', 'read this configuration (default: the nearest one, walking up)')
    .option('--no-config', 'read no configuration')
    .action(async ({ config }: { config?: string | false }) => {
      const { file, packs } = await writeLock(streams, config);
      await streams.out(`${file} pins ${packs.map(({ id, version }) => `${id} ${version}`).join(', ')}\n`);
    });
}

/**
 * Writes the lock beside the configuration (in the current folder where there is none) and returns its path as
 * shown, with the packs. Throws a `CliError` where it cannot be written.
 */
export async function writeLock(
  streams: Streams,
  named?: string | false,
): Promise<{ readonly file: string; readonly packs: readonly PackSummary[] }> {
  const configuration = await loadConfig(streams.cwd, named);
  const auditor = await createPageAuditor(
    configuration,
    { today: today(), inlineConfig: true, frozen: false },
    streams.cwd,
  );
  const { packs } = auditor.evidence;
  const file = join(configuration.folder, LOCK_NAME);
  const shown = relative(streams.cwd, file);
  const lock = { lockVersion: 1, packs: packs.map(({ id, version, hash }) => ({ id, version, hash })) };
  try {
    await writeWhole(file, `${JSON.stringify(lock, null, 2)}\n`);
  } catch (error) {
    if (systemErrorCode(error) === null) throw error;
    throw new CliError('cannot-write', `cannot write ${shown}: ${toFailure(shown, error).message}`);
  }
  return { file: shown, packs };
}

/** The packs that a lock pins. Throws a `CliError` where the file cannot be read or is none. */
export async function readLock(file: string, shown: string): Promise<readonly LockedPack[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') {
      throw new CliError('no-lock', `no ${shown}; write it with: claimlint lock`);
    }
    throw new CliError('cannot-read', `${shown}: ${toFailure(shown, error).message}`);
  }
  const parsed = lockSchema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data.packs;
  throw new CliError('bad-lock', `${shown} is not a lock of packs; write it anew with: claimlint lock`);
}

/** Throws a `CliError` that names each pack, with both hashes, where the packs are not those of the lock. */
export async function checkLock(
  { folder }: Configuration,
  packs: readonly PackSummary[],
  cwd: string,
): Promise<void> {
  const file = join(folder, LOCK_NAME);
  const shown = relative(cwd, file);
  const locked = await readLock(file, shown);
  const differences = differencesBetween(locked, packs);
  if (differences.length === 0) return;
  throw new CliError(
    'lock-differs',
    `${shown} pins other packs: ${differences.join('; ')}; accept them with: claimlint lock`,
  );
}

function differencesBetween(locked: readonly LockedPack[], packs: readonly LockedPack[]): string[] {
  const changed = packs.flatMap((pack) => {
    const pinned = locked.find(({ id }) => id === pack.id);
    if (pinned?.hash === pack.hash) return [];
    return `${pack.id} is ${nameOfPack(pack)}, ${pinned === undefined ? 'not in the lock' : `locked ${nameOfPack(pinned)}`}`;
  });
  const missing = locked
    .filter(({ id }) => !packs.some((pack) => pack.id === id))
    .map((pinned) => `${pinned.id} is not in use, locked ${nameOfPack(pinned)}`);
  return [...changed, ...missing];
}

/** A version with enough of the hash (`sha256-` and 16 digits) to tell it from any other. */
export function nameOfPack({ version, hash }: Pick<LockedPack, 'version' | 'hash'>): string {
  return `${version} (${hash.slice(0, 'sha256-'.length + 16)})`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
