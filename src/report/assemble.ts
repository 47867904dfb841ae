/** Joins the reports of single pages into the report of a run. */
import {
  type DocumentReport,
  type Failure,
  type PackSummary,
  type Report,
  type Severity,
  type SignedClaim,
  type Suppression,
  VERDICTS,
  type Verdict,
} from '../model.ts';
import { VERSION } from '../version.ts';

/** Version of the report's shape: a new optional field is a minor step. */
export const SCHEMA_VERSION = '1.0';

export interface ReportContext {
  /** ISO date that expiries and review dates were judged against. */
  readonly asOf: string;
  readonly packs: readonly PackSummary[];
  /** The tool's version; this package's where absent. */
  readonly version?: string;
  /** Where a substantiation file was checked. */
  readonly signatures?: readonly SignedClaim[];
}

/** What is known of a report before any page is read. */
export type ReportHead = Pick<Report, 'schemaVersion' | 'tool' | 'asOf' | 'evidence'>;

/** What a report begins with, whatever the pages hold. */
export function headOf({ version, asOf, packs }: ReportContext): ReportHead {
  return {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: 'claimlint', version: version ?? VERSION },
    asOf,
    evidence: { packs },
  };
}

/** All of a report but its documents. */
export type ReportSummary = Omit<Report, 'documents'>;

/** Counts documents one by one, so that a run over a whole site need not keep them. */
export interface Tally {
  add(document: DocumentReport): void;
  summarise(failures: readonly Failure[], context: ReportContext): ReportSummary;
}

/**
 * Joins page reports into one, in the order given, with the claims that several pages share, the
 * suppressions of all pages and the counts.
 */
export function assembleReport(
  documents: readonly DocumentReport[],
  failures: readonly Failure[],
  context: ReportContext,
): Report {
  const tally = createTally();
  for (const document of documents) tally.add(document);
  const { schemaVersion, tool, asOf, evidence, ...rest } = tally.summarise(failures, context);
  return {
    schemaVersion,
    tool,
    asOf,
    evidence,
    documents: documents.map(withoutSuppressions),
    ...rest,
  };
}

/** A page's report as it stands in a run's report, where the suppressions of all pages are listed together. */
export function withoutSuppressions(document: DocumentReport): Report['documents'][number] {
  const { suppressions: _, ...rest } = document;
  return rest;
}

interface ClaimGroup {
  readonly text: string;
  readonly places: { path: string; line: number }[];
}

/** Counts verdicts and findings, and groups equal claims, page by page, so that no page need be kept. */
export function createTally(): Tally {
  let documents = 0;
  let claims = 0;
  const verdicts = new Map<Verdict, number>();
  const findings: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  const groups = new Map<string, ClaimGroup>();
  const suppressions: Suppression[] = [];
  return {
    // What is kept is copied: as a part of its page's text, a string would hold all of that in memory.
    add(document) {
      documents += 1;
      claims += document.claims.length;
      for (const claim of document.claims) {
        verdicts.set(claim.verdict, (verdicts.get(claim.verdict) ?? 0) + 1);
        const group = groups.get(claim.id) ?? { text: structuredClone(claim.text), places: [] };
        group.places.push({ path: document.path, line: claim.span.start.line });
        groups.set(claim.id, group);
      }
      for (const finding of document.findings) findings[finding.severity] += 1;
      suppressions.push(...structuredClone(document.suppressions));
    },
    summarise: (failures, context) => ({
      ...headOf(context),
      groups: onSeveralPages(groups),
      suppressions,
      ...(context.signatures === undefined ? {} : { signatures: context.signatures }),
      summary: { documents, claims, verdicts: inOrderOfHarm(verdicts), findings },
      failures,
    }),
  };
}

function onSeveralPages(groups: ReadonlyMap<string, ClaimGroup>): Report['groups'] {
  return [...groups]
    .filter(([, { places }]) => new Set(places.map((place) => place.path)).size > 1)
    .map(([claim, { text, places }]) => ({ claim, text, places }));
}

function inOrderOfHarm(counts: ReadonlyMap<Verdict, number>): Partial<Record<Verdict, number>> {
  const ordered: Partial<Record<Verdict, number>> = {};
  for (const verdict of VERDICTS) {
    const count = counts.get(verdict);
    if (count !== undefined) ordered[verdict] = count;
  }
  return ordered;
}
