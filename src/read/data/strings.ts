/** A string of a data file, which may hold plain text, HTML or several paragraphs. */
import type { Region } from '../../model.ts';
import { Assembler } from '../assembler.ts';
import { type RawBlock, rawBlock } from '../blocks.ts';
import type { Origin } from '../draft.ts';
import { feedHtml } from '../html/tokens.ts';
import { readText } from '../text/index.ts';
import { appendInline } from '../text/inline.ts';

const HTML = /<\/?[a-z][a-z0-9]{0,10}(?:\s[^<>]{0,200})?\/?>|&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,20});/i;

/** Reads the string into blocks of `region`; a region of its own that the markup shows is kept. */
export function readStringBlocks(origin: Origin, region: Region): RawBlock[] {
  if (HTML.test(origin.text)) {
    const assembler = new Assembler(region);
    feedHtml(assembler, origin, 0, origin.text.length, {});
    return assembler.finish();
  }
  if (/\n\s*\S/.test(origin.text.trim())) return inRegion(readText(origin), region);
  const block = rawBlock(region);
  appendInline(block.draft, origin, 0, origin.text.length);
  return [block];
}

function inRegion(blocks: RawBlock[], region: Region): RawBlock[] {
  for (const block of blocks) if (region !== 'body' && block.region !== 'boilerplate') block.region = region;
  return blocks;
}
