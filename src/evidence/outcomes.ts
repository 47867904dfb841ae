/** Which recorded outcomes bear on the outcome of a claim. */
import type { Fit } from '../scales.ts';
import type { Outcome } from './schema.ts';
import { FIT_OF_KINSHIP, relativesOf } from './terms.ts';

export interface NearOutcome {
  readonly fit: Fit;
  /** From 0, the closest first. */
  readonly rank: number;
}

type Kind = Outcome['kind'];

/**
 * Where no record has the claimed outcome, the kinds of outcome that say most about it, the nearest first.
 * Pain, function and quality of life are the patient-reported core set of back pain trials (Chiarotto et
 * al., Pain 2018;159:481) and move together; a structure or a mechanism matters to a patient only through
 * them. Nothing stands in for harms.
 */
const FALLBACK: Readonly<Record<Kind, readonly Kind[]>> = {
  symptom: ['function', 'quality-of-life'],
  function: ['symptom', 'quality-of-life'],
  'quality-of-life': ['function', 'symptom'],
  structure: ['symptom'],
  'avoid-procedure': ['symptom', 'function'],
  harm: [],
  other: ['symptom', 'structure'],
};

/**
 * Every outcome that bears on `outcome`, by id. Null stands for an effect without a name ("it works"):
 * symptoms answer it, function and quality of life are near. An id that the vocabulary does not have is
 * treated as an outcome of another kind.
 */
export function nearOutcomes(
  outcome: string | null,
  outcomes: readonly Outcome[],
): ReadonlyMap<string, NearOutcome> {
  const near = new Map<string, NearOutcome>();
  const add = (ids: Iterable<string>, fit: Fit): void => {
    for (const id of ids) if (!near.has(id)) near.set(id, { fit, rank: near.size });
  };
  const ofKind = (kind: Kind): string[] =>
    outcomes.filter((term) => term.kind === kind).map((term) => term.id);
  if (outcome === null) {
    add(ofKind('symptom'), 'same');
    for (const kind of FALLBACK.symptom) add(ofKind(kind), 'neighbouring');
    return near;
  }
  const relatives = relativesOf(outcome, outcomes, false);
  for (const [id, { kinship }] of relatives) add([id], FIT_OF_KINSHIP[kinship]);
  const kind = outcomes.find((term) => term.id === outcome)?.kind ?? 'other';
  for (const fallback of FALLBACK[kind]) add(ofKind(fallback), 'neighbouring');
  return near;
}
