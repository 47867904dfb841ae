import type { Position, Span } from '../model.ts';

/** Turns offsets of one text into spans with lines and columns. */
export type Locate = (start: number, end: number) => Span;

/**
 * Prepares `text` for looking up positions. Lines end with `\n`, `\r\n` or `\r`.
 * A look-up takes logarithmic time in the number of lines.
 */
export function createLocator(text: string): Locate {
  const lineStarts = findLineStarts(text);
  const position = (offset: number): Position => {
    let low = 0;
    let high = lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { offset, line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
  };
  return (start, end) => ({ start: position(start), end: position(end) });
}

function findLineStarts(text: string): number[] {
  const starts = [0];
  for (const { index, 0: lineEnd } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + lineEnd.length);
  return starts;
}
