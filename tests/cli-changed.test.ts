import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePatch } from '../src/cli/changed.ts';
import { auditCli, runCli, testFolder } from './support/cli.ts';

const CLAIM = 'Stem cell injections have no side effects.';
const OTHER = 'Stem cell injections regrow worn discs for ever.';
const page = (...paragraphs: string[]) => `${['# Back pain', ...paragraphs].join('\n\n')}\n`;

function git(cwd: string, ...args: string[]): void {
  const settings = ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...settings, ...args], { cwd, stdio: 'pipe' });
}

/** A repository with one commit on `main` and a branch `work` checked out. */
function repository(files: Record<string, string>): string {
  const folder = testFolder(files);
  git(folder, 'init', '-q', '-b', 'main');
  commit(folder);
  git(folder, 'checkout', '-q', '-b', 'work');
  return folder;
}

function commit(cwd: string): void {
  git(cwd, 'add', '-A');
  git(cwd, 'commit', '-q', '-m', 'change');
}

async function changed(cwd: string, ...args: string[]) {
  const { report, code, err } = await auditCli(['.', '--changed-since', 'main', ...args], { cwd });
  const found = report?.documents.map(({ path, findings, claims }) => ({
    path,
    texts: claims.filter((claim) => claim.findings.length > 0).map(({ text }) => text),
    scopes: findings.map(({ scope }) => scope),
    claims: claims.length,
  }));
  return { found, report, code, err };
}

describe('--changed-since', () => {
  it('reports what stands on changed lines, of changed pages, and still counts all claims', async () => {
    const cwd = repository({ 'a.md': page(CLAIM), 'b.md': page(CLAIM) });
    writeFileSync(join(cwd, 'a.md'), page(CLAIM, OTHER));
    const { found, report } = await changed(cwd);
    expect(found).toMatchObject([{ path: 'a.md', texts: [OTHER], claims: 2 }]);
    expect(report?.documents[0]?.notices.at(-1)?.message).toContain(
      'on lines that did not change since main',
    );
  });

  it('counts no line between two changes as changed, however git is set up to print them', async () => {
    const cwd = repository({ 'a.md': `One.\n\n${CLAIM}\n\nTwo.\n` });
    git(cwd, 'config', 'diff.interHunkContext', '50');
    writeFileSync(join(cwd, 'a.md'), `First.\n\n${CLAIM}\n\nSecond.\n`);
    expect((await changed(cwd)).found).toMatchObject([{ path: 'a.md', texts: [] }]);
  });

  it('measures against the merge base, not the tip', async () => {
    const cwd = repository({ 'a.md': page('Hours.'), 'b.md': page('Hours.') });
    writeFileSync(join(cwd, 'a.md'), page(CLAIM));
    commit(cwd);
    git(cwd, 'checkout', '-q', 'main');
    writeFileSync(join(cwd, 'b.md'), page(OTHER));
    commit(cwd);
    git(cwd, 'checkout', '-q', 'work');
    expect((await changed(cwd)).found?.map(({ path }) => path)).toEqual(['a.md']);
  });

  it('reports a new page as a whole, also one that git does not track yet', async () => {
    const cwd = repository({ 'a.md': page('Hours.') });
    writeFileSync(join(cwd, 'new page.md'), page(CLAIM));
    const { found } = await changed(cwd);
    expect(found).toMatchObject([{ path: 'new page.md', texts: [CLAIM] }]);
    expect(found?.[0]?.scopes).toContain('page');
  });

  it('follows a page that was renamed, and passes over one that was deleted', async () => {
    const cwd = repository({
      'old.md': page(CLAIM, 'Our opening hours are from nine to five, and we are closed on Sundays.'),
      'gone.md': page(CLAIM),
    });
    mkdirSync(join(cwd, 'ä b'));
    renameSync(join(cwd, 'old.md'), join(cwd, 'ä b/"new".md'));
    rmSync(join(cwd, 'gone.md'));
    git(cwd, 'add', '-A');
    expect((await changed(cwd)).found).toMatchObject([{ path: 'ä b/"new".md', texts: [], scopes: [] }]);
    writeFileSync(
      join(cwd, 'ä b/"new".md'),
      page(CLAIM, 'Our opening hours are from nine to five, and we are closed on Sundays.', OTHER),
    );
    expect((await changed(cwd)).found).toMatchObject([{ texts: [OTHER] }]);
  });

  it('reports what a deleted caveat leaves bare, on a line that nobody touched', async () => {
    const hedged = 'PRP may relieve back pain for some people.';
    const caveat = 'The evidence is limited: small studies without a control group. Risks include infection.';
    const cwd = repository({ 'a.md': page(hedged, caveat) });
    writeFileSync(join(cwd, 'a.md'), page(hedged));
    const { report } = await changed(cwd);
    expect(report?.documents[0]?.findings.length).toBeGreaterThan(0);
  });

  it('passes where no page changed, and says so', async () => {
    const cwd = repository({ 'a.md': page(CLAIM) });
    const { found, code } = await changed(cwd);
    expect(found).toEqual([]);
    expect(code).toBe(0);
    expect((await runCli(['.', '--changed-since', 'main'], { cwd })).out).toContain('No page was read');
  });

  it('tells a commit that git does not know, a folder without git, and a shallow clone', async () => {
    const cwd = repository({ 'a.md': page(CLAIM) });
    const unknown = await runCli(['.', '--changed-since', 'nope'], { cwd });
    expect(unknown).toMatchObject({ code: 2, out: '' });
    expect(unknown.err).toBe(
      'claimlint: --changed-since nope: git knows no such commit; check the name, or fetch it (git fetch origin nope)\n',
    );
    const plain = testFolder({ 'a.md': page(CLAIM) });
    expect((await runCli(['.', '--changed-since', 'main'], { cwd: plain })).err).toContain('git failed');

    writeFileSync(join(cwd, 'a.md'), page(CLAIM, OTHER));
    commit(cwd);
    git(cwd, 'checkout', '-q', 'main');
    writeFileSync(join(cwd, 'c.md'), page('Hours.'));
    commit(cwd);
    const clone = testFolder({});
    git(clone, 'clone', '-q', '--depth', '1', '--no-single-branch', `file://${cwd}`, 'c');
    const inClone = join(clone, 'c');
    git(inClone, 'checkout', '-q', 'work');
    const shallow = await runCli(['.', '--changed-since', 'origin/main'], { cwd: inClone });
    expect(shallow.code).toBe(2);
    expect(shallow.err).toContain('too shallow');
  });
});

it('reads the paths of a patch as git quotes them', () => {
  const patch = [
    'diff --git "a/t\\tab.md" "b/t\\tab.md"',
    '--- "a/t\\tab.md"',
    '+++ "b/t\\tab.md"',
    '@@ -1 +1,2 @@',
    '+x',
    '+++ b/not-a-header.md',
    'diff --git a/s p.md b/s p.md',
    '--- a/s p.md\t',
    '+++ b/s p.md\t',
    '@@ -4,2 +3,0 @@',
  ].join('\n');
  const files = parsePatch(patch);
  expect([...files.keys()]).toEqual(['t\tab.md', 's p.md']);
  expect(files.get('t\tab.md')?.lines).toEqual([{ from: 1, to: 2 }]);
});
