/** The word lists that claims are read with; filled from rules/lexicon/*.yml when the package is built. */
import { z } from 'zod';

export const lexiconSchema = z.strictObject({});
export type Lexicon = z.output<typeof lexiconSchema>;
