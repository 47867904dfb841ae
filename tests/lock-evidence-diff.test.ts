import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { changesOf, changeText } from '../src/cli/evidence-changes.ts';
import type { DocumentReport } from '../src/model.ts';
import { auditCli, runCli, testFolder } from './support/cli.ts';
import { examplePack } from './support/example-pack.ts';
import { claim, finding, page } from './support/sample-report.ts';

const PACK = fileURLToPath(new URL('../corpus/packs/regenerative-spine', import.meta.url));
const CLAIM = 'PRP may relieve low back pain in some people, but the studies were small.';
const PAGE = `# Back pain\n\n${CLAIM}\n\nPRP takes away low back pain for good in every patient.\n`;

/** A folder with a page, `same` (a copy of a built-in pack) and `less` (the same with one synthesis and no products). */
function withPacks(): string {
  const folder = testFolder({ 'a.md': PAGE, 'b.md': '# Opening hours\n\nWe open at nine.\n' });
  for (const name of ['same', 'less']) cpSync(PACK, join(folder, name), { recursive: true });
  const syntheses = join(folder, 'less/syntheses');
  const [, ...rest] = readdirSync(syntheses).sort();
  for (const name of rest) rmSync(join(syntheses, name));
  rmSync(join(folder, 'less/products'), { recursive: true });
  return folder;
}

async function diff(cwd: string, ...args: string[]) {
  return runCli(['evidence', 'diff', ...args, '--today', '2026-11-22'], { cwd });
}

async function verdictWith(cwd: string, pack: string): Promise<string | undefined> {
  writeFileSync(
    join(cwd, 'claimlint.config.yml'),
    `packs: [${pack}, ${'regenerative-joints'}]\nfailOn: none\n`,
  );
  const { report } = await auditCli(['a.md'], { cwd });
  rmSync(join(cwd, 'claimlint.config.yml'));
  const claim = report?.documents[0]?.claims.find(({ text }) => text === CLAIM);
  return claim === undefined ? undefined : [claim.verdict, claim.reason].filter(Boolean).join(' ');
}

describe('what differs between two reports', () => {
  const reports = (changes: Partial<DocumentReport>) => [page(), page(changes)] as const;

  it('is a verdict, with the findings that come and go', () => {
    const other = finding({ ruleId: 'overstatement/hype', severity: 'info', message: '“no” is much.' });
    const [first, ...rest] = page().claims;
    const [old, now] = reports({
      claims: [claim({ ...first, verdict: 'supported' }), ...rest],
      findings: [other, ...page().findings.slice(1)],
    });
    const [change, ...more] = changesOf(old, now);
    expect(more).toEqual([]);
    expect(change).toMatchObject({ path: 'content/back-pain.md', line: 12, claim: 'claim-1' });
    expect(change && changeText(change)).toBe(`content/back-pain.md:12:1 overstated → supported
    “Our injections carry no serious complications at all.”
    gone error overstatement/safety-absolute: “no serious complications” rules out harm: disc infection is on record.
    new  info overstatement/hype: “no” is much.
`);
  });

  it('is another severity, a finding about the page, a claim that is there no more; not another message', () => {
    const [onClaim, onPage] = page().findings;
    expect(
      changesOf(...reports({ findings: page().findings.map((one) => ({ ...one, message: 'x' })) })),
    ).toEqual([]);
    const milder = changesOf(
      ...reports({ findings: [finding({ ...onClaim, severity: 'warning' }), finding(onPage)] }),
    );
    expect(milder.map(changeText).join()).toContain('overstated, with other findings');
    const [pageOnly] = changesOf(...reports({ findings: [finding(onClaim)] }));
    expect(pageOnly).toMatchObject({ claim: null, line: 1 });
    expect(pageOnly && changeText(pageOnly)).toContain('the page as a whole');
    const [gone] = changesOf(...reports({ claims: page().claims.slice(0, 1) }));
    expect(gone && changeText(gone)).toContain('not-checkable (no-evidence-record) → no claim');
  });
});

describe('claimlint evidence diff', () => {
  it('passes where nothing changes', async () => {
    const cwd = withPacks();
    const { code, out, err } = await diff(cwd, 'regenerative-spine', './same', 'a.md', 'b.md');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/\n0 of \d+ claims? on 2 pages judged otherwise\n$/);
  });

  it('lists the page, the claim, and both verdicts, either way round', async () => {
    const cwd = withPacks();
    const [old, now] = [await verdictWith(cwd, 'regenerative-spine'), await verdictWith(cwd, './less')];
    expect(old).not.toBe(now);
    const { code, out } = await diff(cwd, 'regenerative-spine', './less', 'a.md', '--json');
    expect(code).toBe(1);
    const result = JSON.parse(out);
    expect(result.old).not.toEqual(result.new);
    const change = result.changes.find(({ text }: { text: string }) => text === CLAIM);
    expect(change).toMatchObject({ path: 'a.md', line: 3, column: 1 });
    expect([change.old.verdict, change.new.verdict]).toEqual(
      [old, now].map((words) => words?.replace(/ (.+)/, ' ($1)')),
    );
    const text = await diff(cwd, 'regenerative-spine', './less', 'a.md');
    expect(text.out).toContain(`a.md:3:1 ${change.old.verdict} → ${change.new.verdict}\n    “${CLAIM}”\n`);
    // The other way round is the same with the sides changed.
    const back = JSON.parse((await diff(cwd, './less', 'regenerative-spine', 'a.md', '--json')).out);
    expect(back.changes.map((one: { old: unknown; new: unknown }) => [one.new, one.old])).toEqual(
      result.changes.map((one: { old: unknown; new: unknown }) => [one.old, one.new]),
    );
  });

  it('takes a lock for the packs that it pins', async () => {
    const cwd = withPacks();
    await runCli(['lock'], { cwd });
    const byLock = await diff(cwd, 'claimlint.lock', './less', 'a.md', '--json');
    const byName = await diff(cwd, 'regenerative-spine', './less', 'a.md', '--json');
    expect(byLock).toEqual(byName);
    expect((await diff(cwd, 'claimlint.lock', 'claimlint.lock', 'a.md')).code).toBe(0);
  });

  it('adds a pack of a field of its own to those of the configuration', async () => {
    const cwd = withPacks();
    for (const [path, text] of Object.entries(examplePack())) {
      const folder = testFolder({ [path]: text });
      cpSync(folder, join(cwd, 'migraine'), { recursive: true });
    }
    const { out } = await diff(cwd, 'regenerative-spine', './migraine', 'b.md', '--json');
    const ids = (packs: { id: string }[]) => packs.map(({ id }) => id);
    const { old, new: now } = JSON.parse(out);
    expect(ids(now)).toEqual([...ids(old), 'migraine']);
  });

  it.each([
    [['./gone', 'regenerative-spine', 'a.md'], 'no pack “./gone”'],
    [['regenerative-spin', './same', 'a.md'], 'did you mean “regenerative-spine”?'],
    [['a.md', './same', 'a.md'], 'a.md is not a lock of packs'],
    [['regenerative-spine', './same', 'gone.md'], 'gone.md: no such file or folder'],
    [['regenerative-spine', './same'], 'missing required argument'],
  ])('says in a line what is wrong with %j', async (args, message) => {
    const { code, err } = await diff(withPacks(), ...args);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  it('says so where a pinned pack is not at hand', async () => {
    const cwd = withPacks();
    const packs = [{ id: 'regenerative-spine', version: '2020.1.0', hash: 'sha256-0123456789abcdef0123' }];
    writeFileSync(join(cwd, 'old.lock'), JSON.stringify({ lockVersion: 1, packs }));
    const { code, err } = await diff(cwd, 'old.lock', './same', 'a.md');
    expect(code).toBe(2);
    expect(err).toBe(
      'claimlint: old.lock pins regenerative-spine 2020.1.0 (sha256-0123456789abcdef), which is not at hand; name its folder instead of the lock\n',
    );
  });
});
