/** Figures set large beside their label: `95 %` and `success rate` are one statement. */
import type { PageBlock } from './blocks.ts';

const NUMBER = String.raw`[$€£]{0,2}\d[\d.,]{0,11}`;
const UNIT = String.raw`(?:%|percent|\+|x|k|m|million|pts?|points|years?|months?|weeks?|days?|hours?|minutes?|stars?|\/\s?\d{1,3})`;
const FIGURE = new RegExp(
  String.raw`^(?:(?:over|more than|up to|about|nearly|almost)\s)?[<>~≈+±]?\s?${NUMBER}\s?(?:[-–]\s?${NUMBER})?\s?${UNIT}?\s?\+?$`,
  'i',
);
/** A small bare number above a heading counts the steps of a procedure. */
const STEP = /^\d{1,2}\.?$/;
const LABEL_WORDS = 8;
/** A tile is a figure, its label, and at most a scale and a note. */
const TILE_BLOCKS = 4;

/** Joins each figure with its label; both stand in the same element, and next to each other. */
export function joinTiles(blocks: readonly PageBlock[]): PageBlock[] {
  const siblings = new Map<number, number>();
  for (const { parent } of blocks) siblings.set(parent, (siblings.get(parent) ?? 0) + 1);
  const joined: PageBlock[] = [];
  const replaced = new Map<PageBlock, PageBlock>();
  let from = 0;
  while (from < blocks.length) {
    const run = runOfTiles(blocks, from);
    for (const tile of groups(run, run.length === siblings.get(run[0]?.parent ?? 0))) {
      const block = tile.reduce(join);
      for (const part of tile) replaced.set(part, block);
      joined.push(block);
    }
    from += run.length;
  }
  for (const block of joined)
    if (block.leadIn !== null) block.leadIn = replaced.get(block.leadIn) ?? block.leadIn;
  return joined;
}

/** The siblings from `from` on that could be parts of tiles; at least one block, whatever it is. */
function runOfTiles(blocks: readonly PageBlock[], from: number): PageBlock[] {
  const run = blocks.slice(from, from + 1);
  const first = run[0];
  for (let index = from + 1; first !== undefined && isPart(first) && index < blocks.length; index++) {
    const next = blocks[index];
    if (next === undefined || next.parent !== first.parent || !isPart(next)) break;
    run.push(next);
  }
  return run;
}

/** A run that fills its element and holds one figure is one tile; else figure and label alternate. */
function groups(run: readonly PageBlock[], fillsElement: boolean): PageBlock[][] {
  const figures = run.filter(isFigure).length;
  if (fillsElement && figures === 1 && run.length > 1 && run.length <= TILE_BLOCKS && !isStep(run[0], run[1]))
    return [[...run]];
  const figureFirst = run[0] !== undefined && isFigure(run[0]);
  const alternates = run.every((block, index) => isFigure(block) === (index % 2 === (figureFirst ? 0 : 1)));
  const result: PageBlock[][] = [];
  for (let index = 0; index < run.length; index++) {
    const block = run[index];
    const next = run[index + 1];
    if (block === undefined) break;
    const pair =
      next !== undefined &&
      isFigure(block) !== isFigure(next) &&
      (figureFirst ? isFigure(block) : alternates);
    result.push(pair && !isStep(block, next) ? [block, next] : [block]);
    if (result.at(-1)?.length === 2) index++;
  }
  return result;
}

function isPart(block: PageBlock): boolean {
  const { text, region } = block;
  if (region !== 'body' && region !== 'heading' && region !== 'list' && region !== 'front-matter')
    return false;
  if (isFigure(block)) return true;
  return text.length <= 80 && text.split(' ', LABEL_WORDS + 1).length <= LABEL_WORDS && !/[.:?!]$/.test(text);
}

function isFigure({ text }: PageBlock): boolean {
  return text.length < 30 && FIGURE.test(text);
}

function isStep(figure: PageBlock | undefined, label: PageBlock | undefined): boolean {
  return figure !== undefined && label !== undefined && STEP.test(figure.text) && label.level !== null;
}

function join(first: PageBlock, second: PageBlock): PageBlock {
  const gap = first.text.length + 1;
  const end = first.map.ends.at(-1) ?? 0;
  const moved = second.links.map((link) => ({ ...link, start: link.start + gap, end: link.end + gap }));
  return {
    region: first.region === 'heading' ? 'body' : first.region,
    text: `${first.text} ${second.text}`,
    map: {
      starts: [...first.map.starts, end, ...second.map.starts],
      ends: [...first.map.ends, Math.max(end, second.map.starts[0] ?? end), ...second.map.ends],
    },
    links: [...first.links, ...moved],
    marks: [...first.marks, ...second.marks.map((mark) => ({ ...mark, at: mark.at + gap }))],
    level: null,
    leadIn: first.leadIn,
    parent: first.parent,
  };
}
