/** Physical lines of a plain text, and their joining into logical ones. */
import { isSpace } from '../draft.ts';
import { continuesLine, endsOpen } from '../shapes.ts';

export type Bullet = 'bullet' | 'number' | null;

/** One line, or several that a wrap had broken; offsets are those of the text. */
export interface Line {
  /** Stretches of text that make up the line, each trimmed. */
  parts: { start: number; end: number }[];
  /** Of all parts, in units. */
  length: number;
  bullet: Bullet;
  /** Columns before the text or bullet. */
  readonly indent: number;
  /** The same of its last part. */
  lastIndent: number;
  /** A blank line, or the end of the text, stands before or after. */
  readonly blankBefore: boolean;
  blankAfter: boolean;
  /** 1 to 6 for `## Title`, else null. */
  readonly hashes: number | null;
}

const BULLET = /^(?:(?:[•·▪●○◦‣➤►»✓✔☑✅➡]|👉|🔹|🔸)\uFE0F?|[*–—-](?=\s))\s*/u;
const NUMBER = /^(?:\(?\d{1,2}[.)]|\(?[a-z]\))\s+(?=\S)/;
const HASHES = /^(#{1,6})\s+/;
const RULER = /^(?:[-=_*~]\s?){3,200}$/;
const TAG_LENGTH = 24;

/** Splits a text into logical lines: wrapped ones joined, bullets and rulers taken off. */
export function readLines(text: string): Line[] {
  return joinWrapped(splitLines(text), text);
}

function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let blank = true;
  let bulletAlone: Bullet = null;
  let end = 0;
  for (const { index, 0: raw } of text.matchAll(/[^\r\n\u2028\u2029]+/g)) {
    if (text.slice(end, index).replaceAll('\r\n', '\n').length > 1) blank = true;
    end = index + raw.length;
    const line = readLine(raw, index, blank);
    if (line === null) {
      blank = true;
      continue;
    }
    if (line.length === 0) {
      bulletAlone = line.bullet;
      continue;
    }
    line.bullet ??= bulletAlone;
    bulletAlone = null;
    const previous = lines.at(-1);
    if (previous !== undefined) previous.blankAfter = blank;
    lines.push(line);
    blank = false;
  }
  return lines;
}

/** Null for a blank line or a ruler; a line of length 0 holds a bullet alone. */
function readLine(raw: string, offset: number, blankBefore: boolean): Line | null {
  let start = 0;
  while (start < raw.length && isSpace(raw.charCodeAt(start))) start++;
  let end = raw.length;
  while (end > start && isSpace(raw.charCodeAt(end - 1))) end--;
  if (start === end || RULER.test(raw.slice(start, end))) return null;
  const indent = start;
  if (raw.startsWith('<!--', start)) start += 4;
  if (raw.endsWith('-->', end)) end = Math.max(start, end - 3);
  const hashes = HASHES.exec(raw.slice(start, start + 12));
  if (hashes !== null) start += hashes[0].length;
  const { bullet, length } = readBullet(raw.slice(start, start + 24), end - start);
  start += length;
  while (start < end && isSpace(raw.charCodeAt(start))) start++;
  while (end > start && isSpace(raw.charCodeAt(end - 1))) end--;
  const level = hashes === null ? null : (hashes[1]?.length ?? 1);
  const parts = [{ start: offset + start, end: offset + end }];
  return {
    parts,
    length: end - start,
    bullet,
    indent,
    lastIndent: indent,
    blankBefore,
    blankAfter: true,
    hashes: level,
  };
}

function readBullet(head: string, available: number): { bullet: Bullet; length: number } {
  const sign = BULLET.exec(head);
  if (sign !== null) return { bullet: 'bullet', length: Math.min(sign[0].length, available) };
  const number = NUMBER.exec(head);
  if (number !== null && number[0].length < available) return { bullet: 'number', length: number[0].length };
  return { bullet: null, length: 0 };
}

/** Joins lines that a wrap had broken. */
function joinWrapped(lines: readonly Line[], text: string): Line[] {
  const joined: Line[] = [];
  let chunk: Line[] = [];
  for (const line of lines) {
    chunk.push(line);
    if (!line.blankAfter) continue;
    joined.push(...joinChunk(chunk, text));
    chunk = [];
  }
  joined.push(...joinChunk(chunk, text));
  return joined;
}

/** Joins within one stretch of lines without a blank line. */
function joinChunk(chunk: readonly Line[], text: string): Line[] {
  const wrapped = isHardWrapped(chunk, text);
  const joined: Line[] = [];
  for (const line of chunk) {
    const previous = joined.at(-1);
    if (previous === undefined || !continues(previous, line, text, wrapped)) {
      joined.push(line);
      continue;
    }
    previous.parts.push(...line.parts);
    previous.length += line.length + 1;
    previous.blankAfter = line.blankAfter;
    previous.lastIndent = line.indent;
  }
  return joined;
}

/** Whether a writer's editor wrapped the lines: none had room for the first word of the next. */
function isHardWrapped(chunk: readonly Line[], text: string): boolean {
  if (chunk.length < 3) return false;
  const width = chunk.reduce((widest, line) => Math.max(widest, line.indent + line.length), 0);
  if (width < 40 || width > 130) return false;
  let full = 0;
  for (const [index, line] of chunk.entries()) {
    const next = chunk[index + 1];
    if (next === undefined) break;
    if (line.indent + line.length + 1 + firstWordLength(next, text) > width) full++;
  }
  return full >= 0.8 * (chunk.length - 1);
}

function firstWordLength(line: Line, text: string): number {
  const { start, end } = line.parts[0] ?? { start: 0, end: 0 };
  let index = start;
  while (index < end && !isSpace(text.charCodeAt(index))) index++;
  return index - start;
}

function continues(previous: Line, line: Line, text: string, wrapped: boolean): boolean {
  if (line.bullet !== null || line.hashes !== null || previous.hashes !== null) return false;
  if (wrapped) return true;
  const tail = tailOf(previous, text);
  const head = headOf(line, text);
  if (losesItsHead(previous, text) && line.indent < previous.lastIndent && /^\p{Ll}/u.test(head))
    return false;
  if (isTag(previous, text) && isTag(line, text) && !endsOpen(tail)) return false;
  if (continuesLine(tail, head)) return true;
  return previous.length >= 50 && line.indent === 1 && !/[.!?:…]$/.test(tail);
}

/** A few words in lower case: in a row of such lines each is one of the tags of a post. */
function isTag(line: Line, text: string): boolean {
  return line.length <= TAG_LENGTH && /^\p{Ll}[\p{L}\s-]*$/u.test(headOf(line, text));
}

/** A line that begins in the middle of a sentence, as where a page's markup swallowed a word. */
function losesItsHead(line: Line, text: string): boolean {
  return line.parts.length > 1 && /^\p{Ll}/u.test(headOf(line, text));
}

function tailOf(line: Line, text: string): string {
  const { start, end } = line.parts.at(-1) ?? { start: 0, end: 0 };
  return text.slice(Math.max(start, end - 24), end);
}

function headOf(line: Line, text: string): string {
  const { start, end } = line.parts[0] ?? { start: 0, end: 0 };
  return text.slice(start, Math.min(end, start + 24));
}
