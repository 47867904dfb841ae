/** Compares the authors that a text names with those of a record. */
import { JaroWinklerDistance } from 'natural/lib/natural/distance/index.js';
import type { Cited } from './cited.ts';
import type { FieldComparison } from './compare.ts';
import { surnameKey } from './fold.ts';
import type { Author, Work } from './work.ts';

/** Surnames at least this close are one name misspelt (Jaro–Winkler, as in record linkage). */
const SAME_NAME = 0.92;

/**
 * @param outside words of the citation outside the title, where a name may stand that the parser missed
 */
export function compareAuthors(cited: Cited, work: Work, outside: readonly string[]): FieldComparison {
  const own = cited.authors.map(keyOf).filter((key) => key !== '');
  const recorded = work.authors.map(keyOf);
  const fields = { cited: namesOf(cited.authors), recorded: namesOf(work.authors) };
  if (own.length === 0 || recorded.length === 0) return { ...fields, agreement: 'not-given' };
  const given = new Set(cited.authors.map((author) => surnameKey(author.given)));
  const known = (name: string): boolean => recorded.some((other) => sameName(name, other));
  const unknown = own.filter((name) => !known(name)).length;
  const first = recorded[0] ?? '';
  if (unknown === 0) {
    if (!sameName(own[0] ?? '', first)) return { ...fields, agreement: 'slip' };
    const leftOut = own.length > 1 && own.length < recorded.length && !cited.moreAuthors;
    return { ...fields, agreement: leftOut ? 'slip' : 'agrees' };
  }
  const present =
    own.some((name) => sameName(name, first)) || given.has(first) || outside.join('').includes(first);
  if (!present || unknown > own.length / 2)
    return { ...fields, agreement: present && own.length < 3 ? 'slip' : 'differs' };
  return { ...fields, agreement: 'slip' };
}

/** Whether two surname keys are the same name, give or take a slip of the pen. */
export function sameName(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length < 4 || b.length < 4 || Math.abs(a.length - b.length) > 2) return false;
  return JaroWinklerDistance(a, b) >= SAME_NAME;
}

function keyOf(author: Author): string {
  return surnameKey(author.family);
}

function namesOf(authors: readonly Author[]): string {
  const names = authors.slice(0, 4).map(({ family, given }) => `${family} ${given}`.trim());
  return authors.length > 4 ? `${names.join(', ')}, …` : names.join(', ');
}
