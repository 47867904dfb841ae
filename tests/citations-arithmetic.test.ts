import { describe, expect, it } from 'vitest';
import { grim, recompute } from '../src/citations/arithmetic.ts';
import type { Study, StudyResult, Vocabulary } from '../src/evidence/schema.ts';
import type { Claim, ClaimNumber } from '../src/model.ts';

const position = { offset: 0, line: 1, column: 1 };
const span = { start: position, end: position };

const vocabulary: Vocabulary = {
  treatments: [],
  conditions: [],
  instruments: [],
  outcomes: [
    outcome('pain', ['relief']),
    outcome('function', ['disability']),
    outcome('structure', ['MRI']),
    outcome('avoid-surgery', ['avoided surgery']),
  ],
};

function outcome(id: string, synonyms: string[]): Vocabulary['outcomes'][number] {
  return {
    id,
    label: id,
    synonyms,
    kind: 'symptom',
    neighbours: [],
    mayMean: [],
    otherField: false,
  };
}

function claim(text: string, outcomeId: string | null): Claim {
  return {
    id: 'c',
    text,
    span,
    places: [],
    region: 'body',
    types: ['efficacy'],
    polarity: 'benefit',
    subject: 'bmac',
    condition: 'disc-degeneration',
    outcome: outcomeId,
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
      safety: null,
      comparison: 'none',
      status: [],
    },
    sentence: 0,
  };
}

function number(text: string, value: number, more: Partial<ClaimNumber> = {}): ClaimNumber {
  return { text, value, unit: '%', n: null, of: null, months: null, span, ...more };
}

function result(more: Partial<StudyResult> & { id: string; outcome: string }): StudyResult {
  return { primary: false, statement: more.id, ...more };
}

/** A single-arm series of 30 people; 24 of them stayed to the end and 10 were scanned at one year. */
const series: Study = {
  id: 'series',
  authors: [],
  title: 'A series',
  registrations: [],
  names: [],
  design: 'single-arm',
  controlled: false,
  species: 'human',
  treatments: ['bmac'],
  conditions: ['disc-degeneration'],
  n: 30,
  arms: [],
  followUpMonths: 24,
  results: [
    result({ id: 'pain-3m', outcome: 'pain', months: 3, baseline: 80, value: 32, n: 24 }),
    result({ id: 'pain-24m', outcome: 'pain', months: 24, baseline: 80, value: 24, n: 24 }),
    result({ id: 'function-24m', outcome: 'function', months: 24, baseline: 50, value: 20, n: 30 }),
    result({ id: 'mri-12m', outcome: 'structure', months: 12, responders: { n: 5, of: 10 } }),
    result({ id: 'surgery-24m', outcome: 'avoid-surgery', months: 24, responders: { n: 24, of: 30 } }),
  ],
  conclusion: '',
  direction: 'uncontrolled-improvement',
  integrity: 'ok',
  seen: [],
};

function check(text: string, outcomeId: string | null, cited: ClaimNumber) {
  return recompute(cited, claim(text, outcomeId), series, vocabulary);
}

describe('recompute', () => {
  it('shows that a fall of means mixes everybody at the start with those who stayed', () => {
    expect(check('Pain fell by 70 %.', 'pain', number('70 %', 70, { months: 24 }))).toEqual({
      cited: '70 %',
      recomputed: '70 %',
      sum: '(80 − 24) / 80 = 70 %',
      agrees: 'survivors-only',
      note: 'baseline of 30 people, follow-up of 24',
      changesConclusion: true,
      result: 'pain-24m',
    });
  });

  it('names the other time points of a number that the means do not give', () => {
    const sum = check('Pain fell by 66 %.', 'pain', number('66 %', 66, { months: 24 }));
    expect(sum).toMatchObject({ agrees: 'not-reproduced', recomputed: '70 %', result: 'pain-24m' });
    expect(sum?.note).toContain('60 % at 3 months');
  });

  it('holds a number without a time point against the latest result, not the one nearest to it', () => {
    const sum = check('Pain fell by 60.4 %.', 'pain', number('60.4 %', 60.4));
    expect(sum).toMatchObject({ agrees: 'not-reproduced', recomputed: '70 %' });
    expect(check('Pain fell by 60 %.', 'pain', number('60 %', 60))?.result).toBe('pain-3m');
  });

  it('does not call a fall of function by 55 % reproduced where it fell by 60 %', () => {
    expect(check('Function improved by 55 %.', 'function', number('55 %', 55))).toMatchObject({
      agrees: 'not-reproduced',
      sum: '(50 − 20) / 50 = 60 %',
      changesConclusion: false,
    });
  });

  it.each([
    ['Function improved by more than 55 %.', 55],
    ['Function improved by at least 60 %.', 60],
    ['Function improved by less than 65 %.', 65],
    ['Function improved by about 59 %.', 59],
  ])('takes a bound or an "about" that the record keeps for the record: %s', (text, value) => {
    expect(check(text, 'function', number(`${value} %`, value))?.agrees).toBe('reproduced');
  });

  it('does not, where the record lies on the other side of the bound', () => {
    const sum = check('Function improved by more than 65 %.', 'function', number('65 %', 65));
    expect(sum).toMatchObject({ agrees: 'not-reproduced', recomputed: '60 %' });
  });

  it('says of whom a share is', () => {
    expect(check('50 % improved on MRI.', 'structure', number('50 %', 50, { months: 24 }))).toMatchObject({
      agrees: 'other-denominator',
      sum: '5 / 10 = 50 %',
      note: '5 of all 30 people would be 16.7 %; recorded at 12 months, told of 24',
      changesConclusion: true,
    });
  });

  it('reads each number of a sentence for the outcome beside it', () => {
    const text = 'At 2 years 24 patients (80 %) avoided surgery and had a pain reduction of 70 %.';
    expect(check(text, 'pain', number('80 %', 80, { n: 24, months: 24 }))).toMatchObject({
      agrees: 'reproduced',
      result: 'surgery-24m',
    });
    expect(check(text, 'avoid-surgery', number('70 %', 70, { months: 24 }))?.result).toBe('pain-24m');
  });

  it('tells the largest value from the usual one behind "up to"', () => {
    expect(check('Relief of up to 70 %.', 'pain', number('70 %', 70))?.agrees).toBe('survivors-only');
    const rising: Study = {
      ...series,
      results: [
        result({ id: 'best', outcome: 'pain', months: 3, responders: { n: 27, of: 30 } }),
        result({ id: 'last', outcome: 'pain', months: 24, responders: { n: 12, of: 30 } }),
      ],
    };
    expect(
      recompute(number('90 %', 90), claim('Relief in up to 90 %.', 'pain'), rising, vocabulary),
    ).toMatchObject({ agrees: 'best-value', recomputed: '40 %', changesConclusion: true });
  });

  it('tells a relative difference from the difference in people', () => {
    const controlled: Study = {
      ...series,
      controlled: true,
      n: 200,
      arms: [
        { label: 'treated', n: 100 },
        { label: 'sham', n: 100 },
      ],
      results: [
        result({
          id: 'response',
          outcome: 'pain',
          responders: { n: 6, of: 100 },
          versus: {
            comparator: 'sham',
            direction: 'better',
            significant: true,
            responders: { n: 4, of: 100 },
          },
        }),
      ],
    };
    expect(
      recompute(number('50 %', 50), claim('Relief was 50 % more likely.', 'pain'), controlled, vocabulary),
    ).toMatchObject({
      agrees: 'relative-only',
      sum: '(6 / 100 − 4 / 100) / (4 / 100) = 50 %',
      note: '2.0 points of difference between the groups',
      changesConclusion: true,
    });
  });

  it('finds a percentage that no number of people gives', () => {
    expect(check('35 % of 10 had relief.', 'pain', number('35 %', 35, { of: 10 }))).toMatchObject({
      agrees: 'impossible',
    });
    expect(
      check('9 of 30 (30 %) had relief.', 'pain', number('30 %', 30, { n: 9, of: 30 })),
    ).not.toMatchObject({ agrees: 'impossible' });
  });

  it('compares counts of people and follow-up with the study', () => {
    expect(check('30 patients', null, number('30', 30, { unit: 'people' }))?.agrees).toBe('reproduced');
    expect(check('300 patients', null, number('300', 300, { unit: 'people' }))?.agrees).toBe(
      'not-reproduced',
    );
    expect(check('after 2 years', null, number('2 years', 2, { unit: 'years' }))?.agrees).toBe('reproduced');
    expect(check('after 9 years', null, number('9 years', 9, { unit: 'years' }))).toMatchObject({
      agrees: 'not-reproduced',
      changesConclusion: true,
    });
  });

  it('says nothing where the study records no such outcome', () => {
    expect(
      recompute(
        number('10 %', 10),
        claim('Cost fell by 10 %.', null),
        { ...series, results: [] },
        vocabulary,
      ),
    ).toBeNull();
  });
});

describe('grim', () => {
  it('accepts means of whole numbers and rejects others', () => {
    // 5.19 is among the worked examples of the method: no 28 whole answers have that mean.
    expect(grim(5.19, 28, 2)).toBe(false);
    expect(grim(5.18, 28, 2)).toBe(true);
  });
});
