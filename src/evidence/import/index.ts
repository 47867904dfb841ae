/** Reads bibliographic files into draft records. */
import { readCsl } from './csl.ts';
import { type Draft, draftStudy, type StatedStudy } from './draft.ts';
import { readMedline } from './medline.ts';
import { readTrials } from './trial.ts';

export const IMPORT_FORMATS = ['csl-json', 'medline', 'clinicaltrials', 'retraction-watch'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** The format of a file, told by its content; null where it is none of those that are read. */
export function detectFormat(text: string): ImportFormat | null {
  const start = text.trimStart().slice(0, 1);
  if (start === '{' || start === '[') return /"protocolSection"/.test(text) ? 'clinicaltrials' : 'csl-json';
  if (/^PMID ?- /m.test(text)) return 'medline';
  return /RetractionNature/.test(text.slice(0, 1000)) ? 'retraction-watch' : null;
}

/**
 * Draft records of the studies in a file: what it states, and TODO for what it does not. `taken` are ids in
 * use. Throws where the text is not of the format.
 */
export function importStudies(
  text: string,
  format: Exclude<ImportFormat, 'retraction-watch'>,
  taken: ReadonlySet<string>,
): Draft[] {
  const ids = new Set(taken);
  return readStudies(text, format).map((stated) => draftStudy(stated, ids));
}

function readStudies(text: string, format: Exclude<ImportFormat, 'retraction-watch'>): StatedStudy[] {
  switch (format) {
    case 'csl-json':
      return readCsl(JSON.parse(text));
    case 'clinicaltrials':
      return readTrials(JSON.parse(text));
    case 'medline':
      return readMedline(text);
  }
}
