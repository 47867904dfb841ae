/** Pronouns that mean nothing. */

import { wordSet } from '../word-set.ts';
import type { Token } from './tokens.ts';

/** "It is natural to ask": a pronoun that means nothing, as it only holds the place of what follows. */
export function isEmptyPronoun(tokens: readonly Token[], at: number): boolean {
  if (!EMPTY.test(tokens[at]?.text ?? '')) return false;
  let next = at + (tokens[at]?.text === 'it' ? 2 : 1);
  while (ADVERB.test(tokens[next]?.text ?? '')) next += 1;
  return JUDGING.has(tokens[next]?.text ?? '') && FOLLOWING.test(tokens[next + 1]?.text ?? '');
}

const EMPTY = /^it(?:'s)?$/;
const ADVERB = /^(?:[a-z]{2,12}ly|also|not|often|always|never|very|quite|so|more|most)$/;
const FOLLOWING = /^(?:to|that|for|when|if|how|why|whether)$/;
const JUDGING = wordSet(
  'important easy hard difficult natural normal common possible impossible essential best wise crucial vital necessary helpful useful worth time rare tempting recommended advisable better fair clear true unusual understandable frustrating good reasonable unclear unknown worthwhile okay fine estimated imperative critical key uncommon',
);
