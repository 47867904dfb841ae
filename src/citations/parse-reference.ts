/** Splits a reference string into its fields, for strings that match no record. */
import type { Cited } from './cited.ts';
import { identifiersIn } from './identifiers.ts';
import { parseAuthors } from './parse-authors.ts';

/** A longer string is no reference; the rest is left unread. */
const MAX_LENGTH = 1_500;

const LABEL = /^\s{0,4}(?:\[\s?[\p{L}\d+-]{1,8}\s?\]|\(\d{1,3}\)|\d{1,3}[.)](?=\s))\s{0,3}/u;
const YEAR = /(?<![\d–-])(?:1[5-9]|20)\d{2}(?=[a-z]?(?:[^\d–-]|$))/g;
const QUOTED =
  /[“"«]\s?([^“”"«»]{8,400}?)\s?[,.]?\s?[”"»]|(?<=[\s(])[‘']([^‘]{8,400}?)[,.]?[’'](?=[,.;\s]|$)/;

/** Reads the fields of a reference. Nothing is guessed that the string does not show. */
export function parseReference(reference: string): Cited {
  const text = reference.slice(0, MAX_LENGTH).replace(/\s+/g, ' ').trim();
  const label = LABEL.exec(text)?.[0].length ?? 0;
  const list = parseAuthors(text, label);
  const afterAuthors = list?.end ?? label;
  const year = yearIn(text, afterAuthors);
  const title = titleOf(text, afterAuthors);
  return {
    authors: list?.authors ?? [],
    moreAuthors: list?.more ?? false,
    year,
    title: title?.text ?? null,
    journal: title ? journalAfter(text, title.end) : null,
    identifiers: identifiersIn(text),
    text,
  };
}

/** The year nearest after the authors in brackets, else the last plausible one. */
function yearIn(text: string, from: number): number | null {
  const bracketed = /\((?:[^()\d]{0,20})((?:1[5-9]|20)\d{2})[a-z]?[^()]{0,20}\)/.exec(text.slice(from));
  if (bracketed?.[1]) return Number(bracketed[1]);
  const withoutAddresses = text.replace(/https?:\/\/\S+|\b10\.\d{4,9}\/\S+/g, ' ');
  const years = [...withoutAddresses.matchAll(YEAR)].map(([year]) => Number(year));
  return years[0] ?? null;
}

interface Piece {
  readonly text: string;
  readonly end: number;
}

const AFTER_AUTHORS =
  /(?:\s?[,.:;])*\s?(?:\(?(?:[^()\d]{0,12})(?:1[5-9]|20)\d{2}[a-z]?[^()“"]{0,12}?\)?[,.:;]?\s)?/y;

function titleOf(text: string, from: number): Piece | null {
  const quoted = QUOTED.exec(text);
  const inside = quoted?.[1] ?? quoted?.[2];
  if (quoted && inside) return { text: inside.trim(), end: quoted.index + quoted[0].length };
  AFTER_AUTHORS.lastIndex = from;
  const start = from + (AFTER_AUTHORS.exec(text)?.[0].length ?? 0);
  const end = sentenceEnd(text, start);
  const title = text.slice(start, end).trim();
  return title.length < 8 ? null : { text: title.replace(/[.,]$/, ''), end };
}

/** The end of the sentence that starts at `start`: a stop before a space and a capital, or the string's end. */
function sentenceEnd(text: string, start: number): number {
  const stop = /[.?!]["”’)]?\s(?=["“«(]?[\p{Lu}\d])/gu;
  stop.lastIndex = start + 8;
  for (let match = stop.exec(text); match; match = stop.exec(text)) {
    const before = text.slice(Math.max(0, match.index - 4), match.index);
    if (!/(?:^|[\s.(])(?:\p{Lu}|vs|St|Dr|No)$/u.test(before)) return match.index + 1;
  }
  return text.length;
}

const JOURNAL =
  /[\s.,“"”]*(?:In:? )?([\p{Lu}][\p{L}\s.&:'’-]{1,90}?)(?=[,;.]?\s?(?:vol|no\b|\(?\d)|[.,;]\s|[.,;]?$)/uy;

function journalAfter(text: string, from: number): string | null {
  JOURNAL.lastIndex = from;
  return JOURNAL.exec(text)?.[1]?.trim().replace(/[.,]$/, '') ?? null;
}
