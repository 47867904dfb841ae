/** Figures set large beside their label: `95 %` and `success rate` are one statement. */
import type { PageBlock } from './blocks.ts';

const FIGURE =
  /^(?:(?:over|more than|up to|about|nearly|almost)\s)?[<>~≈+±]?\s?[$€£]?\d[\d.,]{0,11}\s?(?:%|percent|\+|x|k|m|million|years?|months?|weeks?|days?|hours?|minutes?|stars?)?\s?\+?$/i;
const LABEL_WORDS = 8;

/** Joins each figure with the label beside it; where labels come first, each label with the figure after it. */
export function joinTiles(blocks: readonly PageBlock[]): PageBlock[] {
  const joined: PageBlock[] = [];
  const replaced = new Map<PageBlock, PageBlock>();
  let index = 0;
  while (index < blocks.length) {
    const first = blocks[index];
    const second = blocks[index + 1];
    if (first === undefined) break;
    const pair = second !== undefined && isTile(first, second) ? join(first, second) : first;
    if (pair !== first && second !== undefined) {
      replaced.set(first, pair).set(second, pair);
      index++;
    }
    joined.push(pair);
    index++;
  }
  for (const block of joined)
    if (block.leadIn !== null) block.leadIn = replaced.get(block.leadIn) ?? block.leadIn;
  return joined;
}

function isTile(first: PageBlock, second: PageBlock): boolean {
  if (first.parent !== second.parent || first.region === 'table' || first.region === 'code') return false;
  return isFigure(first) && isLabel(second);
}

function isFigure({ text }: PageBlock): boolean {
  return text.length < 30 && FIGURE.test(text);
}

function isLabel({ text, region }: PageBlock): boolean {
  if (region === 'boilerplate' || region === 'code' || text.length > 80 || !/^\p{L}/u.test(text))
    return false;
  return text.split(' ', LABEL_WORDS + 1).length <= LABEL_WORDS && !/[.:?]$/.test(text);
}

function join(first: PageBlock, second: PageBlock): PageBlock {
  const gap = first.text.length + 1;
  const move = (offset: number): number => offset + gap;
  return {
    region: first.region === 'heading' ? 'body' : first.region,
    text: `${first.text} ${second.text}`,
    map: {
      starts: [...first.map.starts, first.map.ends.at(-1) ?? 0, ...second.map.starts],
      ends: [...first.map.ends, second.map.starts[0] ?? 0, ...second.map.ends],
    },
    links: [
      ...first.links,
      ...second.links.map((link) => ({ ...link, start: move(link.start), end: move(link.end) })),
    ],
    marks: [...first.marks, ...second.marks.map((mark) => ({ ...mark, at: move(mark.at) }))],
    level: null,
    leadIn: first.leadIn,
    parent: first.parent,
  };
}
