/** Whose effect it is: the treatment that a sentence speaks of. */
import type { Mention } from './mentions.ts';
import type { Reading } from './reading.ts';
import type { Topic } from './topic.ts';

/**
 * How the treatment was found: named in the sentence, meant by a general word or pronoun, or filled from the page.
 * `comparator` is a sentence about the treatment that the page sets itself off from; `disease` one whose pronoun
 * means the disease that the sentence before spoke of.
 */
export type SubjectSource = 'named' | 'general' | 'pronoun' | 'comparator' | 'disease' | 'topic' | 'none';

export interface Subject {
  /** Id of a treatment, or `other`. */
  readonly treatment: string;
  readonly source: SubjectSource;
}

/** What was spoken of before a sentence. */
export interface Before {
  /** The treatment of the sentence before in the same section, or null. */
  readonly sentence: string | null;
  /** Whether the sentence before, in the same section, spoke of a disease and of no treatment. */
  readonly disease: boolean;
  /** The treatment that the nearest heading names, or null. */
  readonly heading: string | null;
  /** Whether the nearest heading speaks of risks or safety. */
  readonly headingOnHarm: boolean;
  /** Whether the sentence before, in the same section, told a harm. */
  readonly sentenceOnHarm: boolean;
  /** The condition that the nearest heading names, or null. */
  readonly condition: string | null;
  /** The text that introduces the sentence: a list's lead-in, a cell's header, an answer's question; or null. */
  readonly leadIn: string | null;
}

const OTHER = 'other';
/** A pronoun further on than this refers to something in its own sentence. */
const LAST_PLACE_OF_A_SUBJECT = 3;

/** Finds the treatment of a sentence: by name, else from the sentence before, the heading and the page's topic. */
export function findSubject(reading: Reading, before: Before, topic: Topic): Subject {
  const effect = firstEffect(reading);
  const named = reading.mentions.filter((mention) => mention.kind === 'named');
  const compares = (mention: Mention) => mention.comparator && mention.treatment !== topic.treatment;
  const own = governing(
    named.filter((mention) => !compares(mention)),
    effect,
  );
  if (own !== undefined) return { treatment: own.treatment ?? OTHER, source: 'named' };
  const referring = reading.mentions.find(
    ({ kind, first }) => (kind === 'pronoun' && first <= LAST_PLACE_OF_A_SUBJECT) || kind === 'general',
  );
  const compared = named.find(compares);
  if (
    compared !== undefined &&
    compared.first < effect &&
    (referring === undefined || referring.first > compared.first)
  ) {
    return { treatment: compared.treatment ?? OTHER, source: 'comparator' };
  }
  const meant = before.sentence ?? before.heading ?? topic.treatment;
  if (referring?.kind === 'general') return { treatment: meant ?? OTHER, source: 'general' };
  if (referring !== undefined)
    return { treatment: meant ?? OTHER, source: before.disease ? 'disease' : 'pronoun' };
  if (topic.treatment === null) return { treatment: OTHER, source: 'none' };
  return { treatment: before.heading ?? topic.treatment, source: 'topic' };
}

function firstEffect(reading: Reading): number {
  return reading.frames[0]?.first ?? reading.tokens.length;
}

/** Of several treatments the last one before the effect does it; else the first one after. */
function governing(mentions: readonly Mention[], effect: number): Mention | undefined {
  return mentions.findLast((mention) => mention.first <= effect) ?? mentions[0];
}
