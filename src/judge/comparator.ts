/** The treatment that a claim compares its own with, and a trial of the two. */
import { tokenize } from '../claims/tokens.ts';
import type { Evidence } from '../evidence/index.ts';
import type { Match } from '../evidence/match.ts';
import type { Treatment } from '../evidence/schema.ts';
import type { Case } from './case.ts';
import { contains, spellings } from './phrases.ts';
import type { Telling } from './records.ts';

/** The other treatment that a claim names beside its own, or null. */
export function comparatorIn({ tokens }: Case, { vocabulary }: Evidence): Treatment | null {
  return vocabulary.treatments.find((term) => term.comparator && contains(tokens, spellings(term))) ?? null;
}

/** The first trial on record of the claim's treatment against the other, with a result of it; null where there is none. */
export function comparedWith(other: Treatment, { studies }: Match): Telling | null {
  const found = studies.find(
    ({ study, fit }) =>
      fit === 'same' &&
      study.comparatorKind === 'active' &&
      contains(tokenize(study.comparator ?? ''), spellings(other)),
  );
  const result = found?.study.results.find(({ versus }) => versus !== undefined);
  return found === undefined ? null : { study: found.study, result: result ?? null };
}
