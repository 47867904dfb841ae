/** Where sentences end in a block. One pass; each stop looks at no more than `REACH` units around it. */
import { MAY_END, NEEDS_NUMBER, NEVER_ENDS, STARTERS } from './words.ts';

/** The longest token or run of closing signs that a decision looks at, in UTF-16 units. */
const REACH = 40;

/** `T.J`, `C.H.E.K`: the stop after the last one may be part of the name. */
const INITIALS = /^(?:\p{Lu}\.){1,6}\p{Lu}$/u;

const CLOSERS = new Set([...')]}"”’\'»›'].map((char) => char.charCodeAt(0)));
const OPENERS = new Set([...'([{"“‘\'«‹¿¡'].map((char) => char.charCodeAt(0)));
const FULL_STOP = 46;
const STRONG = new Set([...'!?…'].map((char) => char.charCodeAt(0)));
const WIDE_STOP = new Set([...'。！？'].map((char) => char.charCodeAt(0)));

/** Exclusive ends of the sentences of `text`, in order; the last is the length of the text. */
export function sentenceEnds(text: string): number[] {
  const ends: number[] = [];
  let index = 0;
  let sentenceStart = 0;
  while (index < text.length) {
    const code = text.charCodeAt(index);
    if (code !== FULL_STOP && !STRONG.has(code) && !WIDE_STOP.has(code)) {
      index++;
      continue;
    }
    const stops = skip(text, index, isStop);
    const end = skip(text, stops, (unit) => CLOSERS.has(unit));
    if (end < text.length && endsSentence(text, index, stops, end, sentenceStart)) {
      ends.push(end);
      sentenceStart = end;
    }
    index = end;
  }
  if (text.length > 0) ends.push(text.length);
  return ends;
}

function isStop(code: number): boolean {
  return code === FULL_STOP || STRONG.has(code) || WIDE_STOP.has(code);
}

function skip(text: string, from: number, wanted: (code: number) => boolean): number {
  let index = from;
  while (index < text.length && wanted(text.charCodeAt(index))) index++;
  return index;
}

/** Whether the stops in text[stop, stops), closed by text[stops, end), end a sentence. */
function endsSentence(
  text: string,
  stop: number,
  stops: number,
  end: number,
  sentenceStart: number,
): boolean {
  if (WIDE_STOP.has(text.charCodeAt(stops - 1))) return true;
  if (text.charCodeAt(end) !== 32) return stops - stop === 1 && isGlued(text, stop, end);
  const next = nextToken(text, end);
  if (next === '') return false;
  if (stops - stop > 1 || text.charCodeAt(stop) !== FULL_STOP) return canBegin(next);
  if (end > stops && !isLetter(text.charCodeAt(stop - 1))) return canBegin(next);
  return endsAtFullStop(text, stop, next, sentenceStart);
}

function endsAtFullStop(text: string, stop: number, next: string, sentenceStart: number): boolean {
  const word = wordBefore(text, stop, sentenceStart);
  const lower = word.toLowerCase();
  const starts = STARTERS.has(next.toLowerCase());
  if (MAY_END.has(lower) || INITIALS.test(word)) return starts && isUpper(next);
  if (!canBegin(next) && !(starts && word.length > 3)) return false;
  if (isNumbering(word)) return stop - word.length > sentenceStart + 1;
  if (NEEDS_NUMBER.has(lower)) return !isNumbering(next.charAt(0)) && !(lower === 'st' && word !== lower);
  if (NEVER_ENDS.has(lower)) return false;
  if (word.length === 1 && isUpper(word)) return endsAtInitial(text, stop, starts, sentenceStart);
  return true;
}

/** `Todd A. Bromberg` goes on; "vitamin C. Then" does not: an initial follows a name, a comma or an initial. */
function endsAtInitial(text: string, stop: number, starts: boolean, sentenceStart: number): boolean {
  const before = stop - 2;
  if (before <= sentenceStart || text.charCodeAt(before) !== 32) return false;
  const previous = wordBefore(text, before, sentenceStart);
  return (
    starts ||
    (/^[a-z]+$/.test(previous) && !/^(?:and|or|by|with|of|to|for|from|et|von|van|de)$/.test(previous))
  );
}

/** A stop with no space after it: `pain.Don’t`, `function.Most`, but not `Node.js`, `M.D.` or `clinic.com`. */
function isGlued(text: string, stop: number, end: number): boolean {
  const word = wordBefore(text, stop, 0);
  if (word.length < 3 || !/^[\p{L}’'-]+$/u.test(word) || !/\p{Ll}$/u.test(word)) return false;
  const after = text.slice(end, end + REACH);
  return /^[“"‘'(]?\p{Lu}[\p{Ll}’']+[\s,’']/u.test(after) || /^[“"‘'(]?(?:A|I)\s/.test(after);
}

/** The token before `stop`: letters, digits and inner stops, such as `e.g`, `M.D` or `2.5`. */
function wordBefore(text: string, stop: number, sentenceStart: number): string {
  const limit = Math.max(sentenceStart, stop - REACH);
  let start = stop;
  while (start > limit && !isBreak(text.charCodeAt(start - 1))) start--;
  return text.slice(start, stop);
}

function isBreak(code: number): boolean {
  return code === 32 || OPENERS.has(code) || CLOSERS.has(code) || code === 44 || code === 47 || code === 8212;
}

/** The word that follows the space at `end`, without opening signs. */
function nextToken(text: string, end: number): string {
  const start = skip(text, end, (code) => code === 32 || OPENERS.has(code));
  let stop = start;
  while (stop < text.length && stop < start + REACH && isTokenUnit(text.charCodeAt(stop))) stop++;
  return text.slice(start, Math.max(stop, Math.min(start + 1, text.length)));
}

function isTokenUnit(code: number): boolean {
  return isLetter(code) || (code >= 48 && code <= 57);
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code > 191;
}

/** A sentence begins with a capital, a digit, a sign, or a word like iPSC with a capital inside. */
function canBegin(token: string): boolean {
  return !/^\p{Ll}/u.test(token) || /^\p{Ll}{1,2}\p{Lu}/u.test(token);
}

function isUpper(token: string): boolean {
  return /^\p{Lu}/u.test(token);
}

/** A number alone, whatever sign stands before it: at the beginning of a sentence it counts an item. */
function isNumbering(token: string): boolean {
  return /^[*#_~]{0,3}\d+$/.test(token);
}
