/** One claim for a sentence that stands at several places of a page. */
import type { Claim, Place, Region } from '../model.ts';

/** Places that repeat what the page says elsewhere: a claim is told where a reader sees it. */
const SHADOWS: ReadonlySet<Region> = new Set(['meta', 'structured-data', 'front-matter', 'title', 'alt']);

/** Merges claims of the same id; the first place that readers see keeps the claim, the rest become its places. */
export function mergePlaces(claims: readonly Claim[]): Claim[] {
  const byId = new Map<string, Claim[]>();
  for (const claim of claims) {
    const same = byId.get(claim.id);
    if (same === undefined) byId.set(claim.id, [claim]);
    else same.push(claim);
  }
  const merged = [...byId.values()].map(mergeSame);
  return merged.sort((a, b) => a.span.start.offset - b.span.start.offset);
}

function mergeSame(same: readonly Claim[]): Claim {
  const told = same.find(({ region }) => !SHADOWS.has(region)) ?? same[0];
  if (told === undefined) throw new Error('A claim without a place cannot be merged.');
  const places: Place[] = same
    .filter((claim) => claim !== told)
    .map(({ span, region }) => ({ span, region }));
  return { ...told, places };
}
