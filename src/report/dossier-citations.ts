/** The citations of a page in the dossier: what each was identified as, and whether it carries what leans on it. */
import type { Citation, JudgedClaim, Report } from '../model.ts';
import { row, text } from './dossier-text.ts';
import type { References } from './references.ts';

type DocumentEntry = Report['documents'][number];
type CitationEntry = DocumentEntry['citations'][number];

const STATUS_WORDS: Readonly<Record<Citation['status'], string>> = {
  identified: 'identified',
  mismatch: 'its parts do not belong to one work',
  'not-found': 'not found in the sources asked',
  'not-checked': 'not looked up: outside the packs',
  vague: 'names no work',
};

const USE_WORDS: Readonly<Record<Citation['use'], string>> = {
  'reports-it': 'reports what the page says',
  'does-not-report': 'does not report what the page says',
  'says-otherwise': 'says otherwise',
  'numbers-differ': 'gives other numbers',
  'other-population': 'is about other people or another condition',
  'not-assessed': 'not assessed',
};

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
  const { status, study, nearest, problems, integrity, use } = citation;
  const record = study ?? nearest;
  const number = references.get(record ?? '')?.number;
  const named = record === null ? '' : ` ${study === null ? 'nearest ' : ''}${record}`;
  return [
    text(`${STATUS_WORDS[status]}${named === '' ? '' : ` (${named.trim()})`}`) +
      (number === undefined ? '' : ` \\[${number}\\]`),
    ...problems.map(({ field, cited, recorded }) =>
      text(`${field}: cited as “${cited}”, on record “${recorded}”`),
    ),
    ...(integrity === 'ok' || integrity === 'unknown' ? [] : [text(integrity)]),
    ...(use === 'not-assessed' ? [] : [text(USE_WORDS[use])]),
  ].join('; ');
}
