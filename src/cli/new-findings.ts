import type { DocumentReport, Finding } from '../model.ts';
import type { Changes } from './changed.ts';

/**
 * The report with those findings alone that the change is answerable for: on lines that changed, or not there
 * before it (a caveat that was taken out raises a finding on a line that nobody touched). Claims stay.
 */
export function onlyNewFindings(
  now: DocumentReport,
  before: DocumentReport | null,
  file: string,
  changes: Changes,
): DocumentReport {
  const known = new Set(before?.findings.map((finding) => finding.fingerprint));
  const isNew = ({ scope, span, fingerprint }: Finding): boolean =>
    !known.has(fingerprint) ||
    (scope !== 'page' && scope !== 'site' && changes.touches(file, span.start.line, span.end.line));
  const findings = now.findings.filter(isNew);
  const kept = new Set(findings.map((finding) => finding.id));
  const left = now.findings.length - findings.length;
  return {
    ...now,
    findings,
    claims: now.claims.map((claim) => ({ ...claim, findings: claim.findings.filter((id) => kept.has(id)) })),
    notices: [
      ...now.notices,
      ...(left === 0
        ? []
        : [
            {
              code: 'unchanged-lines',
              message: `${left} more ${left === 1 ? 'finding stands' : 'findings stand'} on lines that did not change since ${shortened(changes.since)}`,
            },
          ]),
    ],
  };
}

/** A commit as people name it. */
function shortened(commit: string): string {
  return /^[0-9a-f]{40,64}$/.test(commit) ? commit.slice(0, 10) : commit;
}
