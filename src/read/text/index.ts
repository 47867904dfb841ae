/** Plain text: paragraphs, headings, lists, and the remains of badly extracted pages. */
import type { Region } from '../../model.ts';
import { type RawBlock, rawBlock } from '../blocks.ts';
import { appendSpace, endIn, type Origin, startIn } from '../draft.ts';
import { appendInline } from './inline.ts';
import { classify, type Kind, type KnownLine } from './kinds.ts';
import { readLines } from './lines.ts';

const REGIONS: Readonly<Record<Kind, Region>> = {
  title: 'title',
  heading: 'heading',
  item: 'list',
  paragraph: 'body',
  boilerplate: 'boilerplate',
};

/** Reads a text into blocks; nothing in it says what is a heading or a menu, so shape and neighbours do. */
export function readText(origin: Origin): RawBlock[] {
  const known = classify(readLines(origin.text), origin.text);
  const blocks: RawBlock[] = [];
  let leadIn: RawBlock | null = null;
  let list = 0;
  for (const [index, entry] of known.entries()) {
    const block = readBlock(entry, origin, index === 0);
    if (entry.kind !== 'item') list = index + 1;
    else Object.assign(block, { leadIn, parent: list });
    if (entry.kind === 'paragraph' || entry.kind === 'heading') {
      if (entry.kind === 'paragraph' && leadIn !== null && known[index - 1]?.text.endsWith(':'))
        block.leadIn = leadIn;
      leadIn = introduces(entry, known[index + 1]) ? block : null;
    }
    blocks.push(block);
  }
  return blocks;
}

function readBlock({ line, kind }: KnownLine, origin: Origin, first: boolean): RawBlock {
  const block = rawBlock(REGIONS[kind]);
  if (kind === 'heading') block.level = line.hashes ?? (first ? 1 : 2);
  for (const [index, { start, end }] of line.parts.entries()) {
    const previous = line.parts[index - 1];
    if (previous !== undefined) appendSpace(block.draft, startIn(origin, previous.end), endIn(origin, start));
    appendInline(block.draft, origin, start, end);
  }
  return block;
}

/** Whether a paragraph announces what follows it. */
function introduces({ text, kind }: KnownLine, next: KnownLine | undefined): boolean {
  if (next === undefined) return false;
  return text.endsWith(':') || (kind === 'paragraph' && next.kind === 'item');
}
