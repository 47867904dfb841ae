/** The word lists that claims are read with, compiled from rules/lexicon/*.yml when the package is built. */
export type { Lexicon, WordClass } from './lexicon-schema.ts';
