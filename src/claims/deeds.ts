/**
 * What a treatment is said to do to an object that no list knows: "PRP softens the scar". A treatment that is the
 * subject of a verb of change claims whatever its object is.
 */

import { wordSet } from '../word-set.ts';
import type { Mention } from './mentions.ts';
import type { Hit } from './scan.ts';
import type { Token } from './tokens.ts';

/** A treatment, the verb of change that it is the subject of, and the word after that. */
export interface Deed {
  readonly verb: Hit;
  readonly last: number;
}

const CHANGES: ReadonlySet<string> = new Set([
  'effects/reduce',
  'effects/improve',
  'effects/repair',
  'effects/regain',
  'effects/strengthen',
  'effects/promote',
  'effects/raise',
  'effects/stimulate',
]);

/** Words that may stand between a treatment and its verb. */
const BETWEEN: ReadonlySet<string> = wordSet(
  'can could may might will would do does also help helps to is are has have been that which used designed intended formulated shown known believed thought proven able aim aims work works serve serves both not',
);
const LONGEST_WAY = 6;
/** Words after which a verb stands in its base form. */
const BEFORE_BASE: ReadonlySet<string> = wordSet('to can could may might will would do does help helps not');
/** Participles, nouns and adjectives among the words of change. */
const NO_VERBS = /(?:ed|ing|tion|ment|built|better)$/;
/** Verbs whose object must be known, for anything can be made or begun. */
const STARTS = /^(?:starts?|creates?|builds?)$/;
const PLURALS = /^(?:they|these|both)$|[^s]s$/;
const ADVERB = /^[a-z]{3,12}ly$/;
/** Words that open no object. */
const NO_OBJECTS =
  /^(?:of|in|on|at|by|with|for|from|to|as|when|if|while|and|or|but|because|after|before|than|upon|that|until|within|is|are|was|were|can|may|will|has|have)$/;
/** Objects that are no matter of health. */
const OTHER_MATTERS =
  /^(?:costs?|prices?|fees?|questions?|doubts?|concerns?|awareness|demand|claims?|idea|theory|need|time|access)$/;
/** "Softens and smooths the scar". */
const JOINS_VERBS = /^(?:and|or)$/;
const NEAREST_OBJECT = 3;
const LAST_PLACE_OF_A_SUBJECT = 3;

/** The deeds of a sentence, in order of the treatments. Each treatment looks a few words ahead: the cost is linear. */
export function findDeeds(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  beginning: ReadonlyMap<number, readonly Hit[]>,
): Deed[] {
  const named =
    mentions.find(({ kind, comparator }) => kind === 'named' && !comparator)?.first ?? tokens.length;
  return mentions.flatMap((mention) => {
    if (mention.kind === 'provider') return [];
    if (isFarPronoun(mention) && mention.first < named) return [];
    const at = verbPlace(tokens, mention.last + 1);
    const verb = beginning.get(at)?.find(({ key }) => CHANGES.has(key));
    if (verb === undefined || isGift(verb, beginning) || !isVerb(tokens, at, mention)) return [];
    return hasObject(tokens, verb, beginning) ? [{ verb, last: verb.last + 1 }] : [];
  });
}

/** A pronoun further on refers to something in its own sentence. */
function isFarPronoun({ kind, first }: Mention): boolean {
  return kind === 'pronoun' && first > LAST_PLACE_OF_A_SUBJECT;
}

function verbPlace(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at < from + LONGEST_WAY && isBetween(tokens[at])) at += 1;
  return at;
}

function isBetween(token: Token | undefined): boolean {
  return token?.joined === true && (BETWEEN.has(token.text) || ADVERB.test(token.text));
}

/** "Provides" and "delivers" need an object that says what. */
function isGift({ first }: Hit, beginning: ReadonlyMap<number, readonly Hit[]>): boolean {
  return beginning.get(first)?.some(({ key }) => key === 'effects/deliver') === true;
}

function isVerb(tokens: readonly Token[], at: number, { last }: Mention): boolean {
  const verb = tokens[at];
  if (verb?.joined !== true) return false;
  if (STARTS.test(verb.text)) return false;
  if (/[^s]s$/.test(verb.text)) return true;
  if (NO_VERBS.test(verb.text)) return false;
  let before = at - 1;
  while (before > last && ADVERB.test(tokens[before]?.text ?? '')) before -= 1;
  const word = tokens[before]?.text ?? '';
  return before > last ? BEFORE_BASE.has(word) : PLURALS.test(word);
}

function hasObject(
  tokens: readonly Token[],
  { last }: Hit,
  beginning: ReadonlyMap<number, readonly Hit[]>,
): boolean {
  const next = tokens[last + 1];
  const second = beginning.get(last + 2)?.find(({ key }) => CHANGES.has(key));
  if (second !== undefined && JOINS_VERBS.test(next?.text ?? '')) return hasObject(tokens, second, beginning);
  if (next?.joined !== true || NO_OBJECTS.test(next.text)) return false;
  for (let at = last + 1; at <= last + NEAREST_OBJECT; at += 1) {
    if (OTHER_MATTERS.test(tokens[at]?.text ?? '')) return false;
    if (beginning.get(at)?.some(({ file }) => file === 'harms') === true) return false;
  }
  return true;
}
