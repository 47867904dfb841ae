/** The shape of rules/lexicon/*.yml. Only the build loads this file: a run must not load zod. */
import { z } from 'zod';
import { caveatListSchema, modalityListSchema, relationListSchema } from './strength/lexicon-schema.ts';

/** One class of words, such as "verbs of repair". */
const wordClassSchema = z.strictObject({
  /** Unique within its file; code asks for words by file and class. */
  class: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** What belongs here and why, for the reader of the file. */
  about: z.string().optional(),
  /** Phrases in the notation that `scan.ts` explains. */
  phrases: z.array(z.string().min(1)).min(1),
});

const wordListSchema = z.array(wordClassSchema);

/** Keys are the names of the files in rules/lexicon, without `.yml`. */
export const lexiconSchema = z.strictObject({
  agents: wordListSchema,
  compare: wordListSchema,
  duration: wordListSchema,
  effects: wordListSchema,
  evidence: wordListSchema,
  harms: wordListSchema,
  mechanism: wordListSchema,
  objects: wordListSchema,
  people: wordListSchema,
  safety: wordListSchema,
  size: wordListSchema,
  stage: wordListSchema,
  stance: wordListSchema,
  status: wordListSchema,
  treatments: wordListSchema,
  caveats: caveatListSchema,
  modality: modalityListSchema,
  relation: relationListSchema,
});

export type WordClass = z.output<typeof wordClassSchema>;
export type Lexicon = z.output<typeof lexiconSchema>;
