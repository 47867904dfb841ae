/** The citations of a page in the dossier: what each was identified as, and whether it carries what leans on it. */
import type { JudgedClaim, Report } from '../model.ts';
import { citationOutcome } from './citation-words.ts';
import { row, text } from './dossier-text.ts';
import type { References } from './references.ts';

type DocumentEntry = Report['documents'][number];
type CitationEntry = DocumentEntry['citations'][number];

/** One line for each citation that a claim leans on. */
export function citedBy(
  { citations }: Pick<JudgedClaim, 'citations'>,
  document: DocumentEntry,
  references: References,
): string[] {
  return document.citations
    .filter(({ id }) => citations.includes(id))
    .map((citation) => `**Cited by the page:** “${text(citation.text)}”: ${outcome(citation, references)}.`);
}

/** The citations of a page as Markdown: a line each, with what came of it. */
export function citationTable({ citations }: DocumentEntry, references: References): string[] {
  if (citations.length === 0) return ['### Citations on the page', 'None found.'];
  return [
    '### Citations on the page',
    [
      row(['Line', 'As printed', 'Outcome']),
      row(['---', '---', '---']),
      ...citations.map((citation) =>
        row([citation.span.start.line, text(citation.text), outcome(citation, references)]),
      ),
    ].join('\n'),
  ];
}

function outcome(citation: CitationEntry, references: References): string {
  const number = references.get(citation.study ?? citation.nearest ?? '')?.number;
  const [status = '', ...rest] = citationOutcome(citation);
  return [`${text(status)}${number === undefined ? '' : ` \\[${number}\\]`}`, ...rest.map(text)].join('; ');
}
