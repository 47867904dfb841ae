/** The word lists of a reading: those of the lexicon, and the terms of the packs' vocabulary. */
import type { Vocabulary } from '../evidence/schema.ts';
import type { Lexicon, WordClass } from './lexicon.ts';
import type { WordLists } from './scan.ts';
import { tokenize } from './tokens.ts';

const known = new WeakMap<Lexicon, WeakMap<Vocabulary, WordLists>>();

/** One set of lists for a lexicon and a vocabulary; the vocabulary's classes are the ids of its terms. */
export function wordLists(lexicon: Lexicon, vocabulary: Vocabulary): WordLists {
  const byVocabulary = known.get(lexicon) ?? new WeakMap<Vocabulary, WordLists>();
  known.set(lexicon, byVocabulary);
  const lists = byVocabulary.get(vocabulary) ?? join(lexicon, vocabulary);
  byVocabulary.set(vocabulary, lists);
  return lists;
}

function join(lexicon: Lexicon, vocabulary: Vocabulary): WordLists {
  const { caveats: _caveats, modality: _modality, relation: _relation, ...lists } = lexicon;
  return {
    ...lists,
    treatment: vocabulary.treatments.map(asWordClass),
    condition: vocabulary.conditions.map(asWordClass),
    outcome: vocabulary.outcomes.map(asWordClass),
  };
}

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
