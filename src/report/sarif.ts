/** SARIF 2.1.0, for code scanning and review tools. */
import type { Artifact, Log, Notification, PhysicalLocation, ReportingDescriptor, Result } from 'sarif';
import type { Finding, Report, Severity } from '../model.ts';
import { compareSeverity, count, plain, summarySentences } from './text.ts';

/** GitHub keeps the first 5,000 results of a run. */
export const RESULTS_KEPT = 5000;

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

interface PlacedFinding {
  readonly path: string;
  readonly finding: Finding;
}

/** The findings of a report as an indented SARIF log, the worst first; suppressed ones are not in a report. Pure. */
export function toSarif(report: Report): string {
  const all = report.documents
    .flatMap(({ path, findings }) => findings.map((finding): PlacedFinding => ({ path, finding })))
    .sort((a, b) => compareSeverity(a.finding.severity, b.finding.severity));
  const kept = all.slice(0, RESULTS_KEPT);
  const rules = rulesOf(kept);
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'claimlint',
            version: report.tool.version,
            semanticVersion: report.tool.version,
            rules: [...rules.values()],
          },
        },
        invocations: [
          {
            executionSuccessful: report.failures.length === 0,
            toolExecutionNotifications: notifications(report, all.length - kept.length),
          },
        ],
        columnKind: 'utf16CodeUnits',
        artifacts: artifactsOf(report, new Set(kept.map(({ path }) => path))),
        results: kept.map((placed) => toResult(placed, [...rules.keys()])),
        properties: { asOf: report.asOf, evidence: report.evidence.packs },
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function rulesOf(placed: readonly PlacedFinding[]): Map<string, ReportingDescriptor> {
  const ids = [...new Set(placed.map(({ finding }) => finding.ruleId))].sort();
  return new Map(
    ids.map((id) => {
      const help = placed.find(({ finding }) => finding.ruleId === id)?.finding.help ?? '';
      const [family = '', rule = ''] = id.split('/');
      return [
        id,
        {
          id,
          shortDescription: { text: `${words(family)}: ${words(rule)}` },
          ...(URL.canParse(help) ? { helpUri: help } : {}),
        },
      ];
    }),
  );
}

function words(name: string): string {
  return name.replaceAll('-', ' ');
}

function notifications(report: Report, leftOut: number): Notification[] {
  return [
    ...summarySentences(report).map((text): Notification => ({ level: 'note', message: { text } })),
    ...(leftOut === 0
      ? []
      : [
          {
            level: 'warning' as const,
            message: {
              text: `${count(leftOut, 'finding')} of the least severe left out: ${RESULTS_KEPT} are kept`,
            },
          },
        ]),
    ...report.failures.map(
      ({ path, code, message }): Notification => ({
        level: 'error',
        descriptor: { id: code },
        message: { text: `${plain(path)}: ${plain(message)}` },
      }),
    ),
  ];
}

function artifactsOf(report: Report, paths: ReadonlySet<string>): Artifact[] {
  return report.documents
    .filter(({ path }) => paths.has(path))
    .map(({ path, sha256 }) => ({ location: { uri: toUri(path) }, hashes: { 'sha-256': sha256 } }));
}

function toResult({ path, finding }: PlacedFinding, ruleIds: readonly string[]): Result {
  const { ruleId, severity, fingerprint, claims, evidence, computation, suggestion } = finding;
  return {
    ruleId,
    ruleIndex: ruleIds.indexOf(ruleId),
    level: LEVELS[severity],
    message: { text: messageOf(finding) },
    locations: [{ physicalLocation: placeOf(path, finding) }],
    partialFingerprints: { 'claimlint/v1': fingerprint },
    properties: { claims, evidence, computation, suggestion },
  };
}

function messageOf(finding: Finding): string {
  const evidence = finding.evidence.map(
    (item) => `Evidence: ${plain(item.statement)} [${plain(item.study)}]`,
  );
  const instead = finding.suggestion === null ? [] : [`Instead: ${plain(finding.suggestion)}`];
  return [plain(finding.message), ...evidence, ...instead].join('\n');
}

function placeOf(path: string, { span: { start, end } }: Finding): PhysicalLocation {
  return {
    artifactLocation: { uri: toUri(path) },
    region: {
      startLine: start.line,
      startColumn: start.column,
      endLine: end.line,
      endColumn: end.column,
      charOffset: start.offset,
      charLength: end.offset - start.offset,
    },
  };
}

/** A path as a URI reference: an address as it is, an absolute path as a `file:` URI, else percent-encoded. */
function toUri(path: string): string {
  if (/^https?:\/\//i.test(path)) return encodeURI(path).replaceAll('%25', '%');
  const posix = path.replaceAll('\\', '/');
  const encoded = posix.split('/').map(encodeURIComponent).join('/');
  return posix.startsWith('/') ? `file://${encoded}` : encoded;
}
