/** Makes one vocabulary of several packs'. */
import type { Vocabulary } from './schema.ts';

/** The part of a term that joining looks at; treatments alone say whether they are comparators. */
interface Term {
  readonly id: string;
  readonly synonyms: string[];
  readonly neighbours: string[];
  readonly mayMean: string[];
  readonly otherField: boolean;
  readonly comparator?: boolean;
}

/**
 * Joins vocabularies, the first named first. A term of several packs has the fields of the first and the
 * words of all, and is of another field, or a comparator, only where all of them say so. A word that one
 * pack's own subject has is no longer a word of a term that other packs merely compare with or set aside:
 * "acupuncture" means acupuncture once a pack is about it.
 */
export function joinVocabularies(vocabularies: readonly Vocabulary[]): Vocabulary {
  const instruments = new Map<string, Vocabulary['instruments'][number]>();
  for (const instrument of vocabularies.flatMap((vocabulary) => vocabulary.instruments)) {
    if (!instruments.has(instrument.id)) instruments.set(instrument.id, instrument);
  }
  return {
    treatments: joinTerms(vocabularies.flatMap((vocabulary) => vocabulary.treatments)),
    conditions: joinTerms(vocabularies.flatMap((vocabulary) => vocabulary.conditions)),
    outcomes: joinTerms(vocabularies.flatMap((vocabulary) => vocabulary.outcomes)),
    instruments: [...instruments.values()],
  };
}

function joinTerms<T extends Term>(terms: readonly T[]): T[] {
  const byId = new Map<string, T>();
  for (const term of terms) {
    const first = byId.get(term.id);
    byId.set(term.id, first === undefined ? term : mergeTerms(first, term));
  }
  const joined = [...byId.values()];
  const taken = new Set(joined.filter(isSubject).flatMap((term) => term.synonyms.map(wordKey)));
  return joined.map((term) =>
    isSubject(term) ? term : { ...term, synonyms: term.synonyms.filter((word) => !taken.has(wordKey(word))) },
  );
}

function mergeTerms<T extends Term>(first: T, second: T): T {
  return {
    ...first,
    synonyms: unite(first.synonyms, second.synonyms),
    neighbours: unite(first.neighbours, second.neighbours),
    mayMean: unite(first.mayMean, second.mayMean),
    otherField: first.otherField && second.otherField,
    ...(first.comparator === undefined ? {} : { comparator: first.comparator && second.comparator === true }),
  };
}

function unite(first: readonly string[], second: readonly string[]): string[] {
  return [...new Set([...first, ...second])];
}

/** Whether a pack holds evidence on a term for its own sake. */
function isSubject(term: Term): boolean {
  return !term.otherField && term.comparator !== true;
}

/** Synonyms match without regard to case, hyphen and plural s. */
function wordKey(word: string): string {
  return word.toLowerCase().replaceAll('-', ' ').replace(/s$/, '');
}
