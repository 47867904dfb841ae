/** What the judgement of every claim of a page shares. */
import type { Evidence } from '../evidence/index.ts';
import { type Case, casesOf } from './case.ts';
import type { Findings, JudgeOptions } from './index.ts';
import { findJurisdiction } from './jurisdiction.ts';

export interface PageContext {
  readonly page: Findings;
  readonly evidence: Evidence;
  readonly cases: readonly Case[];
  /** ISO date. */
  readonly today: string;
  readonly jurisdiction: string | null;
}

export function contextOf(page: Findings, options: JudgeOptions): PageContext {
  const jurisdiction = options.jurisdiction ?? findJurisdiction(page.document);
  return {
    page,
    evidence: options.evidence,
    cases: casesOf(page, options.evidence, jurisdiction),
    today: options.today,
    jurisdiction,
  };
}
