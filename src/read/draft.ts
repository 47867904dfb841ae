import type { OffsetMap } from '../model.ts';

/**
 * A text to read blocks from: the source itself, a part of it that begins at `base`, or a string decoded
 * from it (a JSON or YAML value, a text with escapes), whose `map` leads back to the source.
 */
export interface Origin {
  readonly text: string;
  readonly base: number;
  readonly map: OffsetMap | null;
}

/** Half-open range of offsets in a draft's text. */
export interface Range {
  start: number;
  end: number;
}

/** The text of a block while it is being read: white space is collapsed and offsets are kept as it grows. */
export interface Draft {
  text: string;
  readonly starts: number[];
  readonly ends: number[];
  readonly links: (Range & { href: string })[];
  /** What may be a citation mark by its markup: raised text, a footnote call, a link within the page. */
  readonly raised: (Range & { kind: 'raised' | 'footnote' | 'link' })[];
  /** Offsets at which the page breaks the line without ending the paragraph. */
  readonly breaks: number[];
  /** Offsets between two elements that a style sheet may set apart. */
  readonly seams: number[];
  /** Whether the text ends in a space, or is empty: reading that off a growing string would be quadratic. */
  spaced: boolean;
}

export function createDraft(): Draft {
  return { text: '', starts: [], ends: [], links: [], raised: [], breaks: [], seams: [], spaced: true };
}

export function wholeOf(text: string): Origin {
  return { text, base: 0, map: null };
}

/** Source offset at which unit `index` of the origin starts. */
export function startIn(origin: Origin, index: number): number {
  if (origin.map === null) return origin.base + index;
  return origin.map.starts[index] ?? origin.map.ends.at(-1) ?? origin.base;
}

/** Source offset at which unit `index - 1` of the origin ends: the exclusive end of what precedes `index`. */
export function endIn(origin: Origin, index: number): number {
  if (origin.map === null) return origin.base + index;
  return origin.map.ends[index - 1] ?? origin.map.starts[0] ?? origin.base;
}

/** JavaScript's white space, by code. */
export function isSpace(code: number): boolean {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13);
  if (code < 160) return false;
  return (
    code === 160 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** Soft hyphen, zero-width space, word joiner, byte order mark: they would break words for the matcher. */
export function isInvisible(code: number): boolean {
  return code === 0xad || code === 0x200b || code === 0x2060 || code === 0xfeff;
}

/** Appends origin.text[from, to) unit by unit. */
export function append(draft: Draft, origin: Origin, from: number, to: number): void {
  const { text } = origin;
  let run = from;
  for (let index = from; index < to; index++) {
    const code = text.charCodeAt(index);
    const space = isSpace(code);
    if (space ? code === 32 && !draft.spaced : !isInvisible(code)) {
      draft.starts.push(startIn(origin, index));
      draft.ends.push(endIn(origin, index + 1));
      draft.spaced = space;
      continue;
    }
    if (run < index) draft.text += text.slice(run, index);
    run = index + 1;
    if (space) appendSpace(draft, startIn(origin, index), endIn(origin, index + 1));
  }
  if (run < to) draft.text += text.slice(run, to);
}

/** Appends `decoded`, all of whose units stand for the same stretch of the source, such as a character reference. */
export function appendDecoded(draft: Draft, decoded: string, start: number, end: number): void {
  for (let index = 0; index < decoded.length; index++) {
    const code = decoded.charCodeAt(index);
    if (isSpace(code)) appendSpace(draft, start, end);
    else if (!isInvisible(code)) {
      draft.text += decoded.charAt(index);
      draft.starts.push(start);
      draft.ends.push(end);
      draft.spaced = false;
    }
  }
}

/** Appends one space, or widens the last one; none at the beginning. */
export function appendSpace(draft: Draft, start: number, end: number): void {
  const last = draft.text.length - 1;
  if (last < 0) return;
  if (draft.spaced) {
    draft.ends[last] = Math.max(end, draft.ends[last] ?? end);
    return;
  }
  draft.text += ' ';
  draft.starts.push(start);
  draft.ends.push(end);
  draft.spaced = true;
}
