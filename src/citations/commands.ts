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
import { type Resolution, resolveReference } from './resolve.ts';
import type { Work } from './work.ts';

export interface CiteContext {
  readonly evidence: Evidence;
  readonly lexicon: Lexicon;
  readonly library: Library;
}

/** One citation of the list. `span` is null for a record of a bibliography, which has no place on a page. */
export interface ListedCitation
  extends Pick<Citation, 'text' | 'kind' | 'status' | 'problems' | 'integrity' | 'use'> {
  readonly line: number | null;
  /** The record that it was identified as, or that a mismatch means. */
  readonly work: Work | null;
  /** What a mismatch mixes in, or an unknown reference resembles. */
  readonly nearest: string | null;
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
  const records = /\.(?:json|ris|nbib|txt)$/i.test(source.path) ? bibliographyOf(source) : null;
  const citations = records
    ? records.map((record) => listRecord(record, context.library))
    : listPage(source, context);
  return { path: source.path, asked: context.library.sources, citations };
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
  return identifyPage(document, sentences, claims, evidence, library).map((citation) => ({
    text: citation.text,
    kind: citation.kind,
    status: citation.status,
    problems: citation.problems,
    integrity: citation.integrity,
    use: citation.use,
    line: citation.span.start.line,
    work: citation.work,
    nearest: citation.nearest,
    sentences: citation.sentences.flatMap((index) => sentences[index]?.text ?? []),
  }));
}

function listRecord(record: Work, library: Library): ListedCitation {
  const resolution = resolveReference(citedOf(record), library);
  return {
    text: printed(record),
    kind: 'reference',
    status: resolution.status,
    problems: resolution.problems,
    integrity: integrityOf(library.notices, record.identifiers, integrityRecorded(resolution)),
    use: 'not-assessed',
    line: null,
    work: resolution.work,
    nearest: resolution.nearest?.id ?? null,
    sentences: [],
  };
}

function integrityRecorded({ work }: Resolution): Citation['integrity'] {
  return work?.integrity ?? 'unknown';
}

function citedOf(record: Work): Cited {
  const { authors, year, title, journal, identifiers } = record;
  return { authors, moreAuthors: false, year, title, journal, identifiers, text: printed(record) };
}

function printed({ authors, year, title, journal }: Work): string {
  const names = authors.map(({ family, given }) => `${family} ${given}`.trim()).join(', ');
  return [names, title, journal, year].filter(Boolean).join('. ');
}
