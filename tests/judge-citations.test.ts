import { describe, expect, it } from 'vitest';
import { evidence, study } from './support/evidence-records.ts';
import { judged, type PageParts, rule } from './support/judge.ts';

const NULL_TRIAL = study({
  id: 'null-trial',
  authors: ['Miller B'],
  year: 2023,
  design: 'rct',
  controlled: true,
  treatments: ['cells'],
  n: 60,
  direction: 'no-difference',
  results: [
    {
      id: 'pain-12m',
      outcome: 'pain',
      versus: { comparator: 'sham', direction: 'no-difference', significant: false },
      statement: 'As many responded with sham.',
    },
  ],
});
const SERIES = study({
  id: 'series',
  authors: ['Brown C'],
  year: 2015,
  treatments: ['cells'],
  n: 20,
  results: [
    {
      id: 'pain-24m',
      outcome: 'pain',
      months: 24,
      responders: { n: 12, of: 20 },
      statement: 'Pain fell in 12 of 20 people.',
    },
  ],
});
const BASE = evidence({ studies: [NULL_TRIAL, SERIES] });
const OTHERWISE = rule({
  id: 'unsupported-citation/says-otherwise',
  check: 'citation',
  on: 'claim',
  uses: ['says-otherwise'],
  severity: 'error',
  message: ['“{cue}” leans on {study}, which found otherwise: {recorded}.'],
});
const LIMITS = rule({
  id: 'missing-caveat/study-limits',
  check: 'caveat',
  need: 'study-limits',
  cures: ['evidence-limited'],
  always: true,
  where: { reported: true },
  message: ['“{cue}” is told without its limits: {limits}.'],
});
const RETRACTED = rule({
  id: 'unsupported-citation/retracted',
  check: 'citation',
  on: 'citation',
  integrity: ['retracted'],
  severity: 'error',
  message: ['“{cue}” was retracted.'],
});
const FIGURE = rule({
  id: 'unsupported-citation/figure',
  check: 'citation',
  on: 'claim',
  absent: true,
  where: { numbers: ['%'] },
  message: ['“{cue}” has no source.'],
});

const TEXT = 'Cells relieve disc pain.';
const START = { offset: 0, line: 1, column: 1 };
const EFFECT = [{ text: 'relieve', class: 'reduce', span: { start: START, end: START } }];
const on = (parts: Partial<PageParts>, rules = [OTHERWISE, LIMITS]) =>
  judged({ text: TEXT, claims: { Cells: { cues: EFFECT } }, ...parts }, rules, BASE);

describe('what a cited work carries', () => {
  it('contradicts a claim of benefit that leans on a trial without a difference', () => {
    const report = on({ citations: { Cells: { study: 'null-trial' } } });
    expect(report.findings.map(({ message }) => message)).toEqual([
      '“Cells relieve disc pain” leans on Miller 2023, which found otherwise: as many responded with sham.',
    ]);
    expect(report.claims[0]).toMatchObject({ verdict: 'contradicted', citations: ['citation-0'] });
  });

  it('does not take a sentence that names no effect for a contradiction', () => {
    expect(on({ claims: { Cells: {} }, citations: { Cells: { study: 'null-trial' } } }).findings).toEqual([]);
  });

  it('does not hold a trial without a difference against a hedge', () => {
    const report = on({
      claims: { Cells: { modality: 'hedged', cues: EFFECT } },
      citations: { Cells: { study: 'null-trial' } },
    });
    expect(report.findings).toEqual([]);
  });

  it('asks for the limits of a small series without a control group, and names them', () => {
    const report = on({ citations: { Cells: { study: 'series' } } });
    expect(report.findings[0]?.message).toBe(
      '“Cells relieve disc pain” is told without its limits: Brown 2015 had 20 people and no control group.',
    );
    expect(report.claims[0]?.verdict).toBe('missing-caveat');
  });

  it('is content, and calls the claim supported, where the limits stand in the same paragraph', () => {
    const report = on({
      text: `${TEXT} There was no control group.`,
      citations: { Cells: { study: 'series' } },
      caveats: { There: 'evidence-limited' },
    });
    expect(report.findings).toEqual([]);
    expect(report.claims[0]?.verdict).toBe('supported');
  });

  it('reports a retracted work once, where it is named', () => {
    const report = on({ citations: { Cells: { study: 'series', integrity: 'retracted' } } }, [RETRACTED]);
    expect(report.findings[0]).toMatchObject({
      scope: 'citation',
      severity: 'error',
      citation: 'citation-0',
    });
  });

  it('reports a figure without a source, and not the idiom of a hundred', () => {
    const number = (text: string, value: number) => {
      return { text, value, unit: '%', n: null, of: null, months: null, span: { start: START, end: START } };
    };
    const told = (text: string, value: number) =>
      on({ claims: { Cells: { numbers: [number(text, value)] } } }, [FIGURE]).findings.map((f) => f.message);
    expect(told('85%', 85)).toEqual(['“85%” has no source.']);
    expect(told('100%', 100)).toEqual([]);
  });
});
