/** Prints a list of citations: for reading, as JSON, and what was identified as CSL-JSON or Markdown. */
import type { CitationList, ListedCitation } from './commands.ts';
import type { Work } from './work.ts';

export const CITATION_FORMATS = ['text', 'json', 'csl-json', 'markdown'] as const;
export type CitationFormat = (typeof CITATION_FORMATS)[number];

export function formatCitations(lists: readonly CitationList[], format: CitationFormat): string {
  switch (format) {
    case 'text':
      return lists.map(textOf).join('\n');
    case 'json':
      return `${JSON.stringify(lists.map(plainOf), null, 2)}\n`;
    case 'csl-json':
      return `${JSON.stringify(identifiedIn(lists).map(cslOf), null, 2)}\n`;
    case 'markdown':
      return identifiedIn(lists)
        .map((work, index) => `${index + 1}. ${markdownOf(work)}\n`)
        .join('');
  }
}

// ── Text ────────────────────────────────────────────────────────────────────────────────────────

function textOf({ path, asked, citations }: CitationList): string {
  const lines = citations.flatMap((citation) => linesOf(path, citation));
  const sources = asked.length === 0 ? 'no source' : asked.join(', ');
  return `${lines.join('\n')}${lines.length > 0 ? '\n\n' : ''}${counted(citations.length, 'citation')} in ${path}; asked: ${sources}\n`;
}

function linesOf(path: string, citation: ListedCitation): string[] {
  const place = citation.line === null ? path : `${path}:${citation.line}`;
  const work = citation.work === null ? '' : ` → ${shortName(citation.work)}`;
  const integrity =
    citation.integrity === 'ok' || citation.integrity === 'unknown' ? '' : ` [${citation.integrity}]`;
  return [
    `${place}  ${citation.status}  ${citation.text}${work}${integrity}`,
    ...citation.problems.map(
      ({ field, kind, cited, recorded }) => `    ${kind} of ${field}: “${cited}”, on record “${recorded}”`,
    ),
    ...(citation.status === 'not-checked' && citation.nearest !== null
      ? [`    resembles ${citation.nearest}`]
      : []),
    ...usageOf(citation),
  ];
}

function usageOf({ kind, line, sentences, use }: ListedCitation): string[] {
  if (line === null) return [];
  if (sentences.length === 0) return kind === 'reference' ? ['    no sentence of the page refers to it'] : [];
  return use === 'not-assessed' ? [] : [`    use: ${use} (${counted(sentences.length, 'sentence')})`];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function shortName(work: Work): string {
  const lead = work.authors[0]?.family;
  return work.study?.id ?? [lead, work.year].filter(Boolean).join(' ');
}

// ── JSON ────────────────────────────────────────────────────────────────────────────────────────

/** The list without the whole record of the study. */
function plainOf({ citations, ...list }: CitationList): object {
  return {
    ...list,
    citations: citations.map(({ work, cited: _, ...citation }) => ({
      ...citation,
      work: work === null ? null : { source: work.source, id: work.id, ...cslOf(work) },
    })),
  };
}

// ── Bibliographies ──────────────────────────────────────────────────────────────────────────────

/** Each identified work once, in the order of the first citation. */
function identifiedIn(lists: readonly CitationList[]): Work[] {
  const works = lists.flatMap(({ citations }) =>
    citations.flatMap(({ status, work }) => (status === 'identified' && work !== null ? [work] : [])),
  );
  return [...new Set(works)];
}

/** One item of the CSL-JSON data model. */
function cslOf(work: Work): object {
  const { doi, pmid, pmcid, nct } = work.identifiers;
  const fields = {
    id: `${work.source}/${work.id}`,
    type: 'article-journal',
    title: work.title,
    author: work.authors.map(({ family, given }) => (given === '' ? { family } : { family, given })),
    issued: work.year === null ? undefined : { 'date-parts': [[work.year]] },
    'container-title': work.journal ?? undefined,
    volume: work.volume ?? undefined,
    issue: work.issue ?? undefined,
    page: work.pages ?? undefined,
    DOI: doi,
    PMID: pmid,
    PMCID: pmcid,
    note: nct,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** Vancouver style, with the DOI or the PubMed record as a link. */
function markdownOf(work: Work): string {
  const names = work.authors.slice(0, 6).map(({ family, given }) => `${family} ${initials(given)}`.trim());
  const authors = names.join(', ') + (work.authors.length > 6 ? ', et al' : '');
  const numbers = `${work.volume ?? ''}${work.issue === null ? '' : `(${work.issue})`}${work.pages === null ? '' : `:${work.pages}`}`;
  const dated = [work.year, numbers].filter(Boolean).join(';');
  const { doi, pmid } = work.identifiers;
  const link = doi ? `<https://doi.org/${doi}>` : pmid ? `<https://pubmed.ncbi.nlm.nih.gov/${pmid}/>` : '';
  const journal = work.journal === null ? '' : `*${escaped(work.journal)}*`;
  return [escaped(authors), escaped(work.title), journal, dated, link]
    .filter(Boolean)
    .map((part) => (/[.?!>]$/.test(part) ? part : `${part}.`))
    .join(' ');
}

function initials(given: string): string {
  if (/^\p{Lu}{1,4}$/u.test(given)) return given;
  return (given.match(/\p{L}+/gu) ?? []).map((name) => name.slice(0, 1).toUpperCase()).join('');
}

/** A title must not become markup. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, '\\$&');
}
