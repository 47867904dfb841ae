/** `claimlint evidence list`, `show`, `search` and `stats`: each prints its answer to standard output. */
import { loadBuiltIn } from '../data.ts';
import { joinPacks } from '../evidence/index.ts';
import { nearestName } from '../evidence/load/nearest.ts';
import { type AnyRecord, allRecords, headline, type RecordKind } from '../evidence/records.ts';
import type { CompiledPack } from '../evidence/schema.ts';
import { searchRecords } from '../evidence/search.ts';
import { type Stats, statsOf } from '../evidence/stats.ts';
import { recordFingerprint } from '../judge/substantiation.ts';
import { today } from './clock.ts';
import { CliError } from './failure.ts';
import type { Streams } from './streams.ts';

export interface ReadOptions {
  /** Folders and npm packages to read beside the built-in packs. */
  readonly pack: readonly string[];
  readonly json: boolean;
}

/** One line a record, in the order of the packs. */
export async function list(
  options: ReadOptions & { readonly kind?: RecordKind },
  streams: Streams,
): Promise<void> {
  const records = allRecords(await readPacks(options, streams));
  const wanted = records.filter(({ kind }) => options.kind === undefined || kind === options.kind);
  await printRecords(wanted, options, streams);
}

/** The records that hold all of the words, the best first. */
export async function search(
  words: readonly string[],
  options: ReadOptions,
  streams: Streams,
): Promise<void> {
  const packs = await readPacks(options, streams);
  await printRecords(searchRecords(packs, words.join(' ')), options, streams);
}

/** The record as its file holds it. Throws a CliError with the nearest id where there is none. */
export async function show(id: string, options: ReadOptions, streams: Streams): Promise<void> {
  const packs = await readPacks(options, streams);
  const records = allRecords(packs);
  const evidence = joinPacks(packs);
  const found = records.filter(({ record }) => record.id === id);
  if (found.length === 0) {
    const ids = records.map(({ record }) => record.id);
    const nearest = nearestName(id, ids);
    const hint =
      nearest === null ? 'search with: claimlint evidence search WORDS' : `did you mean “${nearest}”?`;
    throw new CliError('unknown-record', `no record “${id}”; ${hint}`);
  }
  if (options.json) return printJson(found, streams);
  const { toYaml } = await import('../evidence/load/yaml-text.ts');
  for (const { kind, pack, record } of found) {
    const fingerprint = recordFingerprint(record.id, evidence);
    const mark = fingerprint === null ? '' : `, fingerprint ${fingerprint}`;
    await streams.out(`# ${kind} of ${pack}${mark}\n${toYaml(record)}`);
  }
}

/** Records, facts, sources and people of each pack and of all together. */
export async function stats(options: ReadOptions, streams: Streams): Promise<void> {
  const counted = statsOf(await readPacks(options, streams));
  if (options.json) return printJson(counted, streams);
  const { packs, all } = counted;
  for (const pack of packs) {
    await streams.out(statsText(`${pack.pack} ${pack.version}, as of ${pack.asOf}`, pack));
  }
  await streams.out(statsText('together', all));
}

async function readPacks({ pack: names }: ReadOptions, streams: Streams): Promise<CompiledPack[]> {
  const packs = [...loadBuiltIn().packs];
  if (names.length === 0) return packs;
  const { loadNamedPack } = await import('../evidence/load/named-pack.ts');
  const { naming } = await import('./evidence-failure.ts');
  for (const name of names) {
    packs.push(await naming(name, () => loadNamedPack(name, streams.cwd, packs, today())));
  }
  return packs;
}

async function printRecords(
  records: readonly AnyRecord[],
  { json }: ReadOptions,
  streams: Streams,
): Promise<void> {
  if (json) return printJson(records, streams);
  for (const entry of records) await streams.out(`${entry.record.id} (${entry.kind}) ${headline(entry)}\n`);
  await streams.out(`${records.length} records\n`);
}

async function printJson(value: unknown, streams: Streams): Promise<void> {
  await streams.out(`${JSON.stringify(value, null, 2)}\n`);
}

function statsText(name: string, counts: Stats['all']): string {
  const listed = (numbers: Readonly<Record<string, number>>): string =>
    Object.entries(numbers)
      .filter(([, n]) => n > 0)
      .map(([key, n]) => `${key} ${n}`)
      .join(', ');
  const share = counts.sourced === 0 ? 0 : Math.round((counts.twoSites / counts.sourced) * 100);
  return [
    name,
    `  records      ${counts.total} (${listed(counts.records)})`,
    `  facts        ${counts.facts}`,
    `  sources      ${counts.sources} addresses on ${counts.sites} sites`,
    `  seen twice   ${counts.twoSites} of ${counts.sourced} records (${share} %) on two sites or more`,
    `  people       ${counts.people} in primary studies, reports of the same patients counted once`,
    `  designs      ${listed(counts.designs)}`,
    '',
  ].join('\n');
}
