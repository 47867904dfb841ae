/**
 * The verdict on a claim. The worst finding decides; without one, a claim is supported only by a recorded
 * result for the same treatment, condition and outcome, told within what it carries; else it is not checkable,
 * and says why.
 */
import type { NotCheckableReason, Verdict } from '../model.ts';
import { tellsResult } from './applies.ts';
import type { Case } from './case.ts';
import type { PageContext } from './context.ts';
import { familyOf, type Judged } from './finding.ts';
import { contains } from './phrases.ts';
import { isSupported } from './supported.ts';

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
  const families = findings.filter((finding) => !isPuffery(finding)).map(({ ruleId }) => familyOf(ruleId));
  if (families.includes('overstatement')) return 'overstated';
  if (families.includes('unsupported-citation')) return 'unsupported';
  if (families.includes('missing-caveat')) return 'missing-caveat';
  return null;
}

/** Puffery and weak appeals are told, and do not decide. */
function isPuffery(finding: Judged): boolean {
  return finding.severity === 'info' && familyOf(finding.ruleId) !== 'missing-caveat';
}

function whyNotCheckable(one: Case, context: PageContext): NotCheckableReason | null {
  const { claim } = one;
  if (context.page.document.language !== 'en') return 'language';
  if (one.otherField) return 'other-field';
  if (claim.attribution === 'person') return 'opinion';
  if (isSupported(one, context.evidence)) return null;
  if (tellsResult(one) && contains(one.tokens, OWN_RECORDS)) return 'own-record';
  if (one.offRecord) return 'other-field';
  if (claim.types.every((type) => type === 'evidence')) return 'too-vague';
  if (one.citations.some((citation) => citation.status === 'not-checked')) return 'offline';
  return 'no-evidence-record';
}

/** A clinic's word on its own patients: unpublished, so that nobody else can look. */
const OWN_RECORDS: readonly string[] = [
  'our|my patients',
  'our success rate+',
  'our|my own results|records|experience|data',
  'in our|my practice|clinic|experience|hands',
  'we have|had treated|seen|had',
  'patients we have',
];
