/**
 * An index over bibliographic records: who holds this identifier, which titles share rare words with this
 * string, what did this author publish. Built once; a look-up reads a bounded number of entries, so that
 * 100,000 works are searched in about a millisecond.
 */
import type { Evidence } from '../evidence/index.ts';
import type { Identifiers } from '../model.ts';
import { isCommon, surnameKey, titleWords } from './fold.ts';
import { identifierKeys } from './identifiers.ts';
import { type Work, worksOf } from './work.ts';

/** Entries read at most for one string; the rarest words come first. */
const READ_AT_MOST = 6_000;
/** Candidates handed back at most. */
const CANDIDATES = 12;

export interface Library {
  readonly works: readonly Work[];
  /** The sources that the works come from, in order: `pack:regenerative-spine`, `library:refs.json`. */
  readonly sources: readonly string[];
  readonly byIdentifier: ReadonlyMap<string, readonly number[]>;
  /** Works by each author's surname key. */
  readonly byAuthor: ReadonlyMap<string, readonly number[]>;
  /** Works by each word of their title. */
  readonly byWord: ReadonlyMap<string, readonly number[]>;
  /** The title of each work as words, in the order of `works`. */
  readonly titles: readonly (readonly string[])[];
}

/** Indexes works. `sources` names those asked even if they hold nothing. */
export function buildLibrary(works: readonly Work[], sources: readonly string[]): Library {
  const byIdentifier = new Map<string, number[]>();
  const byAuthor = new Map<string, number[]>();
  const byWord = new Map<string, number[]>();
  const titles = works.map((work) => titleWords(work.title));
  works.forEach((work, index) => {
    const registrations = work.study?.registrations.map((nct) => ({ nct })) ?? [];
    for (const key of new Set([work.identifiers, ...registrations].flatMap(identifierKeys))) {
      add(byIdentifier, key, index);
    }
    for (const key of new Set(work.authors.map(({ family }) => surnameKey(family)))) {
      if (key !== '') add(byAuthor, key, index);
    }
    for (const word of new Set(titles[index])) if (!isCommon(word)) add(byWord, word, index);
  });
  return { works, sources, byIdentifier, byAuthor, byWord, titles };
}

function add(index: Map<string, number[]>, key: string, value: number): void {
  const entry = index.get(key);
  if (entry) entry.push(value);
  else index.set(key, [value]);
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

export function worksWith(library: Library, identifiers: Identifiers): Work[] {
  for (const key of identifierKeys(identifiers)) {
    const found = library.byIdentifier.get(key);
    if (found) return found.flatMap((index) => library.works[index] ?? []);
  }
  return [];
}

export function worksBy(library: Library, family: string): Work[] {
  return (library.byAuthor.get(surnameKey(family)) ?? []).flatMap((index) => library.works[index] ?? []);
}

/**
 * The works whose title or authors share most with a string, best first.
 * @param text words of the whole string, spelled as {@link titleWords} does
 * @param authors surname keys that the string names
 */
export function candidates(library: Library, text: readonly string[], authors: readonly string[]): number[] {
  const lists: (readonly number[])[] = [];
  for (const word of new Set(text)) {
    const entry = library.byWord.get(word);
    if (entry) lists.push(entry);
  }
  lists.sort((a, b) => a.length - b.length);
  for (const key of new Set(authors)) {
    const entry = library.byAuthor.get(key);
    if (entry && entry.length < READ_AT_MOST / 10) lists.unshift(entry);
  }
  const scores = new Map<number, number>();
  let read = 0;
  for (const list of lists) {
    if (read + list.length > READ_AT_MOST && read > 0) break;
    read += list.length;
    const weight = Math.log(1 + library.works.length / list.length);
    for (const index of list) scores.set(index, (scores.get(index) ?? 0) + weight);
  }
  return best(library, scores);
}

/** The highest scores, each over the length of the title, so that a long title does not win by length. */
function best(library: Library, scores: ReadonlyMap<number, number>): number[] {
  const ranked = [...scores].map(([index, score]): [number, number] => [
    index,
    score / Math.sqrt(4 + (library.titles[index]?.length ?? 0)),
  ]);
  ranked.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return ranked.slice(0, CANDIDATES).map(([index]) => index);
}
