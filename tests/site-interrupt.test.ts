import { closeSync, existsSync, openSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltCli, buildCli } from './support/built-cli.ts';
import { testFolder } from './support/cli.ts';

const PAGES = 300;
let cli: BuiltCli;
beforeAll(async () => {
  cli = await buildCli();
});
afterAll(() => cli.remove());

function folderOfPages(): string {
  const pages = Array.from({ length: PAGES }, (_, index): [string, string] => [
    `pages/${index}.md`,
    `# Back pain ${index}\n\nStem cell injections relieved back pain in ward ${index}.\n`,
  ]);
  return testFolder(Object.fromEntries(pages));
}

describe('an audit of a folder', () => {
  it('stops at SIGINT with whole outputs, and says how much is left', async () => {
    const cwd = folderOfPages();
    const running = cli.start(
      ['pages', '--format', 'jsonl', '--format', 'json=report.json', '--fail-on', 'none'],
      cwd,
    );
    running.process.stdout?.once('data', () => running.process.kill('SIGINT'));
    const { code, out, err } = await running.ended;
    expect(code).toBe(2);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const left = /^claimlint: \.: interrupted: (\d+) of 300 pages were not audited; [^\n]+\n$/.exec(err)?.[1];
    expect(lines.at(-1)).toMatchObject({ kind: 'summary', summary: { documents: PAGES - Number(left) } });
    expect(lines.length).toBe(PAGES - Number(left) + 1);
    expect(Number(left)).toBeGreaterThan(0);
    expect(readdirSync(cwd).sort()).toEqual(['pages', 'report.json']);
  });

  it.skipIf(!existsSync('/dev/full')).each([['jsonl'], ['json'], ['terminal']])(
    'tells in one line that standard output is on a full disk, as %s',
    async (format) => {
      const full = openSync('/dev/full', 'w');
      const running = cli.start(['pages', '--format', format, '--fail-on', 'none'], folderOfPages(), full);
      const { code, err } = await running.ended;
      closeSync(full);
      expect(code).toBe(2);
      expect(err).toBe(
        'claimlint: cannot write standard output: no space left on the disk; free some and run again\n',
      );
    },
  );
});
