/** Compares the authors that a text names with those of a record. */
import jaroWinklerDistance from 'natural/lib/natural/distance/jaro-winkler_distance.js';
import type { Cited } from './cited.ts';
import type { FieldComparison } from './compare.ts';
import { surnameKey } from './fold.ts';
import type { Author, Work } from './work.ts';

/** Surnames at least this close are one name misspelt (Jaro–Winkler, as in record linkage). */
const SAME_NAME = 0.92;

/**
 * Compares the lists. A parser may miss names or take other words for them, so a difference is told only where
 * the text itself bears it out.
 * @param outside words of the citation outside the title, folded: where a name stands that the parser missed
 */
export function compareAuthors(cited: Cited, work: Work, outside: readonly string[]): FieldComparison {
  const own = cited.authors.map(keyOf).filter((key) => key !== '');
  const recorded = work.authors.map(keyOf).filter((key) => key !== '');
  const fields = { cited: namesOf(cited.authors), recorded: namesOf(work.authors) };
  if (own.length === 0 || recorded.length === 0) return { ...fields, agreement: 'not-given' };
  return { ...fields, agreement: agreementOf(own, recorded, cited, stands(outside)) };
}

function agreementOf(
  own: readonly string[],
  recorded: readonly string[],
  cited: Cited,
  printed: (name: string) => boolean,
): FieldComparison['agreement'] {
  const [first = ''] = recorded;
  const [lead = ''] = own;
  const known = (name: string): boolean => recorded.some((other) => sameName(name, other));
  const unknown = own.filter((name) => !known(name)).length;
  const missing = recorded.filter(
    (name) => !own.some((other) => sameName(name, other)) && !printed(name),
  ).length;
  if (sameName(lead, first)) {
    if (missing === 0) return 'agrees';
    if (unknown === 0) return own.length > 1 && !cited.moreAuthors ? 'slip' : 'agrees';
    return unknown > own.length / 2 && own.length > 2 ? 'differs' : 'slip';
  }
  if (known(lead) && unknown === 0) return 'slip';
  const given = new Set(cited.authors.map((author) => surnameKey(author.given)));
  if (!printed(first) && !given.has(first)) return 'differs';
  // The first author is there, behind words that the parser took for a name.
  return unknown > own.length / 2 && own.length > 2 && missing > 0 ? 'differs' : 'agrees';
}

/** Whether a name stands among some words: as a run of them, a short one as a whole word. */
function stands(words: readonly string[]): (name: string) => boolean {
  const whole = new Set(words);
  const run = words.join('');
  return (name) => whole.has(name) || (name.length > 4 && run.includes(name));
}

const PARTICLE = /^(?:van(?:de[rn]?)?|von|de(?:la|[lrn])?|d[aiu]|dos|l[ae]|[ae]l)(?=.{3})/;

/** `de Zoete` is printed as `A. de Zoete` too, where the particle goes with the initials. */
function withoutParticle(name: string): string {
  return name.replace(PARTICLE, '');
}

/** Whether two surname keys are the same name, give or take a particle or a slip of the pen. */
export function sameName(a: string, b: string): boolean {
  if (a === b || withoutParticle(a) === b || a === withoutParticle(b)) return true;
  if (a.length < 4 || b.length < 4 || Math.abs(a.length - b.length) > 2) return false;
  return jaroWinklerDistance(a, b) >= SAME_NAME;
}

function keyOf(author: Author): string {
  return surnameKey(author.family);
}

function namesOf(authors: readonly Author[]): string {
  const names = authors.slice(0, 4).map(({ family, given }) => `${family} ${given}`.trim());
  return authors.length > 4 ? `${names.join(', ')}, …` : names.join(', ');
}
