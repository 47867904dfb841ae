/** What the evidence carries at most: the right-hand side of every comparison with a claim. */
import { STATUS, type Status, type Warranted } from '../scales.ts';
import type { Match } from './match.ts';
import type { Product } from './schema.ts';

/**
 * What the synthesis of a match warrants, with the statuses of the products sold in a jurisdiction (null
 * where it is not known: anywhere). Null without a synthesis.
 */
export function warrantOfMatch(match: Match, jurisdiction: string | null): Warranted | null {
  if (match.synthesis === null) return null;
  return {
    ...match.synthesis.warrants,
    fit: match.fit,
    status: statusesOf(match.products, jurisdiction),
    source: match.synthesis.id,
  };
}

/** Statuses on record for the products sold in a jurisdiction (`*` in a record: everywhere), or in any for null. */
export function statusesOf(products: readonly Product[], jurisdiction: string | null): Status[] {
  const sold = products.filter(
    (product) =>
      jurisdiction === null || product.jurisdiction === jurisdiction || product.jurisdiction === '*',
  );
  return STATUS.filter((status) => sold.some((product) => product.status.includes(status)));
}
