/** How much the packs hold, and how well it is sourced. */

import { DESIGNS } from './designs.ts';
import { sitesOf } from './hosts.ts';
import { countPeople } from './people.ts';
import { allRecords, KINDS, seenOf } from './records.ts';
import type { Pack } from './schema.ts';

export interface PackStats {
  readonly pack: string;
  readonly version: string;
  readonly asOf: string;
  /** Number of records by kind. */
  readonly records: Readonly<Record<string, number>>;
  readonly total: number;
  /** Values on record, other than ids, defaults and sources. */
  readonly facts: number;
  /** Different addresses. */
  readonly sources: number;
  /** Different sites. */
  readonly sites: number;
  /** Records with sources of their own, and those of them that were seen on two sites or more. */
  readonly sourced: number;
  readonly twoSites: number;
  /** People of the primary studies, companion reports counted once. */
  readonly people: number;
  /** Number of studies by design, in order of strength. */
  readonly designs: Readonly<Record<string, number>>;
}

export interface Stats {
  readonly packs: readonly PackStats[];
  readonly all: Omit<PackStats, 'pack' | 'version' | 'asOf'>;
}

/** Counts each pack, and all of them together; an address in two packs counts once in the whole. */
export function statsOf(packs: readonly Pack[]): Stats {
  return {
    packs: packs.map((pack) => {
      const { id, version, asOf } = pack.info;
      return { pack: id, version, asOf, ...count([pack]) };
    }),
    all: count(packs),
  };
}

function count(packs: readonly Pack[]): Stats['all'] {
  const records = allRecords(packs);
  const sourced = records.filter((entry) => seenOf(entry).length > 0);
  const seen = sourced.flatMap(seenOf);
  const studies = packs.flatMap((pack) => pack.studies);
  return {
    records: countBy(records, KINDS, (entry) => entry.kind),
    total: records.length,
    facts: records.reduce((sum, entry) => sum + countFacts(entry.record), 0),
    sources: new Set(seen.map(({ url }) => url)).size,
    sites: sitesOf(seen).size,
    sourced: sourced.length,
    twoSites: sourced.filter((entry) => sitesOf(seenOf(entry)).size >= 2).length,
    people: countPeople(studies, new Map(studies.map((study) => [study.id, study]))).people,
    designs: countBy(studies, DESIGNS, (study) => study.design),
  };
}

/** Number of items of each key, in the order of `keys`. */
function countBy<T>(
  items: readonly T[],
  keys: readonly string[],
  keyOf: (item: T) => string,
): Record<string, number> {
  const counts = new Map(keys.map((key) => [key, 0]));
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return Object.fromEntries(counts);
}

const NO_FACTS: readonly string[] = ['id', 'seen', 'locator'];

/** Leaves of a record. `false`, `unknown` and what is absent say nothing. */
function countFacts(value: unknown): number {
  if (typeof value !== 'object' || value === null) {
    return value === undefined || value === null || value === false || value === 'unknown' ? 0 : 1;
  }
  return Object.entries(value)
    .filter(([key]) => !NO_FACTS.includes(key))
    .reduce((sum, [, item]) => sum + countFacts(item), 0);
}
