/** Whether the packs are about what a claim is about. */
import type { Evidence } from '../evidence/index.ts';
import type { Claim } from '../model.ts';

/**
 * True where the packs name the treatment as one of theirs. Only then does the absence of a record mean that a
 * search found none; of anything else the packs know nothing.
 */
export function treatmentCovered(claim: Claim, evidence: Evidence): boolean {
  const treatment = evidence.vocabulary.treatments.find(({ id }) => id === claim.subject);
  return treatment !== undefined && !treatment.comparator && !treatment.otherField;
}

/** True where the claim is about a treatment that pages compare with, such as surgery: it is not the one sold. */
export function isComparator({ subject }: Claim, { vocabulary }: Evidence): boolean {
  return vocabulary.treatments.some(({ id, comparator }) => id === subject && comparator);
}

/** True where only evidence about another field, such as hair or hormones, would settle the claim. */
export function inOtherField(claim: Claim, evidence: Evidence): boolean {
  const { treatments, conditions, outcomes } = evidence.vocabulary;
  return (
    treatments.some(({ id, otherField }) => id === claim.subject && otherField) ||
    conditions.some(({ id, otherField }) => id === claim.condition && otherField) ||
    outcomes.some(({ id, otherField }) => id === claim.outcome && otherField)
  );
}
