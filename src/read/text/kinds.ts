/** What each line of a plain text is: there is no markup to tell. */
import { couldBeTitle, countWords, endsAsSentence } from '../shapes.ts';
import type { Line } from './lines.ts';
import { markMenus } from './menus.ts';

export type Kind = 'title' | 'heading' | 'item' | 'paragraph' | 'boilerplate';

export interface KnownLine {
  readonly line: Line;
  readonly text: string;
  readonly words: number;
  kind: Kind;
}

const TITLE_BAR_WORDS = 24;
const FRAGMENT_WORDS = 25;

/** Reads the kind of every line from its shape and its neighbours. */
export function classify(lines: readonly Line[], text: string): KnownLine[] {
  const known = lines.map((line): KnownLine => {
    const content = line.parts.map(({ start, end }) => text.slice(start, end)).join(' ');
    return {
      line,
      text: content,
      words: countWords(content),
      kind: line.bullet === null ? 'paragraph' : 'item',
    };
  });
  markLoneBullets(known);
  markWindowTitle(known[0]);
  for (const [index, entry] of known.entries()) {
    const untold = entry.kind === 'paragraph';
    if (entry.line.hashes !== null || (untold && isHeading(known, index))) entry.kind = 'heading';
  }
  markContents(known);
  markQuestionLists(known);
  markFragments(known);
  markMenus(known);
  return known;
}

/** The first line of an extracted page is often what stood in the browser's title bar: `Title | Site`. */
function markWindowTitle(first: KnownLine | undefined): void {
  if (first === undefined || first.words > TITLE_BAR_WORDS || endsAsSentence(first.text)) return;
  if (/\s[|·–—-]\s/.test(first.text)) first.kind = 'title';
}

/** Titles in a run that head a text further down are a table of contents. */
function markContents(known: readonly KnownLine[]): void {
  const lastPlace = new Map(known.map(({ text }, index) => [text, index]));
  for (const [index, entry] of known.entries()) {
    if (entry.kind !== 'heading' && entry.kind !== 'paragraph') continue;
    const next = known[index + 1];
    const inRun = next !== undefined && couldBeTitle(entry.text) && couldBeTitle(next.text);
    if (inRun && headsText(known, lastPlace.get(entry.text) ?? index, index)) entry.kind = 'boilerplate';
  }
}

function headsText(known: readonly KnownLine[], place: number, after: number): boolean {
  return place > after && known[place]?.kind === 'heading' && isTextAt(known, place + 1);
}

/** Questions one after another are a list; the last may head the text under it. */
function markQuestionLists(known: readonly KnownLine[]): void {
  const asks = known.map(
    ({ kind, text, line }) => kind === 'heading' && line.hashes === null && text.endsWith('?'),
  );
  for (const [index, entry] of known.entries()) {
    if (!asks[index]) continue;
    const headsIt = isTextAt(known, index + 1) && !asks[index - 2];
    if (asks[index - 1] ? !headsIt : asks[index + 1]) entry.kind = 'item';
  }
}

function isTextAt(known: readonly KnownLine[], index: number): boolean {
  const entry = known[index];
  return entry !== undefined && isText(entry);
}

/** A single bullet with no list around it is decoration. */
function markLoneBullets(known: readonly KnownLine[]): void {
  for (const [index, entry] of known.entries()) {
    if (entry.line.bullet !== 'bullet') continue;
    const neighbours = [known[index - 1], known[index + 1]];
    const introduced = known[index - 1]?.text.endsWith(':') ?? false;
    if (!introduced && neighbours.every((other) => other?.line.bullet !== 'bullet')) entry.kind = 'paragraph';
  }
}

/** A short line without a stop that reads like a title, or that stands above a text. */
function isHeading(known: readonly KnownLine[], index: number): boolean {
  const entry = known[index];
  if (entry === undefined || !couldBeTitle(entry.text)) return false;
  const next = known[index + 1];
  if (next === undefined) return false;
  if (entry.text.endsWith('?')) return true;
  const aboveText = next.kind === 'item' || isText(next);
  if (isTitleCase(entry.text)) return aboveText || couldBeTitle(next.text);
  const standsAlone = entry.line.blankBefore && entry.line.blankAfter;
  return aboveText && standsAlone && entry.words <= 10;
}

/** A line that runs as prose: it ends with a stop or is too long for a title. */
function isText({ text, words }: KnownLine): boolean {
  return words > 14 || (words > 4 && endsAsSentence(text));
}

function isTitleCase(text: string): boolean {
  let long = 0;
  let capital = 0;
  for (const [word] of text.matchAll(/\p{L}[\p{L}’'-]{3,40}/gu)) {
    long++;
    if (/^\p{Lu}/u.test(word)) capital++;
  }
  return long > 0 && capital >= 0.6 * long;
}

/** Lines without a stop after a lead-in are its items; in a run of titles only the last heads a text. */
function markFragments(known: readonly KnownLine[]): void {
  let inList = false;
  for (const [index, entry] of known.entries()) {
    if (entry.text.endsWith(':')) {
      inList = true;
      continue;
    }
    const next = known[index + 1];
    inList &&= isFragment(entry) && !(entry.kind === 'heading' && isTitleCase(entry.text) && opensText(next));
    if (inList) entry.kind = 'item';
    else if (entry.kind === 'heading' && next?.kind === 'heading' && isBare(entry) && isBare(next))
      entry.kind = 'paragraph';
  }
}

/** What stands under a title: a text, or questions. */
function opensText(next: KnownLine | undefined): boolean {
  return next !== undefined && (isText(next) || next.text.endsWith('?'));
}

/** A line that may be one of a list without bullets. */
function isFragment({ line, text, words }: KnownLine): boolean {
  return (
    line.hashes === null && !line.blankBefore && !/[.!?…][”"’')\]]?$/.test(text) && words <= FRAGMENT_WORDS
  );
}

/** Neither marked as a heading nor set apart by a blank line. */
function isBare({ line, text }: KnownLine): boolean {
  return line.hashes === null && !line.blankBefore && !text.endsWith('?');
}
