/** Why a finding stands: how the sentence was read, what was compared, and on what evidence. */
import type { DocumentReport, EvidenceItem, Finding, JudgedClaim } from '../model.ts';
import type { Asserted, Warranted } from '../scales.ts';
import type { Rule } from './rule.ts';

/** The scales that a claim and the evidence share, in the order in which they are shown. */
const SHARED = [
  'modality',
  'relation',
  'share',
  'size',
  'duration',
  'stage',
  'safety',
  'comparison',
] as const;

/**
 * The finding of a report whose id or fingerprint begins with `id`; null where none or several do. Lines, without
 * colour.
 */
export function explainFinding(id: string, report: DocumentReport, rules: readonly Rule[]): string[] | null {
  const matching = report.findings.filter(
    (finding) => finding.id.startsWith(id) || finding.fingerprint.startsWith(id),
  );
  const [finding] = matching;
  if (finding === undefined || matching.length > 1) return null;
  const claims = report.claims.filter((claim) => finding.claims.includes(claim.id));
  const rule = rules.find((candidate) => candidate.id === finding.ruleId);
  return [
    `${finding.ruleId} (${finding.severity})`,
    finding.message,
    ...claims.flatMap(readingOf),
    ...claims.flatMap((claim) => comparison(claim.asserts, claim.warranted)),
    ...evidenceLines(finding),
    ...(rule === undefined ? [] : ['', `Why: ${rule.why.trim()}`]),
    ...(finding.suggestion === null ? [] : ['', `Wording that the evidence carries: ${finding.suggestion}`]),
  ];
}

function readingOf(claim: JudgedClaim): string[] {
  const about = [claim.subject, claim.condition, claim.outcome].filter((part) => part !== null).join(', ');
  return [
    '',
    `Sentence: ${claim.text}`,
    `Read as: ${claim.types.join(', ')}; ${claim.polarity}; ${claim.modality}; about ${about}; told by ${claim.attribution}.`,
    ...(claim.cues.length === 0
      ? []
      : [`Words: ${claim.cues.map((cue) => `“${cue.text}” (${cue.class})`).join(', ')}.`]),
    `Verdict: ${claim.verdict}${claim.reason === null ? '' : ` (${claim.reason})`}.`,
  ];
}

function comparison(asserts: Asserted, warranted: Warranted | null): string[] {
  if (warranted === null) return ['', 'The packs hold no record on this question.'];
  const rows = SHARED.filter((scale) => asserts[scale] !== null).map(
    (scale) => `  ${scale}: asserts ${asserts[scale]}, warranted ${warranted[scale] ?? 'nothing'}`,
  );
  return ['', `Asserted against warranted (${warranted.source}, fit ${warranted.fit}):`, ...rows];
}

function evidenceLines({ evidence, computation }: Finding): string[] {
  const sum = computation === null ? [] : [`  recomputed: ${computation.sum} (cited: ${computation.cited})`];
  if (evidence.length === 0 && sum.length === 0) return [];
  return ['', 'Evidence:', ...evidence.map(evidenceLine), ...sum];
}

function evidenceLine({ study, result, relation, statement, locator, url }: EvidenceItem): string {
  const where = [locator, url].filter((part) => part !== null).join(', ');
  return `  ${study}${result === null ? '' : `/${result}`} (${relation}): ${statement}${where === '' ? '' : ` [${where}]`}`;
}
