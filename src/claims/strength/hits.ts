/** Where phrases lie among each other, each question answered in one pass over the text. */
import type { Hit } from './phrases.ts';

/** For each word of a text of `length` words, the farthest end of the hits that begin at or before it. */
function farthestEnds(hits: readonly Hit<string>[], length: number): number[] {
  const ends = new Array<number>(length).fill(0);
  for (const { from, to } of hits) ends[from] = Math.max(ends[from] ?? 0, to);
  for (let index = 1; index < length; index++) {
    ends[index] = Math.max(ends[index] ?? 0, ends[index - 1] ?? 0);
  }
  return ends;
}

/** The hits that share no word with any of `others`. */
export function clearOf<C extends string>(
  hits: readonly Hit<C>[],
  others: readonly Hit<C>[],
  length: number,
): Hit<C>[] {
  const ends = farthestEnds(others, length);
  return hits.filter(({ from, to }) => (ends[to - 1] ?? 0) <= from);
}

/** The hits that lie inside none of `others`. */
export function outside<C extends string>(
  hits: readonly Hit<C>[],
  others: readonly Hit<C>[],
  length: number,
): Hit<C>[] {
  const ends = farthestEnds(others, length);
  return hits.filter(({ from, to }) => (ends[from] ?? 0) < to);
}

/** Parts hits, which are in order, at the words where a clause starts; `starts` ascends and begins with 0. */
export function byClause<H extends Hit<string>>(hits: readonly H[], starts: readonly number[]): H[][] {
  const clauses: H[][] = starts.map(() => []);
  let clause = 0;
  for (const hit of hits) {
    while (hit.from >= (starts[clause + 1] ?? Number.POSITIVE_INFINITY)) clause += 1;
    clauses[clause]?.push(hit);
  }
  return clauses;
}
