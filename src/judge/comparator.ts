/** The treatment that a claim compares its own with, and a trial of the two. */
import { scan, type WordLists } from '../claims/scan.ts';
import { tokenize } from '../claims/tokens.ts';
import type { Evidence } from '../evidence/index.ts';
import type { Match } from '../evidence/match.ts';
import type { Treatment, Vocabulary } from '../evidence/schema.ts';
import { onceFor } from '../once.ts';
import type { Case } from './case.ts';
import { contains, spellings } from './phrases.ts';
import type { Telling } from './records.ts';

/** The first other treatment that a claim names beside its own, or null. */
export function comparatorIn({ tokens }: Case, { vocabulary }: Evidence): Treatment | null {
  const hits = scan(tokens, listsOf(vocabulary));
  const [named] = [...hits].sort((a, b) => a.first - b.first || b.last - a.last);
  return comparatorsOf(vocabulary).find(({ id }) => id === named?.file) ?? null;
}

const comparatorsOf = onceFor(({ treatments }: Vocabulary): readonly Treatment[] =>
  treatments.filter(({ comparator }) => comparator),
);

/** The spellings of each comparator under its id, so that one pass finds them all. */
const listsOf = onceFor(
  (vocabulary: Vocabulary): WordLists =>
    Object.fromEntries(
      comparatorsOf(vocabulary).map((term) => [term.id, [{ class: term.id, phrases: [...spellings(term)] }]]),
    ),
);

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
