/** Fires where a limit that the claim needs is not told near it. */
import type { Case } from '../case.ts';
import type { PageContext } from '../context.ts';
import { curedInParagraph, curedNear } from '../near.ts';
import { pointedAt } from '../quote.ts';
import type { ClaimCheck } from '../raised.ts';
import { evidenceFor, harmItems } from '../records.ts';
import type { RuleOf } from '../rule.ts';

export const checkCaveat: ClaimCheck<'caveat'> = (rule, one, context) => {
  const { synthesis } = one.match;
  if (!rule.always && !(synthesis?.needs.includes(rule.need) ?? false)) return null;
  const quote = pointedAt(one.claim, rule.quote);
  if (quote === null || isTold(rule, one, context)) return null;
  const evidence = rule.need === 'risks' ? harmItems(one, 'context') : evidenceFor(one);
  return { quote, evidence };
};

function isTold(rule: RuleOf<'caveat'>, { claim }: Case, context: PageContext): boolean {
  const { page } = context;
  const told = context.toldFor(rule);
  switch (rule.reach) {
    case 'paragraph':
      return curedInParagraph(page, claim, told);
    case 'near':
      return curedNear(page, claim, told);
    case 'page':
      return told.anywhere;
  }
}
