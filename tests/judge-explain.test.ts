import { describe, expect, it } from 'vitest';
import { explainFinding } from '../src/judge/explain.ts';
import { ruleIndex, rulePage } from '../src/judge/rule-page.ts';
import { evidence, study, synthesis } from './support/evidence-records.ts';
import { judged, rule } from './support/judge.ts';

const EFFECT = rule({
  id: 'overstatement/effect',
  check: 'scale',
  scale: 'modality',
  from: 'asserted',
  title: 'Told as a fact',
  sources: ['trial', 'https://example.org/guide'],
});
const BASE = evidence({
  studies: [study({ id: 'trial', treatments: ['cells'], doi: '10.1000/trial' })],
  syntheses: [synthesis({ studies: ['trial'] })],
});

describe('explanations', () => {
  const report = judged({ text: 'Cells relieve disc pain.', claims: { Cells: {} } }, [EFFECT], BASE);
  const finding = report.findings[0];

  it('tell how a sentence was read, which scale fired, on what evidence, and what would pass', () => {
    const lines = explainFinding(finding?.id ?? '', report, [EFFECT])?.join('\n');
    expect(lines).toContain('Sentence: Cells relieve disc pain.');
    expect(lines).toContain('modality: asserts asserted, warranted hedged');
    expect(lines).toContain('No difference from sham in one trial.');
    expect(lines).toContain('It may not help more than a sham treatment.');
    expect(lines).toContain('Why: For a test.');
  });

  it('find a finding by the beginning of its id or fingerprint, and nothing by another', () => {
    expect(explainFinding(finding?.fingerprint.slice(0, 8) ?? '', report, [EFFECT])).not.toBeNull();
    expect(explainFinding('no-such-id', report, [EFFECT])).toBeNull();
  });

  it('give a page on a rule with its sources as addresses, and an index', () => {
    const page = rulePage(EFFECT, BASE);
    expect(page).toContain('# Told as a fact');
    expect(page).toContain('<https://doi.org/10.1000/trial>');
    expect(page).toContain('<https://example.org/guide>');
    expect(page).toContain('claimlint-disable-next-line overstatement/effect');
    expect(ruleIndex([EFFECT])).toContain('[overstatement/effect](overstatement/effect.md)');
  });
});
