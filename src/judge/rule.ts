/**
 * A rule as written in rules/<family>/<rule>.yml. It names one typed check (src/judge/checks/) and gives
 * that check its data: which claims it looks at, what it compares, and what it says.
 */
import { z } from 'zod';
import { DESIGNS } from '../evidence/designs.ts';
import {
  ATTRIBUTIONS,
  CAVEAT_KINDS,
  CITATION_KINDS,
  CITATION_STATUSES,
  CITATION_USES,
  CLAIM_TYPES,
  INTEGRITIES,
  POLARITIES,
  SEVERITIES,
} from '../model.ts';
import { COMPARISON, DURATION, MODALITY, SAFETY, SHARE, SIZE, STAGE, STATUS } from '../scales.ts';

const claimType = z.enum(CLAIM_TYPES);
const caveatKind = z.enum(CAVEAT_KINDS);
const need = z.enum(['study-limits', 'risks']);

/** The claims that a rule looks at. Every field that is given must hold. */
const whereSchema = z.strictObject({
  /** The claim has at least one of these types. */
  types: z.array(claimType).optional(),
  /** The claim has none of these types. */
  notTypes: z.array(claimType).optional(),
  polarity: z.array(z.enum(POLARITIES)).optional(),
  modalityFrom: z.enum(MODALITY).optional(),
  modalityTo: z.enum(MODALITY).optional(),
  comparisonFrom: z.enum(COMPARISON).optional(),
  safetyFrom: z.enum(SAFETY).optional(),
  attribution: z.array(z.enum(ATTRIBUTIONS)).optional(),
  /** Where on the page the claim does not stand. */
  notRegions: z.array(z.string()).optional(),
  /** Classes of cue, at least one of which the claim carries. */
  cues: z.array(z.string()).optional(),
  /** Classes of cue, none of which the claim carries. */
  notCues: z.array(z.string()).optional(),
  /** Whether the claim leans on a work that was identified. */
  leansOnStudy: z.boolean().optional(),
  /** False to leave out a claim with a source that a reader could look up, on record or not. */
  cited: z.literal(false).optional(),
  /** True to look only at what the packs know nothing of: another field, or a treatment that they do not name. */
  offRecord: z.literal(true).optional(),
  /** Whether a recorded work that the claim leans on reports what it says. */
  reported: z.boolean().optional(),
  /** Units of a number, one of which the claim gives; "100 %" is a figure of speech. */
  numbers: z.array(z.string()).optional(),
  /** Phrases, one of which stands in the claim. */
  phrases: z.array(z.string()).optional(),
  /** Phrases, none of which stands in the claim. */
  notPhrases: z.array(z.string()).optional(),
  /** Whether it tells what happened to patients: a share of them, or numbers. */
  tellsResult: z.boolean().optional(),
  /** False to leave out what an unnamed source is said to have found: the source is the trouble there. */
  reportsStudy: z.literal(false).optional(),
  /** True to leave out a claim whose sentence tells how thin the evidence is, or its paragraph a result without a difference. */
  unlimited: z.literal(true).optional(),
  /** True to leave out what is said of animals or the laboratory. */
  onPeople: z.literal(true).optional(),
});

const exampleSchema = z.strictObject({
  /** A page in Markdown; a single sentence is one. */
  text: z.string(),
  /** A known miss: it is counted, and does not fail the tests. */
  todo: z.boolean().default(false),
  /** Left out of the tests: it needs sources that only a run with --online asks. */
  needs: z.literal('online').optional(),
});

const common = {
  /** `family/rule`, as the file is named. */
  id: z.string().regex(/^(overstatement|missing-caveat|unsupported-citation)\/[a-z-]+$/),
  severity: z.enum(SEVERITIES),
  title: z.string(),
  /** Of several findings of one family and severity on a claim, the one of the highest rank is reported. */
  rank: z.number().int().default(0),
  where: whereSchema.default({}),
  /**
   * What the evidence is asked about, where it is not the claim's own outcome: an outcome or a kind of outcome, or
   * `effect` for what a claim of several types says beside structure and harm.
   */
  about: z.enum(['structure', 'duration', 'avoid-procedure', 'effect']).optional(),
  /** Classes of cue whose words the message quotes, in order of preference. */
  quote: z.array(z.string()).default([]),
  /**
   * Templates, best first; the first whose {placeholders} are all known is used. Begins with “{cue}”, of a
   * page with “This page”, and is one plain sentence.
   */
  message: z.array(z.string()).min(1),
  /** Templates as for the message; without them the wording of the synthesis is used. */
  suggestion: z.array(z.string()).optional(),
  why: z.string(),
  /** Ids of records in a pack, or addresses. */
  sources: z.array(z.string()),
  examples: z.strictObject({
    flag: z.array(exampleSchema).min(5),
    ok: z.array(exampleSchema).min(5),
  }),
};

/** What a claim asserts stands above what the evidence warrants, on one scale. */
const scaleCheck = <T extends string, L extends string>(scale: T, levels: readonly [L, ...L[]]) =>
  z.strictObject({
    ...common,
    check: z.literal('scale'),
    scale: z.literal(scale),
    /** Assertions below this level are let stand. */
    from: z.enum(levels).optional(),
    /** The most that is warranted where the packs cover the treatment and hold no record on the question. */
    unrecorded: z.enum(levels).optional(),
    /** The most that is warranted whatever is on record. */
    atMost: z.enum(levels).optional(),
    /** Severity where a controlled trial on the very question found no difference. */
    against: z.enum(SEVERITIES).optional(),
    /** Phrases that take a cue for something narrower than the rule is about: no rejection is not no harm. */
    narrow: z.array(z.string()).optional(),
    /** What a claim that says nothing on this scale is read as. */
    unsaid: z.enum(levels).optional(),
    /** The rule speaks only where the best study on record is of one of these designs. */
    designs: z.array(z.enum(DESIGNS)).optional(),
  });

export const ruleSchema = z.union([
  scaleCheck('modality', MODALITY),
  scaleCheck('share', SHARE),
  scaleCheck('size', SIZE),
  scaleCheck('duration', DURATION),
  scaleCheck('stage', STAGE),
  scaleCheck('safety', SAFETY),
  scaleCheck('comparison', COMPARISON),
  /** Words of a class stand in a claim. */
  z.strictObject({
    ...common,
    check: z.literal('cue'),
    /** In the notation of the lexicon (src/claims/scan.ts). */
    phrases: z.array(z.string()).default([]),
    /** Longer phrases that take the meaning of a shorter one back. */
    unless: z.array(z.string()).default([]),
    /** For a page that contradicts itself: phrases that stand elsewhere on it, and some that do not. */
    elsewhere: z
      .strictObject({ phrases: z.array(z.string()).min(1), unless: z.array(z.string()).default([]) })
      .optional(),
  }),
  /** A limit that the claim needs is not told near it. */
  z.strictObject({
    ...common,
    check: z.literal('caveat'),
    need,
    /** Kinds of caveat that meet the need. */
    cures: z.array(caveatKind).min(1),
    /** Words, one of which the caveat must hold: a risk that is not named is not told. */
    naming: z.array(z.string()).optional(),
    /** How far away a caveat may stand. */
    reach: z.enum(['paragraph', 'near', 'page']).default('near'),
    /** Whether to ask for it where the synthesis does not. */
    always: z.boolean().default(false),
  }),
  /** The work that a claim leans on says otherwise, or its numbers differ. */
  z.strictObject({
    ...common,
    check: z.literal('number'),
    /** A number that differs, or one that holds only for part of the patients. */
    kind: z.enum(['differs', 'part-of-patients']),
  }),
  z.strictObject({
    ...common,
    check: z.literal('citation'),
    statuses: z.array(z.enum(CITATION_STATUSES)).optional(),
    integrity: z.array(z.enum(INTEGRITIES)).optional(),
    uses: z.array(z.enum(CITATION_USES)).optional(),
    kinds: z.array(z.enum(CITATION_KINDS)).optional(),
    /** True to ask for a citation that is missing: the rule fires where no other than a vague one is leaned on. */
    absent: z.literal(true).optional(),
    /** `claim`: raised on each claim that leans on it; `citation`: once, where the work is named. */
    on: z.enum(['claim', 'citation']),
  }),
  /** A status is claimed that no product on record has. */
  z.strictObject({
    ...common,
    check: z.literal('status'),
    /** The statuses that the rule is about. */
    claimed: z.array(z.enum(STATUS)).min(1),
  }),
  /** A test of the page as a whole. */
  z.strictObject({
    ...common,
    check: z.literal('page'),
    test: z.enum(['risks', 'investigational', 'contrary-evidence', 'outdated']),
  }),
]);

export type Rule = z.output<typeof ruleSchema>;
export type RuleOf<K extends Rule['check']> = Extract<Rule, { check: K }>;
export type Where = z.output<typeof whereSchema>;
