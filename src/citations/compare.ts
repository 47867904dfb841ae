/** Compares what a text cites with a record, field by field. */
import type { CitationProblem } from '../model.ts';
import type { Cited } from './cited.ts';
import { compareAuthors } from './compare-authors.ts';
import { sameJournal } from './compare-journal.ts';
import { matchTitle, type TitleMatch } from './compare-title.ts';
import { fold, isCommon, titleWords, words } from './fold.ts';
import { normalIdentifier } from './identifiers.ts';
import type { Work } from './work.ts';

/** Registrants of preprint servers: a preprint's DOI beside the article's is no error. */
const PREPRINT = /^10\.(?:48550|1101|21203|20944|2139|31219|31234|36227|22541|26434)\//;
/** Words that a title needs before it can name a work by itself. */
const TELLING_WORDS = 4;

export type Agreement = 'agrees' | 'slip' | 'differs' | 'not-given';

export interface FieldComparison {
  readonly agreement: Agreement;
  readonly cited: string;
  readonly recorded: string;
}

export interface Comparison {
  readonly work: Work;
  readonly match: TitleMatch;
  readonly title: FieldComparison;
  readonly author: FieldComparison;
  readonly year: FieldComparison;
  readonly journal: FieldComparison;
  readonly identifier: FieldComparison;
}

export const NOT_GIVEN: FieldComparison = { agreement: 'not-given', cited: '', recorded: '' };

/** Compares a citation with a record. `text` is the citation's whole text as {@link titleWords}. */
export function compare(cited: Cited, text: readonly string[], work: Work): Comparison {
  const match = matchTitle(titleWords(work.title), text);
  return {
    work,
    match,
    title: compareTitle(cited, text, work, match),
    author: compareAuthors(cited, work, [...text.slice(0, match.start), ...text.slice(match.end)]),
    year: compareYear(cited, work),
    journal: compareJournal(cited, work),
    identifier: compareIdentifier(cited, work),
  };
}

/** The problems of a comparison, as the report tells them. */
export function problemsOf(comparison: Comparison): CitationProblem[] {
  const mixed = comparison.author.agreement === 'differs' || comparison.title.agreement === 'differs';
  return (['title', 'author', 'year', 'journal', 'identifier'] as const).flatMap((field) => {
    const { agreement, cited, recorded } = comparison[field];
    if (agreement === 'agrees' || agreement === 'not-given') return [];
    const chimera = agreement === 'differs' && (mixed || field === 'identifier');
    return [{ field, kind: chimera ? ('chimera' as const) : ('slip' as const), cited, recorded }];
  });
}

function compareTitle(cited: Cited, text: readonly string[], work: Work, match: TitleMatch): FieldComparison {
  if (work.title === '') return NOT_GIVEN;
  const printed = cited.title ?? text.slice(match.start, match.end).join(' ');
  const fields = { cited: printed, recorded: work.title };
  if (match.similarity > 0.999) {
    return { ...fields, agreement: addsWords(cited, work) ? 'slip' : 'agrees' };
  }
  const main = titleWords(mainTitle(work.title));
  const telling = main.filter((word) => !isCommon(word)).length;
  if (telling >= TELLING_WORDS && matchTitle(main, text).similarity > 0.999) {
    const subtitle = words(cited.title ?? '').length > main.length + 1;
    return { ...fields, agreement: subtitle ? 'slip' : 'agrees' };
  }
  if (cited.title === null && match.similarity < 0.5) return NOT_GIVEN;
  if (isBeginning(titleWords(cited.title ?? ''), titleWords(work.title)))
    return { ...fields, agreement: 'slip' };
  return { ...fields, agreement: match.similarity >= 0.7 ? 'slip' : 'differs' };
}

/** Whether a title breaks off after at least three telling words. */
function isBeginning(cited: readonly string[], recorded: readonly string[]): boolean {
  const telling = cited.filter((word) => !isCommon(word)).length;
  return telling >= 3 && cited.every((word, at) => word === recorded[at]);
}

/** What stands before a colon, a dash or a question mark. */
export function mainTitle(title: string): string {
  return title.split(/[:?]\s|\s[-–—]\s/)[0] ?? title;
}

/** Whether the cited title has words beside the recorded one that are not of the journal or a date. */
function addsWords(cited: Cited, work: Work): boolean {
  if (cited.title === null) return false;
  const own = titleWords(cited.title);
  const known = new Set([...titleWords(work.title), ...titleWords(work.journal ?? '')]);
  const added = own.filter((word) => !known.has(word) && !isCommon(word) && !/^\d+$/.test(word));
  return added.length > 0 && added.length <= titleWords(work.title).length / 2;
}

function compareYear(cited: Cited, work: Work): FieldComparison {
  if (cited.year === null || work.year === null) return NOT_GIVEN;
  const fields = { cited: String(cited.year), recorded: String(work.year) };
  if (cited.year === work.year || cited.year === work.onlineYear) return { ...fields, agreement: 'agrees' };
  return { ...fields, agreement: Math.abs(cited.year - work.year) === 1 ? 'slip' : 'differs' };
}

function compareJournal(cited: Cited, work: Work): FieldComparison {
  if (cited.journal === null || work.journal === null) return NOT_GIVEN;
  const fields = { cited: cited.journal, recorded: work.journal };
  const same =
    sameJournal(cited.journal, work.journal) || ` ${fold(cited.text)} `.includes(` ${fold(work.journal)} `);
  return { ...fields, agreement: same ? 'agrees' : 'differs' };
}

function compareIdentifier(cited: Cited, work: Work): FieldComparison {
  for (const key of ['doi', 'pmid', 'pmcid'] as const) {
    const [own, recorded] = [cited.identifiers[key], work.identifiers[key]];
    if (own === undefined || recorded === undefined) continue;
    if (normalIdentifier(key, own) === normalIdentifier(key, recorded)) {
      return { agreement: 'agrees', cited: own, recorded };
    }
    if (key === 'doi' && (PREPRINT.test(own) || PREPRINT.test(recorded))) continue;
    return { agreement: 'differs', cited: own, recorded };
  }
  return NOT_GIVEN;
}
