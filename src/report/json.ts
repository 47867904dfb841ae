/** The report as JSON, written as the pages are done, so that none need be kept. */
import type { DocumentReport, Report } from '../model.ts';
import { type ReportHead, type ReportSummary, withoutSuppressions } from './assemble.ts';

/** Gives a report piece by piece: for each page once, then for the rest. */
export interface PieceWriter {
  page(document: DocumentReport): string;
  end(summary: ReportSummary): string;
}

/** `--format jsonl`: one line a page, and the summary as the last. */
export const JSON_LINES: PieceWriter = {
  page: (document) => `${JSON.stringify({ kind: 'document', ...withoutSuppressions(document) })}\n`,
  end: (summary) => `${JSON.stringify({ kind: 'summary', ...summary })}\n`,
};

/** `--format json`: the pieces make one indented object with a final newline. `head` is the summary's own. */
export function createJsonWriter({ schemaVersion, tool, asOf, evidence }: ReportHead): PieceWriter {
  const [beforePages] = around({ schemaVersion, tool, asOf, evidence, documents: [] });
  let pages = 0;
  return {
    page(document) {
      pages += 1;
      return (pages === 1 ? beforePages : ',') + entryOf(document);
    },
    end({ schemaVersion: _version, tool: _tool, asOf: _asOf, evidence: _evidence, ...rest }) {
      const [, afterPages] = around({ documents: [], ...rest });
      return `${pages === 0 ? beforePages : '\n  '}${afterPages}\n`;
    },
  };
}

/** A page on lines of its own, indented as it stands in the report. */
function entryOf(document: DocumentReport): string {
  const [before, after] = around({ documents: [] });
  const text = JSON.stringify({ documents: [withoutSuppressions(document)] }, null, 2);
  return text.slice(before.length, text.length - after.length).trimEnd();
}

const NO_PAGES = '"documents": []';

/** The JSON of an object before and after what its empty list of pages holds. */
function around(report: Partial<Report>): [string, string] {
  const text = JSON.stringify(report, null, 2);
  const at = text.indexOf(NO_PAGES) + NO_PAGES.length - 1;
  return [text.slice(0, at), text.slice(at)];
}
