/** GitHub workflow commands: annotations on the lines of a change. */
import type { EvidenceItem, Report, Severity, Span } from '../model.ts';
import { type RankedFinding, rankFindings } from './ranking.ts';
import { count, plain, summarySentences, tells } from './text.ts';

/** GitHub shows ten annotations of each kind a step and silently drops the rest. */
export const ANNOTATIONS_A_KIND = 10;

const KINDS = [
  ['error', 'error'],
  ['warning', 'warning'],
  ['info', 'notice'],
] as const satisfies readonly (readonly [Severity, string])[];

/** The worst findings as annotations, at most ten of a kind, then what was left out and the summary. Pure. */
export function toGithub(report: Report): string {
  const ranked = rankFindings(report);
  const shown: string[] = [];
  const leftOut: string[] = [];
  for (const [severity, kind] of KINDS) {
    const ofKind = ranked.filter(({ finding }) => finding.severity === severity);
    shown.push(...ofKind.slice(0, ANNOTATIONS_A_KIND).map((entry) => annotation(kind, entry)));
    const more = ofKind.length - ANNOTATIONS_A_KIND;
    if (more > 0)
      leftOut.push(
        `${count(more, `more ${kind}`)} without an annotation (${ANNOTATIONS_A_KIND} of a kind are shown)`,
      );
  }
  return `${[...shown, ...leftOut, ...summarySentences(report)].join('\n')}\n`;
}

function annotation(kind: string, { path, finding, alsoOn }: RankedFinding): string {
  const place = isAddress(path) ? [] : placeOf(path, finding.span);
  const properties = [...place, ['title', finding.ruleId]];
  const written = properties.map(([name, value = '']) => `${name}=${escapeProperty(value)}`).join(',');
  return `::${kind} ${written}::${escapeData(messageOf(path, finding, alsoOn))}`;
}

function placeOf(path: string, { start, end }: Span): string[][] {
  const lines = [
    ['file', path],
    ['line', String(start.line)],
    ['endLine', String(end.line)],
  ];
  // GitHub takes columns only inside one line.
  if (start.line !== end.line) return lines;
  return [...lines, ['col', String(start.column)], ['endColumn', String(end.column)]];
}

function messageOf(path: string, finding: RankedFinding['finding'], alsoOn: readonly string[]): string {
  const evidence = finding.evidence[0];
  return [
    `${isAddress(path) ? `${path}: ` : ''}${plain(finding.message)}`,
    ...(evidence === undefined ? [] : [`Evidence: ${evidenceWords(finding.message, evidence)}`]),
    ...(finding.suggestion === null ? [] : [`Instead: ${plain(finding.suggestion)}`]),
    ...(alsoOn.length === 0 ? [] : [`The same on ${count(alsoOn.length, 'more page')}.`]),
  ].join('\n');
}

function evidenceWords(message: string, { statement, study, url }: EvidenceItem): string {
  const source = url === null ? plain(study) : `${plain(study)}, ${plain(url)}`;
  return tells(message, statement) ? source : `${plain(statement)} [${source}]`;
}

function isAddress(path: string): boolean {
  return /^https?:\/\//i.test(path);
}

/** As actions/toolkit escapes the message of a command. */
export function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** As actions/toolkit escapes a property of a command. */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
