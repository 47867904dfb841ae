/** What became of a citation, in plain words. */
import type { Citation } from '../model.ts';

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

type CitationEntry = Omit<Citation, 'sentences'>;

/** What it was identified as, first; then what differs, the work's integrity, and whether it carries what leans on it. */
export function citationOutcome(citation: CitationEntry): string[] {
  const { status, study, nearest, problems, integrity, use } = citation;
  const named = study ?? (nearest === null ? null : `nearest: ${nearest}`);
  return [
    named === null ? STATUS_WORDS[status] : `${STATUS_WORDS[status]} (${named})`,
    ...problems.map(({ field, cited, recorded }) => `${field}: cited as “${cited}”, on record “${recorded}”`),
    ...(integrity === 'ok' || integrity === 'unknown' ? [] : [integrity]),
    ...(use === 'not-assessed' ? [] : [USE_WORDS[use]]),
  ];
}
