import { describe, expect, it } from 'vitest';
import type { Directive } from '../src/model.ts';
import { evidence } from './support/evidence-records.ts';
import { judged, type PageParts, rule } from './support/judge.ts';

const EFFECT = rule({
  id: 'overstatement/effect',
  check: 'scale',
  scale: 'modality',
  from: 'asserted',
  unrecorded: 'hedged',
});
const TEXT = 'Welcome.\n\nCells relieve disc pain.\n\nCells ease stiffness.';

/** A directive that stands on line 1 of the text, in place of its first word. */
function directive(changes: Partial<Directive>): Directive {
  const at = (offset: number) => ({ offset, line: 1, column: offset + 1 });
  return {
    kind: 'disable-file',
    rules: ['overstatement/effect'],
    reason: 'reviewed by Dr Lee',
    owner: null,
    expires: null,
    span: { start: at(0), end: at(8) },
    ...changes,
  };
}

function run(...directives: Directive[]) {
  const parts: PageParts = { text: TEXT, claims: { 'Cells relieve': {}, 'Cells ease': {} }, directives };
  return judged(parts, [EFFECT], evidence({}));
}

const ruleIds = (report: ReturnType<typeof run>) => report.findings.map(({ ruleId }) => ruleId);

describe('suppressions', () => {
  it('takes the findings of a rule out of the page and leaves the verdict', () => {
    const report = run(directive({}));
    expect(report.findings).toEqual([]);
    expect(report.claims.map((claim) => claim.verdict)).toEqual(['overstated', 'overstated']);
    expect(report.claims.flatMap((claim) => claim.findings)).toEqual([]);
    expect(report.suppressions).toEqual([
      {
        ruleId: 'overstatement/effect',
        path: 'page.txt',
        reason: 'reviewed by Dr Lee',
        owner: null,
        expires: null,
        used: true,
      },
    ]);
  });

  it('takes a family by its name, and every rule where none is named', () => {
    expect(run(directive({ rules: ['overstatement'] })).findings).toEqual([]);
    expect(run(directive({ rules: [] })).findings).toEqual([]);
  });

  it('reaches the next line that has text, over an empty one', () => {
    const report = run(directive({ kind: 'disable-next-line' }));
    expect(report.findings.map((finding) => finding.span.start.line)).toEqual([5]);
  });

  it('ends at an enable', () => {
    const from = TEXT.indexOf('Cells ease') - 1;
    const at = (offset: number) => ({ offset, line: 4, column: 1 });
    const enable = directive({ kind: 'enable', span: { start: at(from), end: at(from) } });
    const report = run(directive({ kind: 'disable' }), enable);
    expect(report.findings.map((finding) => finding.span.start.line)).toEqual([5]);
  });

  it('is not obeyed without a reason', () => {
    const report = run(directive({ reason: null }));
    expect(ruleIds(report)).toEqual([EFFECT.id, EFFECT.id, 'suppression/without-reason']);
  });

  it('is not obeyed past its expiry, and is obeyed on the day', () => {
    const late = run(directive({ expires: '2026-11-21' }));
    expect(ruleIds(late)).toEqual([EFFECT.id, EFFECT.id, 'suppression/expired']);
    expect(late.suppressions[0]?.used).toBe(false);
    expect(run(directive({ expires: '2026-11-22' })).findings).toEqual([]);
  });

  it('says that it is unused where nothing answers to it', () => {
    const report = run(directive({ rules: ['overstatement/hype'] }));
    expect(report.suppressions[0]?.used).toBe(false);
    expect(report.findings.at(-1)).toMatchObject({
      ruleId: 'suppression/unused',
      severity: 'info',
      message: '“disable-file overstatement/hype” covers no finding and can be removed.',
    });
    expect(report.findings).toHaveLength(3);
  });

  it('does not go on for ever where its expiry is no date', () => {
    const report = run(directive({ expires: 'next year' }));
    expect(ruleIds(report)).toEqual([EFFECT.id, EFFECT.id, 'suppression/expired']);
    expect(report.suppressions[0]?.expires).toBeNull();
  });
});
