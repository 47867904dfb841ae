/**
 * Schemas of the three word lists that the graders and the caveat finder read:
 * rules/lexicon/{modality,relation,caveats}.yml. Only the build loads this file: a run must not load zod.
 *
 * Each list gives phrases by class. A phrase is a row of words, matched without regard to case and hyphens:
 *   may              that word              improv*      a word that begins so
 *   may|might        either                 @be          any word of the set `be`
 *   very?            may be missing         ~3           up to three words of any kind (not . ; : ? !)
 *   ^                the text's beginning   , ; :        the mark itself
 *   #                a word that begins with a digit
 */
import { z } from 'zod';
import { CAVEAT_KINDS } from '../../model.ts';
import { CAVEAT_CLASSES, CAVEAT_PARTS, MODALITY_CLASSES, RELATION_CLASSES } from './classes.ts';

const phrases = z.array(z.string().min(1)).min(1);

function wordList<const T extends readonly [string, ...string[]]>(classes: T) {
  return z.strictObject({
    /** Words that several phrases share, by the name that follows `@`. */
    sets: z.record(z.string(), phrases),
    classes: z.record(z.enum(classes), phrases),
  });
}

export const modalityListSchema = wordList(MODALITY_CLASSES);
export const relationListSchema = wordList(RELATION_CLASSES);
export const caveatListSchema = wordList(CAVEAT_CLASSES).extend({
  /** What several classes in one sentence tell together, `unless` one of others stands there too. */
  frames: z.array(
    z.strictObject({
      kind: z.enum(CAVEAT_KINDS),
      of: z.array(z.enum(CAVEAT_PARTS)).min(2),
      unless: z.array(z.enum(CAVEAT_PARTS)).default([]),
    }),
  ),
});

/** The part of the lexicon that this folder reads. */
export interface StrengthLexicon {
  readonly modality: z.output<typeof modalityListSchema>;
  readonly relation: z.output<typeof relationListSchema>;
  readonly caveats: z.output<typeof caveatListSchema>;
}
