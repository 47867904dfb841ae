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
  /** A harm told with its verb or degree, which may be the disease's. */
  'harm',
  /** Harms seldom due to the disease, by name. */
  'hazard',
  /** What people feel of a harm. */
  'symptom',
  /** What a treatment is for, beside which a symptom is no harm of it. */
  'relief',
  /** That a harm may happen, or has happened to somebody. */
  'chance',
  /** When a harm of treatment is felt, and how long: "for a day or two". */
  'brief',
  /** How a sentence opens that goes on about a harm, and how bad that is. */
  'harm-continued',
  'severity',
  'procedure',
  /** Words for a study, for what it lacks, and for what it did not find. */
  'study',
  'weakness',
  'nothing-found',
  /** That something is not known, and what is asked of a treatment: whether it works, how long it lasts. */
  'unknown',
  'asked',
  'risk-heading',
  /** What cancels a caveat. */
  'idle',
] as const;

/** What a frame of a caveat may ask for: phrases, or where the sentence stands. */
export const CAVEAT_PARTS = [
  ...CAVEAT_CLASSES,
  /** Under a title, heading or lead-in about risks. */
  'under-risks',
  /** In a list that a line about risks introduces. */
  'listed-risk',
  /** After a sentence that told a risk. */
  'after-risk',
] as const;

export type ModalityClass = (typeof MODALITY_CLASSES)[number];
export type RelationClass = (typeof RELATION_CLASSES)[number];
export type CaveatClass = (typeof CAVEAT_CLASSES)[number];
export type CaveatPart = (typeof CAVEAT_PARTS)[number];
