/** What kind of relation a sentence states, and how strongly: none < associated < may cause < causes. */
import type { Relation } from '../scales.ts';
import type { RelationClass } from './strength/classes.ts';
import type { StrengthLexicon } from './strength/lexicon-schema.ts';
import { findPhrases, type Hit, matcherCache } from './strength/phrases.ts';
import { wordsOf } from './strength/words.ts';

type Lexicon = Pick<StrengthLexicon, 'relation'>;

/** 0 no relation, 1 association, 2 cause said with a modal, 3 cause (Yu, Li and Wang, EMNLP 2019). */
export type Strength = 0 | 1 | 2 | 3;

const matcherOf = matcherCache<RelationClass>();

/**
 * Grades how strong a relation a sentence states between two things: the strongest of its clauses. In a clause
 * the cue that comes first tells the relation ("is associated with improved survival" is an association), and
 * a modal before it makes a cause conditional. What is advised, needed or only studied states no relation.
 */
export function gradeStrength(text: string, lexicon: Lexicon): Strength {
  const words = wordsOf(text);
  const hits = findPhrases(words, matcherOf(lexicon.relation));
  const clauses = splitClauses(hits, words.length);
  return clauses.map(gradeClause).reduce<Strength>((best, own) => (own > best ? own : best), 0);
}

function splitClauses(hits: readonly Hit<RelationClass>[], length: number): Hit<RelationClass>[][] {
  const idle = hits.filter((hit) => hit.class === 'idle');
  const adjectives = hits.filter((hit) => hit.class === 'adjective');
  const standing = hits.filter(
    (hit) => !within(hit, idle) && !(hit.class === 'cause' && within(hit, adjectives)),
  );
  const bounds = standing.filter((hit) => hit.class === 'clause').map((hit) => hit.from);
  return [0, ...bounds].map((from, index) => {
    const to = bounds[index] ?? length;
    return standing.filter((hit) => hit.from >= from && hit.from < to);
  });
}

const within = (hit: Hit<RelationClass>, others: readonly Hit<RelationClass>[]) =>
  others.some((other) => other.from <= hit.from && hit.to <= other.to);

/** Words between a modal and the cause that it makes conditional, at most. */
const MODAL_REACH = 9;

function gradeClause(hits: readonly Hit<RelationClass>[]): Strength {
  if (hits.some((hit) => hit.class === 'need')) return 0;
  const aim = hits.find((hit) => hit.class === 'aim')?.from ?? Number.POSITIVE_INFINITY;
  const told = hits.filter((hit) => hit.from < aim);
  const cause = told.find((hit) => hit.class === 'cause');
  const association = told.find((hit) => hit.class === 'association');
  const modal = told.find((hit) => hit.class === 'modal');
  if (cause && (!association || cause.from <= association.from)) {
    return modal && modal.from <= cause.to && cause.from - modal.to <= MODAL_REACH ? 2 : 3;
  }
  if (association) return 1;
  return modal ? 2 : 0;
}

/** The relation alone, as the scales of a claim have it. */
export function gradeRelation(text: string, lexicon: Lexicon): Relation {
  const strength = gradeStrength(text, lexicon);
  if (strength === 0) return 'none';
  return strength === 1 ? 'associated' : 'causes';
}
