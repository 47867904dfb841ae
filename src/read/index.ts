import type { Document, Source } from '../model.ts';
import { finishBlocks, outline } from './blocks.ts';
import { readContent } from './data/content.ts';
import { languageOf, publishedOn } from './facts.ts';
import { readHtml } from './html/index.ts';
import { readMarkdown } from './markdown/index.ts';
import type { Page } from './page.ts';
import { createLocator, type Locate } from './position.ts';
import { linkItems, linkQuestions, settleRegions } from './regions.ts';
import { readPlainText } from './text/page.ts';
import { joinTiles } from './tiles.ts';

/**
 * Reads a decoded page into blocks whose text maps back to the source. Pure and synchronous; never throws on
 * what a page contains: what cannot be read as its format says is read more simply, with a notice.
 */
export function read(source: Source): Document {
  const locate = createLocator(source.text);
  const page = readPage(source, locate);
  const blocks = joinTiles(finishBlocks(page.blocks, locate));
  settleRegions(blocks, page.levels);
  linkItems(blocks);
  linkQuestions(blocks);
  const title =
    blocks.find(({ region }) => region === 'title') ?? blocks.find(({ region }) => region === 'heading');
  return {
    source,
    title: title?.text ?? null,
    language: languageOf(blocks, page.declaredLanguage),
    published: publishedOn(page.dates, blocks),
    blocks: outline(blocks),
    notices: page.notices,
    directives: page.directives,
  };
}

function readPage({ format, path, text }: Source, locate: Locate): Page {
  switch (format) {
    case 'html':
      return readHtml(text, locate);
    case 'markdown':
      return readMarkdown(text, /\.mdx$/i.test(path), locate);
    case 'json':
    case 'yaml':
      return readContent(text, locate);
    case 'text':
      return readPlainText(text, locate);
  }
}
