/** What the judgement of every claim of a page shares. */
import { spanWithin } from '../claims/spans.ts';
import { type Token, tokenize } from '../claims/tokens.ts';
import type { Evidence } from '../evidence/index.ts';
import type { Caveat, Claim, Span } from '../model.ts';
import { lazily, onceFor } from '../once.ts';
import { createLocator } from '../read/position.ts';
import { type Ask, type Case, casesOf, createAsk } from './case.ts';
import type { Findings, JudgeOptions } from './index.ts';
import { findJurisdiction } from './jurisdiction.ts';
import { placesOf, type Told } from './near.ts';
import { contains } from './phrases.ts';
import type { RuleOf } from './rule.ts';

export interface PageContext {
  readonly page: Findings;
  readonly evidence: Evidence;
  readonly cases: readonly Case[];
  /** ISO date. */
  readonly today: string;
  readonly jurisdiction: string | null;
  readonly ask: Ask;
  /** Where the caveats of the page stand that meet what a rule asks for. */
  toldFor(rule: RuleOf<'caveat'>): Told;
  /** Whether the page has one of the phrases of a rule and none of those that take it back. */
  standsElsewhere(rule: NonNullable<RuleOf<'cue'>['elsewhere']>): boolean;
  /** The place in the source of a stretch of a claim's text, in UTF-16 units. */
  spanIn(claim: Claim, start: number, end: number): Span;
}

export function contextOf(page: Findings, options: JudgeOptions): PageContext {
  const { document, sentences } = page;
  const jurisdiction = options.jurisdiction ?? findJurisdiction(document);
  const ask = createAsk(options.evidence, jurisdiction);
  const locate = createLocator(document.source.text);
  const words = lazily(() => document.blocks.map((block) => tokenize(block.text)));
  return {
    page,
    evidence: options.evidence,
    cases: casesOf(page, options.evidence, ask),
    today: options.today,
    jurisdiction,
    ask,
    toldFor: onceFor((rule) =>
      placesOf(
        page,
        page.caveats.filter((caveat) => meets(caveat, rule)),
      ),
    ),
    standsElsewhere: onceFor(({ phrases, unless }) => has(words(), phrases) && !has(words(), unless)),
    spanIn(claim, start, end) {
      const sentence = sentences[claim.sentence];
      const block = document.blocks[sentence?.block ?? -1];
      if (sentence === undefined || block === undefined) return claim.span;
      return spanWithin(sentence, block, locate, start, end);
    },
  };
}

function meets({ kind, text }: Caveat, { cures, naming }: RuleOf<'caveat'>): boolean {
  return cures.includes(kind) && (naming === undefined || contains(tokenize(text), naming));
}

function has(texts: readonly (readonly Token[])[], phrases: readonly string[]): boolean {
  return texts.some((tokens) => contains(tokens, phrases));
}
