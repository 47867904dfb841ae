/**
 * Schemas of the three word lists that the graders and the caveat finder read:
 * rules/lexicon/{modality,relation,caveats}.yml.
 *
 * Each list gives phrases by class. A phrase is a row of words, matched without regard to case, hyphens or
 * punctuation inside words:
 *   may              that word              improv*      a word that begins so
 *   may|might        either                 @be          any word of the set `be`
 *   very?            may be missing         ~3           up to three words of any kind (not . ; : ? !)
 *   ^                the text's beginning   , ; :        the mark itself
 *   #                a word that begins with a digit
 */
import { z } from 'zod';

const phrases = z.array(z.string().min(1)).min(1);
const sets = z.record(z.string(), z.array(z.string().min(1)).min(1));

function wordList<const T extends readonly [string, ...string[]]>(classes: T) {
  return z.strictObject({ sets, classes: z.record(z.enum(classes), phrases) });
}

export const MODALITY_CLASSES = [
  'speculative',
  'hedged',
  'absolute',
  /** Phrases in which a word of the three classes above says nothing about the effect. */
  'idle',
  /** Words that say what a treatment does: they tell the clause that carries the claim. */
  'effect',
  /** What opens a clause that stands beside the main one and may be closed by a comma. */
  'aside',
  /** What opens a clause of its own. */
  'clause',
  /** What cancels an absolute that follows it. */
  'negation',
] as const;

export const RELATION_CLASSES = [
  'cause',
  'association',
  'modal',
  /** Phrases in which a word of the three classes above states no relation. */
  'idle',
  /** Phrases in which a verb of change only describes a noun, or tells a course of things: no cause. */
  'adjective',
  /** What is asked for or advised: its clause states nothing. */
  'need',
  /** What a study set out to do: the rest of its clause states nothing. */
  'aim',
  /** What opens a clause of its own. */
  'clause',
] as const;

export const CAVEAT_CLASSES = [
  'results-vary',
  'evidence-limited',
  'trials-needed',
  'investigational',
  'risks',
  'not-medical-advice',
  'individual-selection',
  'conflict-of-interest',
  'idle',
] as const;

export const modalityListSchema = wordList(MODALITY_CLASSES);
export const relationListSchema = wordList(RELATION_CLASSES);
export const caveatListSchema = wordList(CAVEAT_CLASSES);

export type ModalityList = z.output<typeof modalityListSchema>;
export type RelationList = z.output<typeof relationListSchema>;
export type CaveatList = z.output<typeof caveatListSchema>;

/** The part of the lexicon that this folder reads. */
export interface StrengthLexicon {
  readonly modality: ModalityList;
  readonly relation: RelationList;
  readonly caveats: CaveatList;
}
