/** Fires where a claim asserts more on a scale than the evidence warrants. */

import { tokenize } from '../../claims/tokens.ts';
import type { Claim, EvidenceItem, Span } from '../../model.ts';
import { COMPARISON, DURATION, MODALITY, SAFETY, SHARE, SIZE, STAGE } from '../../scales.ts';
import type { Case } from '../case.ts';
import { comparatorIn, comparedWith } from '../comparator.ts';
import type { PageContext } from '../context.ts';
import { treatmentCovered } from '../covered.ts';
import { contains, endOf, spellings } from '../phrases.ts';
import { pointedAt, quotesOf, reaching } from '../quote.ts';
import type { ClaimCheck, Quote } from '../raised.ts';
import { bearing, contraryResult, evidenceFor, harmItems, studyItem } from '../records.ts';
import type { RuleOf } from '../rule.ts';

type Scale = RuleOf<'scale'>['scale'];

const LEVELS: Readonly<Record<Scale, readonly string[]>> = {
  modality: MODALITY,
  share: SHARE,
  size: SIZE,
  duration: DURATION,
  stage: STAGE,
  safety: SAFETY,
  comparison: COMPARISON,
};

export const checkScale: ClaimCheck<'scale'> = (rule, one, context) => {
  if (rule.designs !== undefined && !isOfDesign(one, rule.designs)) return null;
  const levels = LEVELS[rule.scale];
  const asserted = levels.indexOf(one.claim.asserts[rule.scale] ?? rule.unsaid ?? '');
  if (asserted < 0 || asserted < levels.indexOf(rule.from ?? '')) return null;
  const warranted = warrantedLevel(rule, one, context);
  if (warranted === null || asserted <= levels.indexOf(warranted)) return null;
  const quote = quoteFor(rule, one, context);
  if (quote === null) return null;
  return {
    quote,
    facts: { asserted: String(levels[asserted]), warranted },
    evidence: evidenceOn(rule.scale, one, context),
    ...(rule.against !== undefined && isRefuted(one) ? { severity: rule.against } : {}),
  };
};

function evidenceOn(scale: Scale, one: Case, { evidence }: PageContext): EvidenceItem[] {
  if (scale === 'safety') return harmItems(one, 'opposite');
  if (scale !== 'comparison') return evidenceFor(one);
  const other = comparatorIn(one, evidence);
  const trial = other === null ? null : comparedWith(other, one.match);
  return trial === null ? [] : [studyItem(trial.study, trial.result, bearing(trial))];
}

/** The first cue that says more than the narrow phrases; null where each says no more. */
function wideQuote(narrow: readonly string[], rule: RuleOf<'scale'>, claim: Claim): Quote | null {
  const quotes = rule.quote.flatMap((name) => quotesOf(claim, [name]));
  return quotes.find(({ text }) => !contains(tokenize(text), narrow)) ?? null;
}

/** Whether a controlled trial of the same treatment, condition and outcome found it no better than its control. */
function isRefuted({ claim, match, otherField }: Case): boolean {
  return !otherField && claim.condition !== null && contraryResult(match) !== null;
}

function quoteFor(rule: RuleOf<'scale'>, one: Case, context: PageContext): Quote | null {
  if (rule.scale === 'size') return sizedEffect(one.claim);
  if (rule.narrow !== undefined) return wideQuote(rule.narrow, rule, one.claim);
  const quote = pointedAt(one.claim, rule.quote);
  const other = rule.scale === 'comparison' ? comparatorIn(one, context.evidence) : null;
  const end = other === null ? null : endOf(one.tokens, spellings(other));
  return end === null || quote === null ? quote : reaching(one.claim, quote, end);
}

/** Whether the record is on the condition and the outcome that are named; one that is not carries no more than none. */
function answersAsAsked({ claim, warranted, match }: Case): boolean {
  return warranted?.fit === 'same' && claim.condition !== null && match.question.outcome !== null;
}

/** The lower of the rule's own limit and the record; the rule's fallback where there is no record. */
function warrantedLevel(rule: RuleOf<'scale'>, one: Case, context: PageContext): string | null {
  const levels = LEVELS[rule.scale];
  const recorded = one.warranted?.[rule.scale] ?? null;
  const fallback = treatmentCovered(one.claim, context.evidence) ? (rule.unrecorded ?? null) : null;
  const found = recorded ?? fallback;
  const limit = rule.atMost ?? (answersAsAsked(one) ? null : fallback);
  if (found === null || limit === null) return found ?? limit;
  return levels.indexOf(found) < levels.indexOf(limit) ? found : limit;
}

function isOfDesign({ match }: Case, designs: readonly string[]): boolean {
  return match.synthesis !== null && designs.includes(match.synthesis.bestDesign);
}

/** A word of size and the effect that it measures stand within these characters of each other. */
const NEAR_EFFECT = 25;
const EFFECTS: readonly string[] = [
  'reduce',
  'improve',
  'relief',
  'repair',
  'treat',
  'works',
  'cure',
  'help',
];

/** The word of size with its effect: "major surgery" is large too, and no effect. Null where no effect is near. */
function sizedEffect({ cues }: Claim): Quote | null {
  for (const size of cues.filter((cue) => cue.class.startsWith('size:'))) {
    const effect = cues.find((cue) => EFFECTS.includes(cue.class) && isNear(size.span, cue.span));
    if (effect !== undefined) return effect.text.includes(size.text) ? effect : size;
  }
  return null;
}

function isNear(a: Span, b: Span): boolean {
  return a.start.offset <= b.end.offset + NEAR_EFFECT && b.start.offset <= a.end.offset + NEAR_EFFECT;
}
