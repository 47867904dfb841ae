/**
 * The values that pass between the stages, in the order in which they arise:
 * Source → Document → Sentence → Claim, Caveat, Citation → Finding → DocumentReport → Report.
 *
 * Offsets count UTF-16 units from 0 in the source as read and decoded; ends are exclusive.
 */
import type { Asserted, Modality, Warranted } from './scales.ts';

// ── Source ──────────────────────────────────────────────────────────────────────────────────────

export const FORMATS = ['markdown', 'html', 'text', 'json', 'yaml'] as const;
export type Format = (typeof FORMATS)[number];

/** One page, decoded. Nothing here has been interpreted yet. */
export interface Source {
  /** As given by the caller; the address for a fetched page. */
  readonly path: string;
  readonly format: Format;
  /** The decoded text, without a byte order mark. All offsets point into it. */
  readonly text: string;
  /** SHA-256 of the bytes as read, in hexadecimal. */
  readonly sha256: string;
  /** ISO date on which a page was fetched; null for a file. */
  readonly retrieved: string | null;
}

export interface Position {
  readonly offset: number;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
}

export interface Span {
  readonly start: Position;
  readonly end: Position;
}

// ── Document ────────────────────────────────────────────────────────────────────────────────────

/** Where on a page a text stands. The last three hold no claims of the page. */
export const REGIONS = [
  'title',
  'meta',
  'heading',
  'body',
  'list',
  'table',
  'quotation',
  'testimonial',
  'question',
  'answer',
  'alt',
  'structured-data',
  'front-matter',
  'footer',
  'references',
  'boilerplate',
  'code',
] as const;
export type Region = (typeof REGIONS)[number];

/**
 * From each UTF-16 unit of a decoded text to the source: unit i came from source[starts[i], ends[i]).
 * A character reference maps all its units to its whole extent.
 */
export interface OffsetMap {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** A link inside a block: `start` and `end` are offsets in the block's text. */
export interface Link {
  readonly start: number;
  readonly end: number;
  readonly href: string;
}

/** A superscript, bracketed or glued number that points to a reference, lifted out of the text. */
export interface CitationMark {
  /** Offset in the block's text before which the mark stood. */
  readonly at: number;
  /** As printed: `1`, `[1, 2]`, `^3`. */
  readonly text: string;
  /** Each number or label that it names, as strings. */
  readonly labels: readonly string[];
  readonly span: Span;
}

/** A paragraph, heading, list item, cell, tile or string: the unit inside which sentences live. */
export interface Block {
  readonly index: number;
  readonly region: Region;
  /** Decoded, white space collapsed to single spaces, marks lifted out. */
  readonly text: string;
  readonly map: OffsetMap;
  readonly links: readonly Link[];
  readonly marks: readonly CitationMark[];
  /** 1 to 6 for a heading, else null. */
  readonly level: number | null;
  /** Number of the section, from 0; a heading opens a new one and belongs to it. */
  readonly section: number;
  /** Index of the nearest heading block above, or null. */
  readonly heading: number | null;
  /** Index of the block that introduces this one: a list's lead-in, a cell's header, an answer's question. */
  readonly leadIn: number | null;
}

/** Something that was read in a reduced way, and why. */
export interface Notice {
  readonly code: string;
  readonly message: string;
}

export interface Document {
  readonly source: Source;
  readonly title: string | null;
  /** BCP 47 primary subtag, `en` where the text reads as English, else what the page declares or `und`. */
  readonly language: string;
  /** ISO date found on the page, or null. */
  readonly published: string | null;
  readonly blocks: readonly Block[];
  readonly notices: readonly Notice[];
  /** Suppression comments and front matter entries, in document order. */
  readonly directives: readonly Directive[];
}

/** A request by the page's owner not to report a rule: `claimlint-disable-next-line rule -- reason`. */
export interface Directive {
  /** `configured`: not on the page, but in the configuration that holds for it. */
  readonly kind: 'disable' | 'enable' | 'disable-line' | 'disable-next-line' | 'disable-file' | 'configured';
  /** Rule ids, or families, as written; empty means all. */
  readonly rules: readonly string[];
  readonly reason: string | null;
  readonly owner: string | null;
  /** The last day on which it holds, as written: an ISO date where it is one; or null. */
  readonly expires: string | null;
  readonly span: Span;
}

// ── Sentence ────────────────────────────────────────────────────────────────────────────────────

/** A sentence, list item, heading or cell. `document.blocks[sentence.block]` is its block. */
export interface Sentence {
  readonly index: number;
  readonly block: number;
  /** Trimmed text; `text === block.text.slice(start, end)`. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly span: Span;
  readonly links: readonly Link[];
  readonly marks: readonly CitationMark[];
}

// ── Claims and caveats ──────────────────────────────────────────────────────────────────────────

export const CLAIM_TYPES = [
  'efficacy',
  'regeneration',
  'safety',
  'comparative',
  'durability',
  'mechanism',
  'evidence',
  'regulatory',
] as const;
export type ClaimType = (typeof CLAIM_TYPES)[number];

export const POLARITIES = ['benefit', 'harm', 'neutral'] as const;
export type Polarity = (typeof POLARITIES)[number];
export const ATTRIBUTIONS = ['page', 'named-source', 'unnamed-source', 'person', 'critic'] as const;
export type Attribution = (typeof ATTRIBUTIONS)[number];

/** A number in a claim, with what it is a share of and when it was measured. */
export interface ClaimNumber {
  readonly text: string;
  readonly value: number;
  /** `%`, `points`, `people`, `years`, `months`, `weeks`, `days`, `times`, or empty. */
  readonly unit: string;
  readonly n: number | null;
  readonly of: number | null;
  readonly months: number | null;
  readonly span: Span;
}

/** Words that made the reading: what an editor should look at. */
export interface Cue {
  readonly text: string;
  readonly class: string;
  readonly span: Span;
}

/** A further place of the same sentence on the page. */
export interface Place {
  readonly span: Span;
  readonly region: Region;
}

export interface Claim {
  /** Hash of the normalised text: an edit elsewhere keeps it. */
  readonly id: string;
  readonly text: string;
  readonly span: Span;
  readonly places: readonly Place[];
  readonly region: Region;
  readonly types: readonly ClaimType[];
  readonly polarity: Polarity;
  /** Vocabulary ids; `other` or null where the packs have no term. */
  readonly subject: string;
  readonly condition: string | null;
  readonly outcome: string | null;
  readonly modality: Modality;
  readonly attribution: Attribution;
  readonly numbers: readonly ClaimNumber[];
  readonly cues: readonly Cue[];
  readonly asserts: Asserted;
  /** Index of its sentence. */
  readonly sentence: number;
}

export const CAVEAT_KINDS = [
  'results-vary',
  'evidence-limited',
  'trials-needed',
  'investigational',
  'risks',
  'not-medical-advice',
  'individual-selection',
  'conflict-of-interest',
] as const;
export type CaveatKind = (typeof CAVEAT_KINDS)[number];

export interface Caveat {
  readonly text: string;
  readonly span: Span;
  readonly kind: CaveatKind;
  readonly region: Region;
  readonly sentence: number;
}

// ── Citations ───────────────────────────────────────────────────────────────────────────────────

export const CITATION_KINDS = ['inline', 'reference', 'link', 'identifier', 'mark'] as const;
export type CitationKind = (typeof CITATION_KINDS)[number];
export const CITATION_STATUSES = ['identified', 'mismatch', 'not-found', 'not-checked', 'vague'] as const;
export type CitationStatus = (typeof CITATION_STATUSES)[number];
export const INTEGRITIES = ['ok', 'corrected', 'concern', 'retracted', 'unknown'] as const;
export type Integrity = (typeof INTEGRITIES)[number];
export const CITATION_USES = [
  'reports-it',
  'does-not-report',
  'says-otherwise',
  'numbers-differ',
  'other-population',
  'not-assessed',
] as const;
export type CitationUse = (typeof CITATION_USES)[number];

export interface Identifiers {
  readonly doi?: string;
  readonly pmid?: string;
  readonly pmcid?: string;
  readonly nct?: string;
}

/** A cited field that differs from the record: a slip of one work, or a chimera of two. */
export interface CitationProblem {
  readonly field: 'author' | 'title' | 'journal' | 'year' | 'identifier';
  readonly kind: 'slip' | 'chimera';
  readonly cited: string;
  readonly recorded: string;
}

export interface Citation {
  readonly id: string;
  readonly text: string;
  readonly span: Span;
  readonly kind: CitationKind;
  readonly status: CitationStatus;
  /** The sources that were asked, such as `pack:regenerative-spine`. */
  readonly asked: readonly string[];
  /** Study id, or null. */
  readonly study: string | null;
  readonly identifiers: Identifiers;
  /** The nearest recorded work of a mismatch, as a study id. */
  readonly nearest: string | null;
  readonly problems: readonly CitationProblem[];
  readonly integrity: Integrity;
  readonly use: CitationUse;
  /** Indices of the sentences that lean on it. */
  readonly sentences: readonly number[];
}

// ── Judgement ───────────────────────────────────────────────────────────────────────────────────

export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];
export const FAMILIES = ['overstatement', 'missing-caveat', 'unsupported-citation'] as const;
export type Family = (typeof FAMILIES)[number];
/** Worst first: the order in which verdicts are counted and shown everywhere. */
export const VERDICTS = [
  'contradicted',
  'overstated',
  'unsupported',
  'missing-caveat',
  'supported',
  'not-checkable',
] as const;
export type Verdict = (typeof VERDICTS)[number];
export const NOT_CHECKABLE_REASONS = [
  'no-evidence-record',
  'other-field',
  'too-vague',
  'opinion',
  'own-record',
  'language',
  'offline',
] as const;
export type NotCheckableReason = (typeof NOT_CHECKABLE_REASONS)[number];

/** A recorded result or record, and how it bears on the claim. `statement` is in the pack's words. */
export interface EvidenceItem {
  /** Id of a study, synthesis, harm, product or regulation. */
  readonly study: string;
  /** Id of one of the study's results, or null. */
  readonly result: string | null;
  readonly relation: 'same-direction' | 'opposite' | 'weaker' | 'no-difference' | 'context';
  readonly statement: string;
  readonly locator: string | null;
  readonly url: string | null;
}

export interface Computation {
  readonly cited: string;
  readonly recomputed: string;
  readonly sum: string;
  readonly changesConclusion: boolean;
}

export interface Finding {
  readonly id: string;
  readonly fingerprint: string;
  /** `family/rule`. */
  readonly ruleId: string;
  readonly severity: Severity;
  readonly scope: 'claim' | 'citation' | 'page' | 'site';
  /** Begins with the quoted cue. */
  readonly message: string;
  readonly span: Span;
  /** Ids of claims. */
  readonly claims: readonly string[];
  /** Id of a citation, or null. */
  readonly citation: string | null;
  readonly evidence: readonly EvidenceItem[];
  readonly computation: Computation | null;
  readonly suggestion: string | null;
  readonly help: string;
}

/** A claim with its verdict. */
export interface JudgedClaim extends Omit<Claim, 'sentence'> {
  readonly warranted: Warranted | null;
  readonly verdict: Verdict;
  readonly reason: NotCheckableReason | null;
  readonly evidence: readonly EvidenceItem[];
  readonly citations: readonly string[];
  readonly findings: readonly string[];
}

export interface Suppression {
  readonly ruleId: string;
  readonly path: string;
  readonly reason: string;
  readonly owner: string | null;
  readonly expires: string | null;
  readonly used: boolean;
}

// ── Report ──────────────────────────────────────────────────────────────────────────────────────

export interface Coverage {
  readonly words: number;
  readonly sentences: number;
  readonly claims: number;
  readonly checked: number;
  readonly notChecked: Readonly<Partial<Record<NotCheckableReason, number>>>;
}

export interface DocumentReport {
  readonly path: string;
  readonly format: Format;
  readonly sha256: string;
  readonly retrieved: string | null;
  readonly published: string | null;
  readonly title: string | null;
  readonly language: string;
  readonly jurisdiction: string | null;
  readonly coverage: Coverage;
  readonly notices: readonly Notice[];
  readonly claims: readonly JudgedClaim[];
  readonly citations: readonly Omit<Citation, 'sentences'>[];
  readonly caveats: readonly Omit<Caveat, 'sentence'>[];
  readonly findings: readonly Finding[];
  readonly suppressions: readonly Suppression[];
}

export interface PackSummary {
  readonly id: string;
  readonly version: string;
  readonly asOf: string;
  readonly hash: string;
  readonly studies: number;
}

/** A file or address that could not be audited. */
export interface Failure {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** What a reviewer signed, and whether that still holds. */
export interface SignedClaim {
  readonly claim: string;
  /** The page that it was signed for; null for any. */
  readonly path: string | null;
  readonly reviewer: string;
  readonly date: string;
  readonly expires: string | null;
  readonly decision: 'stands' | 'reword' | 'remove';
  readonly state: 'holds' | 'expired' | 'evidence-changed' | 'claim-changed' | 'decision-open';
  /** One sentence for the person responsible; empty where it holds. */
  readonly message: string;
}

export interface Report {
  readonly schemaVersion: string;
  readonly tool: { readonly name: 'claimlint'; readonly version: string };
  readonly asOf: string;
  readonly evidence: { readonly packs: readonly PackSummary[] };
  readonly documents: readonly Omit<DocumentReport, 'suppressions'>[];
  readonly groups: readonly {
    readonly claim: string;
    readonly text: string;
    readonly places: readonly { readonly path: string; readonly line: number }[];
  }[];
  readonly suppressions: readonly Suppression[];
  /** Present where a substantiation file was checked. */
  readonly signatures?: readonly SignedClaim[];
  readonly summary: {
    readonly documents: number;
    readonly claims: number;
    readonly verdicts: Readonly<Partial<Record<Verdict, number>>>;
    readonly findings: Readonly<Record<Severity, number>>;
  };
  readonly failures: readonly Failure[];
}
