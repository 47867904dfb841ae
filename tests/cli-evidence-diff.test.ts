import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { makeFolder, runCli } from './support/cli.ts';

const PACK = fileURLToPath(new URL('../corpus/packs/regenerative-spine', import.meta.url));
const CLAIM = 'PRP may relieve low back pain in some people, but the studies were small.';
const PAGE = `# Back pain\n\n${CLAIM}\n`;

const folders: { remove(): void }[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) folder.remove();
});

function folderWith(change: (pack: string) => void): string {
  const folder = makeFolder({ 'a.md': PAGE });
  folders.push(folder);
  cpSync(PACK, join(folder.path, 'pack'), { recursive: true });
  change(join(folder.path, 'pack'));
  return folder.path;
}

describe('claimlint evidence diff', () => {
  it('lists nothing for the same pack', async () => {
    const cwd = folderWith(() => undefined);
    const { out, code } = await runCli(['evidence', 'diff', 'a.md', '--with', './pack'], { cwd });
    expect({ out, code }).toEqual({
      out: '0 claims of 1 on 1 page judged otherwise with ./pack.\n',
      code: 0,
    });
  });

  it('lists the verdicts that change where a pack says less', async () => {
    const cwd = folderWith((pack) => {
      const [, ...rest] = readdirSync(join(pack, 'syntheses')).sort();
      for (const name of rest) rmSync(join(pack, 'syntheses', name));
    });
    const { out } = await runCli(['evidence', 'diff', 'a.md', '--with', './pack', '--json'], { cwd });
    const [change] = JSON.parse(out);
    expect(change).toMatchObject({ path: 'a.md', line: 3, text: CLAIM });
    expect(change.before).not.toEqual(change.after);
    const text = await runCli(['evidence', 'diff', 'a.md', '--with', './pack'], { cwd });
    expect(text.out).toContain(' → ');
  });

  it('tells a pack that is not there', async () => {
    const cwd = folderWith(() => undefined);
    const { err, code } = await runCli(['evidence', 'diff', 'a.md', '--with', './gone'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain('no pack');
  });
});
