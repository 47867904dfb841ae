/**
 * Citation marks: the numbers that point to a reference list. They are found in the text of a block and lifted
 * out of it, so that "relief.12 Next" is two sentences and `12` is never read as a figure.
 */
import type { CitationMark, Link } from '../model.ts';
import { wordSet } from '../word-set.ts';
import type { Draft, Range } from './draft.ts';
import type { Locate } from './position.ts';

const SUPERSCRIPT = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const NUMBERS = String.raw`\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,20}`;
const BRACKETED = new RegExp(String.raw`\[${NUMBERS}\]`, 'g');
const PARENTHESISED = new RegExp(String.raw`\(${NUMBERS}\)`, 'g');
const CARET = new RegExp(String.raw`\^(?:\[${NUMBERS}\]|\(${NUMBERS}\)|\d{1,3}(?:,\d{1,3}){0,20}\^?)`, 'g');
const AFTER_STOP = /[.,!?;][”"’')\]]?(\d{1,3}(?:[,–-]\d{1,3}){1,20}|\d{1,24})(?=$|[\s)”"]|[A-Z][a-z])/g;
const RAISED_DIGITS = /[⁰¹²³⁴-⁹][⁰¹²³⁴-⁹,⁻–-]{0,30}/g;
const MAX_RAISED = 60;
const LINKED_NUMBER = /^[\s()[\]]*\d{1,3}[\s()[\]]*$/;
const MARK_CHARACTERS =
  /^[\s()[\]]*(?:\d{1,3}|[a-z]|[*†‡§¶]{1,3})(?:\s?[,;–-]\s?(?:\d{1,3}|[a-z]))*[\s()[\]]*$/;

/** Words after which a number that follows a stop belongs to the word: `Fig.2`, `vol.12`, `Jan.5`. */
const TAKES_NUMBER = wordSet(
  'fig figs no nos vol p pp ch chap sec sect eq ver v art approx ca tab ref refs suppl jan feb mar apr jun jul aug sep sept oct nov dec',
);
/** Addresses and identifiers hold stops and numbers: 10.1000/abc.12. */
const LONGEST_ADDRESS = 80;
const YEAR = /^(?:19|20)\d{2}$/;
/** Nouns that a number in brackets names or counts rather than cites: `step (2)`. */
const NUMBERED_NOUN =
  /\b(?:step|phase|grade|type|stage|level|figure|table|item|option|part|class|one|two|three|four|five|six|seven|eight|nine|ten|n|of|in|is|was|were|than|and|or|about|only|age|aged)\s$/i;
const UNIT_WITH_POWER = /(?:^|[\s\d/])(?:[cmkdµ]?m|in|ft|s)$/;
const POWER_OF_TEN = /(?:^|[^\d])10$/;

/** Every mark that is not raised holds a digit. */
const MAY_HOLD_MARK = /[\d⁰¹²³⁴-⁹]/;

/** Lifts the marks out of a draft and returns what remains, with links and marks at their new offsets. */
export function liftMarks(draft: Draft, locate: Locate): { links: Link[]; marks: CitationMark[] } {
  if (draft.raised.length > 0) raiseExponents(draft);
  const found = MAY_HOLD_MARK.test(draft.text) || draft.raised.length > 0 ? findMarks(draft) : [];
  if (found.length === 0) return { links: draft.links.map((link) => ({ ...link })), marks: [] };
  const cuts = adjoining(draft.text, found).map((cut) => widen(draft.text, cut));
  const moved = remover(cuts);
  const marks = found.map((mark): CitationMark => {
    const printed = draft.text.slice(mark.start, mark.end);
    const start = draft.starts[mark.start] ?? 0;
    return {
      at: moved(mark.start),
      text: printed,
      labels: readLabels(printed),
      span: locate(start, draft.ends[mark.end - 1] ?? start),
    };
  });
  const links = draft.links.map(({ start, end, href }) => ({ start: moved(start), end: moved(end), href }));
  remove(draft, cuts);
  return { links, marks };
}

/** Ranges of the marks in a draft, in order and without overlap. */
function findMarks({ text, raised }: Draft): Range[] {
  const marked = raised.filter(
    ({ start, end, kind }) => kind === 'footnote' || isRaisedMark(text, start, end, kind),
  );
  const glued = matches(text, AFTER_STOP)
    .filter(({ start, end }) => isGluedMark(text, start, end))
    .map(({ start, end }) => ({ start: text.slice(start, end).search(/\d/) + start, end }));
  return withoutOverlap([
    ...marked,
    ...matches(text, BRACKETED),
    ...matches(text, PARENTHESISED).filter(({ start, end }) => isParenthesisedMark(text, start, end)),
    ...matches(text, CARET).filter(({ start }) => /[^\d\s]/.test(text.charAt(start - 1))),
    ...glued,
    ...matches(text, RAISED_DIGITS).filter(({ start }) => isAfterWord(text, start)),
  ]);
}

/** A raised digit after a word or a stop, neither an exponent nor a numbering. */
function isAfterWord(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 12), start);
  return /[\p{L}\d)\]”"’'%.,;:!?]$/u.test(before) && !isPower(before);
}

function matches(text: string, pattern: RegExp): Range[] {
  const found: Range[] = [];
  for (const match of text.matchAll(pattern))
    found.push({ start: match.index, end: match.index + match[0].length });
  return found;
}

function withoutOverlap(ranges: Range[]): Range[] {
  ranges.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Range[] = [];
  for (const range of ranges) if (range.start >= (kept.at(-1)?.end ?? 0)) kept.push(range);
  return kept;
}

/** Sets raised digits that are no mark as exponents, so that 10<sup>6</sup> is not read as 106. */
function raiseExponents(draft: Draft): void {
  let text = '';
  let done = 0;
  for (const { start, end, kind } of draft.raised) {
    if (kind !== 'raised' || start < done || isRaisedMark(draft.text, start, end, kind)) continue;
    const raised = draft.text.slice(start, end);
    if (!/^[-−+]?\d{1,3}\s?$/.test(raised)) continue;
    text +=
      draft.text.slice(done, start) + raised.replace(/\d/g, (digit) => SUPERSCRIPT.charAt(Number(digit)));
    done = end;
  }
  draft.text = text + draft.text.slice(done);
}

function isRaisedMark(text: string, start: number, end: number, kind: 'raised' | 'link'): boolean {
  const printed = text.slice(start, end);
  if (printed.length > MAX_RAISED) return false;
  if (kind === 'link') return LINKED_NUMBER.test(printed);
  return MARK_CHARACTERS.test(printed) && !isPower(text.slice(Math.max(0, start - 12), start));
}

/** Whether a raised digit after `before` is an exponent: square metres, powers of ten. */
function isPower(before: string): boolean {
  const near = before.slice(-12);
  return POWER_OF_TEN.test(near) || UNIT_WITH_POWER.test(near);
}

/** `(6)` is a mark where it closes a clause: what it follows is a word, and a stop or the end follows it. */
function isParenthesisedMark(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  const after = text.slice(end, end + 2);
  if (!/[a-z)”"%.,]\s?$/i.test(before) || NUMBERED_NOUN.test(before)) return false;
  return after === '' || /^\s?[.,;:!?]/.test(after) || (/[.!?]$/.test(before) && /^\s/.test(after));
}

/** `word.1`: a word or closing bracket or quote, a stop, and a number that nothing else explains. */
function isGluedMark(text: string, stop: number, end: number): boolean {
  const before = text.slice(Math.max(0, stop - LONGEST_ADDRESS), stop);
  const token = before.slice(before.lastIndexOf(' ') + 1);
  if (token.includes('/') || YEAR.test(text.slice(stop + 1, end))) return false;
  if (/[)\]”"’'%]$/.test(token)) return true;
  const word = /[a-z]+$/i.exec(token)?.[0];
  return word !== undefined && word.length > 1 && !TAKES_NUMBER.has(word.toLowerCase());
}

/** Marks with nothing but a space between them go together. */
function adjoining(text: string, marks: readonly Range[]): Range[] {
  const groups: Range[] = [];
  for (const { start, end } of marks) {
    const last = groups.at(-1);
    if (
      last !== undefined &&
      (start === last.end || (start === last.end + 1 && text.charAt(last.end) === ' '))
    )
      last.end = end;
    else groups.push({ start, end });
  }
  return groups;
}

/** Takes the space before a mark with it where a stop, a space or nothing follows; at the beginning, that after it. */
function widen(text: string, mark: Range): Range {
  const after = text.charAt(mark.end);
  if (mark.start === 0 && after === ' ') return { start: 0, end: mark.end + 1 };
  if (text.charAt(mark.start - 1) === ' ' && (after === '' || ' .,;:!?)'.includes(after))) {
    return { start: mark.start - 1, end: mark.end };
  }
  return mark;
}

/** Where an offset lands once the cuts are gone. */
function remover(cuts: readonly Range[]): (offset: number) => number {
  const goneBefore: number[] = [0];
  for (const { start, end } of cuts) goneBefore.push((goneBefore.at(-1) ?? 0) + end - start);
  return (offset) => {
    let low = 0;
    let high = cuts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((cuts[middle]?.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    const overhang = Math.max(0, (cuts[low - 1]?.end ?? 0) - offset);
    return offset - (goneBefore[low] ?? 0) + overhang;
  };
}

function remove(draft: Draft, cuts: readonly Range[]): void {
  let text = '';
  let kept = 0;
  let from = 0;
  for (const { start, end } of [...cuts, { start: draft.text.length, end: draft.text.length }]) {
    text += draft.text.slice(from, start);
    for (let index = from; index < start; index++, kept++) {
      draft.starts[kept] = draft.starts[index] ?? 0;
      draft.ends[kept] = draft.ends[index] ?? 0;
    }
    from = end;
  }
  draft.text = text;
  draft.starts.length = kept;
  draft.ends.length = kept;
}

/** The numbers or signs that a mark names; a range is named by all its numbers, `12345` by 1 to 5. */
export function readLabels(printed: string): string[] {
  const plain = printed.replace(/[⁰¹²³⁴-⁹]/g, (digit) => String(SUPERSCRIPT.indexOf(digit)));
  const labels: string[] = [];
  let previous: number | null = null;
  for (const [part] of plain.matchAll(/\d+|[–⁻-]|[a-z]+|[*†‡§¶]+/gi)) {
    if (/[–⁻-]/.test(part)) {
      previous = Number(labels.at(-1) ?? Number.NaN);
      continue;
    }
    const value = Number(part);
    if (previous !== null && value > previous && value - previous < 50) {
      for (let number = previous + 1; number < value; number++) labels.push(String(number));
    }
    labels.push(...(part.length > 2 && /^\d+$/.test(part) ? splitRun(part) : [part]));
    previous = null;
  }
  return labels;
}

/** `678910` is 6, 7, 8, 9, 10: the reading as rising numbers with the most members. A lone number stays. */
function splitRun(digits: string): string[] {
  const best = (from: number, above: number): string[] | null => {
    if (from === digits.length) return [];
    let longest: string[] | null = null;
    for (let length = 1; length <= 3 && from + length <= digits.length; length++) {
      const part = digits.slice(from, from + length);
      const value = Number(part);
      if (part.startsWith('0') || value <= above || (above > 0 && value > above + 20)) continue;
      const rest = best(from + length, value);
      if (rest !== null && (longest === null || rest.length + 1 > longest.length)) longest = [part, ...rest];
    }
    return longest;
  };
  const labels = best(0, 0);
  if (labels === null || labels.length < 3) return [digits];
  return labels;
}
