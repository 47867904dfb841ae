/** Whether the packs are about what a claim is about. */
import type { Evidence } from '../evidence/index.ts';
import type { Treatment, Vocabulary } from '../evidence/schema.ts';
import type { Claim } from '../model.ts';
import { onceFor } from '../once.ts';

const treatmentsById = onceFor(
  ({ treatments }: Vocabulary): ReadonlyMap<string, Treatment> =>
    new Map(treatments.map((treatment) => [treatment.id, treatment])),
);

/** The treatment that a claim is about, as the packs have it. */
export function treatmentOf(
  { subject }: Pick<Claim, 'subject'>,
  { vocabulary }: Evidence,
): Treatment | undefined {
  return treatmentsById(vocabulary).get(subject);
}

/**
 * True where the packs name the treatment as one of theirs. Only then does the absence of a record mean that a
 * search found none; of anything else the packs know nothing.
 */
export function treatmentCovered(claim: Claim, evidence: Evidence): boolean {
  const treatment = treatmentOf(claim, evidence);
  return treatment !== undefined && !treatment.comparator && !treatment.otherField;
}

/** True where the claim is about a treatment that pages compare with, such as surgery: it is not the one sold. */
export function isComparator(claim: Claim, evidence: Evidence): boolean {
  return treatmentOf(claim, evidence)?.comparator === true;
}

/** True where only evidence about another field, such as hair or hormones, would settle the claim. */
export function inOtherField({ subject, condition, outcome }: Claim, { vocabulary }: Evidence): boolean {
  const other = otherFields(vocabulary);
  return (
    other.treatments.has(subject) ||
    other.conditions.has(condition ?? '') ||
    other.outcomes.has(outcome ?? '')
  );
}

const otherFields = onceFor(({ treatments, conditions, outcomes }: Vocabulary) => {
  const idsOf = (terms: readonly { readonly id: string; readonly otherField: boolean }[]) =>
    new Set(terms.filter(({ otherField }) => otherField).map(({ id }) => id));
  return {
    treatments: idsOf(treatments),
    conditions: idsOf(conditions),
    outcomes: idsOf(outcomes),
  };
});
