import type { DocumentReport, Report } from '../model.ts';
import { type ReportSummary, withoutSuppressions } from './assemble.ts';

/** The report as one indented JSON object with a final newline. */
export function toJson(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** One line of `--format jsonl` for a page. */
export function toJsonLine(document: DocumentReport): string {
  return `${JSON.stringify({ kind: 'document', ...withoutSuppressions(document) })}\n`;
}

/** The last line of `--format jsonl`. */
export function toJsonSummaryLine(summary: ReportSummary): string {
  return `${JSON.stringify({ kind: 'summary', ...summary })}\n`;
}
