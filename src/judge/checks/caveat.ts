/** Fires where a limit that the claim needs is not told near it. */
import { curedNear, toldOnPage } from '../near.ts';
import { quoteOf } from '../quote.ts';
import type { ClaimCheck } from '../raised.ts';
import { bearing, harmItem, studyItem, synthesisItem, tellingResult } from '../records.ts';

export const checkCaveat: ClaimCheck<'caveat'> = (rule, one, context) => {
  const { synthesis } = one.match;
  if (!rule.always && !(synthesis?.needs.includes(rule.need) ?? false)) return null;
  const told =
    rule.reach === 'page'
      ? toldOnPage(context.page, rule.cures)
      : curedNear(context.page, one.claim, rule.cures);
  if (told) return null;
  const telling = tellingResult(one.match);
  const evidence =
    rule.need === 'risks'
      ? one.match.harms.slice(0, 2).map(harmItem)
      : [
          ...(telling === null ? [] : [studyItem(telling.study, telling.result, bearing(telling))]),
          ...(synthesis === null ? [] : [synthesisItem(synthesis)]),
        ];
  return { quote: quoteOf(one.claim, rule.quote), evidence };
};
