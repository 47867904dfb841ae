/** What kind of relation a sentence states, and how strongly: none < associated < may cause < causes. */
import type { Relation } from '../scales.ts';
import type { RELATION_CLASSES, StrengthLexicon } from './strength/lexicon-schema.ts';
import { compilePhrases, findPhrases, type Matcher } from './strength/phrases.ts';
import { wordsOf } from './strength/words.ts';

type Class = (typeof RELATION_CLASSES)[number];
type Lexicon = Pick<StrengthLexicon, 'relation'>;

/** 0 no relation, 1 association, 2 cause said with a modal, 3 cause (Yu, Li and Wang, EMNLP 2019). */
export type Strength = 0 | 1 | 2 | 3;

const matchers = new WeakMap<object, Matcher<Class>>();

function matcherFor({ relation }: Lexicon): Matcher<Class> {
  const known = matchers.get(relation);
  if (known) return known;
  const matcher = compilePhrases<Class>(relation);
  matchers.set(relation, matcher);
  return matcher;
}

/** Grades how strong a relation a sentence states between two things. */
export function gradeStrength(text: string, lexicon: Lexicon): Strength {
  const classes = new Set(findPhrases(wordsOf(text), matcherFor(lexicon)).map((hit) => hit.class));
  if (classes.has('no-effect')) return 0;
  if (classes.has('association')) return 1;
  if (!classes.has('cause')) return 0;
  return classes.has('modal') ? 2 : 3;
}

/** The relation alone, as the scales of a claim have it. */
export function gradeRelation(text: string, lexicon: Lexicon): Relation {
  const strength = gradeStrength(text, lexicon);
  if (strength === 0) return 'none';
  return strength === 1 ? 'associated' : 'causes';
}
