/** Says in the end what was found and not read, and why. */
import type { LeftAside } from './frontier.ts';

export interface LeftAsideCounts {
  /** Visits that found no page of the site, by code. */
  readonly skipped: ReadonlyMap<string, number>;
  /** Addresses that were never asked for. */
  readonly left: LeftAside;
}

const SKIPPED: readonly (readonly [string, string])[] = [
  ['not-found', 'not found'],
  ['not-a-page', 'no pages'],
  ['binary-file', 'no pages'],
  ['empty-file', 'empty'],
  ['other-site', 'lead to other sites'],
  ['redirected', 'lead to pages that were read'],
  ['out-of-scope', 'not asked for'],
];

/** One line; null where nothing was left aside. */
export function leftAsideLine(
  { skipped, left }: LeftAsideCounts,
  limits: { readonly depth: number; readonly maxPages: number },
): string | null {
  const parts = [
    part(left.robots + (skipped.get('robots') ?? 0), 'forbidden by robots.txt'),
    part(left.depth, `beyond --depth ${limits.depth}`),
    part(left.limit, `beyond --max-pages ${limits.maxPages}`),
    ...SKIPPED.map(([code, words]) => part(skipped.get(code) ?? 0, words)),
  ].filter((words) => words !== null);
  return parts.length === 0 ? null : `claimlint: addresses left aside: ${parts.join(', ')}\n`;
}

function part(count: number, words: string): string | null {
  return count === 0 ? null : `${count} ${words}`;
}
