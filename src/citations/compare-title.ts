/** How far a recorded title is found in a string. */
import { isCommon } from './fold.ts';

export interface TitleMatch {
  /** 1 where every word is there in order; each word missing, added or changed takes away. */
  readonly similarity: number;
  /** The words of the string that the title covers: from `start` to before `end`. */
  readonly start: number;
  readonly end: number;
  /** Words of the title that count: not articles and prepositions. */
  readonly telling: number;
}

/**
 * Aligns a title with the stretch of a string that resembles it most (word by word, after Sellers 1980:
 * the ends of the string are free). Costs the product of the two lengths.
 */
export function matchTitle(title: readonly string[], text: readonly string[]): TitleMatch {
  const rows = title.length;
  let row: Row = {
    cost: new Float64Array(text.length + 1),
    origin: Int32Array.from({ length: text.length + 1 }, (_, column) => column),
  };
  for (const word of title) row = nextRow(row, word, text);
  const previous = row.cost;
  const origin = row.origin;
  let end = 0;
  for (let column = 1; column <= text.length; column += 1) {
    if ((previous[column] ?? 0) < (previous[end] ?? 0)) end = column;
  }
  const similarity = rows === 0 ? 0 : Math.max(0, 1 - (previous[end] ?? rows) / rows);
  return { similarity, start: origin[end] ?? 0, end, telling: tellingWords(title) };
}

/** For each word of the text: the least cost of the title so far ending there, and where that stretch begins. */
interface Row {
  readonly cost: Float64Array;
  readonly origin: Int32Array;
}

function nextRow({ cost, origin }: Row, word: string, text: readonly string[]): Row {
  const next: Row = { cost: new Float64Array(cost.length), origin: new Int32Array(cost.length) };
  next.cost[0] = (cost[0] ?? 0) + 1;
  for (let column = 1; column < cost.length; column += 1) {
    const changed = (cost[column - 1] ?? 0) + difference(word, text[column - 1] ?? '');
    const missing = (cost[column] ?? 0) + 1;
    const added = (next.cost[column - 1] ?? 0) + 1;
    const least = Math.min(changed, missing, added);
    const from =
      least === changed ? origin[column - 1] : least === missing ? origin[column] : next.origin[column - 1];
    next.cost[column] = least;
    next.origin[column] = from ?? 0;
  }
  return next;
}

/** How many words of a title are not articles or prepositions. */
export function tellingWords(title: readonly string[]): number {
  return title.filter((word) => !isCommon(word)).length;
}

/** 0 for the same word, half for a plural or a slip of the pen, 1 for another word. */
function difference(a: string, b: string): number {
  if (a === b) return 0;
  if (a.length < 4 || b.length < 4 || a[0] !== b[0] || Math.abs(a.length - b.length) > 2) return 1;
  return oneSlip(a, b) ? 0.5 : 1;
}

/** Whether one insertion, deletion, change or swap of neighbours turns one word into the other. */
function oneSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let head = 0;
  while (head < short.length && short[head] === long[head]) head += 1;
  let tail = 0;
  while (tail < short.length - head && short.at(-1 - tail) === long.at(-1 - tail)) tail += 1;
  const left = short.length - head - tail;
  if (long.length !== short.length) return left === 0 && long.length - short.length === 1;
  return left <= 1 || (left === 2 && short[head] === long[head + 1] && short[head + 1] === long[head]);
}
