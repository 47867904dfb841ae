/** Reads the Retraction Watch Database (CSV, Crossref) and finds the studies that it marks. */
import type { Study } from '../schema.ts';
import { parseCsv } from './csv.ts';

export interface IntegrityMark {
  readonly study: string;
  readonly integrity: Study['integrity'];
  readonly note: string;
}

const NATURES: Readonly<Record<string, Study['integrity']>> = {
  retraction: 'retracted',
  'expression of concern': 'concern',
  correction: 'corrected',
  reinstatement: 'ok',
};

/** The columns of the database that are read. */
const COLUMNS = [
  'Record ID',
  'RetractionDate',
  'RetractionNature',
  'Reason',
  'OriginalPaperDOI',
  'OriginalPaperPubMedID',
];

/** A notice on a published paper, by the identifiers that the database gives the paper. */
export interface Notice {
  readonly identifiers: { readonly doi?: string; readonly pmid?: string };
  readonly integrity: Study['integrity'];
  /** ISO date, or as printed where it is none. */
  readonly date: string;
  readonly note: string;
}

/**
 * The marks that the notices in a CSV give to these studies, matched by DOI or PMID of the original paper;
 * the latest notice on a study counts. Throws where a column of the database is missing.
 */
export function readRetractions(csv: string, studies: readonly Study[]): IntegrityMark[] {
  const byKey = new Map<string, Study>();
  for (const study of studies) {
    if (study.doi !== undefined) byKey.set(study.doi.toLowerCase(), study);
    if (study.pmid !== undefined) byKey.set(study.pmid, study);
  }
  const latest = new Map<string, IntegrityMark & { date: string }>();
  for (const { identifiers, integrity, date, note } of readNotices(csv)) {
    const study = byKey.get(identifiers.doi ?? '') ?? byKey.get(identifiers.pmid ?? '');
    if (study === undefined) continue;
    const before = latest.get(study.id);
    if (before !== undefined && before.date >= date) continue;
    latest.set(study.id, { study: study.id, integrity, date, note });
  }
  return [...latest.values()].map(({ study, integrity, note }) => ({ study, integrity, note }));
}

/** Every notice of a CSV, in its order. Throws where a column of the database is missing. */
export function readNotices(csv: string): Notice[] {
  const [header = [], ...rows] = parseCsv(csv);
  const missing = COLUMNS.filter((column) => !header.includes(column));
  if (missing.length > 0) throw new Error(`not a Retraction Watch CSV: no column ${missing.join(', ')}`);
  return rows.flatMap((row) => {
    const cell = (column: string): string => row[header.indexOf(column)]?.trim() ?? '';
    const integrity = NATURES[cell('RetractionNature').toLowerCase()];
    if (integrity === undefined) return [];
    const date = isoDate(cell('RetractionDate'));
    return [{ identifiers: identifiersOf(cell), integrity, date, note: noteOf(cell, date) }];
  });
}

/** The database writes `unavailable` or 0 for none. */
function identifiersOf(cell: (column: string) => string): Notice['identifiers'] {
  const doi = cell('OriginalPaperDOI').toLowerCase();
  const pmid = cell('OriginalPaperPubMedID');
  return {
    ...(doi.startsWith('10.') ? { doi } : {}),
    ...(/^[1-9]\d*$/.test(pmid) ? { pmid } : {}),
  };
}

function noteOf(cell: (column: string) => string, date: string): string {
  const reasons = cell('Reason')
    .split(';')
    .map((reason) => reason.replace(/^\+/, '').trim())
    .filter(Boolean);
  const because = reasons.length === 0 ? '' : `: ${reasons.join('; ')}`;
  return `${cell('RetractionNature')} of ${date} (Retraction Watch record ${cell('Record ID')})${because}`;
}

/** `3/9/2021 0:00` (month first) → `2021-03-09`; anything else stays as it is. */
function isoDate(date: string): string {
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(date) ?? [];
  if (month === undefined || day === undefined) return date.slice(0, 10);
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
