/** Compares what a text cites with a record, field by field. */
import type { CitationProblem } from '../model.ts';
import type { Cited } from './cited.ts';
import { compareAuthors } from './compare-authors.ts';
import { sameJournal } from './compare-journal.ts';
import { matchTitle, type TitleMatch, tellingWords } from './compare-title.ts';
import { fold, titleWords } from './fold.ts';
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

const NOT_GIVEN: FieldComparison = { agreement: 'not-given', cited: '', recorded: '' };

/** A citation prepared for comparison with many records. */
export interface Query {
  readonly cited: Cited;
  /** Its whole text as {@link titleWords}. */
  readonly text: readonly string[];
  readonly words: ReadonlySet<string>;
  /** Its cited title as {@link titleWords}. */
  readonly title: readonly string[];
  /** Its whole text folded, with a space at either end. */
  readonly folded: string;
}

export function queryOf(cited: Cited): Query {
  const text = titleWords(cited.text);
  return {
    cited,
    text,
    words: new Set(text),
    title: titleWords(cited.title ?? ''),
    folded: ` ${fold(cited.text)} `,
  };
}

/**
 * Compares a citation with a record.
 * @param recorded the record's title as {@link titleWords}
 */
export function compare(query: Query, work: Work, recorded: readonly string[]): Comparison {
  const match = alignTitle(query, recorded);
  const outside = [...query.text.slice(0, match.start), ...query.text.slice(match.end)];
  // A bare title: whatever else the parser saw in it is a part of the title.
  const bare = match.similarity > 0.999 && outside.length === 0;
  return {
    work,
    match,
    title: compareTitle(query, work, recorded, match),
    author: bare ? NOT_GIVEN : compareAuthors(query.cited, work, outside),
    year: bare ? NOT_GIVEN : compareYear(query.cited, work),
    journal: bare ? NOT_GIVEN : compareJournal(query, work, recorded),
    identifier: compareIdentifier(query.cited, work),
  };
}

/** Below this share of common words two titles are not aligned word by word: it is too far from any threshold. */
const WORTH_ALIGNING = 0.45;

function alignTitle({ text, words }: Query, recorded: readonly string[]): TitleMatch {
  const share = recorded.filter((word) => words.has(word)).length / Math.max(1, recorded.length);
  if (share >= WORTH_ALIGNING) return matchTitle(recorded, text);
  return { similarity: share, start: 0, end: 0, telling: tellingWords(recorded) };
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

function compareTitle(
  { cited, text, title }: Query,
  work: Work,
  recorded: readonly string[],
  match: TitleMatch,
): FieldComparison {
  if (recorded.length === 0) return NOT_GIVEN;
  const printed = cited.title ?? text.slice(match.start, match.end).join(' ');
  const fields = { cited: printed, recorded: work.title };
  if (match.similarity > 0.999) {
    return {
      ...fields,
      agreement: text.length > recorded.length && addsWords(cited, recorded) ? 'slip' : 'agrees',
    };
  }
  if (title.length > 0 && isBeginning(title, recorded)) {
    return { ...fields, agreement: title.length === mainWords(work, recorded).length ? 'agrees' : 'slip' };
  }
  if (match.similarity >= 0.4 && hasMainTitle(work, recorded, text)) {
    return { ...fields, agreement: hasOtherSubtitle(title, mainWords(work, recorded)) ? 'slip' : 'agrees' };
  }
  if (cited.title === null && match.similarity < 0.5) return NOT_GIVEN;
  return { ...fields, agreement: match.similarity >= 0.7 ? 'slip' : 'differs' };
}

/** The words before a colon, a dash or a question mark. */
function mainWords(work: Work, recorded: readonly string[]): readonly string[] {
  const main = work.title.split(/[:?]\s|\s[-–—]\s/)[0] ?? '';
  return recorded.slice(0, titleWords(main).length);
}

function hasMainTitle(work: Work, recorded: readonly string[], text: readonly string[]): boolean {
  const main = mainWords(work, recorded);
  return tellingWords(main) >= TELLING_WORDS && matchTitle(main, text).similarity > 0.999;
}

/** Whether a cited title goes on after the recorded main title, by more than a stray word. */
function hasOtherSubtitle(title: readonly string[], main: readonly string[]): boolean {
  const { similarity, end } = matchTitle(main, title);
  return similarity > 0.999 && title.length - end > 1;
}

/** Whether a title breaks off after at least three telling words. */
function isBeginning(cited: readonly string[], recorded: readonly string[]): boolean {
  return tellingWords(cited) >= 3 && cited.every((word, at) => word === recorded[at]);
}

/** Between two words of one title; a dash between spaces ends it. */
const GOES_ON = /^(?:\s|-)$/;

/**
 * Whether the cited title goes on beyond the recorded one without a stop or comma between: what follows one is
 * the journal, which the parser may have left in the title.
 */
function addsWords({ title }: Cited, recorded: readonly string[]): boolean {
  if (title === null) return false;
  const printed = [...title.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*/gu)];
  const { start, end, similarity } = matchTitle(
    recorded,
    printed.map(([word]) => titleWords(word).join('')),
  );
  if (similarity < 1) return false;
  const gap = (at: number): string => {
    const word = printed[at - 1];
    return word ? title.slice(word.index + word[0].length, printed[at]?.index) : '.';
  };
  return (start > 0 && GOES_ON.test(gap(start))) || (end < printed.length && GOES_ON.test(gap(end)));
}

function compareYear(cited: Cited, work: Work): FieldComparison {
  if (cited.year === null || work.year === null) return NOT_GIVEN;
  const fields = { cited: String(cited.year), recorded: String(work.year) };
  if (cited.year === work.year || cited.year === work.onlineYear) return { ...fields, agreement: 'agrees' };
  return { ...fields, agreement: Math.abs(cited.year - work.year) === 1 ? 'slip' : 'differs' };
}

function compareJournal({ cited, folded }: Query, work: Work, title: readonly string[]): FieldComparison {
  if (cited.journal === null || work.journal === null || isOfTitle(cited.journal, title)) return NOT_GIVEN;
  const fields = { cited: cited.journal, recorded: work.journal };
  const same = sameJournal(cited.journal, work.journal) || folded.includes(` ${fold(work.journal)} `);
  return { ...fields, agreement: same ? 'agrees' : 'differs' };
}

/** Whether what was read as the journal is the title. */
function isOfTitle(journal: string, title: readonly string[]): boolean {
  const own = titleWords(journal);
  return own.length >= 6 && own.filter((word) => title.includes(word)).length > 0.8 * own.length;
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
