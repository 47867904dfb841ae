/** A label that names a gain by its adjective, whatever the gain is of: "Restored grip", "Fuller lashes: …". */

import { wordSet } from '../word-set.ts';
import type { Token } from './tokens.ts';

const GAINS: ReadonlySet<string> = wordSet(
  'improved enhanced better restored renewed regained boosted optimized optimised faster quicker accelerated healthier smoother firmer younger brighter fuller thicker clearer rejuvenated revitalized revitalised',
);
/** What businesses improve that is no matter of health. */
const OTHER_MATTERS =
  /^(?:services?|experiences?|websites?|navigation|care|access|communication|billing|business|bureau|understanding|options?|alternatives?|decisions?|choices?|answers?|questions?|support|search|results|accuracy|diagnos\w+|diagnostics?|imaging|guidance|safety|than|together|known|yet|still|off)$/;
const SHORTEST_LABEL = 2;
const LONGEST_LABEL = 6;

/** The last token of such a label where one opens the sentence, else null. */
export function gainLabel(tokens: readonly Token[]): number | null {
  if (!GAINS.has(tokens[0]?.text ?? '')) return null;
  let end = 1;
  while (end <= LONGEST_LABEL && tokens[end]?.joined === true) end += 1;
  if (end < SHORTEST_LABEL || end > LONGEST_LABEL) return null;
  const closed = end === tokens.length || /[:–—-]/.test(tokens[end]?.before ?? '');
  return closed && !tokens.slice(1, end).some(({ text }) => OTHER_MATTERS.test(text)) ? end - 1 : null;
}
