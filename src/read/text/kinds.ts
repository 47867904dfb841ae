/** What each line of a plain text is: there is no markup to tell. */
import { couldBeTitle, countWords, endsAsSentence, isContact } from '../shapes.ts';
import type { Line } from './lines.ts';

export type Kind = 'title' | 'heading' | 'item' | 'paragraph' | 'boilerplate';

export interface KnownLine {
  readonly line: Line;
  readonly text: string;
  readonly words: number;
  kind: Kind;
}

const NAVIGATION =
  /^(?:home|about(?: us)?|contact(?: us)?|blog|news|menu|search|log ?in|clinic login|sign (?:in|up)|register|skip to (?:main )?content|locations?|(?:all|top) locations|conditions|services|treatments|our team|team|faqs?|gallery|careers|privacy policy|terms(?: of (?:service|use))?|cookie policy|sitemap|company|archives|categories|tags|meta|share|comments|recent comments|subscribe|book (?:now|online|an appointment)|(?:view|see|read|show) (?:all|more|photos)\b.{0,40}|find (?:a )?(?:clinics?|doctors?)\b.{0,30}|cost guide|get a (?:free )?quote|request (?:a )?(?:free )?(?:consultation|appointment|quote)|browse .{0,40}|other|← .{0,40}|.{0,40} →|©.{0,80}|\/)$/i;
const FORM_FIELD =
  /(?:\s\*$)|^(?:(?:full |first |last |your )?name|e-?mail(?: address)?|phone(?: number)?|message|subject|submit|send(?: message)?|select .{0,30}|condition)$/i;

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
    if (entry.line.hashes !== null || (entry.kind === 'paragraph' && isHeading(known, index)))
      entry.kind = 'heading';
  }
  markRepeated(known);
  markQuestionLists(known);
  markFragments(known);
  markNavigation(known);
  return known;
}

/** The first line of an extracted page is often what stood in the browser's title bar: `Title | Site`. */
function markWindowTitle(first: KnownLine | undefined): void {
  if (
    first !== undefined &&
    first.words <= 24 &&
    /\s[|·–—-]\s/.test(first.text) &&
    !endsAsSentence(first.text)
  )
    first.kind = 'title';
}

/** Titles in a run that stand above a text further down are a table of contents. */
function markRepeated(known: readonly KnownLine[]): void {
  const lastPlace = new Map(known.map(({ text }, index) => [text, index]));
  for (const [index, entry] of known.entries()) {
    const next = known[index + 1];
    if (entry.kind === 'title' || entry.kind === 'item' || next === undefined || isText(next)) continue;
    if (
      couldBeTitle(entry.text) &&
      couldBeTitle(next.text) &&
      leadsText(known, lastPlace.get(entry.text) ?? index, index)
    )
      entry.kind = 'boilerplate';
  }
}

function leadsText(known: readonly KnownLine[], place: number, after: number): boolean {
  const next = known[place + 1];
  return place > after && known[place]?.kind === 'heading' && next !== undefined && isText(next);
}

/** Questions one after another are a list, not headings. */
function markQuestionLists(known: readonly KnownLine[]): void {
  const asks = (index: number): boolean =>
    known[index]?.kind === 'heading' && known[index]?.text.endsWith('?') === true;
  const listed = known.filter(
    (_, index) =>
      asks(index) && (asks(index - 1) ? !isTextAt(known, index + 1) || asks(index - 2) : asks(index + 1)),
  );
  for (const entry of listed) if (entry.line.hashes === null) entry.kind = 'item';
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
    const fragment =
      entry.line.hashes === null && !isText(entry) && !endsAsSentence(entry.text) && entry.words <= 16;
    if (!fragment || entry.line.blankBefore) inList = false;
    else if (entry.kind === 'heading' && next !== undefined && isText(next) && isTitleCase(entry.text))
      inList = false;
    else if (inList && entry.kind !== 'item') entry.kind = 'item';
    else if (entry.kind === 'heading' && next?.kind === 'heading' && isBare(entry) && isBare(next))
      entry.kind = 'paragraph';
  }
}

/** Neither marked as a heading nor set apart by blank lines. */
function isBare({ line, text }: KnownLine): boolean {
  return line.hashes === null && !(line.blankBefore && line.blankAfter) && !text.endsWith('?');
}

/** Runs of short lines with the words of menus and forms in them. */
function markNavigation(known: readonly KnownLine[]): void {
  let from = 0;
  while (from < known.length) {
    let to = from;
    while (to < known.length && isShortLine(known[to])) to++;
    if (to > from) markRun(known.slice(from, to));
    from = Math.max(to, from + 1);
  }
}

function isShortLine(entry: KnownLine | undefined): boolean {
  return (
    entry !== undefined &&
    entry.line.hashes === null &&
    entry.words <= 7 &&
    !endsAsSentence(entry.text) &&
    !entry.text.endsWith(':')
  );
}

function markRun(run: readonly KnownLine[]): void {
  const known = run.filter(({ text }) => NAVIGATION.test(text) || FORM_FIELD.test(text) || isContact(text));
  for (const entry of known) entry.kind = 'boilerplate';
  if (run.length < 4 || known.length < Math.max(2, 0.15 * run.length)) return;
  const last = run.at(-1);
  for (const entry of run) if (entry !== last || last.kind !== 'heading') entry.kind = 'boilerplate';
}
