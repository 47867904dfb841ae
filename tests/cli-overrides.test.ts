import { describe, expect, it } from 'vitest';
import { reportSchema } from '../src/report/schema.ts';
import { auditCli, runCli, testFolder } from './support/cli.ts';

const CLAIM = 'Stem cell injections have no side effects.';
const PAGE = `# Back pain\n\n${CLAIM}\n`;
const RULE = 'overstatement/safety-absolute';

function folderWith(files: Record<string, string>): string {
  return testFolder({ 'a.md': PAGE, 'b/c.md': PAGE, ...files });
}

const pagesWith = (ruleId: string, report: Awaited<ReturnType<typeof auditCli>>['report']) =>
  report?.documents
    .filter(({ findings }) => findings.some((finding) => finding.ruleId === ruleId))
    .map(({ path }) => path);

describe('suppressions of the configuration', () => {
  const config = (more = '') =>
    `suppressions:\n  - rules: [${RULE}]\n    files: [b/]\n    reason: reviewed by counsel\n    owner: Kim\n${more}`;

  it('hold for the files that they name, also without inline configuration, and are listed', async () => {
    const cwd = folderWith({ 'claimlint.config.yml': config() });
    for (const args of [['.'], ['.', '--no-inline-config']]) {
      const { report } = await auditCli(args, { cwd });
      expect(pagesWith(RULE, report)).toEqual(['a.md']);
      expect(report?.suppressions).toEqual([
        {
          ruleId: RULE,
          path: 'b/c.md',
          reason: 'reviewed by counsel',
          owner: 'Kim',
          expires: null,
          used: true,
        },
      ]);
    }
  });

  it('end after their day, and then are told', async () => {
    const cwd = folderWith({ 'claimlint.config.yml': config('    expires: 2026-11-21\n') });
    const { report } = await auditCli(['.'], { cwd });
    expect(pagesWith(RULE, report)).toEqual(['a.md', 'b/c.md']);
    expect(report?.documents[1]?.notices.map(({ message }) => message).join()).toContain(
      'expired on 2026-11-21',
    );
    expect(pagesWith(RULE, (await auditCli(['.', '--today', '2026-11-21'], { cwd })).report)).toEqual([
      'a.md',
    ]);
  });

  it('need a reason and a rule that there is', async () => {
    const bare = folderWith({ 'claimlint.config.yml': `suppressions:\n  - rules: [${RULE}]\n` });
    expect((await runCli(['a.md'], { cwd: bare })).err).toContain('suppressions.0.reason');
    const wrong = folderWith({
      'claimlint.config.yml': 'suppressions:\n  - rules: [overstatement/hyp]\n    reason: x\n',
    });
    expect((await runCli(['a.md'], { cwd: wrong })).err).toContain(
      ':2:13 error config: no rule or family “overstatement/hyp”',
    );
  });
});

describe('a substantiation file', () => {
  async function fingerprintOf(id: string): Promise<string> {
    const { out } = await runCli(['evidence', 'show', id]);
    return /fingerprint ([0-9a-f]{16})/.exec(out)?.[1] ?? '';
  }

  const file = (fingerprint: string, claim = CLAIM) => `
claims:
  - claim: ${claim}
    path: a.md
    evidence: [{ record: pettine-2016, fingerprint: '${fingerprint}' }]
    reviewer: Dr Lee
    date: '2026-01-10'
    decision: stands
`;

  async function check(claims: string, ...args: string[]) {
    const cwd = folderWith({ 'claimlint.config.yml': 'substantiation: claims.yml\n', 'claims.yml': claims });
    return auditCli(args.length === 0 ? ['a.md'] : args, { cwd });
  }

  it('is checked on each run, and stands in the report', async () => {
    const { report } = await check(file(await fingerprintOf('pettine-2016')));
    expect(reportSchema.safeParse(report).error).toBeUndefined();
    expect(report?.signatures).toMatchObject([
      { claim: CLAIM, reviewer: 'Dr Lee', state: 'holds', message: '' },
    ]);
  });

  it('tells what has changed since, as weighty as a warning', async () => {
    const evidence = await check(file('0000000000000000'));
    expect(evidence.report?.signatures?.[0]?.state).toBe('evidence-changed');
    const edited = await check(
      file('0', 'Stem cell injections have no serious side effects.'),
      'a.md',
      '--fail-on',
      'warning',
    );
    expect(edited.report?.signatures?.[0]).toMatchObject({ state: 'claim-changed' });
    expect(edited.report?.signatures?.[0]?.message).toContain(CLAIM);
    expect(edited.code).toBe(1);
  });

  it('says nothing of pages that the run did not read', async () => {
    const { report } = await check(file('0'), 'b/c.md');
    expect(report?.signatures).toEqual([]);
  });

  it('is refused with file, line and column where it is wrong', async () => {
    const { err, code } = await check('claims:\n  - claim: x\n    decision: perhaps\n');
    expect(code).toBe(2);
    expect(err).toContain('claims.yml:3:15 error schema: claims.0.decision: “perhaps” is none of');
    expect((await check('claims: [')).err).toContain('claims.yml:1:');
  });
});
