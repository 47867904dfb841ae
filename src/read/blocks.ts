/** From drafts, in page order, to the blocks of a document. */
import type { Block, CitationMark, Link, OffsetMap, Region } from '../model.ts';
import { createDraft, type Draft, endIn, type Origin, startIn } from './draft.ts';
import { liftMarks } from './marks.ts';
import type { Locate } from './position.ts';
import { openSeams } from './seams.ts';
import { splitBlock } from './split.ts';

/** A block as a reader leaves it. */
export interface RawBlock {
  region: Region;
  draft: Draft;
  level: number | null;
  leadIn: RawBlock | null;
  /** Identifies the element, list or row that holds the block; siblings share it. */
  parent: number;
}

/** A block whose text is final, while its place on the page is still being settled. */
export interface PageBlock {
  region: Region;
  readonly text: string;
  readonly map: OffsetMap;
  readonly links: Link[];
  readonly marks: CitationMark[];
  level: number | null;
  leadIn: PageBlock | null;
  readonly parent: number;
}

/** Nothing but a tag of a template language: `{% include form.html %}`, `{{ site.phone }}`. */
const TEMPLATE = /^\{[%{<][^{}]{0,400}[%}>]\}$/;

export function rawBlock(region: Region, parent = 0): RawBlock {
  return { region, draft: createDraft(), level: null, leadIn: null, parent };
}

/** Trims each draft, lifts its citation marks out, and drops the empty ones; lead-ins follow. */
export function finishBlocks(raw: readonly RawBlock[], locate: Locate): PageBlock[] {
  const finished = new Map<RawBlock, PageBlock>();
  const blocks: PageBlock[] = [];
  for (const block of raw) {
    openSeams(block.draft);
    for (const part of splitBlock(block)) {
      const done = finishBlock(part, finished.get(part.leadIn ?? part) ?? null, locate);
      if (done === null) continue;
      finished.set(part, done).set(block, done);
      blocks.push(done);
    }
  }
  return blocks;
}

function finishBlock(block: RawBlock, leadIn: PageBlock | null, locate: Locate): PageBlock | null {
  const { draft, level, parent } = block;
  trimEnd(draft);
  const region = TEMPLATE.test(draft.text) ? 'code' : block.region;
  const { links, marks } = liftMarks(draft, locate);
  if (draft.text === '') return null;
  return {
    region,
    text: draft.text,
    map: { starts: draft.starts, ends: draft.ends },
    links,
    marks,
    level,
    leadIn,
    parent,
  };
}

function trimEnd(draft: Draft): void {
  const { length } = draft.text.trimEnd();
  draft.text = draft.text.slice(0, length);
  draft.starts.length = length;
  draft.ends.length = length;
  for (const range of [...draft.links, ...draft.raised]) {
    range.start = Math.min(range.start, length);
    range.end = Math.min(range.end, length);
  }
}

/** Numbers the blocks and their sections; a heading opens a section and belongs to it. */
export function outline(blocks: readonly PageBlock[]): Block[] {
  const indices = new Map<PageBlock, number>();
  let section = 0;
  let heading: number | null = null;
  return blocks.map((block, index): Block => {
    indices.set(block, index);
    const above = heading;
    if (block.level !== null) {
      if (index > 0) section++;
      heading = index;
    }
    const leadIn = block.leadIn === null ? null : (indices.get(block.leadIn) ?? null);
    const { region, text, map, links, marks, level } = block;
    return { index, region, text, map, links, marks, level, section, heading: above, leadIn };
  });
}

/** The source extent of origin.text[from, to). */
export function extent(origin: Origin, from: number, to: number): { start: number; end: number } {
  return { start: startIn(origin, from), end: endIn(origin, to) };
}
