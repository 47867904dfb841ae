/** Recomputes the numbers of a claim from the work that it leans on. */
import { type Recomputation, recompute } from '../../citations/arithmetic.ts';
import type { Study } from '../../evidence/schema.ts';
import type { Citation, ClaimNumber } from '../../model.ts';
import type { Case } from '../case.ts';
import type { PageContext } from '../context.ts';
import { quoteNumber } from '../quote.ts';
import type { ClaimCheck } from '../raised.ts';
import { nameOf, studyItem } from '../records.ts';
import type { RuleOf } from '../rule.ts';

const KINDS: Readonly<Record<RuleOf<'number'>['kind'], readonly Recomputation['agrees'][]>> = {
  differs: ['not-reproduced', 'impossible'],
  'part-of-patients': ['other-denominator', 'survivors-only', 'relative-only', 'best-value'],
};

interface Checked {
  readonly number: ClaimNumber;
  readonly sum: Recomputation;
  readonly study: Study;
  readonly citation: Citation;
}

export const checkNumber: ClaimCheck<'number'> = (rule, one, context) => {
  const found = recomputations(one, context).find(({ sum }) => KINDS[rule.kind].includes(sum.agrees));
  if (found === undefined) return null;
  const { number, sum, study, citation } = found;
  const result = study.results.find(({ id }) => id === sum.result) ?? null;
  return {
    quote: quoteNumber(one.claim, number),
    facts: {
      study: nameOf(study),
      sum: sum.sum,
      recomputed: sum.recomputed,
      ...(sum.note === null ? {} : { note: sum.note }),
    },
    evidence: [studyItem(study, result, result === null ? 'context' : 'weaker')],
    computation: {
      cited: sum.cited,
      recomputed: sum.recomputed,
      sum: sum.sum,
      changesConclusion: sum.changesConclusion,
    },
    citation,
  };
};

function recomputations({ claim, leansOn }: Case, { evidence }: PageContext): Checked[] {
  return leansOn.flatMap(({ citation, study }) =>
    claim.numbers.flatMap((number) => {
      const sum = recompute(number, claim, study, evidence.vocabulary);
      return sum === null ? [] : [{ number, sum, study, citation }];
    }),
  );
}
