import { describe, expect, it } from 'vitest';
import { auditCli, runCli, testFolder } from './support/cli.ts';

const PAGE = '# Back pain\n\nStem cell injections have no side effects.\n';

describe('claimlint explain', () => {
  it('prints the page on a rule, by its id or its short name', async () => {
    const { out, code } = await runCli(['explain', 'overstatement/safety-absolute']);
    expect(code).toBe(0);
    expect(out).toMatch(/^# /);
    expect(out).toContain('claimlint-disable-next-line overstatement/safety-absolute');
    expect((await runCli(['explain', 'safety-absolute'])).out).toBe(out);
  });

  it('lists the rules of a family', async () => {
    const { out } = await runCli(['explain', 'missing-caveat']);
    expect(out).toContain('missing-caveat/risks-not-told  ');
    expect(out).not.toContain('overstatement/');
  });

  it('explains a finding on a page, by its id or by its rule', async () => {
    const cwd = testFolder({ 'a.md': PAGE });
    const { report } = await auditCli(['a.md'], { cwd });
    const finding = report?.documents[0]?.findings.find(({ scope }) => scope === 'claim');
    const { out, code } = await runCli(['explain', finding?.id.slice(0, 8) ?? '', 'a.md'], { cwd });
    expect(code).toBe(0);
    expect(out).toContain('Sentence: Stem cell injections have no side effects.');
    expect(out).toContain(`${finding?.ruleId} (`);
    expect((await runCli(['explain', finding?.ruleId ?? '', 'a.md'], { cwd })).out).toContain(out);
  });

  it('tells a name that it does not know, with the nearest', async () => {
    const rule = await runCli(['explain', 'overstatement/safety-absolut']);
    expect(rule).toMatchObject({ code: 2, out: '' });
    expect(rule.err).toContain('did you mean “overstatement/safety-absolute”?');
    const cwd = testFolder({ 'a.md': PAGE });
    expect((await runCli(['explain', 'zzz', 'a.md'], { cwd })).err).toContain('no finding “zzz” there');
    expect((await runCli(['explain', 'zzz', 'gone.md'], { cwd })).code).toBe(2);
  });
});

describe('claimlint claims', () => {
  it('prints what was found and how it was read', async () => {
    const cwd = testFolder({ 'a.md': PAGE });
    const { out, code } = await runCli(['claims', 'a.md'], { cwd });
    expect(code).toBe(0);
    expect(out).toMatch(/^a\.md\n3:1 +safety/);
    expect(out).toContain('no side effects');
    expect((await runCli(['claims', 'a.md', '--explain'], { cwd })).out.length).toBeGreaterThan(out.length);
  });

  it('goes on past a page that cannot be read', async () => {
    const cwd = testFolder({ 'a.md': PAGE });
    const { out, err, code } = await runCli(['claims', 'gone.md', 'a.md'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain('gone.md: no such file');
    expect(out).toContain('a.md\n');
  });
});
