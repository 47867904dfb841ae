/**
 * An index over bibliographic records: who holds this identifier, which titles share rare words with this
 * string, what did this author publish. Built once; a look-up reads a bounded number of entries, so that
 * 100,000 works are searched in about a millisecond.
 */
import type { Evidence } from '../evidence/index.ts';
import type { Identifiers } from '../model.ts';
import { isCommon, surnameKey, titleWords } from './fold.ts';
import { identifierKeys } from './identifiers.ts';
import type { Notices } from './notices.ts';
import { type Work, worksOf } from './work.ts';

/** After so many entries no further word is read; the rarest come first. */
const READ_AT_MOST = 25_000;
/** Candidates handed back at most. */
const CANDIDATES = 12;
/** Works whose score is this part of the highest are looked at more closely, up to so many. */
const NEARLY = 0.7;
const SHORTLIST = 1_500;
const LED_AT_MOST = 4;
/** Words of a title from which on it is told from running text without quotation marks. */
const LONG_TITLE = 7;
/** An author of at most so many works is looked up without the year. */
const FEW = 50;

export interface Library {
  readonly works: readonly Work[];
  /** The sources that the works come from, in order: `pack:regenerative-spine`, `library:refs.json`. */
  readonly sources: readonly string[];
  readonly byIdentifier: ReadonlyMap<string, readonly number[]>;
  /** Works by the short names that texts call them by. */
  readonly byName: ReadonlyMap<string, readonly number[]>;
  /** Works by each author's surname key. */
  readonly byAuthor: ReadonlyMap<string, readonly number[]>;
  /** Works by first author and year: `quill 2016`. */
  readonly byLead: ReadonlyMap<string, readonly number[]>;
  /** Works by each word of their title. */
  readonly byWord: ReadonlyMap<string, Int32Array>;
  readonly journals: ReadonlySet<string>;
  /** The title of each work as words, in the order of `works`. */
  readonly titles: readonly (readonly string[])[];
  /** Works with a long title, by its {@link opening}: `effect of plasma`. */
  readonly byOpening: ReadonlyMap<string, readonly number[]>;
  /** Notices on published works: retractions, concerns, corrections. */
  readonly notices: Notices;
  /** Room to add up scores in, all zero between look-ups. */
  readonly scores: Float64Array;
}

/** Indexes works. `sources` names those asked even if they hold nothing. */
export function buildLibrary(
  works: readonly Work[],
  sources: readonly string[],
  notices: Notices = new Map(),
): Library {
  const byIdentifier = new Map<string, number[]>();
  const byName = new Map<string, number[]>();
  const byAuthor = new Map<string, number[]>();
  const byLead = new Map<string, number[]>();
  const byWord = new Map<string, number[]>();
  const byOpening = new Map<string, number[]>();
  const titles = works.map((work) => titleWords(work.title));
  works.forEach((work, index) => {
    addAll(byIdentifier, identifierKeysOf(work), index);
    addAll(byName, work.names, index);
    addAll(
      byAuthor,
      work.authors.map(({ family }) => surnameKey(family)),
      index,
    );
    const lead = surnameKey(work.authors[0]?.family ?? '');
    addAll(
      byLead,
      [work.year, work.onlineYear].map((year) => `${lead} ${year}`),
      index,
    );
    addAll(
      byWord,
      (titles[index] ?? []).filter((word) => !isCommon(word)),
      index,
    );
    const title = titles[index] ?? [];
    if (title.length >= LONG_TITLE) addAll(byOpening, [opening(title, 0)], index);
  });
  return {
    works,
    sources,
    byIdentifier,
    byName,
    byAuthor,
    byLead,
    byWord: new Map([...byWord].map(([word, entry]) => [word, Int32Array.from(entry)])),
    journals: new Set(works.flatMap(({ journal }) => journal ?? [])),
    titles,
    byOpening,
    notices,
    scores: new Float64Array(works.length),
  };
}

/** The first three words of a title that stands in some words at `at`. */
function opening(words: readonly string[], at: number): string {
  return `${words[at]} ${words[at + 1]} ${words[at + 2]}`;
}

function identifierKeysOf({ identifiers, study }: Work): string[] {
  const registrations = study?.registrations.map((nct) => ({ nct })) ?? [];
  return [identifiers, ...registrations].flatMap(identifierKeys);
}

/** Enters a work under each of its keys, once. */
function addAll(index: Map<string, number[]>, keys: readonly string[], work: number): void {
  for (const key of new Set(keys)) {
    const entry = index.get(key);
    if (entry) entry.push(work);
    else index.set(key, [work]);
  }
}

const ofEvidence = new WeakMap<Evidence, Library>();

/** The library of the packs alone, built once for an evidence base. */
export function packLibrary(evidence: Evidence): Library {
  const known = ofEvidence.get(evidence);
  if (known) return known;
  const library = buildLibrary(
    worksOf(evidence),
    evidence.packs.map(({ id }) => `pack:${id}`),
  );
  ofEvidence.set(evidence, library);
  return library;
}

/** The library of the packs and of files of the user's: each gives its works under its own source. */
export function joinLibrary(
  evidence: Evidence,
  files: readonly (readonly Work[])[],
  notices: Notices = new Map(),
): Library {
  const packs = evidence.packs.map(({ id }) => `pack:${id}`);
  const sources = new Set([...packs, ...files.flat().map(({ source }) => source)]);
  return buildLibrary([...worksOf(evidence), ...files.flat()], [...sources], notices);
}

/** The works that bear an identifier, as indices: the first identifier that anybody bears decides. */
export function indicesWith(library: Library, identifiers: Identifiers): readonly number[] {
  for (const key of identifierKeys(identifiers)) {
    const found = library.byIdentifier.get(key);
    if (found) return found;
  }
  return [];
}

export function worksBy(library: Library, family: string): Work[] {
  return (library.byAuthor.get(surnameKey(family)) ?? []).flatMap((index) => library.works[index] ?? []);
}

/** The works of a first author, of the year where there are many, that share most of the other authors. */
export function worksLedBy(library: Library, authors: readonly string[], year: number | null): number[] {
  const all = library.byAuthor.get(authors[0] ?? '') ?? [];
  const found = all.length <= FEW ? all : (library.byLead.get(`${authors[0]} ${year}`) ?? []);
  const shared = (index: number): number => {
    const names = library.works[index]?.authors.map(({ family }) => surnameKey(family)) ?? [];
    return names.filter((name) => authors.includes(name)).length;
  };
  return [...found].sort((a, b) => shared(b) - shared(a) || a - b).slice(0, LED_AT_MOST);
}

export interface PrintedTitle {
  /** The words that it covers: from `start` to before `end`. */
  readonly start: number;
  readonly end: number;
}

/**
 * The longest recorded title that stands in a string word by word, or null; titles of a few words are not looked
 * for, as any sentence may hold them.
 * @param text words of the whole string, spelled as {@link titleWords} does
 */
export function printedTitle(library: Library, text: readonly string[]): PrintedTitle | null {
  let longest: PrintedTitle | null = null;
  for (let start = 0; start + LONG_TITLE <= text.length; start += 1) {
    for (const index of library.byOpening.get(opening(text, start)) ?? []) {
      const title = library.titles[index] ?? [];
      const longer = longest === null || title.length > longest.end - longest.start;
      if (longer && title.every((word, at) => word === text[start + at])) {
        longest = { start, end: start + title.length };
      }
    }
  }
  return longest;
}

/**
 * The works whose title shares most words with a string, the rare ones weighing most, best first.
 * @param text words of the whole string, spelled as {@link titleWords} does
 */
export function candidates(library: Library, text: readonly string[]): number[] {
  const lists: Int32Array[] = [];
  for (const word of new Set(text)) {
    const entry = library.byWord.get(word);
    if (entry) lists.push(entry);
  }
  lists.sort((a, b) => a.length - b.length);
  const touched: number[] = [];
  let read = 0;
  for (const list of lists) {
    if (read > READ_AT_MOST) break;
    read += list.length;
    addScores(library.scores, list, Math.log(1 + library.works.length / list.length), touched);
  }
  return fullest(library, takeHighest(library.scores, touched), new Set(text));
}

function addScores(scores: Float64Array, list: Int32Array, weight: number, touched: number[]): void {
  for (let at = 0; at < list.length; at += 1) {
    const index = list[at] ?? 0;
    const score = scores[index] ?? 0;
    if (score === 0) touched.push(index);
    scores[index] = score + weight;
  }
}

/** Those with nearly the highest score, in order of index; sets all scores back to zero. */
function takeHighest(scores: Float64Array, touched: readonly number[]): number[] {
  let highest = 0;
  for (const index of touched) highest = Math.max(highest, scores[index] ?? 0);
  const taken: number[] = [];
  for (const index of touched) {
    if ((scores[index] ?? 0) >= NEARLY * highest && taken.length < SHORTLIST) taken.push(index);
    scores[index] = 0;
  }
  return taken;
}

/** The works with the largest share of their title in the text. */
function fullest(library: Library, indices: readonly number[], text: ReadonlySet<string>): number[] {
  const share = (index: number): number => {
    const title = library.titles[index] ?? [];
    return title.filter((word) => text.has(word)).length / Math.sqrt(4 + title.length);
  };
  return indices
    .map((index) => ({ index, share: share(index) }))
    .sort((a, b) => b.share - a.share || a.index - b.index)
    .slice(0, CANDIDATES)
    .map(({ index }) => index);
}
