/** Where a claim stands on each scale on which evidence is weighed. */
import type { ClaimNumber } from '../model.ts';
import {
  type Asserted,
  type Comparison,
  DURATION,
  type Duration,
  type Modality,
  SAFETY,
  type Safety,
  type Share,
  SIZE,
  type Size,
  type Stage,
  type Status,
} from '../scales.ts';
import type { Found } from './build.ts';
import type { FrameName } from './frames.ts';
import { hasHit, type Reading } from './reading.ts';
import { gradeRelation } from './relation.ts';

export function readAsserts(found: Found, modality: Modality, numbers: readonly ClaimNumber[]): Asserted {
  const { reading, lexicon } = found;
  return {
    modality,
    relation: gradeRelation(reading.sentence.text, lexicon),
    share: readShare(reading, numbers),
    size: readSize(reading),
    duration: readDuration(reading, numbers),
    stage: readStage(reading),
    safety: readSafety(reading),
    comparison: readComparison(reading),
    status: readStatus(reading),
  };
}

const SHARES: readonly Share[] = ['all', 'most', 'many', 'some'];

/** The share that a counted part or a rate of success makes: over half is most, a quarter is many; else "most patients". */
function readShare(reading: Reading, numbers: readonly ClaimNumber[]): Share | null {
  const counts = hasHit(reading, 'people', 'numbered') || hasHit(reading, 'people', 'rate');
  const percent = counts ? numbers.map(percentOfPeople).find((share) => share !== null) : undefined;
  if (percent === undefined || percent === null) {
    return SHARES.find((share) => hasHit(reading, 'people', share)) ?? null;
  }
  if (percent >= 100) return 'all';
  return percent > 50 ? 'most' : percent >= 25 ? 'many' : 'some';
}

function percentOfPeople({ value, unit, n, of }: ClaimNumber): number | null {
  if (n !== null && of !== null && of > 0) return (100 * n) / of;
  return unit === '%' ? value : null;
}

function readSize(reading: Reading): Size | null {
  return highest(SIZE, (size) => hasHit(reading, 'size', size));
}

/** Months in a number speak for themselves: over a year is years. */
function readDuration(reading: Reading, numbers: readonly ClaimNumber[]): Duration | null {
  if (hasHit(reading, 'duration', 'permanent')) return 'permanent';
  if (hasHit(reading, 'duration', 'years')) return 'years';
  const months = numbers.map((number) => number.months).filter((value) => value !== null);
  if (hasHit(reading, 'duration', 'lasting') && !isTimeOfLooking(reading)) return 'years';
  if (months.length === 0) return null;
  return DURATION[Math.max(...months) > 12 ? 1 : 0] ?? null;
}

/** Whether nothing but a number of months says how long: "at six months" tells when people were asked. */
function isTimeOfLooking({ hits, tokens }: Reading): boolean {
  const lasting = hits.filter(({ key }) => key === 'duration/lasting');
  return lasting.every(
    ({ first, last }) => AT.has(tokens[first]?.text ?? '') && MONTHS.has(tokens[last]?.text ?? ''),
  );
}

const AT: ReadonlySet<string> = new Set(['at', 'after']);
const MONTHS: ReadonlySet<string> = new Set(['month', 'months']);

/** What kind of study the sentence leans on; null where it leans on none. */
function readStage(reading: Reading): Stage | null {
  if (hasHit(reading, 'stage', 'several')) return 'several-controlled';
  if (hasHit(reading, 'stage', 'animal')) return 'animal';
  if (hasHit(reading, 'stage', 'laboratory')) return 'laboratory';
  if (hasHit(reading, 'stage', 'controlled')) return 'human-controlled';
  const appeals = hasHit(reading, 'evidence', 'study') || hasHit(reading, 'evidence', 'state');
  return appeals ? 'human-uncontrolled' : null;
}

function readSafety(reading: Reading): Safety | null {
  return highest(SAFETY, (level) => hasHit(reading, 'safety', level));
}

const SETS_AGAINST: ReadonlySet<FrameName> = new Set(['instead', 'act-on-cause', 'avoid-procedure']);

function readComparison({ frames }: Reading): Comparison {
  if (frames.some((frame) => frame.name === 'outdo')) return 'head-to-head';
  return frames.some((frame) => SETS_AGAINST.has(frame.name)) ? 'implied' : 'none';
}

const STATUS_WORDS: readonly (readonly [string, Status])[] = [
  ['trial', 'trial-authorised'],
  ['approved', 'approved-this-use'],
  ['approved-kind', 'approved-this-use'],
  ['cleared', 'cleared-device'],
  ['registered', 'registered-facility'],
];

function readStatus(reading: Reading): Status[] {
  const frames = reading.frames.filter((frame) => frame.name === 'status');
  if (frames.length === 0) return [];
  if (frames.some((frame) => frame.negated)) return ['none'];
  return STATUS_WORDS.filter(([name]) => hasHit(reading, 'status', name)).map(([, status]) => status);
}

function highest<T extends string>(scale: readonly T[], holds: (level: T) => boolean): T | null {
  return [...scale].reverse().find(holds) ?? null;
}
