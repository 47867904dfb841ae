/** Reads and scores the sentences of a page, each in the light of those before it and of the page's topic. */
import type { Vocabulary } from '../evidence/schema.ts';
import type { Caveat, CaveatKind, Document, Region, Sentence } from '../model.ts';
import { answerQuestions } from './answers.ts';
import { trackContext } from './context.ts';
import type { Lexicon } from './lexicon.ts';
import { readListed } from './listed.ts';
import { type Reading, readSentence } from './reading.ts';
import { type Score, scoreSentence } from './score.ts';
import { siteNames } from './site-name.ts';
import { findStances, inheritStances, type StanceName } from './stance.ts';
import { type Before, findSubject, type Subject } from './subject.ts';
import { findTopic, type Topic } from './topic.ts';
import { knownWords } from './words.ts';

/** A sentence with everything that decides whether it claims. */
export interface ScoredSentence {
  readonly reading: Reading;
  readonly subject: Subject;
  readonly stances: ReadonlySet<StanceName>;
  readonly before: Before;
  readonly topic: Topic;
  readonly score: Score;
}

const NO_CLAIMS: ReadonlySet<Region> = new Set(['references', 'boilerplate', 'code']);

/** Caveats that are often the whole point of their sentence; a risk told is a claim about safety too. */
const LIMITS: ReadonlySet<CaveatKind> = new Set([
  'results-vary',
  'evidence-limited',
  'trials-needed',
  'individual-selection',
  'not-medical-advice',
  'conflict-of-interest',
]);

/** Scores every sentence of the regions that hold claims, in document order. */
export function readPage(
  document: Document,
  sentences: readonly Sentence[],
  caveats: readonly Caveat[],
  lexicon: Lexicon,
  vocabulary: Vocabulary,
): ScoredSentence[] {
  const words = knownWords(lexicon, vocabulary);
  const names = siteNames(document);
  const readings = sentences
    .map((sentence) => readSentence(sentence, document, words, names))
    .filter((reading): reading is Reading => reading !== null && !NO_CLAIMS.has(reading.block.region));
  const topic = findTopic(readings);
  const limits = new Set(caveats.filter(({ kind }) => LIMITS.has(kind)).map(({ sentence }) => sentence));
  const context = trackContext(document);
  const leadIns = new Map<number, ReadonlySet<StanceName>>();
  return answerQuestions(readings).map((plain, index) => {
    const reading = readListed(plain, document.blocks);
    const before = context.before(reading);
    const subject = findSubject(reading, before, topic);
    const stances = inheritStances(
      findStances(reading, readings[index + 1]),
      leadIns.get(reading.block.leadIn ?? -1),
    );
    leadIns.set(reading.block.index, stances);
    context.remember(reading, subject);
    const tellsLimit = limits.has(reading.sentence.index);
    const score = scoreSentence({ reading, subject, stances, before, topic, tellsLimit });
    return { reading, subject, stances, before, topic, score };
  });
}
