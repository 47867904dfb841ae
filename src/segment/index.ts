import type { Block, CitationMark, Document, Link, Sentence } from '../model.ts';
import { createLocator } from '../read/position.ts';
import { sentenceEnds } from './boundaries.ts';

/**
 * Splits each block of a page into sentences. A block without a stop is one sentence; nothing but white space
 * is left between sentences. Links and marks come with offsets in the sentence's text.
 */
export function segment(document: Document): Sentence[] {
  const locate = createLocator(document.source.text);
  const sentences: Sentence[] = [];
  for (const block of document.blocks) {
    let from = 0;
    for (const end of sentenceEnds(block.text)) {
      const start = block.text.charCodeAt(from) === 32 ? from + 1 : from;
      from = end;
      if (start === end) continue;
      const text = block.text.slice(start, end);
      const sourceStart = block.map.starts[start] ?? 0;
      const span = locate(sourceStart, block.map.ends[end - 1] ?? sourceStart);
      const last = end === block.text.length;
      const links = linksWithin(block, start, end);
      const marks = marksWithin(block, start, end, last);
      sentences.push({ index: sentences.length, block: block.index, text, start, end, span, links, marks });
    }
  }
  return sentences;
}

function linksWithin(block: Block, start: number, end: number): Link[] {
  return block.links
    .filter((link) => link.start < end && link.end > start)
    .map((link) => ({
      start: Math.max(link.start, start) - start,
      end: Math.min(link.end, end) - start,
      href: link.href,
    }));
}

/** Marks belong to the sentence that they follow: one at its end is its own, one at its start is not. */
function marksWithin(block: Block, start: number, end: number, last: boolean): CitationMark[] {
  return block.marks
    .filter(({ at }) => (at > start || start === 0) && (at <= end || last))
    .map((mark) => ({ ...mark, at: mark.at - start }));
}
