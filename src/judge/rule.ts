/** A rule as written in rules/<family>/<rule>.yml. */
import { z } from 'zod';

export const ruleSchema = z.strictObject({ id: z.string() });
export type Rule = z.output<typeof ruleSchema>;
