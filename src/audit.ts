/**
 * The pipeline. A page goes in, a judged report comes out; each stage takes one documented type of
 * `model.ts` and returns the next, and nothing reaches back.
 */
import { type IdentifiedCitation, identifyPage, plainCitation } from './citations/index.ts';
import { type Library, packLibrary } from './citations/library.ts';
import { findClaims } from './claims/index.ts';
import type { Lexicon } from './claims/lexicon.ts';
import type { Evidence } from './evidence/index.ts';
import { judge } from './judge/index.ts';
import type { Rule } from './judge/rule.ts';
import type { Directive, Document, DocumentReport, Region, Source } from './model.ts';
import { read } from './read/index.ts';
import { segment } from './segment/index.ts';

export interface AuditOptions {
  readonly evidence: Evidence;
  readonly rules: readonly Rule[];
  readonly lexicon: Lexicon;
  /** Works that citations are identified against beside the packs, with notices of retraction. */
  readonly library?: Library;
  /** ISO date against which expiries and review dates are judged. */
  readonly today: string;
  /** Where the page is published (`US`, `UK`, `EU`, `AU`, `CA`, `JP`); found from the page where absent. */
  readonly jurisdiction?: string;
  /** Regions that are read as if they were boilerplate: no claims, caveats or citations are taken from them. */
  readonly ignoredRegions?: ReadonlySet<Region>;
  /** Requests of the configuration not to report a rule on this page. */
  readonly suppressions?: readonly Pick<Directive, 'rules' | 'reason' | 'owner' | 'expires'>[];
  /** False to judge as if the page carried no suppression. */
  readonly inlineConfig?: boolean;
}

/** Audits one decoded page. Pure: reads no clock, no locale, no file and no network. */
export function audit(source: Source, options: AuditOptions): DocumentReport {
  const page = findAll(source, options);
  return judge({ ...page, citations: page.citations.map(plainCitation) }, options);
}

/**
 * As {@link audit}, but lets the caller ask about the citations before they are judged; `ask` returns them in
 * the same order.
 */
export async function auditAsking(
  source: Source,
  options: AuditOptions,
  ask: (citations: readonly IdentifiedCitation[]) => Promise<readonly IdentifiedCitation[]>,
): Promise<DocumentReport> {
  const page = findAll(source, options);
  const citations = await ask(page.citations);
  return judge({ ...page, citations: citations.map(plainCitation) }, options);
}

function findAll(source: Source, options: AuditOptions) {
  const document = withSuppressions(
    withoutRegions(read(source), options.ignoredRegions),
    options.suppressions,
  );
  const sentences = segment(document);
  const { claims, caveats } = findClaims(document, sentences, options.lexicon, options.evidence.vocabulary);
  const library = options.library ?? packLibrary(options.evidence);
  const citations = identifyPage(document, sentences, claims, options.evidence, library);
  return { document, sentences, claims, caveats, citations };
}

function withoutRegions(document: Document, ignored: ReadonlySet<Region> | undefined): Document {
  if (ignored === undefined || ignored.size === 0) return document;
  const blocks = document.blocks.map((block) =>
    ignored.has(block.region) ? { ...block, region: 'boilerplate' as const } : block,
  );
  return { ...document, blocks };
}

function withSuppressions(document: Document, added: AuditOptions['suppressions'] = []): Document {
  if (added.length === 0) return document;
  const start = { offset: 0, line: 1, column: 1 };
  const directives = added.map((one) => ({
    ...one,
    kind: 'configured' as const,
    span: { start, end: start },
  }));
  return { ...document, directives: [...document.directives, ...directives] };
}
