import { describe, expect, it } from 'vitest';
import { toTerminal } from '../src/report/terminal.ts';
import { claim, finding, page, sampleReport, spanAt } from './support/sample-report.ts';

const OPTIONS = { colour: false, columns: 100, quiet: false, suppressions: false, verbose: false };

describe('terminal report', () => {
  it('shows the sentence with its cue marked, why, the sum, the evidence and the wording instead', () => {
    const text = toTerminal(sampleReport(), OPTIONS);
    expect(text).toContain('Our injections carry «no serious complications» at all.');
    expect(text).toContain('12:1  error  overstatement/safety-absolute');
    expect(text).toContain('rules out harm: disc infection is on record.');
    expect(text).toContain('(56.5 − 18.3) / 56.5 = 67.6 %; the page says 64 %');
    expect(text).toContain('One of 40 people had a disc infection. [example-2020, table 2]');
    expect(text).toContain('May help some people; serious harms have been reported.');
  });

  it('shows of an endless sentence what stands around the cue', () => {
    const endless = `${'word '.repeat(5_000)}no serious complications ${'word '.repeat(5_000)}`;
    const report = sampleReport([page({ claims: [claim({ text: endless })], findings: [finding({})] })]);
    const text = toTerminal(report, OPTIONS);
    expect(text).toContain('… word word');
    expect(text).toContain('«no serious complications»');
    expect(text.length).toBeLessThan(4_000);
  });

  it('puts findings about the whole page first', () => {
    const text = toTerminal(sampleReport(), OPTIONS);
    expect(text.indexOf('risks-not-told')).toBeLessThan(text.indexOf('safety-absolute'));
  });

  it('never leaves a clean page as a bare absence of findings', () => {
    const clean = page({ findings: [], claims: [], notices: [], suppressions: [] });
    const text = toTerminal(sampleReport([clean]), OPTIONS).replace(/\s+/g, ' ');
    expect(text).toContain('Read 1 page (940 words, 61 sentences): 2 claims, 1 checked against evidence');
    expect(text).toContain('1 not (1 no record in the packs)');
    expect(text).toContain('No conflict found in regenerative-spine 2026.11.0 (80 studies) as of 2026-11-22');
    expect(text).toContain('not legal clearance');
  });

  it('says how many findings were suppressed and what could not be audited', () => {
    const text = toTerminal(
      sampleReport([page()], [{ path: 'gone.md', code: 'not-found', message: 'no such file' }]),
      OPTIONS,
    );
    expect(text).toContain('1 suppression used');
    expect(text).toContain('Not done: 1 page or place could not be audited.');
  });

  it('puts the message first, and one record of evidence unless asked for all', () => {
    const other = { study: 'other-2021', statement: 'None of 9 did.', locator: null, url: null };
    const two = finding({
      evidence: [...finding().evidence, { ...other, result: null, relation: 'context' }],
    });
    const report = sampleReport([page({ findings: [two] })]);
    const text = toTerminal(report, OPTIONS);
    expect(text).toMatch(/safety-absolute\n {4}“no serious complications” rules out harm/);
    expect(text).toContain('(and 1 more: --verbose)');
    expect(text).not.toContain('None of 9 did.');
    expect(toTerminal(report, { ...OPTIONS, verbose: true })).toContain('None of 9 did.');
  });

  it('tells a statement of evidence once a page, and names its source each time', () => {
    const findings = [finding(), finding({ id: 'second', span: spanAt(14, 1, 5) })];
    const text = toTerminal(sampleReport([page({ findings })]), OPTIONS);
    expect(text.match(/One of 40 people had a disc infection/g)).toHaveLength(1);
    expect(text.match(/example-2020, table 2\]/g)).toHaveLength(2);
  });

  it('prints on demand the comment that suppresses a finding', () => {
    const text = toTerminal(sampleReport(), { ...OPTIONS, suppressions: true });
    expect(text).toContain(
      '<!-- claimlint-disable-next-line overstatement/safety-absolute -- your reason -->',
    );
    expect(text).toContain('<!-- claimlint-disable-file missing-caveat/risks-not-told -- your reason -->');
    const mdx = toTerminal(sampleReport([page({ path: 'a.mdx' })]), { ...OPTIONS, suppressions: true });
    expect(mdx).toContain('{/* claimlint-disable-file');
  });

  it('keeps to the width', () => {
    const long = finding({ message: `“${'word '.repeat(80).trim()}” is long.` });
    const text = toTerminal(sampleReport([page({ findings: [long] })]), { ...OPTIONS, columns: 72 });
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(72);
  });

  it('lets no page steer the terminal', () => {
    const hostile = '\u001b]0;owned\u0007\u001b[2J\u202egnp.exe\u009b31m';
    const report = sampleReport(
      [
        page({
          path: `a${hostile}.md`,
          title: hostile,
          notices: [{ code: 'x', message: hostile }],
          claims: [claim({ text: `no serious complications ${hostile}` })],
          findings: [finding({ message: `“${hostile}” is hostile`, suggestion: hostile })],
        }),
      ],
      [{ path: hostile, code: 'x', message: hostile }],
    );
    const text = toTerminal(report, OPTIONS);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
  });

  it('colours only when asked', () => {
    expect(toTerminal(sampleReport(), OPTIONS)).not.toContain('\u001b[');
    expect(toTerminal(sampleReport(), { ...OPTIONS, colour: true })).toContain('\u001b[31merror');
  });
});
