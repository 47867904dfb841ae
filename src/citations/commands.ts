/** What `claimlint cite FILE` does: lists the citations of a page or of a bibliography. Pure. */
import { findClaims } from '../claims/index.ts';
import type { Lexicon } from '../claims/lexicon.ts';
import type { Evidence } from '../evidence/index.ts';
import type { Citation, Source } from '../model.ts';
import { read } from '../read/index.ts';
import { segment } from '../segment/index.ts';
import { readBibliography } from './bibliography.ts';
import type { Cited } from './cited.ts';
import { identifyPage } from './index.ts';
import type { Library } from './library.ts';
import { integrityOf } from './notices.ts';
import type { Askable } from './online/resolve-online.ts';
import { resolveReference } from './resolve.ts';
import type { Work } from './work.ts';

export interface CiteContext {
  readonly evidence: Evidence;
  readonly lexicon: Lexicon;
  readonly library: Library;
}

/** One citation of the list. */
export interface ListedCitation extends Askable {
  readonly text: string;
  readonly kind: Citation['kind'];
  readonly use: Citation['use'];
  /** From 1; null for a record of a bibliography, which has no place on a page. */
  readonly line: number | null;
  /** The sentences that lean on it. */
  readonly sentences: readonly string[];
}

export interface CitationList {
  readonly path: string;
  /** The sources that were asked. */
  readonly asked: readonly string[];
  readonly citations: readonly ListedCitation[];
}

/** Lists the citations of a page, or resolves the records of a CSL-JSON, RIS or MEDLINE file. */
export function citeFile(source: Source, context: CiteContext): CitationList {
  return listOf(source, context, citationsOf(source, context));
}

/** As {@link citeFile}, but lets the caller ask about the citations; `ask` returns them in the same order. */
export async function citeFileAsking(
  source: Source,
  context: CiteContext,
  ask: (citations: readonly ListedCitation[]) => Promise<readonly ListedCitation[]>,
): Promise<CitationList> {
  return listOf(source, context, await ask(citationsOf(source, context)));
}

function listOf(
  { path }: Source,
  { library }: CiteContext,
  citations: readonly ListedCitation[],
): CitationList {
  const asked = new Set([...library.sources, ...citations.flatMap((citation) => citation.asked)]);
  return { path, asked: [...asked], citations };
}

function citationsOf(source: Source, context: CiteContext): ListedCitation[] {
  const records = /\.(?:json|ris|nbib|txt)$/i.test(source.path) ? bibliographyOf(source) : null;
  return records ? records.map((record) => listRecord(record, context.library)) : listPage(source, context);
}

/** A JSON page of content is no bibliography; what fails to read as one is read as a page. */
function bibliographyOf(source: Source): Work[] | null {
  try {
    return readBibliography(source.text, source.path);
  } catch {
    return null;
  }
}

function listPage(source: Source, { evidence, lexicon, library }: CiteContext): ListedCitation[] {
  const document = read(source);
  const sentences = segment(document);
  const { claims } = findClaims(document, sentences, lexicon, evidence.vocabulary);
  return identifyPage(document, sentences, claims, evidence, library).map(
    ({ id: _, span, study: __, ...citation }) => ({
      ...citation,
      line: span.start.line,
      sentences: citation.sentences.flatMap((index) => sentences[index]?.text ?? []),
    }),
  );
}

function listRecord(record: Work, library: Library): ListedCitation {
  const cited = citedOf(record);
  const { status, work, nearest, problems } = resolveReference(cited, library);
  return {
    text: cited.text,
    kind: 'reference',
    status,
    asked: library.sources,
    identifiers: status === 'identified' && work !== null ? work.identifiers : record.identifiers,
    problems,
    integrity: integrityOf(library.notices, record.identifiers, work?.integrity ?? 'unknown'),
    use: 'not-assessed',
    line: null,
    cited,
    work,
    nearest: nearest?.id ?? null,
    sentences: [],
  };
}

function citedOf({ authors, year, title, journal, identifiers }: Work): Cited {
  const names = authors.map(({ family, given }) => `${family} ${given}`.trim()).join(', ');
  const text = [names, title, journal, year].filter(Boolean).join('. ');
  return { authors, moreAuthors: false, year, title, journal, identifiers, text };
}
