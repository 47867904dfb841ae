/** Small made-up records for the tests of the evidence base. */
import { type Evidence, joinPacks } from '../../src/evidence/index.ts';
import {
  type CompiledPack,
  compiledPackSchema,
  type Harm,
  harmSchema,
  type Study,
  type Synthesis,
  studySchema,
  synthesisSchema,
} from '../../src/evidence/schema.ts';

const seen = [{ url: 'https://example.org/record', on: '2026-01-02' }];

/** A single-arm study of concentrate for disc pain with one pain result, unless the fields say otherwise. */
export function study(fields: Record<string, unknown>): Study {
  return studySchema.parse({
    id: 'study',
    authors: ['Example A'],
    year: 2020,
    title: 'An example',
    design: 'single-arm',
    controlled: false,
    treatments: ['concentrate'],
    conditions: ['disc-pain'],
    results: [{ id: 'pain', outcome: 'pain', statement: 'Pain fell.' }],
    conclusion: 'Pain fell.',
    direction: 'uncontrolled-improvement',
    seen,
    ...fields,
  });
}

/** A synthesis on cells for disc pain, unless the fields say otherwise. */
export function synthesis(fields: Record<string, unknown>): Synthesis {
  return synthesisSchema.parse({
    id: 'synthesis',
    treatment: 'cells',
    condition: 'disc-pain',
    outcome: 'pain',
    bestDesign: 'rct',
    direction: 'no-difference',
    studies: ['study'],
    people: 100,
    followUpMonths: 12,
    certainty: 'low',
    downgrades: [],
    statement: 'No difference from sham in one trial.',
    wording: 'It may not help more than a sham treatment.',
    warrants: {
      modality: 'hedged',
      relation: 'associated',
      share: 'some',
      size: 'slight',
      duration: 'months',
      stage: 'human-controlled',
      safety: 'few',
      comparison: 'none',
    },
    needs: ['contrary-evidence'],
    reviewBy: '2027-01-01',
    searched: '2026-01-01',
    ...fields,
  });
}

export function harm(fields: Record<string, unknown>): Harm {
  return harmSchema.parse({
    id: 'harm',
    treatments: ['cells'],
    what: 'An infection of the disc.',
    label: 'disc infection',
    serious: true,
    source: 'Example A, 2020',
    seen,
    ...fields,
  });
}

/** cells > concentrate, cultured (which are neighbours); plasma apart. back-pain > disc-pain, facet-pain; knee apart. */
export function pack(records: Partial<CompiledPack>): CompiledPack {
  const term = (id: string, more: Record<string, unknown> = {}) => ({ id, label: id, ...more });
  return {
    ...compiledPackSchema.parse({
      info: {
        id: 'example',
        version: '1.0.0',
        title: 'Example',
        asOf: '2026-01-02',
        scope: 'Tests',
        licence: 'CC0-1.0',
        defaultCondition: 'disc-pain',
        statusSentence: { '*': 'It is not approved.' },
      },
      vocabulary: {
        treatments: [
          term('biologics', { mayMean: ['cells', 'plasma'] }),
          term('cells', { kindOf: 'biologics', mayMean: ['cultured'] }),
          term('concentrate', { kindOf: 'cells', neighbours: ['cultured'] }),
          term('cultured', { kindOf: 'cells' }),
          term('plasma', { kindOf: 'biologics' }),
        ],
        conditions: [
          term('back-pain'),
          term('disc-pain', { kindOf: 'back-pain' }),
          term('facet-pain', { kindOf: 'back-pain' }),
          term('knee'),
        ],
        outcomes: [
          term('pain', { kind: 'symptom' }),
          term('function', { kind: 'function' }),
          term('structure', { kind: 'structure' }),
          term('avoid-surgery', { kind: 'avoid-procedure' }),
          term('safety', { kind: 'harm' }),
        ],
      },
      studies: [],
      syntheses: [],
      harms: [],
      regulation: [],
      products: [],
      hash: 'sha256-0',
    }),
    ...records,
  };
}

export function evidence(records: Partial<CompiledPack>): Evidence {
  return joinPacks([pack(records)]);
}
