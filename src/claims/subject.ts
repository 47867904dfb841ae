/** Whose effect it is: the treatment that a sentence speaks of. */

import { wordSet } from '../word-set.ts';
import type { Column } from './context.ts';
import type { FrameName } from './frames.ts';
import type { Mention } from './mentions.ts';
import { isEmptyPronoun } from './pronoun.ts';
import type { Reading } from './reading.ts';
import type { Topic } from './topic.ts';

/**
 * How the treatment was found: named in the sentence (perhaps beside a pronoun that means it), meant by a general word or pronoun, or filled from the page.
 * `comparator` is a sentence about the treatment that the page sets itself off from; `disease` one whose pronoun
 * means the disease that the sentence before spoke of; `agent` one whose own subject is no treatment ("sitting").
 */
export type SubjectSource =
  | 'named'
  | 'general'
  | 'pronoun'
  | 'comparator'
  | 'disease'
  | 'agent'
  | 'topic'
  | 'none';

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
  /** Whether the sentence before, in the same section, was about people and named no treatment. */
  readonly people: boolean;
  /** The treatment that the nearest heading names, or null. */
  readonly heading: string | null;
  /** Whether the nearest heading speaks of risks or safety. */
  readonly headingOnHarm: boolean;
  /** Whether the nearest heading introduces benefits. */
  readonly headingOnBenefits: boolean;
  /** The treatment that stands at the head of the cell's column, or null. */
  readonly column: Column | null;
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
  const subject = findTreatment(reading, before, topic);
  return actsAlone(reading, subject, topic.aboutHarm || before.headingOnHarm)
    ? { ...subject, source: 'agent' }
    : subject;
}

/**
 * Whether the subject is no treatment, and the sentence names a treatment at most inside it ("lack of vitamin D").
 * Where harms of the treatment are told, an infection is one of them.
 */
function actsAlone({ agent, mentions }: Reading, { source }: Subject, onHarm: boolean): boolean {
  const { foreign, harm } = agent;
  if (foreign === null || source === 'comparator' || source === 'disease' || (harm && onHarm)) return false;
  return mentions.every(
    ({ kind, first }) => kind === 'pronoun' || (foreign.head < first && first < foreign.verb),
  );
}

function findTreatment(reading: Reading, before: Before, topic: Topic): Subject {
  const effect = firstEffect(reading);
  const compares = (mention: Mention) =>
    mention.comparator && mention.treatment !== topic.treatment && topic.treatment !== OTHER;
  const named = reading.mentions.filter((mention) => mention.kind === 'named');
  const own = named.filter((mention) => !compares(mention));
  const agent = own.find((mention) => mention.first <= effect && !isObject(mention, reading));
  if (agent !== undefined) return { treatment: agent.treatment ?? OTHER, source: 'named' };
  const compared = named.find((mention) => compares(mention) && !isSpared(mention, reading));
  const referring = reading.mentions.find((mention) => refers(mention, reading, before));
  if (
    referring !== undefined &&
    referring.first <= effect &&
    own.every(({ first }) => first > referring.first)
  ) {
    const meant = meantBy(referring, compared, effect, before, topic);
    return own.length > 0 ? { ...meant, source: 'named' } : meant;
  }
  if (own[0] !== undefined) return { treatment: own[0].treatment ?? OTHER, source: 'named' };
  if (compared !== undefined && (compared.first < effect || !setsAgainst(reading))) {
    return { treatment: compared.treatment ?? OTHER, source: 'comparator' };
  }
  if (referring !== undefined) return meantBy(referring, undefined, effect, before, topic);
  if (before.column !== null && before.column.treatment !== topic.treatment) {
    return { treatment: before.column.treatment, source: before.column.comparator ? 'comparator' : 'named' };
  }
  if (topic.treatment === null) return { treatment: OTHER, source: 'none' };
  return { treatment: before.heading ?? topic.treatment, source: 'topic' };
}

/** Whether a treatment that comes after the effect is what people are spared, or what the page's own is set against. */
function setsAgainst({ frames }: Reading): boolean {
  return frames.some(({ name }) => SPARING.has(name));
}

const SPARING: ReadonlySet<FrameName> = new Set([
  'avoid-procedure',
  'instead',
  'outdo',
  'outdo-treatment',
  'level',
  'no-harm',
  'less-harm',
]);

/** Words between a denial and the treatment that it sets aside: "not candidates for surgery". */
const LONGEST_WAY_TO_SPARED = 3;

/** Whether people are told to do without a treatment: "that do not involve surgery". */
function isSpared({ first }: Mention, { hits }: Reading): boolean {
  return hits.some(
    ({ key, last }) =>
      (key === 'stance/negation' || key === 'effects/avoid') &&
      last < first &&
      last >= first - 1 - LONGEST_WAY_TO_SPARED,
  );
}

function firstEffect(reading: Reading): number {
  return reading.frames[0]?.hits[0]?.first ?? reading.tokens.length;
}

/**
 * Words after which a treatment is not the one that acts: "a part of PRP", "removed from the cells"; but "an
 * injection of PRP" is PRP.
 */
const BEFORE_OBJECTS: ReadonlySet<string> = wordSet(
  'of in for from with to into by than unlike versus vs including like as your their using uses use',
);

function isObject({ first }: Mention, { tokens, mentions }: Reading): boolean {
  if (tokens[first]?.before.includes('(') === true) return true;
  const givesIt = mentions.some(({ kind, last }) => kind === 'general' && last === first - 2);
  return !givesIt && BEFORE_OBJECTS.has(tokens[first - 1]?.text ?? '');
}

/** A general word for a treatment, or a pronoun near the start of the sentence that may mean one. */
function refers(mention: Mention, reading: Reading, before: Before): boolean {
  const { kind, first } = mention;
  if (kind !== 'pronoun') return kind === 'general';
  if (before.people && PLURALS.test(reading.tokens[first]?.text ?? '')) return false;
  return (
    first <= LAST_PLACE_OF_A_SUBJECT &&
    !isEmptyPronoun(reading.tokens, first) &&
    !belongsToBody(mention, reading)
  );
}

const PLURALS = /^(?:they|they're|their)$/;

/** Pronouns that may stand before a noun: "these chemicals". */
const BEFORE_NOUNS: ReadonlySet<string> = new Set(['this', 'these', 'such', 'both', 'its', 'their']);
/** What a pronoun with its noun may mean instead of a treatment, by the file or the class of the noun. */
const BODY_NOUNS: ReadonlySet<string> = new Set([
  'condition',
  'agents/disturbance',
  'agents/everyday',
  'objects/condition',
  'objects/symptom',
  'objects/tissue',
]);

/** "This irreversible condition": a pronoun whose noun is a disease or what brings one about, an adjective perhaps between. */
function belongsToBody({ first, last }: Mention, { tokens, hits }: Reading): boolean {
  if (!BEFORE_NOUNS.has(tokens[first]?.text ?? '')) return false;
  return hits.some(
    (hit) =>
      hit.first > last &&
      hit.first <= last + 2 &&
      tokens[hit.first]?.joined === true &&
      (BODY_NOUNS.has(hit.file) || BODY_NOUNS.has(hit.key)),
  );
}

/** What a general word or a pronoun means; a comparator named before it is what the sentence is about. */
function meantBy(
  { kind, first }: Mention,
  compared: Mention | undefined,
  effect: number,
  before: Before,
  topic: Topic,
): Subject {
  if (compared !== undefined && compared.first < Math.min(first, effect)) {
    return { treatment: compared.treatment ?? OTHER, source: 'comparator' };
  }
  const treatment = before.sentence ?? before.heading ?? topic.treatment ?? OTHER;
  if (kind === 'general') return { treatment, source: 'general' };
  return { treatment, source: before.disease ? 'disease' : 'pronoun' };
}
