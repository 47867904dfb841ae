/** One sentence with what its finders need, and how they report a place in it. */
import type { Block, CitationKind, Sentence } from '../model.ts';
import { type Cited, type Mention, NOTHING_CITED, type Shape } from './cited.ts';
import { subjectWords } from './fold.ts';
import type { Library } from './library.ts';

const SOURCE_WORD =
  /stud|trial|research|evidence|data|review|analys|registr|literature|publi|paper|article|experiment|investigat|report|series|scien|expert|journal|guideline|survey|author/i;

/** What stands further on in one sentence is left unread: no sentence is so long. */
const MAX_LENGTH = 4_000;

export interface Unit {
  readonly sentence: Sentence;
  /** The sentence's text, up to a length. */
  readonly text: string;
  /** Whether a word in it may name a source; most sentences have none. */
  readonly namesSource: boolean;
  /** The number of people that the sentence gives, or null. */
  readonly people: () => number | null;
  /** The words that say what the sentence is about. */
  readonly subject: () => ReadonlySet<string>;
  readonly block: Block;
  readonly library: Library;
}

export function unitOf(sentence: Sentence, block: Block, library: Library): Unit {
  const text = sentence.text.slice(0, MAX_LENGTH);
  let words: ReadonlySet<string> | null = null;
  return {
    sentence,
    text,
    namesSource: SOURCE_WORD.test(text),
    people: () => peopleIn(text),
    subject: () => {
      words ??= subjectWords(text);
      return words;
    },
    block,
    library,
  };
}

/** Every shape has a finder; offsets are in the sentence's text. */
export type Finder = (unit: Unit) => Mention[];

/** A mention from `start` to `end` of a sentence. */
export function mention(
  { sentence, people }: Unit,
  start: number,
  end: number,
  shape: Shape,
  kind: CitationKind,
  cited: Partial<Cited> = {},
): Mention {
  return {
    block: sentence.block,
    start: sentence.start + start,
    end: sentence.start + end,
    sentence: sentence.index,
    kind,
    shape,
    cited: { ...NOTHING_CITED, text: sentence.text.slice(start, end), ...cited },
    people: people(),
    label: null,
    span: null,
  };
}

const PEOPLE =
  /\b(\d{1,3}(?:,\d{3}){1,2}|\d{1,6})[\s-](?:[a-z-]{1,16}\s){0,2}(?:patients?|people|participants?|subjects?|adults|women|men|volunteers|individuals)\b/i;

function peopleIn(text: string): number | null {
  const found = PEOPLE.exec(text)?.[1];
  return found === undefined ? null : Number(found.replaceAll(',', ''));
}

/** Nouns of sources, as the tail of a pattern. */
export const SOURCE_NOUN =
  '(?:stud(?:y|ies)|trials?|papers?|articles?|reviews?|meta-?\\s?analys[ei]s|publications?|reports?|case series|series|research|registr(?:y|ies)|investigations?|guidelines?|surveys?)';
