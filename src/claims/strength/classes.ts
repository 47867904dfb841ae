/** The classes of phrases in rules/lexicon/{modality,relation,caveats}.yml. */
import { CAVEAT_KINDS } from '../../model.ts';

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
  /** What opens an aside about something else than the treatment: it carries no claim. */
  'contrast',
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
  ...CAVEAT_KINDS,
  /** Harms that may be the disease's: a caveat beside `procedure` or `brief`, or under a `risk-heading`. */
  'harm',
  /** How a sentence opens that goes on about a harm: a caveat after a sentence that told one, with `severity`. */
  'harm-continued',
  'severity',
  /** How long a harm of treatment lasts: "for a day or two". */
  'brief',
  'procedure',
  /** A study, and that it found no effect. */
  'study',
  'nothing-found',
  /** That something is not known, and what is asked of a treatment: whether it works, how long it lasts. */
  'unknown',
  'asked',
  'risk-heading',
  /** What cancels a caveat. */
  'idle',
] as const;

export type ModalityClass = (typeof MODALITY_CLASSES)[number];
export type RelationClass = (typeof RELATION_CLASSES)[number];
export type CaveatClass = (typeof CAVEAT_CLASSES)[number];
