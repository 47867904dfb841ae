/**
 * The shape of the JSON report as a zod schema: the source of the published JSON Schema
 * (`claimlint schema`), and what the tests hold real reports against. An audit does not load it.
 */
import { z } from 'zod';
import {
  ATTRIBUTIONS,
  CAVEAT_KINDS,
  CITATION_KINDS,
  CITATION_STATUSES,
  CITATION_USES,
  CLAIM_TYPES,
  type DocumentReport,
  FORMATS,
  INTEGRITIES,
  NOT_CHECKABLE_REASONS,
  POLARITIES,
  REGIONS,
  type Report,
  SEVERITIES,
  VERDICTS,
} from '../model.ts';
import {
  COMPARISON,
  DURATION,
  FIT,
  MODALITY,
  RELATION,
  SAFETY,
  SHARE,
  SIZE,
  STAGE,
  STATUS,
} from '../scales.ts';

const count = z.int().nonnegative();
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const publishedDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);

const position = z
  .strictObject({
    offset: count.meta({ description: 'UTF-16 units from 0 in the page as read' }),
    line: z.int().positive(),
    column: z.int().positive(),
  })
  .meta({ id: 'Position' });
const span = z
  .strictObject({ start: position, end: position })
  .meta({ id: 'Span', description: 'The end is exclusive' });

const region = z.enum(REGIONS).meta({ id: 'Region' });
const severity = z.enum(SEVERITIES).meta({ id: 'Severity' });
const verdict = z.enum(VERDICTS).meta({ id: 'Verdict' });
const reason = z.enum(NOT_CHECKABLE_REASONS).meta({ id: 'NotCheckableReason' });

const evidenceItem = z
  .strictObject({
    study: z.string(),
    result: z.string().nullable(),
    relation: z.enum(['same-direction', 'opposite', 'weaker', 'no-difference', 'context']),
    statement: z.string(),
    locator: z.string().nullable(),
    url: z.string().nullable(),
  })
  .meta({ id: 'EvidenceItem', description: 'A record and how it bears on the claim, in the pack’s words' });

const asserted = z
  .strictObject({
    modality: z.enum(MODALITY),
    relation: z.enum(RELATION),
    share: z.enum(SHARE).nullable(),
    size: z.enum(SIZE).nullable(),
    duration: z.enum(DURATION).nullable(),
    stage: z.enum(STAGE).nullable(),
    safety: z.enum(SAFETY).nullable(),
    comparison: z.enum(COMPARISON),
    status: z.array(z.enum(STATUS)),
  })
  .meta({ id: 'Asserted', description: 'What the sentence asserts; null where it says nothing on a scale' });
const warranted = asserted
  .extend({ stage: z.enum(STAGE), fit: z.enum(FIT), source: z.string() })
  .meta({ id: 'Warranted', description: 'What the evidence carries at most' });

const claimNumber = z.strictObject({
  text: z.string(),
  value: z.number(),
  unit: z.string(),
  n: z.number().nullable(),
  of: z.number().nullable(),
  months: z.number().nullable(),
  span,
});

const claim = z
  .strictObject({
    id: z.string().meta({ description: 'Hash of the normalised text: an edit elsewhere keeps it' }),
    text: z.string(),
    span,
    places: z.array(z.strictObject({ span, region })),
    region,
    types: z.array(z.enum(CLAIM_TYPES)),
    polarity: z.enum(POLARITIES),
    subject: z.string(),
    condition: z.string().nullable(),
    outcome: z.string().nullable(),
    modality: z.enum(MODALITY),
    attribution: z.enum(ATTRIBUTIONS),
    numbers: z.array(claimNumber),
    cues: z.array(z.strictObject({ text: z.string(), class: z.string(), span })),
    asserts: asserted,
    warranted: warranted.nullable(),
    verdict,
    reason: reason.nullable(),
    evidence: z.array(evidenceItem),
    citations: z.array(z.string()),
    findings: z.array(z.string()),
  })
  .meta({ id: 'Claim' });

const citation = z
  .strictObject({
    id: z.string(),
    text: z.string(),
    span,
    kind: z.enum(CITATION_KINDS),
    status: z.enum(CITATION_STATUSES),
    asked: z.array(z.string()),
    study: z.string().nullable(),
    identifiers: z.strictObject({
      doi: z.string().exactOptional(),
      pmid: z.string().exactOptional(),
      pmcid: z.string().exactOptional(),
      nct: z.string().exactOptional(),
    }),
    nearest: z.string().nullable(),
    problems: z.array(
      z.strictObject({
        field: z.enum(['author', 'title', 'journal', 'year', 'identifier']),
        kind: z.enum(['slip', 'chimera']),
        cited: z.string(),
        recorded: z.string(),
      }),
    ),
    integrity: z.enum(INTEGRITIES),
    use: z.enum(CITATION_USES),
  })
  .meta({ id: 'Citation' });

const caveat = z
  .strictObject({
    text: z.string(),
    span,
    kind: z.enum(CAVEAT_KINDS),
    region,
  })
  .meta({ id: 'Caveat' });

const finding = z
  .strictObject({
    id: z.string(),
    fingerprint: z.string().meta({ description: 'Survives moved lines' }),
    ruleId: z.string().regex(/^(overstatement|missing-caveat|unsupported-citation|suppression)\/[a-z0-9-]+$/),
    severity,
    scope: z.enum(['claim', 'citation', 'page', 'site']),
    message: z.string(),
    span,
    claims: z.array(z.string()),
    citation: z.string().nullable(),
    evidence: z.array(evidenceItem),
    computation: z
      .strictObject({
        cited: z.string(),
        recomputed: z.string(),
        sum: z.string(),
        changesConclusion: z.boolean(),
      })
      .nullable(),
    suggestion: z.string().nullable(),
    help: z.string(),
  })
  .meta({ id: 'Finding' });

const document = z
  .strictObject({
    path: z.string(),
    format: z.enum(FORMATS),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    retrieved: isoDate.nullable(),
    published: publishedDate.nullable(),
    title: z.string().nullable(),
    language: z.string(),
    jurisdiction: z.string().nullable(),
    coverage: z.strictObject({
      words: count,
      sentences: count,
      claims: count,
      checked: count,
      notChecked: z.partialRecord(reason, count),
    }),
    notices: z.array(z.strictObject({ code: z.string(), message: z.string() })),
    claims: z.array(claim),
    citations: z.array(citation),
    caveats: z.array(caveat),
    findings: z.array(finding),
  })
  .meta({ id: 'Document' });

const suppression = z.strictObject({
  ruleId: z.string(),
  path: z.string(),
  reason: z.string(),
  owner: z.string().nullable(),
  expires: isoDate.nullable(),
  used: z.boolean(),
});

/** A page with the suppressions that it carries: what a run keeps of it until its report is written. */
export const pageSchema = document.extend({
  suppressions: z.array(suppression),
}) satisfies z.ZodType<DocumentReport>;

export const reportSchema = z
  .strictObject({
    schemaVersion: z.string().regex(/^1\.\d+$/),
    tool: z.strictObject({ name: z.literal('claimlint'), version: z.string() }),
    asOf: isoDate,
    evidence: z.strictObject({
      packs: z.array(
        z.strictObject({
          id: z.string(),
          version: z.string(),
          asOf: isoDate,
          hash: z.string(),
          studies: count,
        }),
      ),
    }),
    documents: z.array(document),
    groups: z.array(
      z.strictObject({
        claim: z.string(),
        text: z.string(),
        places: z.array(z.strictObject({ path: z.string(), line: z.int().positive() })).min(2),
      }),
    ),
    suppressions: z.array(suppression),
    signatures: z
      .array(
        z.strictObject({
          claim: z.string(),
          path: z.string().nullable(),
          reviewer: z.string(),
          date: isoDate,
          expires: isoDate.nullable(),
          decision: z.enum(['stands', 'reword', 'remove']),
          state: z.enum(['holds', 'expired', 'evidence-changed', 'claim-changed', 'decision-open']),
          message: z.string(),
        }),
      )
      .exactOptional()
      .meta({ description: 'Present where a substantiation file was checked' }),
    summary: z.strictObject({
      documents: count,
      claims: count,
      verdicts: z.partialRecord(verdict, count),
      findings: z.strictObject({ error: count, warning: count, info: count }),
    }),
    failures: z.array(z.strictObject({ path: z.string(), code: z.string(), message: z.string() })),
  })
  .meta({
    title: 'claimlint report',
    description: 'What `claimlint audit --format json` prints',
  }) satisfies z.ZodType<Report>;

/** Objects that no later minor version adds a field to. */
const CLOSED: ReadonlySet<unknown> = new Set([asserted, warranted]);

/**
 * The JSON Schema (draft 2020-12) of the report. Unlike the zod schema it lets an object carry more fields,
 * since a later minor version may add some.
 */
export function reportJsonSchema(): object {
  return z.toJSONSchema(reportSchema, {
    override: ({ zodSchema, jsonSchema }) => {
      if (jsonSchema.additionalProperties === false && !CLOSED.has(zodSchema)) {
        delete jsonSchema.additionalProperties;
      }
    },
  });
}
