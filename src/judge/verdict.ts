/**
 * The verdict on a claim. The worst finding decides; without one, a claim is supported only by a recorded
 * result for the same treatment, condition and outcome, told within what it carries; else it is not checkable,
 * and says why.
 */
import type { NotCheckableReason, Verdict } from '../model.ts';
import { MODALITY } from '../scales.ts';
import { type Case, reportedBy } from './case.ts';
import type { PageContext } from './context.ts';
import { inOtherField, treatmentCovered } from './covered.ts';
import type { Judged } from './finding.ts';

export interface Outcome {
  readonly verdict: Verdict;
  /** Given for `not-checkable` only. */
  readonly reason: NotCheckableReason | null;
}

export function verdictOf(one: Case, findings: readonly Judged[], context: PageContext): Outcome {
  const worst = worstVerdict(findings);
  if (worst !== null) return { verdict: worst, reason: null };
  const reason = whyNotCheckable(one, context);
  return reason === null ? { verdict: 'supported', reason: null } : { verdict: 'not-checkable', reason };
}

function worstVerdict(findings: readonly Judged[]): Verdict | null {
  if (findings.some((finding) => finding.contradicts)) return 'contradicted';
  const families = findings.filter((finding) => !isPuffery(finding)).map(familyOf);
  if (families.includes('overstatement')) return 'overstated';
  if (families.includes('unsupported-citation')) return 'unsupported';
  if (families.includes('missing-caveat')) return 'missing-caveat';
  return null;
}

/** Puffery and weak appeals are told, and do not decide. */
function isPuffery(finding: Judged): boolean {
  return finding.severity === 'info' && familyOf(finding) !== 'missing-caveat';
}

function familyOf(finding: Judged): string {
  return finding.ruleId.slice(0, finding.ruleId.indexOf('/'));
}

function whyNotCheckable(one: Case, context: PageContext): NotCheckableReason | null {
  const { claim } = one;
  if (context.page.document.language !== 'en') return 'language';
  if (inOtherField(claim, context.evidence)) return 'other-field';
  if (claim.attribution === 'person') return 'opinion';
  if (isSupported(one)) return null;
  if (!treatmentCovered(claim, context.evidence)) return 'other-field';
  if (one.citations.some((citation) => citation.status === 'not-checked')) return 'offline';
  return 'no-evidence-record';
}

function isSupported(one: Case): boolean {
  const { claim, match, warranted } = one;
  if (claim.polarity === 'harm') return match.harms.length > 0;
  if (reportedBy(one) !== null) return true;
  if (warranted === null || match.synthesis === null || warranted.fit !== 'same') return false;
  return (
    claim.polarity === 'neutral' || MODALITY.indexOf(claim.modality) <= MODALITY.indexOf(warranted.modality)
  );
}
