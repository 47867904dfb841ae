/**
 * Which unit of the source each unit of a decoded value came from, for values that a parser hands out decoded
 * (Markdown text, YAML scalars, JSON strings) with the extent of the whole only.
 */
import { endIn, isSpace, type Origin, startIn } from './draft.ts';
import type { Decoded } from './references.ts';

export interface Syntax {
  /** Decodes the escape or reference at `index`, if there is one. */
  decode(text: string, index: number): Decoded | null;
  /** Signs besides white space that may stand at the beginning of a continued line: `>` in a quotation. */
  readonly linePrefix: string;
}

/** Parsers put it where a reference names no character; they do not agree on which do. */
const REPLACEMENT = 0xfffd;

/**
 * Walks origin.text[from, to) beside `value`. A run of white space in the value stands for the whole run in
 * the source; what the value lacks (indentation, markup) is passed over. Linear in both.
 */
export function align(origin: Origin, from: number, to: number, value: string, syntax: Syntax): Origin {
  const starts: number[] = [];
  const ends: number[] = [];
  let at = from;
  let index = 0;
  const push = (count: number, start: number, end: number): void => {
    for (let unit = 0; unit < count; unit++) {
      starts.push(startIn(origin, start));
      ends.push(endIn(origin, end));
    }
    index += count;
  };
  while (index < value.length && at < to) {
    if (isSpace(value.charCodeAt(index))) {
      const next = index + countSpace(value, index);
      const end = skipSpace(origin.text, at, to, value.charAt(next), syntax);
      if (end > at) push(next - index, at, end);
      at = Math.max(end, at + 1);
      continue;
    }
    const unit = syntax.decode(origin.text, at);
    if (unit !== null && (value.startsWith(unit.text, index) || value.charCodeAt(index) === REPLACEMENT)) {
      push(value.charCodeAt(index) === REPLACEMENT ? 1 : unit.text.length, at, at + unit.length);
      at += unit.length;
    } else {
      if (origin.text.charCodeAt(at) === value.charCodeAt(index)) push(1, at, at + 1);
      at++;
    }
  }
  push(value.length - index, Math.max(from, to - 1), to);
  return { text: value, base: 0, map: { starts, ends } };
}

function countSpace(value: string, from: number): number {
  let index = from;
  while (index < value.length && isSpace(value.charCodeAt(index))) index++;
  return index - from;
}

/** Passes white space, escapes that decode to it, and the prefixes of continued lines, up to where `next` may stand. */
function skipSpace(text: string, from: number, to: number, next: string, syntax: Syntax): number {
  let at = from;
  let newLine = false;
  while (at < to) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      newLine ||= code === 10 || code === 13;
      at++;
      continue;
    }
    const unit = syntax.decode(text, at);
    if (unit !== null && unit.text.trim() === '') at += unit.length;
    else if (newLine && text.charAt(at) !== next && syntax.linePrefix.includes(text.charAt(at))) at++;
    else break;
  }
  return at;
}
