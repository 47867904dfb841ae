/** What kind of relation a sentence states, and how strongly: none < associated < may cause < causes. */
import { onceForText } from '../once.ts';
import type { Relation } from '../scales.ts';
import type { RelationClass } from './strength/classes.ts';
import { byClause, outside } from './strength/hits.ts';
import type { StrengthLexicon } from './strength/lexicon-schema.ts';
import { findPhrases, type Hit, matcherCache } from './strength/phrases.ts';
import { type Word, wordsOf } from './strength/words.ts';

type Lexicon = Pick<StrengthLexicon, 'relation'>;

/** 0 no relation, 1 association, 2 cause said with a modal, 3 cause (Yu, Li and Wang, EMNLP 2019). */
export type Strength = 0 | 1 | 2 | 3;

const STRONGEST_FIRST: readonly Strength[] = [3, 2, 1];

const matcherOf = matcherCache<RelationClass>();

/**
 * Grades how strong a relation a sentence states between two things: the strongest of its clauses. In a clause
 * the cue that comes first tells the relation ("is associated with improved survival" is an association), and
 * a modal before it makes a cause conditional. What is advised, needed or only studied states no relation; a
 * cause that is denied is still a statement about a cause, as in the annotation of Yu, Li and Wang.
 */
export const gradeStrength = onceForText((text: string, lexicon: Lexicon): Strength => {
  const words = wordsOf(text);
  const hits = findPhrases(words, matcherOf(lexicon.relation));
  const of = (name: RelationClass) => hits.filter((hit) => hit.class === name);
  const stated = outside(hits, of('idle'), words.length);
  const causes = new Set(outside(of('cause'), of('adjective'), words.length));
  const telling = stated.filter((hit) => hit.class !== 'cause' || causes.has(hit));
  const starts = clauseStarts(words, telling);
  const grades = byClause(telling, starts).map(gradeClause);
  return STRONGEST_FIRST.find((strength) => grades.includes(strength)) ?? 0;
});

/** The words at which a clause opens; one that opens the sentence ("Although …") ends at the next comma. */
function clauseStarts(words: readonly Word[], hits: readonly Hit<RelationClass>[]): number[] {
  const opens = hits.filter((hit) => hit.class === 'clause').map((hit) => hit.from);
  const comma = opens[0] === 0 ? words.findIndex(({ word }) => word === ',') : -1;
  return [0, ...opens, ...(comma < 0 ? [] : [comma])].sort((a, b) => a - b);
}

/** Words between a modal and the cause that it makes conditional, at most. */
const MODAL_REACH = 9;

function gradeClause(hits: readonly Hit<RelationClass>[]): Strength {
  if (hits.some((hit) => hit.class === 'need')) return 0;
  const aim = hits.findIndex((hit) => hit.class === 'aim');
  const told = aim < 0 ? hits : hits.slice(0, aim);
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
