import type { Vocabulary } from '../evidence/schema.ts';
import type { Caveat, Claim, Document, Sentence } from '../model.ts';
import type { Lexicon } from './lexicon.ts';

/** Finds the claims and caveats of a page. */
export function findClaims(
  _document: Document,
  _sentences: readonly Sentence[],
  _lexicon: Lexicon,
  _vocabulary: Vocabulary,
): { claims: Claim[]; caveats: Caveat[] } {
  return { claims: [], caveats: [] };
}
