/**
 * The verdict on a claim. The worst finding decides; without one, a claim is supported only by a recorded
 * result for the same treatment, condition and outcome, told within what it carries; else it is not checkable,
 * and says why.
 */
import type { Claim, NotCheckableReason, Verdict } from '../model.ts';
import {
  type Asserted,
  DURATION,
  exceeds,
  MODALITY,
  SAFETY,
  SHARE,
  SIZE,
  type Warranted,
} from '../scales.ts';
import { tellsResult } from './applies.ts';
import { type Case, reportedBy } from './case.ts';
import type { PageContext } from './context.ts';
import { treatmentCovered } from './covered.ts';
import type { Judged } from './finding.ts';
import { contains } from './phrases.ts';

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
  if (one.otherField) return 'other-field';
  if (claim.attribution === 'person') return 'opinion';
  if (isSupported(one)) return null;
  if (tellsResult(one) && contains(one.tokens, OWN_RECORDS)) return 'own-record';
  if (!treatmentCovered(claim, context.evidence)) return 'other-field';
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

function isSupported(one: Case): boolean {
  const { claim, match, warranted } = one;
  if (claim.polarity === 'harm') return claim.types.includes('safety') && match.harms.length > 0;
  if (reportedBy(one) !== null) return true;
  if (warranted === null || match.synthesis === null || warranted.fit !== 'same') return false;
  if (claim.types.every((type) => type === 'regulatory')) return statusHolds(claim.asserts, warranted);
  if (claim.types.every((type) => type === 'mechanism')) return false;
  if (claim.types.every((type) => type === 'evidence')) return one.leansOn.length > 0;
  if (claim.polarity === 'neutral')
    return NULL_RESULTS.includes(match.synthesis.direction) || one.leansOn.length > 0;
  return (isWithin(claim.asserts, warranted) && isNamed(claim)) || isToldWithItsLimit(one);
}

/** A result on pain carries no more than "may help" of an effect without a name. */
function isNamed({ outcome, modality }: Claim): boolean {
  return outcome !== null || MODALITY.indexOf(modality) < MODALITY.indexOf('asserted');
}

/** What studies reported, told with their limit in the same sentence, where a study on record reports as much. */
function isToldWithItsLimit(one: Case): boolean {
  const { claim, match, tells } = one;
  return (
    tells.includes('evidence-limited') &&
    claim.modality === 'asserted' &&
    tellsResult(one) &&
    match.studies.some(({ study, fit }) => fit === 'same' && IMPROVED.includes(study.direction))
  );
}

const IMPROVED: readonly string[] = ['favours', 'uncontrolled-improvement', 'mixed'];

const NULL_RESULTS: readonly string[] = ['no-difference', 'mixed', 'unknown'];

/**
 * "Not approved" holds where no product is; any other status where a product on record has it. That a facility is
 * registered says nothing of the treatment.
 */
function statusHolds(asserts: Asserted, warranted: Warranted): boolean {
  return (
    asserts.status.length > 0 &&
    !asserts.status.includes('registered-facility') &&
    asserts.status.every((status) =>
      status === 'none' ? !warranted.status.includes('approved-this-use') : warranted.status.includes(status),
    )
  );
}

/** Whether a claim of benefit stands within what the evidence carries, on every scale on which it says something. */
function isWithin(asserts: Asserted, warranted: Warranted): boolean {
  return !(
    exceeds(MODALITY, asserts.modality, warranted.modality) ||
    exceeds(SHARE, asserts.share, warranted.share) ||
    exceeds(SIZE, asserts.size, warranted.size) ||
    exceeds(DURATION, asserts.duration, warranted.duration) ||
    exceeds(SAFETY, asserts.safety, warranted.safety)
  );
}
