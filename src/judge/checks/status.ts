/** Fires where a claim gives a treatment a legal status that no product on record has. */
import { statusesOf } from '../../evidence/warrant.ts';
import type { Status } from '../../scales.ts';
import type { Case } from '../case.ts';
import type { PageContext } from '../context.ts';
import { quoteOf } from '../quote.ts';
import type { ClaimCheck } from '../raised.ts';
import { productItem, tellingProducts } from '../records.ts';

export const checkStatus: ClaimCheck<'status'> = (rule, one, context) => {
  const held = treatmentStatuses(one, context);
  const misstated = one.claim.asserts.status.filter(
    (status) => rule.claimed.includes(status) && !held.includes(status),
  );
  if (misstated.length === 0) return null;
  return {
    quote: quoteOf(one.claim, rule.quote),
    evidence: tellingProducts(one).slice(0, 1).map(productItem),
  };
};

/** Statuses on record for the claim's treatment where the page is published. */
export function treatmentStatuses(one: Case, context: PageContext): Status[] {
  return statusesOf(one.match.products, context.jurisdiction);
}
