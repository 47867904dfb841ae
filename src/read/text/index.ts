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
    blocks.push(block);
    const announced = known[index - 1]?.text.endsWith(':') === true;
    if (entry.kind === 'item' || (entry.kind === 'paragraph' && announced)) block.leadIn = leadIn;
    if (entry.kind === 'item') block.parent = list;
    else list = index + 1;
    if (entry.kind === 'paragraph' || entry.kind === 'heading') {
      leadIn = introduces(entry, known[index + 1]) ? block : null;
    }
  }
  return blocks;
}

function readBlock({ line, kind }: KnownLine, origin: Origin, first: boolean): RawBlock {
  const block = rawBlock(REGIONS[kind]);
  if (kind === 'heading') block.level = line.hashes ?? (first ? 1 : 2);
  for (const [index, { start, end }] of line.parts.entries()) {
    const previous = line.parts[index - 1];
    const spaced = previous !== undefined && !/[,;.:)!?]/.test(origin.text.charAt(start));
    if (spaced) appendSpace(block.draft, startIn(origin, previous.end), endIn(origin, start));
    appendInline(block.draft, origin, start, end);
  }
  return block;
}

/** Whether a paragraph announces what follows it. */
function introduces({ text, kind }: KnownLine, next: KnownLine | undefined): boolean {
  if (next === undefined) return false;
  return text.endsWith(':') || (kind === 'paragraph' && next.kind === 'item');
}
