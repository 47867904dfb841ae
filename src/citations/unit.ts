/** The words of one sentence with what its finders need, and how they report a place in it. */
import type { CitationKind } from '../model.ts';
import { type Cited, NOTHING_CITED, type Shape, type UnitMention } from './cited.ts';
import { subjectWords } from './fold.ts';
import type { Library } from './library.ts';

const SOURCE_WORD =
  /stud|trial|research|evidence|data|review|analys|registr|literature|publi|paper|article|experiment|investigat|report|series|scien|expert|journal|guideline|survey|author|guidance|RCT/i;

/** What stands further on in one sentence is left unread: no sentence is so long. */
const MAX_LENGTH = 4_000;

export interface Unit {
  /** The sentence's text, up to a length. */
  readonly text: string;
  /** Whether a word in it may name a source; most sentences have none. */
  readonly namesSource: boolean;
  /** The number of people that the sentence gives, or null. */
  readonly people: () => number | null;
  /** The words that say what the sentence is about. */
  readonly subject: () => ReadonlySet<string>;
  readonly library: Library;
}

export function unitOf(sentence: string, library: Library): Unit {
  const text = sentence.slice(0, MAX_LENGTH);
  let words: ReadonlySet<string> | null = null;
  return {
    text,
    namesSource: SOURCE_WORD.test(text),
    people: () => peopleIn(text),
    subject: () => {
      words ??= subjectWords(text);
      return words;
    },
    library,
  };
}

/** How far behind a description its number of people may stand, in characters. */
const PEOPLE_REACH = 60;

/** Every shape has a finder. */
export type Finder = (unit: Unit) => UnitMention[];

/** A mention from `start` to `end` of a sentence. */
export function mention(
  { text, people }: Unit,
  start: number,
  end: number,
  shape: Shape,
  kind: CitationKind,
  cited: Partial<Cited> = {},
): UnitMention {
  return {
    start,
    end,
    kind,
    shape,
    cited: { ...NOTHING_CITED, text: text.slice(start, end), ...cited },
    people: shape === 'description' ? peopleIn(text.slice(start, end + PEOPLE_REACH)) : people(),
    label: null,
    span: null,
  };
}

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
};
const PEOPLE =
  /\b(\d{1,3}(?:,\d{3}){1,2}|\d{1,6}|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty)[\s-](?:(?!that\s|when\s|the\s|and\s)[a-z-]{1,16}\s){0,2}(?:patients?|people|participants?|subjects?|adults|women|men|volunteers|individuals)\b/i;

function peopleIn(text: string): number | null {
  const found = PEOPLE.exec(text)?.[1];
  if (found === undefined) return null;
  return NUMBER_WORDS[found.toLowerCase()] ?? Number(found.replaceAll(',', ''));
}

/** Nouns of sources, as the tail of a pattern. */
export const SOURCE_NOUN =
  '(?:stud(?:y|ies)|trials?|papers?|articles?|reviews?|meta-?\\s?analys[ei]s|publications?|reports?|case series|series|research|registr(?:y|ies)|investigations?|guidelines?|surveys?|RCTs?)';
