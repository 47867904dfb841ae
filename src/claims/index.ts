/**
 * Finds the claims of a page and reads what each one asserts. A claim is a score, not a pattern:
 * treatment (named, or the page's topic) × effect frame × stance. In order: tokens → scan → mentions, frames →
 * topic, subject, stance → score → the slots of a claim.
 */
import type { Vocabulary } from '../evidence/schema.ts';
import type { Caveat, Claim, Document, Sentence } from '../model.ts';
import { createLocator } from '../read/position.ts';
import { buildClaim } from './build.ts';
import { findCaveats } from './caveats.ts';
import type { Lexicon } from './lexicon.ts';
import { readPage } from './page.ts';
import { mergePlaces } from './places.ts';

/**
 * Finds the claims and caveats of a page, each in document order; a sentence may be both. The same sentence
 * at several places is one claim. Pure and linear in the length of the page.
 */
export function findClaims(
  document: Document,
  sentences: readonly Sentence[],
  lexicon: Lexicon,
  vocabulary: Vocabulary,
): { claims: Claim[]; caveats: Caveat[] } {
  const caveats = findCaveats(document, sentences, lexicon);
  const locate = createLocator(document.source.text);
  const claims = readPage(document, sentences, caveats, lexicon, vocabulary)
    .filter(({ score }) => score.claims)
    .map((scored) => buildClaim({ ...scored, lexicon, vocabulary, locate }));
  return { claims: mergePlaces(claims), caveats };
}
