/** Fires where words of a class stand in a claim, and, if the rule says so, others elsewhere on the page. */
import type { Case } from '../case.ts';
import type { PageContext } from '../context.ts';
import { contains, findPhrase } from '../phrases.ts';
import { quoteOf, shorten } from '../quote.ts';
import type { ClaimCheck, Quote } from '../raised.ts';
import { evidenceFor } from '../records.ts';
import type { RuleOf } from '../rule.ts';

export const checkCue: ClaimCheck<'cue'> = (rule, one, context) => {
  const quote = quoted(rule, one);
  if (quote === null || !fitsPage(rule, one, context)) return null;
  return {
    quote,
    evidence: evidenceFor(one),
    contradicts: rule.elsewhere !== undefined,
  };
};

/** A rule without phrases goes by the classes of cue in its `where`. */
function quoted(rule: RuleOf<'cue'>, { claim }: Case): Quote | null {
  if (rule.phrases.length === 0) return quoteOf(claim, rule.quote);
  const found = findPhrase(claim.text, rule);
  return found === null
    ? null
    : { text: shorten(claim.text.slice(found.start, found.end)), span: claim.span };
}

function fitsPage(rule: RuleOf<'cue'>, { claim }: Case, { page }: PageContext): boolean {
  const { elsewhere } = rule;
  if (elsewhere === undefined) return true;
  const others = page.document.blocks.map((block) => block.text).filter((text) => text !== claim.text);
  return (
    others.some((text) => contains(text, elsewhere.phrases)) &&
    !others.some((text) => contains(text, elsewhere.unless))
  );
}
