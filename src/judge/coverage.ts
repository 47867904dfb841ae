/** How much of a page was read, found and checked, so that "no findings" never stands alone. */
import type { Coverage, Document, JudgedClaim, NotCheckableReason, Sentence } from '../model.ts';

/** Counts words by white space, sentences, claims, and the claims that were not checked by reason. */
export function coverageOf(
  document: Document,
  sentences: readonly Sentence[],
  claims: readonly JudgedClaim[],
): Coverage {
  const notChecked: Partial<Record<NotCheckableReason, number>> = {};
  for (const { reason } of claims) {
    if (reason !== null) notChecked[reason] = (notChecked[reason] ?? 0) + 1;
  }
  return {
    words: document.blocks.reduce((sum, block) => sum + countWords(block.text), 0),
    sentences: sentences.length,
    claims: claims.length,
    checked: claims.filter((claim) => claim.reason === null).length,
    notChecked,
  };
}

function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}
