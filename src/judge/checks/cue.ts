/** Fires where words of a class stand in a claim, and, if the rule says so, others elsewhere on the page. */
import type { Case } from '../case.ts';
import type { PageContext } from '../context.ts';
import { findPhrase } from '../phrases.ts';
import { quoteOf, shorten } from '../quote.ts';
import type { ClaimCheck, Quote } from '../raised.ts';
import { evidenceFor } from '../records.ts';
import type { RuleOf } from '../rule.ts';

export const checkCue: ClaimCheck<'cue'> = (rule, one, context) => {
  const quote = quoted(rule, one, context);
  if (quote === null || !(rule.elsewhere === undefined || context.standsElsewhere(rule.elsewhere)))
    return null;
  return { quote, evidence: evidenceFor(one), contradicts: rule.elsewhere !== undefined };
};

/** A rule without phrases goes by the classes of cue in its `where`. */
function quoted(rule: RuleOf<'cue'>, { claim, tokens }: Case, context: PageContext): Quote | null {
  if (rule.phrases.length === 0) return quoteOf(claim, rule.quote);
  const found = findPhrase(tokens, rule);
  if (found === null) return null;
  const { start, end } = found;
  return { text: shorten(claim.text.slice(start, end)), span: context.spanIn(claim, start, end) };
}
