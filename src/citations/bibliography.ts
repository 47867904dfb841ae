/** Reads a file of bibliographic records as works: CSL-JSON, RIS, MEDLINE. */

import { readCsl } from '../evidence/import/csl.ts';
import type { StatedStudy } from '../evidence/import/draft.ts';
import { detectFormat } from '../evidence/import/index.ts';
import { readMedline } from '../evidence/import/medline.ts';
import { isRis, readRis } from './ris.ts';
import { authorOf, type Work } from './work.ts';

/**
 * The works of a bibliographic file, told by its content; null where it is none of the formats that are
 * read. Throws where it is broken.
 * @param name the file's name, which becomes the source `library:<name>`
 */
export function readBibliography(text: string, name: string): Work[] | null {
  const source = `library:${name}`;
  if (isRis(text)) return readRis(text, source);
  const format = detectFormat(text);
  if (format === 'csl-json') return readCsl(JSON.parse(text)).map((stated, at) => workOf(stated, at, source));
  if (format === 'medline') return readMedline(text).map((stated, at) => workOf(stated, at, source));
  return null;
}

function workOf(stated: StatedStudy, index: number, source: string): Work {
  const { doi, pmid, pmcid } = stated;
  return {
    id: `${index + 1}`,
    source,
    authors: stated.authors.map(authorOf),
    year: stated.year ?? null,
    onlineYear: null,
    title: stated.title,
    journal: stated.journal ?? null,
    volume: stated.volume ?? null,
    issue: stated.issue ?? null,
    pages: stated.pages ?? null,
    identifiers: {
      ...(doi === undefined ? {} : { doi }),
      ...(pmid === undefined ? {} : { pmid }),
      ...(pmcid === undefined ? {} : { pmcid }),
    },
    names: [],
    integrity: stated.integrity ?? 'unknown',
    study: null,
  };
}
