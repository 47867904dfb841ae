/**
 * The records of an evidence pack, as zod schemas: the border through which YAML enters.
 * A fact carries where and when it was seen; a field that was not seen is left out, never guessed.
 */
import { z } from 'zod';
import { INTEGRITIES } from '../model.ts';
import { COMPARISON, DURATION, MODALITY, RELATION, SAFETY, SHARE, SIZE, STAGE, STATUS } from '../scales.ts';
import { DESIGNS } from './designs.ts';

const id = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/, 'lower-case letters, digits, dots and hyphens');
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date as YYYY-MM-DD');

/** Where a fact was seen, and when. */
const webAddress = z.url({ protocol: /^https?$/, error: 'an address that begins with https:// or http://' });
const seenSchema = z.strictObject({ url: webAddress, on: isoDate });

/** What the record says of a group at a time point. Percentages are 0 to 100; months count from treatment. */
export const resultSchema = z.strictObject({
  id,
  /** Vocabulary id of an outcome. */
  outcome: id,
  instrument: z.string().optional(),
  months: z.number().nonnegative().optional(),
  /** The arm or subgroup that the numbers belong to, in words. */
  arm: z.string().optional(),
  baseline: z.number().optional(),
  value: z.number().optional(),
  unit: z.string().optional(),
  /** People counted at baseline and at this time point, where they differ from the study's n. */
  baselineN: z.number().int().positive().optional(),
  n: z.number().int().positive().optional(),
  /** Negative is a fall. */
  changePercent: z.number().optional(),
  responders: z
    .strictObject({ n: z.number().int().nonnegative(), of: z.number().int().positive() })
    .optional(),
  threshold: z.string().optional(),
  /** The comparison with the control group, where there is one. */
  versus: z
    .strictObject({
      comparator: z.string(),
      direction: z.enum(['better', 'no-difference', 'worse', 'not-reported']),
      significant: z.boolean().nullable(),
      p: z.string().optional(),
      value: z.number().optional(),
      responders: z
        .strictObject({ n: z.number().int().nonnegative(), of: z.number().int().positive() })
        .optional(),
    })
    .optional(),
  primary: z.boolean().default(false),
  /** One plain sentence that a reader can be shown, with the numbers. */
  statement: z.string(),
  locator: z.string().optional(),
});

export const studySchema = z.strictObject({
  id,
  /** `Surname AB`, in order; empty where no page seen prints them. */
  authors: z.array(z.string()),
  year: z.number().int().min(1900).max(2100).optional(),
  /** Year of online publication where it differs from print. */
  onlineYear: z.number().int().optional(),
  title: z.string(),
  /** False where no page seen prints the title: ours then names the work, and no citation is compared with it. */
  titleSeen: z.boolean().optional(),
  journal: z.string().optional(),
  volume: z.string().optional(),
  issue: z.string().optional(),
  pages: z.string().optional(),
  doi: z
    .string()
    .regex(/^10\.\d{4,9}\/\S+$/, 'a DOI such as 10.1002/stem.1845, without an address before it')
    .optional(),
  pmid: z.string().regex(/^\d+$/, 'a PubMed number in quotes').optional(),
  pmcid: z
    .string()
    .regex(/^PMC\d+$/, 'a PubMed Central number such as PMC1234567')
    .optional(),
  registrations: z.array(z.string()).default([]),
  /** Short names by which a text may call it: RESPINE, MILES. */
  names: z.array(z.string()).default([]),
  design: z.enum(DESIGNS),
  controlled: z.boolean(),
  blinded: z.boolean().optional(),
  comparator: z.string().optional(),
  comparatorKind: z.enum(['sham', 'saline', 'active', 'usual-care', 'none']).optional(),
  species: z.enum(['human', 'animal', 'laboratory']).default('human'),
  /** Vocabulary ids. */
  treatments: z.array(id).min(1),
  conditions: z.array(id).min(1),
  n: z.number().int().positive().optional(),
  arms: z.array(z.strictObject({ label: z.string(), n: z.number().int().positive() })).default([]),
  /** For a review: how many studies of which kind it pooled, in words. */
  included: z.string().optional(),
  followUpMonths: z.number().nonnegative().optional(),
  results: z.array(resultSchema).default([]),
  harms: z
    .strictObject({
      statement: z.string(),
      serious: z.number().int().nonnegative().optional(),
      of: z.number().int().positive().optional(),
    })
    .optional(),
  /** What it found about the treatment as a whole, in our words. */
  conclusion: z.string(),
  direction: z.enum(['favours', 'uncontrolled-improvement', 'mixed', 'no-difference', 'against', 'none']),
  interests: z.string().optional(),
  funding: z.string().optional(),
  /** Id of the record of the same patients that counts them. */
  companionOf: id.optional(),
  integrity: z.enum(INTEGRITIES).default('unknown'),
  /** Why the integrity is as it is; required for a retraction by `validate`. */
  integrityNote: z.string().optional(),
  seen: z.array(seenSchema).min(1),
});

/** One question: treatment × condition × outcome, and what all the evidence together warrants. */
export const synthesisSchema = z.strictObject({
  id,
  treatment: id,
  condition: id,
  outcome: id,
  bestDesign: z.enum(DESIGNS),
  direction: z.enum(['benefit', 'mixed', 'no-difference', 'harm', 'unknown']),
  studies: z.array(id).min(1),
  /** Treated or randomised people, companion reports counted once. */
  people: z.number().int().nonnegative(),
  followUpMonths: z.number().nonnegative(),
  certainty: z.enum(['high', 'moderate', 'low', 'very-low']),
  downgrades: z.array(
    z.strictObject({
      domain: z.enum(['risk-of-bias', 'inconsistency', 'indirectness', 'imprecision', 'publication-bias']),
      steps: z.number().int().min(1).max(2).default(1),
      reason: z.string(),
    }),
  ),
  /** One or two sentences of fact with the numbers, that a finding can show. */
  statement: z.string(),
  /** The most telling fact of the statement in one sentence that a message can hold, with the number and the study. */
  short: z.string().max(140).optional(),
  /** The strongest wording that it carries, at an eighth-grade reading level; it names the treatment and the condition. */
  wording: z.string(),
  warrants: z.strictObject({
    modality: z.enum(MODALITY),
    relation: z.enum(RELATION),
    share: z.enum(SHARE).nullable(),
    size: z.enum(SIZE).nullable(),
    duration: z.enum(DURATION).nullable(),
    stage: z.enum(STAGE),
    safety: z.enum(SAFETY).nullable(),
    comparison: z.enum(COMPARISON),
  }),
  /** The limits that a claim of this effect needs near it. */
  needs: z.array(z.enum(['study-limits', 'contrary-evidence', 'risks', 'investigational'])),
  reviewBy: isoDate,
  /** How safe it is to say that nothing contradicts this: date of the last search. */
  searched: isoDate,
});

export const harmSchema = z.strictObject({
  id,
  treatments: z.array(id).min(1),
  /** Body region or condition; empty where any. */
  conditions: z.array(id).default([]),
  what: z.string(),
  /** Two to six words: `disc infection`, `epidural abscess`. */
  label: z.string(),
  serious: z.boolean(),
  n: z.number().int().positive().optional(),
  source: z.string(),
  doi: z.string().optional(),
  pmid: z.string().optional(),
  year: z.number().int().optional(),
  seen: z.array(seenSchema).min(1),
});

export const regulationSchema = z.strictObject({
  id,
  authority: z.string(),
  jurisdiction: z.string(),
  instrument: z.string(),
  section: z.string().optional(),
  year: z.number().int().optional(),
  requires: z.string(),
  appliesTo: z.array(z.string()),
  url: webAddress,
  seen: z.array(seenSchema).min(1),
});

export const productSchema = z.strictObject({
  id,
  product: z.string(),
  names: z.array(z.string()).default([]),
  maker: z.string().optional(),
  treatments: z.array(id).min(1),
  jurisdiction: z.string(),
  status: z.array(z.enum(STATUS)).min(1),
  approvedFor: z.string().optional(),
  statement: z.string(),
  asOf: isoDate,
  seen: z.array(seenSchema).min(1),
});

/** A term of the vocabulary: synonyms are matched in text without regard to case, longest first. */
const termSchema = z.strictObject({
  id,
  label: z.string(),
  synonyms: z.array(z.string()).default([]),
  /** The wider term that this is a kind of. */
  kindOf: id.optional(),
  /** Terms that are near but not the same: evidence on one does not carry a claim on the other. */
  neighbours: z.array(id).default([]),
  /** Terms that an advertisement may mean by this one. */
  mayMean: z.array(id).default([]),
  /** For a term that only evidence about another field would settle: hair loss, hormones. */
  otherField: z.boolean().default(false),
});

export const vocabularySchema = z.strictObject({
  treatments: z.array(
    termSchema.extend({
      /** A treatment that pages compare with, such as surgery, not one that the pack is about. */
      comparator: z.boolean().default(false),
      /** Where the material comes from, for contradictions on one page. */
      origin: z.enum(['own', 'donor', 'either', 'none']).default('none'),
      /** False for care that no regulator approves for a use, such as an adjustment or a decompression table. */
      regulated: z.boolean().optional(),
    }),
  ),
  conditions: z.array(termSchema),
  outcomes: z.array(
    termSchema.extend({
      kind: z.enum([
        'symptom',
        'function',
        'structure',
        'avoid-procedure',
        'harm',
        'quality-of-life',
        'other',
      ]),
    }),
  ),
  instruments: z
    .array(
      z.strictObject({
        id,
        label: z.string(),
        synonyms: z.array(z.string()).default([]),
        outcome: id,
        min: z.number(),
        max: z.number(),
        /** Whether a fall is an improvement. */
        lowerIsBetter: z.boolean(),
        /** People counted in whole points, so that GRIM applies. */
        integer: z.boolean().default(false),
      }),
    )
    .default([]),
});

export const packInfoSchema = z.strictObject({
  id,
  version: z.string(),
  title: z.string(),
  asOf: isoDate,
  scope: z.string(),
  licence: z.string(),
  /** Treatments without a name on the page are read as this one. */
  defaultTreatment: id.optional(),
  defaultCondition: id.optional(),
  /** One sentence on legal status, which ends every suggested wording; by jurisdiction, `*` for any. */
  statusSentence: z.record(z.string(), z.string()),
});

export const packSchema = z.strictObject({
  info: packInfoSchema,
  vocabulary: vocabularySchema,
  studies: z.array(studySchema),
  syntheses: z.array(synthesisSchema),
  harms: z.array(harmSchema),
  regulation: z.array(regulationSchema),
  products: z.array(productSchema),
});

/** A pack as compiled when the package is built, with the hash of its records. */
export const compiledPackSchema = packSchema.extend({ hash: z.string() });

export type StudyResult = z.output<typeof resultSchema>;
export type Study = z.output<typeof studySchema>;
export type Synthesis = z.output<typeof synthesisSchema>;
export type Harm = z.output<typeof harmSchema>;
export type Regulation = z.output<typeof regulationSchema>;
export type Product = z.output<typeof productSchema>;
export type Vocabulary = z.output<typeof vocabularySchema>;
export type Treatment = Vocabulary['treatments'][number];
export type Condition = Vocabulary['conditions'][number];
export type Outcome = Vocabulary['outcomes'][number];
export type PackInfo = z.output<typeof packInfoSchema>;
export type Pack = z.output<typeof packSchema>;
export type CompiledPack = z.output<typeof compiledPackSchema>;
