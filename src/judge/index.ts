/** Judgement: claims, caveats and citations of a page against the evidence, by the rules. */
import type { AuditOptions } from '../audit.ts';
import type { Caveat, Citation, Claim, Document, DocumentReport, JudgedClaim, Sentence } from '../model.ts';
import type { Case } from './case.ts';
import { contextOf, type PageContext } from './context.ts';
import { coverageOf } from './coverage.ts';
import { type Judged, withIds } from './finding.ts';
import { raiseFindings } from './raise.ts';
import { evidenceFor } from './records.ts';
import { suppress } from './suppress.ts';
import { verdictOf } from './verdict.ts';

/** Everything that was found on a page, before it is judged. */
export interface Findings {
  readonly document: Document;
  readonly sentences: readonly Sentence[];
  readonly claims: readonly Claim[];
  readonly caveats: readonly Caveat[];
  readonly citations: readonly Citation[];
}

/** What the judgement needs beside the page; it reads no word list. */
export type JudgeOptions = Omit<AuditOptions, 'lexicon'>;

/**
 * Judges the claims of a page against the evidence. Pure. A suppressed finding is left out of the report and
 * still decides the verdict: muting a rule changes no fact.
 */
export function judge(page: Findings, options: JudgeOptions): DocumentReport {
  const { document, sentences, caveats, citations } = page;
  const context = contextOf(page, options);
  const readable = document.language === 'en';
  const judged = readable ? withIds(document.source.path, raiseFindings(options.rules, context)) : [];
  const muted = suppress(judged, withDirectivesInForce(document, options), options.today);
  const shown = new Set(muted.findings.map((finding) => finding.id));
  const claims = context.cases.map((one) => judgedClaim(one, judged, shown, context));
  return {
    path: document.source.path,
    format: document.source.format,
    sha256: document.source.sha256,
    retrieved: document.source.retrieved,
    published: document.published,
    title: document.title,
    language: document.language,
    jurisdiction: context.jurisdiction,
    coverage: coverageOf(document, sentences, claims),
    notices: [...document.notices, ...muted.notices],
    claims,
    citations: citations.map(({ sentences: _, ...citation }) => citation),
    caveats: caveats.map(({ sentence: _, ...caveat }) => caveat),
    findings: muted.findings.map(({ contradicts: _, ...finding }) => finding),
    suppressions: muted.suppressions,
  };
}

/** Without inline configuration, only the suppressions of the configuration itself. */
function withDirectivesInForce(document: Document, { inlineConfig }: JudgeOptions): Document {
  if (inlineConfig !== false) return document;
  return { ...document, directives: document.directives.filter(({ kind }) => kind === 'configured') };
}

function judgedClaim(
  one: Case,
  judged: readonly Judged[],
  shown: ReadonlySet<string>,
  context: PageContext,
): JudgedClaim {
  const { sentence: _, ...claim } = one.claim;
  const own = judged.filter((finding) => finding.scope === 'claim' && finding.claims.includes(claim.id));
  return {
    ...claim,
    warranted: one.warranted,
    ...verdictOf(one, own, context),
    evidence: evidenceFor(one),
    citations: one.citations.map((citation) => citation.id),
    findings: own.map((finding) => finding.id).filter((id) => shown.has(id)),
  };
}
