/** Fires where words of a class stand in a claim. */
import { quoteOf } from '../quote.ts';
import type { ClaimCheck } from '../raised.ts';
import { phraseIn } from '../phrases.ts';
import { bearing, studyItem, tellingResult } from '../records.ts';

export const checkCue: ClaimCheck<'cue'> = (rule, one, context) => {
  const telling = tellingResult(one.match);
  const evidence = telling === null ? [] : [studyItem(telling.study, telling.result, bearing(telling))];
  if (rule.phrases.length === 0) return { quote: quoteOf(one.claim, rule.quote), evidence };
  const quote = phraseIn(one.claim, rule, context.page);
  return quote === null ? null : { quote, evidence };
};
