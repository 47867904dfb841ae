import type { Block, Document, Link, Sentence } from '../model.ts';
import { createLocator, type Locate } from '../read/position.ts';
import { sentenceEnds } from './boundaries.ts';

/**
 * Splits each block of a page into sentences. A block without a stop is one sentence; nothing but white space
 * is left between sentences. Links and marks come with offsets in the sentence's text.
 */
export function segment(document: Document): Sentence[] {
  const locate = createLocator(document.source.text);
  const sentences: Sentence[] = [];
  for (const block of document.blocks) segmentBlock(block, locate, sentences);
  return sentences;
}

function segmentBlock(block: Block, locate: Locate, sentences: Sentence[]): void {
  const { text, map } = block;
  const links = [...block.links].sort((a, b) => b.start - a.start);
  const marks = [...block.marks].reverse();
  let from = 0;
  for (const end of sentenceEnds(text)) {
    const start = text.charCodeAt(from) === 32 ? from + 1 : from;
    from = end;
    const sourceStart = map.starts[start] ?? 0;
    sentences.push({
      index: sentences.length,
      block: block.index,
      text: text.slice(start, end),
      start,
      end,
      span: locate(sourceStart, map.ends[end - 1] ?? sourceStart),
      links: takeLinks(links, start, end),
      marks: takeLast(marks, ({ at }) => at <= end).map((mark) => ({
        ...mark,
        at: Math.max(mark.at, start) - start,
      })),
    });
  }
}

/** The links of a sentence, from a list whose last comes first; one that reaches into the next stays for it too. */
function takeLinks(links: Link[], start: number, end: number): Link[] {
  const taken = takeLast(links, (link) => link.start < end || link.end <= end);
  const cut = taken.find((link) => link.end > end + 1);
  if (cut !== undefined) links.push(cut);
  return taken.map(({ href, ...link }) => ({
    start: Math.max(link.start, start) - start,
    end: Math.max(Math.min(link.end, end) - start, 0),
    href,
  }));
}

/** Takes elements off the end of a list as long as `holds`. */
function takeLast<T>(list: T[], holds: (element: T) => boolean): T[] {
  const taken: T[] = [];
  for (let last = list.at(-1); last !== undefined && holds(last); last = list.at(-1)) {
    taken.push(last);
    list.pop();
  }
  return taken;
}
