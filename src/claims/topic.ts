/** What a page is about: the treatment and condition that fill a sentence's slots unless it names others. */
import type { Block, Region } from '../model.ts';
import type { Mention } from './mentions.ts';
import { type Reading, speaksOfHarm } from './reading.ts';

export interface Topic {
  /** Id of a treatment, or null where the page names none. */
  readonly treatment: string | null;
  readonly condition: string | null;
  /** Whether the page's title or several headings speak of harm: then a bare harm is told of the treatment. */
  readonly aboutHarm: boolean;
}

/** A mention in the title counts as much as this many in the text. */
const TITLE_WEIGHT = 6;
const WEIGHTS: Partial<Record<Region, number>> = { meta: 3, heading: 3, question: 2 };
/** A page may be about a treatment that others only compare with, but it must name it twice as often. */
const COMPARATOR = 0.5;
/** The first blocks of a page stand for its title where the reader found none. */
const OPENING = 2;
const HEADS_ON_HARM = 2;
/** A page may sell a treatment under a name that no pack knows: "our program", "cellulite treatment". */
const OTHER = 'other';
const NAMELESS = '';
/** A treatment named less often than this, and in fewer than one sentence of forty, is not what the page is about. */
const LEAST_WEIGHT = 2;
const LEAST_SHARE = 1 / 40;
const NO_CONTENT = new Set<Region>(['references', 'boilerplate', 'code']);

/** Counts what title, headings and text name, the title and headings more, and takes the most frequent. */
export function findTopic(readings: readonly Reading[]): Topic {
  const told = readings.filter(({ block }) => !NO_CONTENT.has(block.region));
  const treatments = new Map<string, number>();
  // What a business is named after decides only where nothing else does: a stem-cell clinic also treats skin.
  const providers = new Map<string, number>();
  const conditions = new Map<string, number>();
  for (const reading of told) {
    const weight = weightOf(reading);
    for (const mention of reading.mentions) {
      addMention(mention.kind === 'provider' ? providers : treatments, mention, weight);
    }
    for (const hit of reading.hits) if (hit.file === 'condition') add(conditions, hit.class, weight);
  }
  const least = Math.max(LEAST_WEIGHT, LEAST_SHARE * readings.length);
  const nameless = treatments.get(NAMELESS) ?? 0;
  treatments.delete(NAMELESS);
  return {
    treatment:
      mostFrequent(treatments, least) ?? (nameless >= least ? OTHER : mostFrequent(providers, least)),
    condition: mostFrequent(conditions, 1),
    aboutHarm: told.reduce((heads, reading) => heads + headsOnHarm(reading), 0) >= HEADS_ON_HARM,
  };
}

function weightOf({ block }: Reading): number {
  return isTitle(block) ? TITLE_WEIGHT : (WEIGHTS[block.region] ?? 1);
}

function isTitle({ region, level }: Block): boolean {
  return region === 'title' || level === 1;
}

function addMention(counts: Map<string, number>, mention: Mention, weight: number): void {
  const { kind, treatment, comparator } = mention;
  if (treatment !== null) add(counts, treatment, comparator ? weight * COMPARATOR : weight);
  else if (kind === 'general') add(counts, NAMELESS, weight);
}

/** What a heading on harm counts: a title twice. */
function headsOnHarm(reading: Reading): number {
  const { block } = reading;
  if (!speaksOfHarm(reading)) return 0;
  if (isTitle(block)) return 2;
  return block.level !== null || block.index < OPENING ? 1 : 0;
}

function add(counts: Map<string, number>, key: string, weight: number): void {
  counts.set(key, (counts.get(key) ?? 0) + weight);
}

/** The first of the most frequent: the order of the page decides between equals. */
function mostFrequent(counts: ReadonlyMap<string, number>, least: number): string | null {
  let best: string | null = null;
  let most = 0;
  for (const [key, count] of counts) {
    if (count > most) {
      best = key;
      most = count;
    }
  }
  return most >= least ? best : null;
}
