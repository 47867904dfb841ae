import { describe, expect, it } from 'vitest';
import { evidence, harm, study, synthesis } from './support/evidence-records.ts';
import { judged, rule } from './support/judge.ts';

const EFFECT = rule({
  id: 'overstatement/effect',
  check: 'scale',
  scale: 'modality',
  from: 'asserted',
  unrecorded: 'hedged',
  where: { types: ['efficacy'], polarity: ['benefit'] },
  message: ['“{cue}” goes beyond: {statement}.', '“{cue}” goes beyond, and nothing is on record.'],
});
const HARMLESS = rule({
  id: 'overstatement/harmless',
  check: 'scale',
  scale: 'safety',
  from: 'none-serious',
  unrecorded: 'few',
  atMost: 'few',
  severity: 'error',
  where: { types: ['safety'] },
  message: ['“{cue}” rules out harm: {harms}.', '“{cue}” rules out harm.'],
});
const SHAM = study({
  id: 'sham-trial',
  authors: ['Miller B'],
  year: 2023,
  design: 'rct',
  controlled: true,
  treatments: ['cells'],
  direction: 'no-difference',
  results: [
    {
      id: 'pain-12m',
      outcome: 'pain',
      months: 12,
      versus: { comparator: 'sham', direction: 'no-difference', significant: false },
      primary: true,
      statement: 'Of 60 people, as many responded with sham.',
      locator: 'abstract',
    },
  ],
});
const BASE = evidence({
  studies: [SHAM],
  syntheses: [synthesis({ studies: ['sham-trial'] })],
  harms: [harm({})],
});
const TEXT = 'Cells relieve disc pain. The clinic is in town.';

describe('asserted against warranted', () => {
  it('raises an overstatement with the telling result where the claim asserts more than the synthesis warrants', () => {
    const report = judged({ text: TEXT, claims: { Cells: {} } }, [EFFECT], BASE);
    const [finding] = report.findings;
    expect(finding?.message).toBe(
      '“Cells relieve disc pain” goes beyond: of 60 people, as many responded with sham (Miller 2023).',
    );
    expect(finding?.evidence[0]).toMatchObject({
      study: 'sham-trial',
      result: 'pain-12m',
      relation: 'no-difference',
    });
    expect(report.claims[0]?.verdict).toBe('overstated');
  });

  it('leaves a claim alone that asserts no more than the synthesis warrants, and calls it supported', () => {
    const report = judged({ text: TEXT, claims: { Cells: { modality: 'hedged' } } }, [EFFECT], BASE);
    expect(report.findings).toEqual([]);
    expect(report.claims[0]).toMatchObject({ verdict: 'supported', reason: null });
  });

  it('falls back to what the rule allows where the packs cover the treatment and hold no record', () => {
    const report = judged({ text: TEXT, claims: { Cells: {} } }, [EFFECT], evidence({}));
    expect(report.findings[0]?.message).toContain('nothing is on record');
  });

  it('says nothing of a treatment that no pack knows, and says why', () => {
    const report = judged({ text: TEXT, claims: { Cells: { subject: 'other' } } }, [EFFECT], evidence({}));
    expect(report.findings).toEqual([]);
    expect(report.claims[0]).toMatchObject({ verdict: 'not-checkable', reason: 'other-field' });
  });

  it('names recorded harms where harm is ruled out, whatever a synthesis says', () => {
    const claims = { Cells: { types: ['safety' as const], asserts: { safety: 'none' as const } } };
    const report = judged({ text: TEXT, claims }, [HARMLESS], BASE);
    expect(report.findings[0]?.message).toContain('disc infection');
    expect(report.findings[0]).toMatchObject({ severity: 'error' });
    expect(report.findings[0]?.evidence[0]).toMatchObject({ study: 'harm', relation: 'opposite' });
  });

  it('lets a claim of few harms stand', () => {
    const claims = { Cells: { types: ['safety' as const], asserts: { safety: 'few' as const } } };
    expect(judged({ text: TEXT, claims }, [HARMLESS], BASE).findings).toEqual([]);
  });
});

describe('findings of a claim', () => {
  it('keeps the worst finding of a family, by severity and then by rank', () => {
    const higher = rule({ ...EFFECT, id: 'overstatement/higher', rank: 5 });
    const graver = rule({ ...EFFECT, id: 'overstatement/graver', severity: 'error' });
    const claims = { Cells: {} };
    expect(judged({ text: TEXT, claims }, [EFFECT, higher], BASE).findings.map((f) => f.ruleId)).toEqual([
      'overstatement/higher',
    ]);
    expect(judged({ text: TEXT, claims }, [higher, graver], BASE).findings.map((f) => f.ruleId)).toEqual([
      'overstatement/graver',
    ]);
  });

  it('keeps the fingerprint of a finding when lines above it move', () => {
    const before = judged({ text: TEXT, claims: { Cells: {} } }, [EFFECT], BASE).findings[0];
    const moved = judged({ text: `Welcome.\n\n${TEXT}`, claims: { Cells: {} } }, [EFFECT], BASE).findings[0];
    expect(moved?.span.start.line).not.toBe(before?.span.start.line);
    expect(moved?.fingerprint).toBe(before?.fingerprint);
    expect(moved?.id).toBe(before?.id);
  });

  it('judges nothing on a page that is not English, and says so', () => {
    const report = judged({ text: TEXT, claims: { Cells: {} }, language: 'de' }, [EFFECT], BASE);
    expect(report.findings).toEqual([]);
    expect(report.claims[0]).toMatchObject({ verdict: 'not-checkable', reason: 'language' });
    expect(report.coverage).toMatchObject({ claims: 1, checked: 0, notChecked: { language: 1 } });
  });

  it('ends a suggested wording with the status of the treatment', () => {
    const report = judged({ text: TEXT, claims: { Cells: {} } }, [EFFECT], BASE);
    expect(report.findings[0]?.suggestion).toBe(
      'It may not help more than a sham treatment. Cells is not approved.',
    );
  });
});
