/** `claimlint evidence diff`: which verdicts over a set of pages change with other evidence. */
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { loadBuiltIn } from '../data.ts';
import type { CompiledPack } from '../evidence/schema.ts';
import type { DocumentReport, PackSummary } from '../model.ts';
import { count } from '../report/text.ts';
import { choosePacks, createPageAuditor, type PageAuditor, readPack } from './auditor.ts';
import { loadConfig } from './config.ts';
import { type Change, changesOf, changeText } from './evidence-changes.ts';
import { EXIT } from './exit.ts';
import { CliError } from './failure.ts';
import { nameOfPack, readLock } from './lock.ts';
import { readPages } from './read-pages.ts';
import type { Streams } from './streams.ts';

export interface DiffOptions {
  /** ISO date. */
  readonly today: string;
  readonly json: boolean;
}

/**
 * Audits pages with the old and with the new evidence and prints what changes. Each is a lock, or a pack (a
 * folder, an npm package, a built-in id) that takes the place of the pack of its id among those of the
 * configuration, or of the old lock. Returns 1 where something changes, 2 where a page could not be read.
 */
export async function diffEvidence(
  names: { readonly old: string; readonly new: string },
  paths: readonly string[],
  options: DiffOptions,
  streams: Streams,
): Promise<number> {
  const configuration = await loadConfig(streams.cwd);
  const configured = await choosePacks(configuration, loadBuiltIn(), options.today);
  const old = await resolveSide(names.old, configured, options.today, streams.cwd);
  const base = old.isLock ? old.packs : configured;
  const now = await resolveSide(names.new, base, options.today, streams.cwd);
  const auditorOf = (packs: readonly CompiledPack[]): Promise<PageAuditor> =>
    createPageAuditor(configuration, { today: options.today, inlineConfig: true, packs }, streams.cwd);
  const [before, after] = [await auditorOf(old.packs), await auditorOf(now.packs)];

  const diff = createDiff(before, after);
  const code = await readPages(paths, streams, async (source) => {
    const changes = diff.page(await before.audit(source), await after.audit(source));
    if (!options.json) for (const change of changes) await streams.out(changeText(change));
  });
  await streams.out(
    options.json ? `${JSON.stringify(diff.result(), null, 2)}\n` : summaryText(diff.result()),
  );
  if (code !== EXIT.clean) return code;
  return diff.result().changes.length > 0 ? EXIT.findings : EXIT.clean;
}

interface Side {
  readonly isLock: boolean;
  readonly packs: readonly CompiledPack[];
}

async function resolveSide(
  name: string,
  base: readonly CompiledPack[],
  today: string,
  cwd: string,
): Promise<Side> {
  const builtIn = loadBuiltIn();
  const stats = await stat(resolve(cwd, name)).catch(() => null);
  if (stats?.isFile() === true) {
    return { isLock: true, packs: await lockedPacks(name, [...base, ...builtIn.packs], cwd) };
  }
  const known = builtIn.packs.find((pack) => pack.info.id === name);
  const pack = known ?? (await readPack(name, cwd, base, builtIn, today, 'evidence diff'));
  const takesPlace = base.some((one) => one.info.id === pack.info.id);
  const packs = base.map((one) => (one.info.id === pack.info.id ? pack : one));
  return { isLock: false, packs: takesPlace ? packs : [...base, pack] };
}

/** A lock names packs and does not hold them: they are looked for among those at hand. */
async function lockedPacks(
  name: string,
  atHand: readonly CompiledPack[],
  cwd: string,
): Promise<readonly CompiledPack[]> {
  const locked = await readLock(resolve(cwd, name), name);
  return locked.map((pinned) => {
    const found = atHand.find((pack) => pack.hash === pinned.hash);
    if (found !== undefined) return found;
    throw new CliError(
      'no-pack',
      `${name} pins ${pinned.id} ${nameOfPack(pinned)}, which is not at hand; name its folder instead of the lock`,
    );
  });
}

export interface Diff {
  readonly old: readonly PackSummary[];
  readonly new: readonly PackSummary[];
  readonly pages: number;
  readonly claims: number;
  readonly changes: readonly Change[];
}

function createDiff(before: PageAuditor, after: PageAuditor) {
  const changes: Change[] = [];
  let pages = 0;
  let claims = 0;
  return {
    page(old: DocumentReport, now: DocumentReport): readonly Change[] {
      pages += 1;
      claims += new Set([...old.claims, ...now.claims].map(({ id }) => id)).size;
      const found = changesOf(old, now);
      changes.push(...found);
      return found;
    },
    result: (): Diff => ({ old: before.evidence.packs, new: after.evidence.packs, pages, claims, changes }),
  };
}

function summaryText({ old, new: now, pages, claims, changes }: Diff): string {
  const packs = (of: readonly PackSummary[]): string =>
    of.map((pack) => `${pack.id} ${nameOfPack(pack)}`).join(', ');
  const changed = changes.filter(({ claim }) => claim !== null).length;
  return [
    `old: ${packs(old)}`,
    `new: ${packs(now)}`,
    `${changed} of ${count(claims, 'claim')} on ${count(pages, 'page')} judged otherwise`,
    '',
  ].join('\n');
}
