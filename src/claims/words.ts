/** The word lists of a reading: those of the lexicon, and the terms of the packs' vocabulary. */
import type { Vocabulary } from '../evidence/schema.ts';
import { onceForPair } from '../once.ts';
import type { Lexicon, WordClass } from './lexicon.ts';
import type { WordLists } from './scan.ts';
import { tokenize } from './tokens.ts';

/** What a text is read with. */
export interface KnownWords {
  readonly lists: WordLists;
  /** Ids of the treatments that pages name to set themselves off from them. */
  readonly comparators: ReadonlySet<string>;
}

/** One set of words for a lexicon and a vocabulary; the vocabulary's classes are the ids of its terms. */
export const knownWords = onceForPair((lexicon: Lexicon, vocabulary: Vocabulary): KnownWords => {
  const { caveats: _caveats, modality: _modality, relation: _relation, ...lists } = lexicon;
  return {
    lists: {
      ...lists,
      treatment: vocabulary.treatments.map(asWordClass),
      condition: vocabulary.conditions.map(asWordClass),
      outcome: vocabulary.outcomes.map(asWordClass),
    },
    comparators: new Set(vocabulary.treatments.filter((term) => term.comparator).map(({ id }) => id)),
  };
});

function asWordClass(term: {
  readonly id: string;
  readonly label: string;
  readonly synonyms: readonly string[];
}): WordClass {
  const phrases = [term.label, ...term.synonyms].map(asPhrase).filter((phrase) => phrase !== '');
  return { class: term.id, phrases: [...new Set(phrases)] };
}

/** A term as a phrase of the lexicon: its last word with inflections. */
function asPhrase(term: string): string {
  const words = tokenize(term).map((token) => token.text);
  return words.join(' ') + (words.length > 0 ? '+' : '');
}
