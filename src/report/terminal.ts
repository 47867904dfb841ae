import type { Report } from '../model.ts';

export function toTerminal(report: Report): string {
  return `${report.documents.flatMap((d) => d.findings.map((f) => `${d.path}:${f.span.start.line}:${f.span.start.column} ${f.severity} ${f.message} ${f.ruleId}`)).join('\n')}\n`;
}
