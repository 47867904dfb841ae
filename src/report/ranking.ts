/** Findings of all pages in the order in which somebody with little time should see them. */
import type { Finding, Report } from '../model.ts';
import { compareSeverity } from './text.ts';

export interface RankedFinding {
  readonly path: string;
  readonly finding: Finding;
  /** Further pages on which the same claim breaks the same rule. */
  readonly alsoOn: readonly string[];
}

/**
 * Worst first: by severity, then those whose sum changes the conclusion, then by page and place. The same
 * claim under the same rule on several pages is one entry, at the first page.
 */
export function rankFindings(report: Report): RankedFinding[] {
  const entries = new Map<string, { path: string; finding: Finding; alsoOn: string[] }>();
  for (const { path, findings } of report.documents) {
    for (const finding of findings) {
      const shared = finding.scope === 'claim' ? finding.claims[0] : undefined;
      const key = `${finding.ruleId} ${shared ?? `${path} ${finding.id}`}`;
      const known = entries.get(key);
      if (known === undefined) entries.set(key, { path, finding, alsoOn: [] });
      else if (known.path !== path && !known.alsoOn.includes(path)) known.alsoOn.push(path);
    }
  }
  // The sort is stable: pages keep the order of the report.
  return [...entries.values()].sort((a, b) => byWeight(a.finding, b.finding));
}

function byWeight(a: Finding, b: Finding): number {
  const changes = (finding: Finding) => (finding.computation?.changesConclusion === true ? 0 : 1);
  return compareSeverity(a.severity, b.severity) || changes(a) - changes(b);
}
