/**
 * Identifies what a text cites against the records of a library: by identifier first, else by title, authors,
 * year and journal. A work that no record fits is not checked; it is never called missing, since no source
 * that should hold every work was asked.
 */
import type { CitationProblem, CitationStatus } from '../model.ts';
import type { Cited } from './cited.ts';
import { type Comparison, compare, problemsOf } from './compare.ts';
import { sameName } from './compare-authors.ts';
import { surnameKey, titleWords } from './fold.ts';
import { candidates, type Library, worksWith } from './library.ts';
import type { Work } from './work.ts';

export interface Resolution {
  readonly status: CitationStatus;
  /** The work that was identified, or that a mismatch most likely means. */
  readonly work: Work | null;
  /** The nearest record of one that was not identified. */
  readonly nearest: Work | null;
  readonly problems: readonly CitationProblem[];
}

export const NOT_CHECKED: Resolution = { status: 'not-checked', work: null, nearest: null, problems: [] };

/** A title at least this close is the same title misprinted, where author and year agree as well. */
const NEAR_TITLE = 0.75;
/** A title at least this close is it even under other authors, if it is long enough to be telling. */
const SAME_TITLE = 0.93;
const LONG_TITLE = 6;

/** Resolves a reference: a string or fields with at least a title or an identifier. */
export function resolveReference(cited: Cited, library: Library): Resolution {
  const text = titleWords(cited.text);
  const byIdentifier = worksWith(library, cited.identifiers).map((work) => compare(cited, text, work));
  const identified = bestOf(byIdentifier);
  if (identified) return identifiedWork(identified, cited, library);
  const keys = cited.authors.map(({ family }) => surnameKey(family));
  const compared = candidates(library, text, keys).flatMap((index) => {
    const work = library.works[index];
    return work ? [compare(cited, text, work)] : [];
  });
  const best = bestOf(compared);
  if (!best) return NOT_CHECKED;
  if (names(best)) return withProblems(best, compared);
  return { ...NOT_CHECKED, nearest: nearestOf(compared, cited) };
}

/** An identifier names one work: what else is cited must be of that work. */
function identifiedWork(comparison: Comparison, cited: Cited, library: Library): Resolution {
  const alone = cited.title === null && cited.authors.length === 0;
  if (alone) return { status: 'identified', work: comparison.work, nearest: null, problems: [] };
  if (comparison.title.agreement !== 'differs') return withProblems(comparison, [comparison]);
  const text = titleWords(cited.text);
  const others = candidates(library, text, [])
    .flatMap((index) => library.works[index] ?? [])
    .map((work) => compare(cited, text, work));
  const meant = others.find((other) => other.title.agreement === 'agrees' && names(other));
  if (meant) return withProblems(meant, others);
  return withProblems(comparison, [comparison]);
}

/** Whether a comparison is close enough to say which work is meant. */
function names({ title, author, year, journal, identifier, match }: Comparison): boolean {
  const supports = [author, year, journal, identifier].filter(
    ({ agreement }) => agreement === 'agrees',
  ).length;
  if (title.agreement === 'agrees') {
    return match.telling >= LONG_TITLE || supports >= (author.agreement === 'differs' ? 2 : 1);
  }
  if (title.agreement !== 'slip') return false;
  if (match.similarity >= SAME_TITLE && match.telling >= LONG_TITLE) return supports >= 1;
  const written = author.agreement === 'agrees' || author.agreement === 'slip';
  const dated =
    year.agreement === 'agrees' || (year.agreement === 'not-given' && journal.agreement === 'agrees');
  return written && dated && (match.similarity >= NEAR_TITLE || journal.agreement === 'agrees');
}

function withProblems(comparison: Comparison, others: readonly Comparison[]): Resolution {
  const problems = problemsOf(comparison);
  const status = problems.length === 0 ? 'identified' : 'mismatch';
  const mixed = problems.some(({ kind }) => kind === 'chimera');
  const other = mixed
    ? others.find((one) => one !== comparison && one.author.agreement === 'agrees')
    : undefined;
  return {
    status,
    work: comparison.work,
    nearest: status === 'mismatch' ? (other?.work ?? comparison.work) : null,
    problems,
  };
}

function bestOf(comparisons: readonly Comparison[]): Comparison | null {
  const ranked = [...comparisons].sort((a, b) => scoreOf(b) - scoreOf(a));
  return ranked[0] ?? null;
}

function scoreOf({ match, title, author, year, journal, identifier, work }: Comparison): number {
  const fields: readonly [Comparison['title'], number][] = [
    [author, 0.3],
    [year, 0.15],
    [journal, 0.15],
    [identifier, 0.5],
  ];
  const whole = title.agreement === 'agrees' ? 1 : match.similarity;
  const sum = fields.reduce((total, [{ agreement }, weight]) => {
    if (agreement === 'agrees') return total + weight;
    return agreement === 'slip' ? total + weight / 2 : total;
  }, whole);
  return sum - (work.study?.companionOf === undefined ? 0 : 0.01);
}

/** The record of the same authors in the same year: what an invented title under a real author string hides. */
function nearestOf(comparisons: readonly Comparison[], cited: Cited): Work | null {
  const same = comparisons.filter(
    ({ author, year, work }) =>
      author.agreement === 'agrees' && year.agreement !== 'differs' && sharedNames(cited, work) >= 2,
  );
  return same.sort((a, b) => sharedNames(cited, b.work) - sharedNames(cited, a.work))[0]?.work ?? null;
}

function sharedNames(cited: Cited, work: Work): number {
  const recorded = work.authors.map(({ family }) => surnameKey(family));
  return cited.authors.filter(({ family }) => recorded.some((name) => sameName(name, surnameKey(family))))
    .length;
}
