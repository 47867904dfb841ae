import type { Evidence } from '../evidence/index.ts';
import type { Citation, Claim, Document, Sentence } from '../model.ts';

/** Finds what a page cites, identifies it against the packs and checks it for the claims that lean on it. */
export function citePage(
  _document: Document,
  _sentences: readonly Sentence[],
  _claims: readonly Claim[],
  _evidence: Evidence,
): Citation[] {
  return [];
}
