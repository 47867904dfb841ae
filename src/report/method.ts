/** How claims are judged, and what that cannot tell: the same words in every report that leaves the house. */
import type { Report } from '../model.ts';
import { count } from './text.ts';

export const METHOD: readonly string[] = [
  'The page is read as it was copied, headings, tables, questions, testimonials, descriptions for search engines and footers included. Navigation, forms and cookie notices are left out.',
  'A sentence, heading, list item or cell that says what a treatment does, how safe it is, how long its effect lasts, how it compares, what proves it or what its legal status is counts as one claim. Claims are found by published word lists and sentence patterns; no language model takes part.',
  'Each claim is compared with the records of the evidence packs for the same treatment, condition and outcome: how firmly it speaks, whether it tells cause or association, for how many people, how large, how lasting, how safe, compared with what, and at which stage of research.',
  'Numbers beside a named study are compared with the numbers on record; where a figure can be recomputed, the sum is shown.',
  'The same page, packs, rules and day give the same report, byte for byte.',
];

export const LIMITS: readonly string[] = [
  'Only the records of the packs named here were asked. Evidence that they do not hold, or that is newer than their date, was not considered.',
  '“Not checkable” says that the packs do not decide a claim; it says nothing on whether the claim is true.',
  '“Supported as worded” says that the claim goes no further than the evidence on record, which may be weak: a cautious sentence on weak evidence is supported as worded. It does not say that the treatment works, and it is no approval of the treatment or of the page.',
  'The reading is automatic and can err, in what it takes for a claim and in how it reads one. Compare each entry with the page, and each statement of evidence with its source, before relying on it.',
  'Words inside pictures and videos, and text that a page loads by script, were not read.',
  'Nothing here states or implies a breach of law, an intention, or a judgement on a person or business. Which rules of advertising apply is for the competent authority to decide.',
];

/** `regenerative-spine 2026.11.0, as of 2026-11-01, 80 studies, sha256-…`, a line for each pack. */
export function packLines({ evidence }: Report): string[] {
  return evidence.packs.map(
    ({ id, version, asOf, studies, hash }) =>
      `${id} ${version}, as of ${asOf}, ${count(studies, 'study', 'studies')}, ${hash}`,
  );
}
