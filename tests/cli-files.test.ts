import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collectInputs } from '../src/cli/files.ts';
import { testFolder } from './support/cli.ts';

function folderOf(...names: string[]): string {
  return testFolder(Object.fromEntries(names.map((name) => [name, 'text'])));
}

async function pathsOf(words: string[], cwd: string, more: object = {}): Promise<string[]> {
  const { inputs } = await collectInputs(words, { cwd, ...more });
  return inputs.map(({ path }) => path);
}

describe('what the words on the command line name', () => {
  it('takes the pages of a folder, sorted, and leaves hidden folders, node_modules and files of tools', async () => {
    const cwd = folderOf(
      'b.md',
      'a/z.html',
      'a/B.MDX',
      'a/logo.png',
      'data/faq.yml',
      'package.json',
      'robots.txt',
      'node_modules/x/readme.md',
      '.github/x.md',
    );
    expect(await pathsOf(['.'], cwd)).toEqual(['a/B.MDX', 'a/z.html', 'b.md', 'data/faq.yml']);
  });

  it('names pages as the folder was named, and each page once', async () => {
    const cwd = folderOf('site/a.md');
    expect(await pathsOf(['site/', 'site/a.md', join(cwd, 'site')], cwd)).toHaveLength(1);
    expect(await pathsOf([join(cwd, 'site')], '/')).toEqual([join(cwd, 'site/a.md')]);
  });

  it('expands globs, without what is ignored', async () => {
    const cwd = folderOf('en/a.md', 'en/deep/b.md', 'de/c.md', 'drafts/d.md', 'node_modules/x/e.md');
    expect(await pathsOf(['{en,drafts}/**/*.md'], cwd)).toEqual(['drafts/d.md', 'en/a.md', 'en/deep/b.md']);
    expect(await pathsOf(['**/*.md'], cwd, { ignore: { base: cwd, patterns: ['drafts/'] } })).toEqual([
      'de/c.md',
      'en/a.md',
      'en/deep/b.md',
    ]);
  });

  it('takes a file whose name looks like a glob by its name', async () => {
    expect(await pathsOf(['[slug].md'], folderOf('[slug].md', 's.md'))).toEqual(['[slug].md']);
  });

  it('reads a file that is named even where it is ignored', async () => {
    const folder = testFolder({ '.gitignore': '*.md\n', 'a.md': 'x', 'b.txt': 'x' });
    expect(await pathsOf(['.'], folder)).toEqual(['b.txt']);
    expect(await pathsOf(['a.md'], folder)).toEqual(['a.md']);
  });

  it('reads an ignored folder that is named: the output of a build', async () => {
    const folder = testFolder({
      '.git/config': '',
      '.gitignore': 'dist/\n',
      'dist/a/b.html': 'x',
      'dist/.gitignore': 'c*',
      'dist/c.html': 'x',
    });
    expect(await pathsOf(['dist'], folder)).toEqual(['dist/a/b.html']);
    expect(await pathsOf(['dist/**/*.html'], folder)).toEqual(['dist/a/b.html']);
    await expect(pathsOf(['*/a/*.html'], folder)).resolves.toEqual([]);
  });

  it('obeys the ignore files as git does: deeper ones win, but nothing returns from an ignored folder', async () => {
    const folder = testFolder({
      '.git/config': '',
      '.gitignore': 'dist/\n*.tmp.md\n/top.md\n',
      'content/.claimlintignore': 'old/**\n!keep.tmp.md\n',
      'content/keep.tmp.md': 'x',
      'content/drop.md': 'x',
      'content/other.tmp.md': 'x',
      'content/top.md': 'x',
      'content/old/a.md': 'x',
      'dist/.gitignore': '!*.md\n',
      'dist/page.md': 'x',
      'top.md': 'x',
    });
    const all = ['content/drop.md', 'content/keep.tmp.md', 'content/top.md'];
    expect(await pathsOf(['.'], folder)).toEqual(all);
    expect(await pathsOf(['**/*.md'], folder)).toEqual(all);
    expect(await pathsOf(['.'], join(folder, 'content'))).toEqual(['drop.md', 'keep.tmp.md', 'top.md']);
    expect(await pathsOf([folder], '/')).toEqual(all.map((name) => join(folder, name)));
  });

  it('does not follow links to folders, which may lead in circles', async () => {
    const cwd = folderOf('a/b.md');
    symlinkSync(cwd, join(cwd, 'a/up'));
    expect(await pathsOf(['.'], cwd)).toEqual(['a/b.md']);
  });

  it('takes addresses and standard input', async () => {
    const { inputs } = await collectInputs(['https://example.org/a', '-'], {
      cwd: '/',
      stdinFilename: 'x.md',
    });
    expect(inputs).toEqual([
      { kind: 'address', path: 'https://example.org/a' },
      { kind: 'stdin', path: 'x.md' },
    ]);
    expect((await collectInputs([], { cwd: '/', stdinFilename: 'x.md' })).inputs).toHaveLength(1);
  });

  it('says of a folder or glob without a page that there is nothing to audit', async () => {
    const cwd = folderOf('empty/logo.png');
    const { failures } = await collectInputs(['empty', '*.md', 'gone.md'], { cwd });
    expect(failures.map(({ path, code }) => [path, code])).toEqual([
      ['*.md', 'nothing-to-audit'],
      ['empty', 'nothing-to-audit'],
      ['gone.md', 'not-found'],
    ]);
  });
});
