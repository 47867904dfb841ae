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
  const byClaim = findingsByClaim(judged);
  const claims = context.cases.map((one) =>
    judgedClaim(one, byClaim.get(one.claim.id) ?? [], shown, context),
  );
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
    findings: [...muted.findings, ...withIds(document.source.path, muted.troubles)].map(
      ({ contradicts: _, ...finding }) => finding,
    ),
    suppressions: muted.suppressions,
  };
}

/** Without inline configuration, only the suppressions of the configuration itself. */
function withDirectivesInForce(document: Document, { inlineConfig }: JudgeOptions): Document {
  if (inlineConfig !== false) return document;
  return { ...document, directives: document.directives.filter(({ kind }) => kind === 'configured') };
}

function findingsByClaim(judged: readonly Judged[]): Map<string, Judged[]> {
  const byClaim = new Map<string, Judged[]>();
  for (const finding of judged) {
    if (finding.scope !== 'claim') continue;
    for (const id of finding.claims) {
      const others = byClaim.get(id);
      if (others === undefined) byClaim.set(id, [finding]);
      else others.push(finding);
    }
  }
  return byClaim;
}

function judgedClaim(
  one: Case,
  own: readonly Judged[],
  shown: ReadonlySet<string>,
  context: PageContext,
): JudgedClaim {
  const { sentence: _, ...claim } = one.claim;
  return {
    ...claim,
    warranted: one.warranted,
    ...verdictOf(one, own, context),
    evidence: evidenceFor(one),
    citations: one.citations.map((citation) => citation.id),
    findings: own.map((finding) => finding.id).filter((id) => shown.has(id)),
  };
}
