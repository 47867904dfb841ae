/** Splits a block at the line breaks and inline bullets that set its parts apart. */
import type { RawBlock } from './blocks.ts';
import type { Draft } from './draft.ts';
import { continuesLine } from './shapes.ts';

const BULLET = /(?:^|\s)(?:[•▪●◦‣➤►✓✔☑✅➡]|👉|🔹|🔸)\uFE0F?\s*/gu;

/** Returns the block itself where nothing sets its parts apart; headings stay whole. */
export function splitBlock(block: RawBlock): RawBlock[] {
  const { draft, region } = block;
  if (region === 'code' || region === 'alt') return [block];
  const bullets = bulletPlaces(draft.text);
  const breaks = block.level === null ? breakPlaces(draft) : [];
  if (bullets.length === 0 && breaks.length === 0) return [block];
  const cuts = [...bullets, ...breaks].sort((a, b) => a.end - b.end || a.start - b.start);
  const parts: RawBlock[] = [];
  let from = 0;
  for (const cut of [...cuts, { start: draft.text.length, end: draft.text.length }]) {
    if (cut.start > from) parts.push(part(block, from, cut.start));
    from = Math.max(from, cut.end);
  }
  const introduced = parts[0];
  if (bullets.length > 1 && introduced !== undefined)
    markItems(parts, introduced, bullets[0]?.start === 0, region);
  return parts;
}

interface Cut {
  readonly start: number;
  readonly end: number;
}

/** A bullet at the very beginning is decoration that goes; inside a text there must be two for a list. */
function bulletPlaces(text: string): Cut[] {
  const places: Cut[] = [];
  for (const match of text.matchAll(BULLET)) {
    places.push({ start: match.index, end: match.index + match[0].length });
  }
  return places.length > 1 ? places : places.filter(({ start }) => start === 0);
}

function breakPlaces(draft: Draft): Cut[] {
  const places: Cut[] = [];
  let previous = 0;
  for (const at of draft.breaks) {
    const before = draft.text.slice(Math.max(previous, at - 40), at).trimEnd();
    const after = draft.text.slice(at, at + 40);
    if (before === '' || !continuesLine(before, after)) places.push({ start: at, end: at });
    previous = at;
  }
  return places;
}

function part(block: RawBlock, from: number, to: number): RawBlock {
  const { draft } = block;
  const within = <T extends { start: number; end: number }>(ranges: readonly T[]): T[] =>
    ranges
      .filter(({ start, end }) => start < to && end > from)
      .map((range) => ({
        ...range,
        start: Math.max(range.start, from) - from,
        end: Math.min(range.end, to) - from,
      }));
  const spaces = /^\s*/.exec(draft.text.slice(from, to))?.[0].length ?? 0;
  const start = from + spaces;
  return {
    ...block,
    draft: {
      text: draft.text.slice(start, to),
      starts: draft.starts.slice(start, to),
      ends: draft.ends.slice(start, to),
      links: within(draft.links).map((link) => shifted(link, spaces)),
      raised: within(draft.raised).map((raised) => shifted(raised, spaces)),
      breaks: [],
      seams: [],
      spaced: false,
    },
  };
}

function shifted<T extends { start: number; end: number }>(range: T, by: number): T {
  return { ...range, start: Math.max(0, range.start - by), end: Math.max(0, range.end - by) };
}

function markItems(
  parts: readonly RawBlock[],
  first: RawBlock,
  listOnly: boolean,
  region: RawBlock['region'],
): void {
  for (const item of parts) {
    if (item === first && !listOnly) continue;
    if (region === 'body') item.region = 'list';
    if (!listOnly) item.leadIn = first;
  }
}
