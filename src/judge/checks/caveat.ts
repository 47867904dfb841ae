/** Fires where a limit that the claim needs is not told near it. */
import { curedNear, toldOnPage } from '../near.ts';
import { quoteOf } from '../quote.ts';
import type { ClaimCheck } from '../raised.ts';
import { evidenceFor, harmItems } from '../records.ts';

export const checkCaveat: ClaimCheck<'caveat'> = (rule, one, context) => {
  const { synthesis } = one.match;
  if (!rule.always && !(synthesis?.needs.includes(rule.need) ?? false)) return null;
  const told =
    rule.reach === 'page'
      ? toldOnPage(context.page, rule.cures)
      : curedNear(context.page, one.claim, rule.cures);
  if (told) return null;
  const evidence = rule.need === 'risks' ? harmItems(one.match, 'context') : evidenceFor(one);
  return { quote: quoteOf(one.claim, rule.quote), evidence };
};
