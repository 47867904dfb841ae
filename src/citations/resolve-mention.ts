/** Identifies what a mention means, by its shape. */
import type { Mention, Shape } from './cited.ts';
import { sameName } from './compare-authors.ts';
import { sameJournal } from './compare-journal.ts';
import { isCommonName, subjectWords, surnameKey } from './fold.ts';
import { type Library, worksBy } from './library.ts';
import { NOT_CHECKED, type Resolution, resolveReference } from './resolve.ts';
import { describedWork, subjectOf } from './resolve-description.ts';
import type { Work } from './work.ts';

/** A mention with what it was identified as. */
export interface Resolved {
  readonly mention: Mention;
  readonly resolution: Resolution;
}

const VAGUE: Resolution = { ...NOT_CHECKED, status: 'vague' };
/** Words of a recorded title that must stand near an author and year before they name that work. */
const SHARED_WORDS = 2;
/** Resolves all mentions of a page; those that point to another mention come after it. */
export function resolveMentions(
  mentions: readonly Mention[],
  library: Library,
  contextOf: (mention: Mention) => string,
): Resolved[] {
  const first = mentions.map((mention) => ({ mention, resolution: resolveAlone(mention, library) }));
  const entries = first.filter(({ mention }) => mention.shape === 'reference');
  const second = first.map((one) =>
    one.mention.shape === 'authors'
      ? resolveAuthors(one.mention, entries, library, contextOf(one.mention))
      : one,
  );
  const names = second.filter(({ mention }) => mention.shape === 'name');
  const identified = second.filter(({ resolution }) => resolution.status === 'identified');
  const works = [...new Map(identified.map((one) => [one.resolution.work, one])).values()];
  return second.map((one) => {
    if (one.mention.shape !== 'description') return one;
    const onPage = resolveDescription(one, names, works);
    if (onPage !== null) return { ...one, resolution: onPage };
    const work = describedWork(one.mention, library, contextOf(one.mention));
    return work === null ? one : { ...one, resolution: identifiedAs(work) };
  });
}

/** Shapes that name nothing to look up by themselves. */
const UNNAMED: ReadonlySet<Shape> = new Set(['appeal', 'back-reference', 'mark', 'description']);

function resolveAlone(mention: Mention, library: Library): Resolution {
  const { shape, cited } = mention;
  if (UNNAMED.has(shape)) return VAGUE;
  if (shape === 'name') return resolveName(cited.text, library);
  if (shape === 'link' && cited.title === null && Object.keys(cited.identifiers).length === 0)
    return NOT_CHECKED;
  return resolveReference(cited, library);
}

function resolveName(name: string, library: Library): Resolution {
  const works = (library.byName.get(name) ?? []).flatMap((index) => library.works[index] ?? []);
  const work = works.find(({ study }) => study?.companionOf === undefined) ?? works[0];
  return work ? identifiedAs(work) : NOT_CHECKED;
}

/** An author and year mean the entry of the page's own list, else the one record that fits them. */
function resolveAuthors(
  mention: Mention,
  entries: readonly Resolved[],
  library: Library,
  context: string,
): Resolved {
  const { authors, year } = mention.cited;
  const lead = surnameKey(authors[0]?.family ?? '');
  const entry = entries.find(
    ({ mention: { cited } }) =>
      sameName(surnameKey(cited.authors[0]?.family ?? ''), lead) && (year === null || cited.year === year),
  );
  if (entry) return { mention, resolution: entry.resolution };
  const near = subjectWords(context);
  const needed = year !== null && !isCommonName(lead) ? 1 : SHARED_WORDS;
  const fitting = worksBy(library, authors[0]?.family ?? '')
    .filter((work) => isDated(work, year) && leads(work, lead) && hasAll(work, mention))
    .map((work) => ({ work, support: supportOf(work, near, mention.people) }))
    .sort((a, b) => b.support - a.support);
  const [best, other] = fitting;
  if (!best || best.support < needed || best.support === other?.support) {
    return { mention, resolution: { ...NOT_CHECKED, nearest: best?.work ?? null } };
  }
  return { mention, resolution: identifiedAs(best.work) };
}

function isDated(work: Work, year: number | null): boolean {
  return year === null || year === work.year || year === work.onlineYear;
}

/** A group is named after its first author, or its last. */
function leads(work: Work, lead: string): boolean {
  return [work.authors[0], work.authors.at(-1)].some((author) =>
    sameName(surnameKey(author?.family ?? ''), lead),
  );
}

function hasAll(work: Work, { cited }: Mention): boolean {
  const recorded = work.authors.map(({ family }) => surnameKey(family));
  return cited.authors.every(({ family }) => recorded.some((name) => sameName(name, surnameKey(family))));
}

/** Words of its subject near the mention, a matching number of people counting for several. */
function supportOf(work: Work, near: ReadonlySet<string>, people: number | null): number {
  const shared = [...subjectOf(work)].filter((word) => near.has(word)).length;
  const counted = people !== null && people === work.study?.n;
  return shared + (counted ? SHARED_WORDS + 1 : 0);
}

/** A description means a work that the same page identifies elsewhere, if journal and year or size fit it. */
function resolveDescription(
  one: Resolved,
  names: readonly Resolved[],
  works: readonly Resolved[],
): Resolution | null {
  const { cited, people } = one.mention;
  const alias = names.find(({ mention }) => calls(one.mention, mention));
  if (alias) return alias.resolution;
  const meant = works.find(({ resolution: { work } }) => {
    if (work === null || !isDated(work, cited.year)) return false;
    if (cited.journal !== null && cited.year !== null)
      return work.journal !== null && sameJournal(cited.journal, work.journal);
    return people !== null && people === work.study?.n;
  });
  return meant?.resolution ?? null;
}

/** "The … Trial of …, known as NAME": the name follows its description. */
function calls(description: Mention, name: Mention): boolean {
  const gap = name.start - description.end;
  return name.block === description.block && gap >= 0 && gap <= 25;
}

function identifiedAs(work: Work): Resolution {
  return { status: 'identified', work, nearest: null, problems: [] };
}
