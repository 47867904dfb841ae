import type { Document, Source } from '../model.ts';
import { finishBlocks, outline } from './blocks.ts';
import { wholeOf } from './draft.ts';
import { readMarkdown } from './markdown/index.ts';
import { createLocator } from './position.ts';
import { linkQuestions, settleRegions } from './regions.ts';
import { readText } from './text/index.ts';

/**
 * Reads a decoded page into blocks whose text maps back to the source. Pure and synchronous; never throws on
 * what a page contains: what cannot be read as its format says is read more simply, with a notice.
 */
export function read(source: Source): Document {
  const locate = createLocator(source.text);
  const text = source.format === 'text' && !/^---\r?\n/.test(source.text);
  const page = text
    ? { blocks: readText(wholeOf(source.text)), notices: [], directives: [] }
    : readMarkdown(source.text, /\.mdx$/i.test(source.path), locate);
  const blocks = finishBlocks(page.blocks, locate);
  settleRegions(blocks, !text);
  linkQuestions(blocks);
  const title =
    (blocks.find((block) => block.region === 'title') ?? blocks.find((block) => block.level !== null))
      ?.text ?? null;
  return {
    source,
    title,
    language: 'en',
    published: null,
    blocks: outline(blocks),
    notices: page.notices,
    directives: page.directives,
  };
}
