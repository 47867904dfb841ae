import type { AuditOptions } from '../audit.ts';
import type { Caveat, Citation, Claim, Document, DocumentReport, Sentence } from '../model.ts';

/** Everything that was found on a page, before it is judged. */
export interface Findings {
  readonly document: Document;
  readonly sentences: readonly Sentence[];
  readonly claims: readonly Claim[];
  readonly caveats: readonly Caveat[];
  readonly citations: readonly Citation[];
}

/** Judges the claims of a page against the evidence. */
export function judge(_page: Findings, _options: AuditOptions): DocumentReport {
  throw new Error('not written yet');
}
