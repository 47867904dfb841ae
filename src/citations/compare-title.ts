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
  const columns = text.length;
  let previous = new Float64Array(columns + 1);
  let origin = Int32Array.from({ length: columns + 1 }, (_, column) => column);
  for (let row = 1; row <= rows; row += 1) {
    const current = new Float64Array(columns + 1);
    const from = new Int32Array(columns + 1);
    current[0] = row;
    for (let column = 1; column <= columns; column += 1) {
      const changed = (previous[column - 1] ?? 0) + difference(title[row - 1] ?? '', text[column - 1] ?? '');
      const missing = (previous[column] ?? 0) + 1;
      const added = (current[column - 1] ?? 0) + 1;
      const least = Math.min(changed, missing, added);
      current[column] = least;
      from[column] =
        (least === changed ? origin[column - 1] : least === missing ? origin[column] : from[column - 1]) ?? 0;
    }
    previous = current;
    origin = from;
  }
  let end = 0;
  for (let column = 1; column <= columns; column += 1) {
    if ((previous[column] ?? 0) < (previous[end] ?? 0)) end = column;
  }
  const similarity = rows === 0 ? 0 : Math.max(0, 1 - (previous[end] ?? rows) / rows);
  const telling = title.filter((word) => !isCommon(word)).length;
  return { similarity, start: origin[end] ?? 0, end, telling };
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
