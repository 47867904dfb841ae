/** Splits a reference string into its fields, for strings that match no record. */
import type { Cited } from './cited.ts';
import { identifiersIn } from './identifiers.ts';
import { latin } from './latin.ts';
import { type AuthorList, parseAuthors } from './parse-authors.ts';
import { parseJournal } from './parse-journal.ts';
import { parseTitle } from './parse-title.ts';

const LOWER_WORD = latin(/\s\p{Ll}{5,}/u);

/** A longer string is no reference; the rest is left unread. */
const MAX_LENGTH = 1_500;

const LABEL = latin(
  /^\s{0,4}(?:\[\s?[\p{L}\d+-]{1,8}\s?\]|\(\d{1,3}\)|\d{1,3}[.)](?=\s)|\d{1,3}(?=\s\p{Lu}\p{L}+, \p{Lu}\.)|[—–_-]{2,12}[\s.,]{1,4})\s{0,3}/u,
);
const YEAR = /(?<![\d–-])(?:1[5-9]|20)\d{2}(?=[a-z]?(?:[^\d–-]|$))/g;
/** `(1998, September 5)`, `1998.`, `June 1998,` */
const DATE = latin(
  /^[\s,.:;]*(?:\([^()]{0,15}(?:1[5-9]|20)\d{2}[^()]{0,25}\)|(?:\p{L}{3,9}\.?\s)?(?:\d{1,2},?\s)?(?:1[5-9]|20)\d{2}[a-z]?(?:[/–-]\d{2,4})?)[,.:;]?\s/u,
);
/** An organisation stands before the date, as an author would. */
const ORGANISATION = latin(
  /^(?<name>\p{Lu}[^.()\d,;:]{3,90})[.,]? (?=\((?:1[5-9]|20)\d{2}|(?:1[5-9]|20)\d{2}[a-z]?\.)/u,
);

/** Chemists leave out titles: `Nano Lett. 2010, 10, 1012`. */
const UNTITLED = latin(
  /^(?=[^\d]{0,40}\.)(?:\p{Lu}\p{L}{0,12}\.?,?\s(?:&\s|and\s)?){1,7}\(?(?:(?:1[5-9]|20)\d{2}\)?[,;.]|\d{1,4},\s\d)|^(?:\p{Lu}[\p{L}&]{0,12}\.?\s?){1,6},?\s?\p{Lu}?\d{1,4}\p{Lu}?,\s?\p{Lu}?\d/u,
);

/** A work without authors: its title stands where they would. */
const TITLE_AND_DATE = latin(/^(?<title>[^.(]{12,200})[.?!]? \((?:1[5-9]|20)\d{2}[^()]{0,20}\)[.,]/u);

/** Reads the fields of a reference. Nothing is guessed that the string does not show. */
export function parseReference(reference: string): Cited {
  const text = reference
    .slice(0, MAX_LENGTH)
    .replace(/``|''/g, '"')
    .replaceAll('*', ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const label = LABEL.exec(text)?.[0].length ?? 0;
  const repeated = /^[—–_]/.test(text);
  const list = repeated ? null : (parseAuthors(text, label) ?? organisation(text, label));
  const afterAuthors = list?.end ?? label;
  const start = titleStart(text, afterAuthors);
  const dated = list === null ? TITLE_AND_DATE.exec(text.slice(label)) : null;
  if (dated?.groups?.title) return withoutAuthors(text, dated.groups.title, label + dated[0].length);
  const untitled = list !== null && UNTITLED.test(text.slice(start));
  const title = untitled ? null : parseTitle(text, start, text.slice(afterAuthors, start).trim().slice(-1));
  return {
    authors: list?.authors ?? [],
    moreAuthors: list?.more ?? false,
    year: yearIn(text, afterAuthors),
    title: title?.text ?? null,
    journal: title || untitled ? parseJournal(text, title?.end ?? start) : null,
    identifiers: identifiersIn(text),
    text,
  };
}

function withoutAuthors(text: string, title: string, end: number): Cited {
  return {
    authors: [],
    moreAuthors: false,
    year: yearIn(text, 0),
    title,
    journal: parseJournal(text, end),
    identifiers: identifiersIn(text),
    text,
  };
}

function organisation(text: string, start: number): AuthorList | null {
  const match = ORGANISATION.exec(text.slice(start));
  const name = match?.groups?.name;
  // A sentence in the same place is the title of a work without authors.
  if (!match || name === undefined || LOWER_WORD.test(name)) return null;
  return { authors: [{ family: name, given: '' }], more: false, end: start + match[0].trimEnd().length };
}

/** Past the stop after the authors, and past a date that stands there. */
function titleStart(text: string, afterAuthors: number): number {
  const rest = text.slice(afterAuthors);
  const date = DATE.exec(rest)?.[0];
  const stop = /^[\s.,:;]*/.exec(date === undefined ? rest : rest.slice(date.length))?.[0] ?? '';
  return afterAuthors + (date?.length ?? 0) + stop.length;
}

/** The year nearest after the authors in brackets, else the first plausible one. */
function yearIn(text: string, from: number): number | null {
  const bracketed = /\((?:[^()\d]{0,20})((?:1[5-9]|20)\d{2})[a-z]?[^()]{0,20}\)/.exec(text.slice(from));
  if (bracketed?.[1]) return Number(bracketed[1]);
  const withoutAddresses = text.replace(/https?:\/\/\S+|\b10\.\d{4,9}\/\S+/g, ' ');
  const years = [...withoutAddresses.matchAll(YEAR)].map(([year]) => Number(year));
  return years[0] ?? null;
}
