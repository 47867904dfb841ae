/**
 * The ordered scales on which a claim's wording (what it asserts) is compared with the evidence
 * (what it warrants). Claims and evidence packs share them; every overstatement is a comparison here.
 */

/** How firmly a sentence speaks, low to high. */
export const MODALITY = ['speculative', 'hedged', 'asserted', 'absolute'] as const;
/** Strength of a stated relation, after Yu, Li and Wang (EMNLP 2019). */
export const RELATION = ['none', 'associated', 'causes'] as const;
export const SHARE = ['some', 'many', 'most', 'all'] as const;
export const SIZE = ['slight', 'moderate', 'substantial', 'complete'] as const;
export const DURATION = ['months', 'years', 'permanent'] as const;
export const STAGE = [
  'laboratory',
  'animal',
  'human-uncontrolled',
  'human-controlled',
  'several-controlled',
] as const;
export const FIT = ['other', 'neighbouring', 'same'] as const;
/** How far a sentence goes in ruling out harm. */
export const SAFETY = ['harms-told', 'few', 'none-serious', 'none'] as const;
export const COMPARISON = ['none', 'implied', 'head-to-head'] as const;
/** A set, not a ladder. */
export const STATUS = [
  'approved-this-use',
  'approved-other-use',
  'cleared-device',
  'trial-authorised',
  'registered-facility',
  'none',
] as const;

export type Modality = (typeof MODALITY)[number];
export type Relation = (typeof RELATION)[number];
export type Share = (typeof SHARE)[number];
export type Size = (typeof SIZE)[number];
export type Duration = (typeof DURATION)[number];
export type Stage = (typeof STAGE)[number];
export type Fit = (typeof FIT)[number];
export type Safety = (typeof SAFETY)[number];
export type Comparison = (typeof COMPARISON)[number];
export type Status = (typeof STATUS)[number];

/** What a claim asserts. Null where the sentence says nothing on a scale. */
export interface Asserted {
  readonly modality: Modality;
  readonly relation: Relation;
  readonly share: Share | null;
  readonly size: Size | null;
  readonly duration: Duration | null;
  readonly stage: Stage | null;
  readonly safety: Safety | null;
  readonly comparison: Comparison;
  /** Statuses that the sentence claims; empty where it claims none. */
  readonly status: readonly Status[];
}

/** What the evidence carries at most, for the claim's treatment class, condition and outcome. */
export interface Warranted {
  readonly modality: Modality;
  readonly relation: Relation;
  readonly share: Share | null;
  readonly size: Size | null;
  readonly duration: Duration | null;
  readonly stage: Stage;
  /** How well the record's treatment and condition fit the claim's. */
  readonly fit: Fit;
  readonly safety: Safety | null;
  readonly comparison: Comparison;
  readonly status: readonly Status[];
  /** Id of the synthesis or study that warrants it. */
  readonly source: string;
}

/** Whether `asserted` stands above `warranted` on a scale; false where either is not given. */
export function exceeds<T extends string>(
  scale: readonly T[],
  asserted: T | null,
  warranted: T | null,
): boolean {
  if (asserted === null || warranted === null) return false;
  return scale.indexOf(asserted) > scale.indexOf(warranted);
}
