/** Pages with hand-made claims and caveats, and rules, for the tests of the judgement. */
import type { Evidence } from '../../src/evidence/index.ts';
import { type Findings, judge } from '../../src/judge/index.ts';
import { type Rule, ruleSchema } from '../../src/judge/rule.ts';
import type {
  Caveat,
  CaveatKind,
  Citation,
  Claim,
  Directive,
  DocumentReport,
  Region,
} from '../../src/model.ts';
import { read } from '../../src/read/index.ts';
import type { Asserted } from '../../src/scales.ts';
import { segment } from '../../src/segment/index.ts';

type ClaimChanges = Partial<Omit<Claim, 'asserts'>> & { readonly asserts?: Partial<Asserted> };

export interface PageParts {
  readonly text: string;
  /** By the text of their sentence, or its beginning. */
  readonly claims?: Readonly<Record<string, ClaimChanges>>;
  readonly caveats?: Readonly<Record<string, CaveatKind>>;
  /** The sentence that leans on it, and what differs from a work that reports the claim. */
  readonly citations?: Readonly<Record<string, Partial<Citation>>>;
  readonly regions?: Readonly<Record<string, Region>>;
  readonly directives?: readonly Directive[];
  readonly language?: string;
  readonly published?: string;
}

/** Reads the text and lays the claims, caveats and citations on its sentences. */
export function page(parts: PageParts): Findings {
  const document = read({
    path: 'page.txt',
    format: 'text',
    text: parts.text,
    sha256: '0',
    retrieved: null,
  });
  const sentences = segment(document);
  const sentenceOf = (beginning: string) => {
    const found = sentences.find(({ text }) => text.startsWith(beginning));
    if (found === undefined) throw new Error(`no sentence begins with ${beginning}`);
    return found;
  };
  const claims = Object.entries(parts.claims ?? {}).map(([beginning, changes]): Claim => {
    const { text, span, index, block } = sentenceOf(beginning);
    const { asserts, ...fields } = changes;
    const modality = fields.modality ?? asserts?.modality ?? 'asserted';
    return {
      id: `claim-${index}`,
      text,
      span,
      places: [],
      region: parts.regions?.[beginning] ?? document.blocks[block]?.region ?? 'body',
      types: ['efficacy'],
      polarity: 'benefit',
      subject: 'cells',
      condition: 'disc-pain',
      outcome: 'pain',
      attribution: 'page',
      numbers: [],
      cues: [],
      sentence: index,
      ...fields,
      modality,
      asserts: {
        relation: 'causes',
        share: null,
        size: null,
        duration: null,
        stage: null,
        safety: null,
        comparison: 'none',
        status: [],
        ...asserts,
        modality,
      },
    };
  });
  const caveats = Object.entries(parts.caveats ?? {}).map(([beginning, kind]): Caveat => {
    const { text, span, index, block } = sentenceOf(beginning);
    const region = parts.regions?.[beginning] ?? document.blocks[block]?.region ?? 'body';
    return { text, span, kind, region, sentence: index };
  });
  const citations = Object.entries(parts.citations ?? {}).map(([beginning, changes]): Citation => {
    const { text, span, index } = sentenceOf(beginning);
    return {
      id: `citation-${index}`,
      text,
      span,
      kind: 'inline',
      status: 'identified',
      asked: [],
      study: null,
      identifiers: {},
      nearest: null,
      problems: [],
      integrity: 'ok',
      use: 'not-assessed',
      sentences: [index],
      ...changes,
    };
  });
  return {
    document: {
      ...document,
      directives: parts.directives ?? [],
      language: parts.language ?? 'en',
      published: parts.published ?? null,
    },
    sentences,
    claims,
    caveats,
    citations,
  };
}

/** A rule with the fields that every rule must have filled in. */
export function rule(fields: Record<string, unknown>): Rule {
  const examples = Array.from({ length: 5 }, () => ({ text: 'An example.' }));
  return ruleSchema.parse({
    severity: 'warning',
    title: 'A rule',
    message: ['“{cue}” is flagged.'],
    why: 'For a test.',
    sources: [],
    examples: { flag: examples, ok: examples },
    ...fields,
  });
}

export function judged(parts: PageParts, rules: readonly Rule[], evidence: Evidence): DocumentReport {
  return judge(page(parts), { evidence, rules, today: '2026-11-22' });
}
