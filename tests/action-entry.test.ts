import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder } from './support/cli.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const bundle = mkdtempSync(join(tmpdir(), 'claimlint-action-'));
beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'scripts/bundle-action.mjs'), bundle], { stdio: 'pipe' });
});
afterAll(() => rmSync(bundle, { recursive: true, force: true }));

const PAGE = '# Back pain\n\nStem cell injections cure back pain and have no side effects.\n';

/** Runs the bundled entry as a runner does: inputs in the environment, files for the summary and the outputs. */
function runStep(inputs: Record<string, string>, files: Record<string, string> = { 'page.md': PAGE }) {
  const folder = makeFolder({ ...files, '.runner/summary': '', '.runner/output': '' });
  const runner = (name: string) => join(folder.path, '.runner', name);
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(bundle, 'index.mjs')], {
    cwd: folder.path,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH ?? '',
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: folder.path,
      GITHUB_STEP_SUMMARY: runner('summary'),
      GITHUB_OUTPUT: runner('output'),
      ...Object.fromEntries(
        Object.entries({ paths: '.', 'fail-on': 'none', jurisdiction: '', reports: '', ...inputs }).map(
          ([name, value]) => [`INPUT_${name.toUpperCase()}`, value],
        ),
      ),
    },
  });
  const read = (file: string) => readFileSync(join(folder.path, file), 'utf8');
  const outputs = Object.fromEntries(
    read('.runner/output')
      .trim()
      .split('\n')
      .map((line) => line.split('=')),
  );
  return { status, stdout, stderr, summary: read('.runner/summary'), outputs, read, remove: folder.remove };
}

describe('the GitHub Action', () => {
  it('annotates the lines, writes the summary, the outputs and the report files, and passes', () => {
    const step = runStep({ reports: 'sarif=out.sarif\njson=out.json' });
    expect(step.stderr).toBe('');
    expect(step.status).toBe(0);
    expect(step.stdout).toMatch(/^::error file=page\.md,line=3,/m);
    expect(step.summary).toContain('| page.md |');
    expect(step.summary).toContain('not legal clearance');
    expect(step.outputs).toMatchObject({ failures: '0', sarif: 'out.sarif' });
    expect(Number(step.outputs.errors)).toBeGreaterThan(0);
    expect(JSON.parse(step.read('out.sarif')).runs[0].results.length).toBeGreaterThan(0);
    expect(JSON.parse(step.read('out.json')).documents[0].path).toBe('page.md');
    step.remove();
  });

  it('fails the step from the severity that is asked for', () => {
    const step = runStep({ 'fail-on': 'error' });
    expect(step.status).toBe(1);
    step.remove();
  });

  it('fails where it could not do its work, and still reports the rest', () => {
    const step = runStep({ paths: 'gone.md\npage.md' });
    expect(step.status).toBe(2);
    expect(step.summary).toContain('### Not audited');
    expect(step.outputs.failures).toBe('1');
    step.remove();
  });

  it('tells an input that it does not understand as an annotation', () => {
    const step = runStep({ 'fail-on': 'always' });
    expect(step.status).toBe(2);
    expect(step.stdout).toContain('::error title=claimlint::');
    expect(step.stdout).toContain('error, warning, info, none');
    step.remove();
  });
});
