/**
 * Recomputes the numbers of a claim from what a study recorded, and says with the sum how far they agree.
 * After statcheck: a number that the recorded values do not give is "not reproduced", never "false".
 */
import type { Study, StudyResult, Vocabulary } from '../evidence/schema.ts';
import type { Claim, ClaimNumber } from '../model.ts';
import { outcomeNear } from './outcome-near.ts';
import { percentText, type RecordedPercent, recordedPercents } from './recorded-percent.ts';

export type Agreement =
  /** The recorded values give the number at its printed precision. */
  | 'reproduced'
  /** They give it but for a last digit cut off or rounded the other way. */
  | 'rounding'
  /** They do not give it. */
  | 'not-reproduced'
  /** They give it for a part of the people only, such as those scanned. */
  | 'other-denominator'
  /** They give it only with the start of everybody and the end of those who stayed. */
  | 'survivors-only'
  /** It is the relative difference between the groups; the difference in people is smaller. */
  | 'relative-only'
  /** It is the best of several recorded values, told with "up to". */
  | 'best-value'
  /** No whole number of people gives this percentage of the stated group. */
  | 'impossible';

export interface Recomputation {
  /** As printed on the page. */
  readonly cited: string;
  /** What the record gives: `67.6 %`. */
  readonly recomputed: string;
  /** How: `(56.5 − 18.3) / 56.5 = 67.6 %`. */
  readonly sum: string;
  readonly agrees: Agreement;
  /** What a reader should know beside the sum, or null: `baseline of 26 people, follow-up of 21`. */
  readonly note: string | null;
  /** Whether the honest figure is another by {@link MATERIAL_POINTS} or on the other side of one half. */
  readonly changesConclusion: boolean;
  /** Id of the study's result, or null where the study as a whole was used. */
  readonly result: string | null;
}

/**
 * Percentage points by which a share must differ to change what a reader concludes. Our own threshold:
 * on pain and disability scales of 0 to 100 about ten points are the least that patients call a change
 * (Ostelo et al., Spine 2008;33:90).
 */
const MATERIAL_POINTS = 10;

/**
 * Recomputes one number of a claim from a study. Null where the study records nothing to compare with.
 * Percentages are compared with shares of people and with changes of means; counts of people with the
 * study's numbers; months and years with its follow-up.
 */
export function recompute(
  number: ClaimNumber,
  claim: Claim,
  study: Study,
  vocabulary: Vocabulary,
): Recomputation | null {
  if (number.unit === '%') return recomputePercent(number, claim, study, vocabulary);
  if (number.unit === 'people') return recomputePeople(number, study);
  if (number.unit === 'years' || number.unit === 'months') return recomputeFollowUp(number, study);
  return null;
}

function recomputePercent(
  number: ClaimNumber,
  claim: Claim,
  study: Study,
  vocabulary: Vocabulary,
): Recomputation | null {
  const impossible = impossiblePercent(number);
  if (impossible) return impossible;
  const outcome = outcomeNear(number, claim, vocabulary);
  if (outcome === null) return null;
  const candidates = study.results
    .filter((result) => result.outcome === outcome)
    .flatMap((result) => recordedPercents(result, study));
  const best = nearestCandidate(candidates, number);
  if (!best) return null;
  const upper = upTo(number, claim) ? bestValue(number, candidates) : null;
  return upper ?? compare(number, best, candidates, wordsBefore(number, claim));
}

/** The candidate that gives the number, one at its time point first; else the latest, of its time point if any. */
function nearestCandidate(
  candidates: readonly RecordedPercent[],
  number: ClaimNumber,
): RecordedPercent | null {
  const latestFirst = [...candidates].sort((a, b) => (b.result.months ?? 0) - (a.result.months ?? 0));
  const atTime = latestFirst.filter(({ result }) => number.months === result.months);
  return (
    atTime.find((candidate) => fits(number, candidate.percent)) ??
    latestFirst.find((candidate) => fits(number, candidate.percent)) ??
    atTime[0] ??
    latestFirst[0] ??
    null
  );
}

function compare(
  number: ClaimNumber,
  best: RecordedPercent,
  candidates: readonly RecordedPercent[],
  before: string,
): Recomputation {
  const common = {
    cited: number.text,
    recomputed: percentText(best.percent),
    sum: best.sum,
    result: best.result.id,
  };
  if (fits(number, best.percent) || isWithin(before, number, best.percent)) {
    const time = otherTime(number, best.result);
    return {
      ...common,
      agrees: best.agrees,
      note: [best.note, time].filter((part) => part !== null).join('; ') || null,
      changesConclusion: material(best.percent, best.honest),
    };
  }
  const rounding = Math.trunc(Math.abs(best.percent)) === Math.abs(number.value);
  const others = candidates.filter((candidate) => candidate !== best).map(otherValue);
  return {
    ...common,
    agrees: rounding ? 'rounding' : 'not-reproduced',
    note: [best.note, ...new Set(others)].filter((part) => part !== null).join('; ') || null,
    changesConclusion: !rounding && material(number.value, best.honest),
  };
}

function otherValue(candidate: RecordedPercent): string {
  const at = candidate.result.months === undefined ? '' : ` at ${candidate.result.months} months`;
  return `${percentText(candidate.percent)}${at}`;
}

function otherTime(number: ClaimNumber, result: StudyResult): string | null {
  if (number.months === null || result.months === undefined || number.months === result.months) return null;
  return `recorded at ${result.months} months, told of ${number.months}`;
}

/** "Up to 90 %": the largest recorded value is told of all. */
function bestValue(number: ClaimNumber, candidates: readonly RecordedPercent[]): Recomputation | null {
  const largest = [...candidates].sort((a, b) => b.percent - a.percent)[0];
  const typical =
    candidates.find(({ result }) => result.primary) ??
    [...candidates].sort((a, b) => (b.result.months ?? 0) - (a.result.months ?? 0))[0];
  if (!largest || !typical || largest === typical || !fits(number, largest.percent)) return null;
  return {
    cited: number.text,
    recomputed: percentText(typical.percent),
    sum: typical.sum,
    agrees: 'best-value',
    note: `the largest of ${candidates.length} recorded values`,
    changesConclusion: material(largest.percent, typical.percent),
    result: typical.result.id,
  };
}

function upTo(number: ClaimNumber, claim: Claim): boolean {
  return /\b(?:up to|as (?:much|many|high) as)\s+$/i.test(wordsBefore(number, claim));
}

/** What stands before a number in its claim. */
function wordsBefore(number: ClaimNumber, claim: Claim): string {
  const at = claim.text.indexOf(number.text);
  return claim.text.slice(Math.max(0, at - 20), Math.max(0, at));
}

const AT_LEAST = /(?:\b(?:more than|over|above|at least|exceeding|upwards of)|[>≥])\s*$/i;
const AT_MOST = /(?:\b(?:less than|under|below|fewer than|at most)|[<≤])\s*$/i;
const ABOUT = /(?:\b(?:about|around|approximately|roughly|nearly|almost|close to|some)|~)\s*$/i;
/** Points by which a figure may differ that is told with "about". */
const NEARLY = 2;

/** Points by which a whole ten may differ from what it rounds: "70 %" for 71.4 %. */
const ROUND = 1.5;

/** Whether a recorded percentage keeps a bound that the claim sets: "more than 70 %" is true of 71.4 %. */
function isWithin(before: string, { value }: ClaimNumber, percent: number): boolean {
  const recorded = Math.abs(percent);
  if (AT_LEAST.test(before)) return recorded >= value;
  if (AT_MOST.test(before)) return recorded <= value;
  const nearly = Math.abs(recorded - value);
  return ABOUT.test(before) ? nearly <= NEARLY : value % 10 === 0 && nearly < ROUND;
}

/** A percentage of a stated group that no whole number of its people gives. */
function impossiblePercent(number: ClaimNumber): Recomputation | null {
  const { n, of } = number;
  if (of === null || of <= 0) return null;
  if (n !== null && n <= of) {
    const percent = (100 * n) / of;
    if (fits(number, percent) || Math.trunc(percent) === number.value) return null;
    return {
      cited: number.text,
      recomputed: percentText(percent),
      sum: `${n} / ${of} = ${percentText(percent)}`,
      agrees: 'not-reproduced',
      note: null,
      changesConclusion: material(number.value, percent),
      result: null,
    };
  }
  if (grim(number.value / 100, of, decimalsOf(number) + 2)) return null;
  const people = Math.round((number.value / 100) * of);
  const percent = (100 * people) / of;
  return {
    cited: number.text,
    recomputed: percentText(percent),
    sum: `${people} / ${of} = ${percentText(percent)}`,
    agrees: 'impossible',
    note: `no whole number of ${of} people is ${number.text}`,
    changesConclusion: false,
    result: null,
  };
}

/**
 * Whether a mean of whole numbers is possible at its printed precision (GRIM: Brown and Heathers, Social
 * Psychological and Personality Science 2017;8:363). `items` is how many whole answers make one score.
 */
export function grim(mean: number, n: number, decimals: number, items = 1): boolean {
  const grains = n * items;
  const half = 0.5 / 10 ** decimals + 1e-9;
  const total = Math.round(mean * grains);
  return [total - 1, total, total + 1].some((whole) => Math.abs(whole / grains - mean) <= half);
}

function recomputePeople(number: ClaimNumber, study: Study): Recomputation | null {
  if (study.n === undefined || isFigureOfSpeech(number)) return null;
  const counts = new Set([
    study.n,
    ...study.arms.map(({ n }) => n),
    ...study.results.flatMap(({ n, baselineN, responders }) => [n, baselineN, responders?.n, responders?.of]),
  ]);
  const known = counts.has(number.value);
  return {
    cited: number.text,
    recomputed: `${known ? number.value : study.n}`,
    sum: `${study.n} people in the study`,
    agrees: known ? 'reproduced' : 'not-reproduced',
    note: null,
    changesConclusion: false,
    result: null,
  };
}

/** "Four out of five" tells a share, and counts nobody. */
function isFigureOfSpeech({ of }: ClaimNumber): boolean {
  return of !== null && of <= 10;
}

function recomputeFollowUp(number: ClaimNumber, study: Study): Recomputation | null {
  if (study.followUpMonths === undefined) return null;
  const factor = number.unit === 'years' ? 12 : 1;
  const months = number.value * factor;
  const known = [study.followUpMonths, ...study.results.map((result) => result.months)].some(
    (recorded) => recorded !== undefined && Math.abs(recorded - months) < 0.1 * factor,
  );
  const longest = Math.max(study.followUpMonths, ...study.results.map((result) => result.months ?? 0));
  // A time before the end may have been looked at without being on record.
  if (!known && months < longest) return null;
  return {
    cited: number.text,
    recomputed: known ? number.text : `${longest} months`,
    sum: `followed for ${longest} months`,
    agrees: known ? 'reproduced' : 'not-reproduced',
    note: null,
    changesConclusion: !known && months > longest,
    result: null,
  };
}

/** Whether a value rounds to the cited number at the number's printed precision. */
function fits(number: ClaimNumber, percent: number): boolean {
  const half = 0.5 / 10 ** decimalsOf(number);
  return Math.abs(Math.abs(percent) - Math.abs(number.value)) <= half + 1e-9;
}

function decimalsOf(number: ClaimNumber): number {
  return /[.,](\d{1,3})(?!\d)/.exec(number.text)?.[1]?.length ?? 0;
}

function material(cited: number, honest: number): boolean {
  return Math.abs(cited - honest) >= MATERIAL_POINTS || cited > 50 !== honest > 50;
}
