import { describe, expect, it } from 'vitest';
import { checkUse, worstUse } from '../src/citations/use.ts';
import { joinPacks } from '../src/evidence/index.ts';
import { packSchema, type Study, studySchema, vocabularySchema } from '../src/evidence/schema.ts';
import type { Claim } from '../src/model.ts';

const position = { offset: 0, line: 1, column: 1 };
const span = { start: position, end: position };

const vocabulary = vocabularySchema.parse({
  treatments: [
    { id: 'cells', label: 'cells' },
    { id: 'marrow', label: 'marrow concentrate', kindOf: 'cells', neighbours: ['cultured'] },
    { id: 'cultured', label: 'cultured cells', kindOf: 'cells', neighbours: ['marrow'] },
    { id: 'plasma', label: 'plasma' },
  ],
  conditions: [
    { id: 'back', label: 'back pain' },
    { id: 'disc', label: 'disc pain', kindOf: 'back' },
    { id: 'facet', label: 'facet pain', kindOf: 'back' },
    { id: 'knee', label: 'knee pain' },
  ],
  outcomes: [
    { id: 'pain', label: 'pain', kind: 'symptom' },
    { id: 'structure', label: 'disc height', kind: 'structure' },
    { id: 'safety', label: 'harms', kind: 'harm' },
  ],
});
const evidence = joinPacks([
  {
    ...packSchema.parse({
      info: {
        id: 'demo',
        version: '1',
        title: 'Demo',
        asOf: '2026-01-01',
        scope: 'Demo',
        licence: 'CC0-1.0',
        statusSentence: {},
      },
      vocabulary,
      studies: [],
      syntheses: [],
      harms: [],
      regulation: [],
      products: [],
    }),
    hash: 'sha256-0',
  },
]);

function study(fields: Record<string, unknown> = {}): Study {
  return studySchema.parse({
    id: 'series',
    authors: [],
    title: 'A series',
    design: 'single-arm',
    controlled: false,
    treatments: ['marrow'],
    conditions: ['disc'],
    n: 20,
    results: [
      {
        id: 'pain',
        outcome: 'pain',
        months: 12,
        responders: { n: 12, of: 20 },
        statement: 'Pain fell in 12 of 20.',
      },
    ],
    harms: { statement: 'One infection in 20.', serious: 1, of: 20 },
    conclusion: 'Pain fell.',
    direction: 'uncontrolled-improvement',
    seen: [{ url: 'https://example.org/', on: '2026-01-01' }],
    ...fields,
  });
}

function claim(
  fields: Partial<Claim> & { safety?: Claim['asserts']['safety']; comparison?: 'head-to-head' } = {},
): Claim {
  const { safety = null, comparison = 'none', ...rest } = fields;
  return {
    id: 'c',
    text: 'Marrow concentrate relieved disc pain.',
    span,
    places: [],
    region: 'body',
    types: ['efficacy'],
    polarity: 'benefit',
    subject: 'marrow',
    condition: 'disc',
    outcome: 'pain',
    modality: 'asserted',
    attribution: 'named-source',
    numbers: [],
    cues: [],
    asserts: {
      modality: 'asserted',
      relation: 'causes',
      share: null,
      size: null,
      duration: null,
      stage: null,
      safety,
      comparison,
      status: [],
    },
    sentence: 0,
    ...rest,
  };
}

const NULL_TRIAL = study({
  design: 'rct',
  controlled: true,
  direction: 'no-difference',
  results: [
    {
      id: 'pain',
      outcome: 'pain',
      versus: { comparator: 'sham', direction: 'no-difference', significant: false },
      statement: 'No difference.',
    },
  ],
});

describe('checkUse', () => {
  it.each<[string, Partial<Parameters<typeof claim>[0]>, Study, string, string | null]>([
    ['what it reports', {}, study(), 'reports-it', null],
    ['a claim on the wider class of its treatment', { subject: 'cells' }, study(), 'reports-it', null],
    ['a claim on the wider condition', { condition: 'back' }, study(), 'reports-it', null],
    ['a neighbouring treatment', { subject: 'cultured' }, study(), 'does-not-report', 'treatment'],
    ['another treatment', { subject: 'plasma' }, study(), 'does-not-report', 'treatment'],
    ['another condition', { condition: 'knee' }, study(), 'other-population', 'condition'],
    ['a sibling condition', { condition: 'facet' }, study(), 'other-population', 'condition'],
    ['people, by a study of animals', {}, study({ species: 'animal' }), 'other-population', 'species'],
    [
      'animals, by a study of animals',
      { text: 'In sheep, marrow relieved pain.' },
      study({ species: 'animal' }),
      'reports-it',
      null,
    ],
    ['an outcome that it did not measure', { outcome: 'structure' }, study(), 'does-not-report', 'outcome'],
    [
      'no serious harm, where it saw some',
      { types: ['safety'], outcome: 'safety', safety: 'none-serious' },
      study(),
      'says-otherwise',
      'harms',
    ],
    ['a benefit that it did not find', {}, NULL_TRIAL, 'says-otherwise', 'direction'],
    ['its null result', { polarity: 'neutral' }, NULL_TRIAL, 'reports-it', null],
    [
      'a comparison that it did not make',
      { comparison: 'head-to-head' },
      study(),
      'does-not-report',
      'comparison',
    ],
    [
      'a randomised trial, being none',
      { text: 'In a randomised, controlled trial pain fell.' },
      study(),
      'does-not-report',
      'design',
    ],
    [
      'a trial that is still needed',
      { text: 'Pain fell; a randomised trial is needed.' },
      study(),
      'reports-it',
      null,
    ],
    ['a mechanism', { types: ['mechanism'] }, study(), 'not-assessed', null],
    ['a claim on a treatment that nobody defines', { subject: 'other' }, study(), 'reports-it', null],
  ])('of a study cited for %s', (_, fields, cited, use, reason) => {
    expect(checkUse(claim(fields), cited, evidence)).toMatchObject({ use, reason });
  });

  it('gives the sum of a number that differs', () => {
    const text = 'Pain fell in 90 % of patients.';
    const number = { text: '90 %', value: 90, unit: '%', n: null, of: null, months: 12, span };
    expect(checkUse(claim({ text, numbers: [number] }), study(), evidence)).toMatchObject({
      use: 'numbers-differ',
      reason: 'number',
      recomputation: { sum: '12 / 20 = 60 %', changesConclusion: true },
    });
  });
});

describe('worstUse', () => {
  it('is the use that an editor has to see first', () => {
    expect(worstUse(['reports-it', 'does-not-report', 'says-otherwise'])).toBe('says-otherwise');
    expect(worstUse([])).toBe('not-assessed');
  });
});
