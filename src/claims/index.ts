/**
 * Finds the claims of a page and reads what each one asserts. A claim is a score, not a pattern:
 * treatment (named, or the page's topic) × effect frame × stance; see design of the parts in their files:
 * tokens → scan → mentions, frames → topic, subject, stance → score → slots of the claim.
 */
import type { Vocabulary } from '../evidence/schema.ts';
import type { Caveat, Claim, Document, Region, Sentence } from '../model.ts';
import { createLocator } from '../read/position.ts';
import { buildClaim } from './build.ts';
import { findCaveats } from './caveats.ts';
import { trackContext } from './context.ts';
import type { Lexicon } from './lexicon.ts';
import { mergePlaces } from './places.ts';
import { type Reading, readSentence } from './reading.ts';
import { score } from './score.ts';
import { findStances } from './stance.ts';
import { findSubject } from './subject.ts';
import { findTopic } from './topic.ts';
import { wordLists } from './words.ts';

const NO_CLAIMS: ReadonlySet<Region> = new Set(['references', 'boilerplate', 'code']);

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
  const lists = wordLists(lexicon, vocabulary);
  const comparators = new Set(vocabulary.treatments.filter((term) => term.comparator).map(({ id }) => id));
  const readings = sentences
    .map((sentence) => readSentence(sentence, document, lists, comparators))
    .filter((reading): reading is Reading => reading !== null && !NO_CLAIMS.has(reading.block.region));
  const topic = findTopic(readings);
  const context = trackContext(document);
  const locate = createLocator(document.source.text);
  const claims: Claim[] = [];
  for (const reading of readings) {
    const before = context.before(reading);
    const subject = findSubject(reading, before, topic);
    const stances = findStances(reading);
    context.remember(reading, subject);
    if (!score(reading, subject, stances, topic, before).claims) continue;
    claims.push(buildClaim({ reading, subject, stances, before, topic, lexicon, vocabulary, locate }));
  }
  return { claims: mergePlaces(claims), caveats: findCaveats(document, sentences, lexicon) };
}
