/** Fires where a claim gives a treatment a legal status that no product on record has. */
import type { Product } from '../../evidence/schema.ts';
import type { Status } from '../../scales.ts';
import type { Case } from '../case.ts';
import { quoteOf } from '../quote.ts';
import type { ClaimCheck } from '../raised.ts';
import { productItem } from '../records.ts';

export const checkStatus: ClaimCheck<'status'> = (rule, one, context) => {
  const claimed = one.claim.asserts.status;
  if (claimed.length === 0) return null;
  const products = inForce(one.match.products, context.jurisdiction);
  const granted = claimed.filter((status) => !holds(status, one, products));
  if (granted.length === 0) return null;
  return {
    quote: quoteOf(one.claim, rule.quote),
    facts: { status: granted.join(', ') },
    evidence: products.slice(0, 2).map(productItem),
  };
};

/** Statuses that say nothing about the treatment unless it holds approval: they are facts of a place or a trial. */
function holds(status: Status, one: Case, products: readonly Product[]): boolean {
  if (status === 'none') return true;
  if (one.warranted?.status.includes(status)) return true;
  return products.some((product) => product.status.includes(status));
}

function inForce(products: readonly Product[], jurisdiction: string | null): Product[] {
  return products.filter((product) => jurisdiction === null || product.jurisdiction === jurisdiction);
}
