/**
 * Identifies what a text cites against the records of a library: by identifier first, else by title, authors,
 * year and journal. A work that no record fits is not checked; it is never called missing, since no source
 * that should hold every work was asked.
 */
import type { CitationProblem, CitationStatus } from '../model.ts';
import type { Cited } from './cited.ts';
import { type Comparison, compare, problemsOf, type Query, queryOf } from './compare.ts';
import { sameName } from './compare-authors.ts';
import { sameJournal } from './compare-journal.ts';
import { surnameKey } from './fold.ts';
import { candidates, indicesWith, type Library, worksLedBy } from './library.ts';
import type { Author, Work } from './work.ts';

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
/** A title at least this close, with this many telling words, differs by a slip of the pen at most. */
const SAME_TITLE = 0.96;
const LONG_TITLE = 6;

/** Resolves a reference: a string or fields with at least a title or an identifier. */
export function resolveReference(cited: Cited, library: Library): Resolution {
  const query = queryOf(cited);
  const identified = bestOf(compareAll(query, indicesWith(library, cited.identifiers), library));
  if (identified) return identifiedWork(identified, query, library);
  const keys = cited.authors.map(({ family }) => surnameKey(family));
  const led = worksLedBy(library, keys, cited.year);
  const found = new Set([...candidates(library, query.text), ...led]);
  const compared = compareAll(query, [...found], library);
  const best = bestOf(compared.filter((one) => names(one, compared)));
  if (best) return withProblems(best, compared);
  const short = withoutTitle(cited, led, library);
  return short
    ? { status: 'identified', work: short, nearest: null, problems: [] }
    : { ...NOT_CHECKED, nearest: nearestOf(compared, cited) };
}

/** The one work that an entry without a title means: "Quill A, et al. Int Orthop 2016;40:135". */
function withoutTitle(
  { title, journal, year }: Cited,
  led: readonly number[],
  library: Library,
): Work | null {
  const name = journal ?? /^[^\d(;:,]{2,60}/.exec(title ?? '')?.[0].trim();
  if (name === undefined || year === null || (journal !== null && title !== null)) return null;
  const found = led
    .flatMap((index) => library.works[index] ?? [])
    .filter((work) => {
      const dated = work.year === year || work.onlineYear === year;
      return dated && work.journal !== null && sameJournal(name, work.journal);
    });
  return found.length === 1 ? (found[0] ?? null) : null;
}

function compareAll(query: Query, indices: readonly number[], library: Library): Comparison[] {
  return indices.flatMap((index) => {
    const work = library.works[index];
    return work ? [compare(query, work, library.titles[index] ?? [])] : [];
  });
}

/** An identifier names one work: what else is cited must be of that work. */
function identifiedWork(comparison: Comparison, query: Query, library: Library): Resolution {
  const { title, authors } = query.cited;
  if (title === null && authors.length === 0) {
    return { status: 'identified', work: comparison.work, nearest: null, problems: [] };
  }
  if (comparison.title.agreement !== 'differs') return withProblems(comparison, [comparison]);
  const others = compareAll(query, candidates(library, query.text), library);
  const meant = others.find((other) => other.title.agreement === 'agrees' && names(other, others));
  return meant ? withProblems(meant, others) : withProblems(comparison, [comparison]);
}

/**
 * Whether a comparison is close enough to say which work is meant. A whole title names a work that its year,
 * journal, authors or identifier bear out, or under which the author string of another record stands; a title
 * with a word changed does so only beside its authors and year, since sibling papers differ by a word.
 */
function names(comparison: Comparison, all: readonly Comparison[]): boolean {
  const { title, author, year, journal, identifier, match } = comparison;
  const supports = [author, year, journal, identifier].filter(
    ({ agreement }) => agreement === 'agrees',
  ).length;
  const long = match.telling >= LONG_TITLE;
  if (title.agreement === 'agrees' || (long && match.similarity >= SAME_TITLE)) {
    const bare = [author, year, journal].every(({ agreement }) => agreement === 'not-given');
    if (author.agreement !== 'differs') return supports >= 1 || (long && bare);
    return (
      supports >= 2 ||
      (long && supports >= 1) ||
      (long && all.some((other) => isAuthorsOf(other, comparison)))
    );
  }
  if (title.agreement !== 'slip') return false;
  const written = author.agreement === 'agrees' || author.agreement === 'slip';
  const dated =
    year.agreement === 'agrees' || (year.agreement === 'not-given' && journal.agreement === 'agrees');
  return written && dated && (match.similarity >= NEAR_TITLE || journal.agreement === 'agrees');
}

/** Whether the cited authors, with the year or the journal, are those of another record. */
function isAuthorsOf(other: Comparison, comparison: Comparison): boolean {
  const dated = other.year.agreement === 'agrees' || other.journal.agreement === 'agrees';
  return other !== comparison && other.author.agreement === 'agrees' && dated;
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
  const [lead] = cited.authors;
  if (lead === undefined) return null;
  const same = comparisons.filter(({ author, year, work: { authors } }) => {
    const led = authors[0] !== undefined && isSamePerson(lead, authors[0]);
    return led && year.agreement !== 'differs' && author.agreement !== 'differs';
  });
  const ranked = same
    .map(({ work }) => ({ work, shared: sharedNames(cited, work) }))
    .filter(({ shared }) => shared >= 2 && shared * 2 > cited.authors.length)
    .sort((a, b) => b.shared - a.shared);
  return ranked[0]?.work ?? null;
}

/** Authors that both have, by surname and, where both give one, first initial. */
function sharedNames(cited: Cited, work: Work): number {
  return cited.authors.filter((own) => work.authors.some((other) => isSamePerson(own, other))).length;
}

function isSamePerson(a: Author, b: Author): boolean {
  const [own, other] = [surnameKey(a.given)[0], surnameKey(b.given)[0]];
  const initials = own === undefined || other === undefined || own === other;
  return initials && sameName(surnameKey(a.family), surnameKey(b.family));
}
