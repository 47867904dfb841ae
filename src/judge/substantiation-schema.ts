/** The shape of a substantiation file (claims.yml beside the content). Loaded where one is read, never by the audit. */
import { z } from 'zod';

const isoDate = z.iso.date('a date as YYYY-MM-DD');

export const substantiationSchema = z.strictObject({
  claims: z.array(
    z.strictObject({
      /** The claim, word for word as it stands on the page. */
      claim: z.string().min(1),
      /** The page, as the report names it or its end; without it any page may carry the claim. */
      path: z.string().optional(),
      evidence: z
        .array(
          z.strictObject({
            /** Id of a study, synthesis or harm in a pack. */
            record: z.string(),
            /** Where in the work the reviewer looked. */
            locator: z.string().optional(),
            /** Fingerprint of the record as it was reviewed (`claimlint evidence show`). */
            fingerprint: z.string(),
          }),
        )
        .min(1),
      reviewer: z.string().min(1),
      /** When it was signed. */
      date: isoDate,
      /** The last day on which the signature holds. */
      expires: isoDate.optional(),
      /** What was decided: the claim may stand, is to be reworded, or is to go. */
      decision: z.enum(['stands', 'reword', 'remove']),
    }),
  ),
});

export type Substantiation = z.output<typeof substantiationSchema>['claims'][number];
