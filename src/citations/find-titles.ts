/** Titles in quotation marks, and recorded titles that a sentence prints without them. */
import type { UnitMention } from './cited.ts';
import { matchTitle } from './compare-title.ts';
import { titleWords } from './fold.ts';
import { latin } from './latin.ts';
import { candidates, printedTitle } from './library.ts';
import { mention, type Unit } from './unit.ts';

const CAPITAL = latin(/^[\p{Lu}\d]/u);

const QUOTED = latin(/[“"«‘]([^“”"«»‘]{20,300}?)[.,]?[”"»]/gu);
const LEAD_IN =
  /\b(?:authors? of|entitled|titled|called|stud(?:y|ies)|trials?|papers?|articles?|reviews?|report|publication|published)\b[^“"]{0,60}$/i;
const JOURNAL_AFTER = latin(
  / (?:issue of|published in|in) (?:the )?((?:[\p{Lu}][\p{L}]{2,20})(?: (?:of|and|&|[\p{Lu}][\p{L}]{2,20})){0,6})/u,
);
const NEAR = 0.8;
/** No title that is looked for without quotation marks is shorter, in characters. */
const SHORTEST = 40;

export function findTitles(unit: Unit): UnitMention[] {
  const quoted = [...(/[“"«‘]/.test(unit.text) ? unit.text.matchAll(QUOTED) : [])].flatMap(
    (match) => quotedTitle(unit, match) ?? [],
  );
  return quoted.length > 0 ? quoted : wholeTitle(unit);
}

function quotedTitle(unit: Unit, match: RegExpExecArray): UnitMention | null {
  const title = (match[1] ?? '').trim();
  const own = titleWords(title);
  if (own.length < 4) return null;
  const known = nearest(unit, own) >= NEAR;
  const before = unit.text.slice(Math.max(0, match.index - 90), match.index);
  if (!known && !(LEAD_IN.test(before) && isTitleCase(title))) return null;
  const end = match.index + match[0].length;
  const after = unit.text.slice(end, end + 90);
  const year = /^[,”"]?\s?(?:published in|in|\()?[^.;]{0,30}?\b((?:19|20)\d{2})\b/.exec(after)?.[1];
  const journal = JOURNAL_AFTER.exec(after)?.[1];
  return mention(unit, match.index + 1, match.index + 1 + (match[1] ?? '').length, 'title', 'inline', {
    title,
    text: title,
    year: year === undefined ? null : Number(year),
    journal: journal ?? null,
  });
}

/** Most words of four letters and more begin with a capital. */
function isTitleCase(title: string): boolean {
  const long = title.split(/\s+/).filter((word) => word.length > 3);
  return long.filter((word) => CAPITAL.test(word)).length > long.length * 0.6;
}

function nearest(unit: Unit, own: readonly string[]): number {
  const scores = candidates(unit.library, own).map(
    (index) => matchTitle(unit.library.titles[index] ?? [], own).similarity,
  );
  return Math.max(0, ...scores);
}

/** A sentence that holds a whole recorded title, word by word. */
function wholeTitle(unit: Unit): UnitMention[] {
  const { text, library } = unit;
  if (text.length < SHORTEST) return [];
  const found = printedTitle(library, titleWords(text));
  if (found === null) return [];
  const [start, end] = offsetsOf(text, found.start, found.end);
  const title = text.slice(start, end);
  return [mention(unit, start, end, 'title', 'inline', { title, text: title })];
}

/** Offsets of a run of words, given by their numbers, in the text that they were folded from. */
function offsetsOf(text: string, from: number, to: number): [number, number] {
  let seen = 0;
  let start = 0;
  for (const match of text.matchAll(/\S+/g)) {
    const here = titleWords(match[0]).length;
    if (seen <= from && seen + here > from) start = match.index;
    seen += here;
    if (seen >= to) return [start, match.index + match[0].replace(/[.,;:]+$/, '').length];
  }
  return [start, text.length];
}
