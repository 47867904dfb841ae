import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { makeFolder } from './support/cli.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const bundle = mkdtempSync(join(tmpdir(), 'claimlint-action-'));
beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'scripts/bundle-action.mjs'), bundle], { stdio: 'pipe' });
});
afterAll(() => rmSync(bundle, { recursive: true, force: true }));

interface Metadata {
  readonly inputs: Record<string, { readonly default: string }>;
  readonly outputs: Record<string, unknown>;
  readonly runs: { readonly main: string };
}

const action: Metadata = parse(readFileSync(join(root, 'action.yml'), 'utf8'));
/** As a runner fills in what a workflow leaves out. */
const DEFAULTS = Object.fromEntries(
  Object.entries(action.inputs).map(([name, input]) => [name, input.default]),
);

const PAGE = '# Back pain\n\nStem cell injections cure back pain and have no side effects.\n';

/** Runs the bundled entry as a runner does: inputs in the environment, files for the summary and the outputs. */
function runStep(
  inputs: Record<string, string>,
  {
    files = { 'page.md': PAGE },
    prepare = () => ({}),
  }: {
    files?: Record<string, string>;
    prepare?: (cwd: string) => { env?: Record<string, string>; cwd?: string };
  } = {},
) {
  const folder = makeFolder({ ...files, '.runner/summary': '', '.runner/output': '' });
  const { env = {}, cwd = folder.path } = prepare(folder.path);
  const runner = (name: string) => join(folder.path, '.runner', name);
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(bundle, 'index.mjs')], {
    cwd,
    encoding: 'utf8',
    env: {
      ...env,
      PATH: process.env.PATH ?? '',
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: folder.path,
      GITHUB_STEP_SUMMARY: runner('summary'),
      GITHUB_OUTPUT: runner('output'),
      ...Object.fromEntries(
        Object.entries({ ...DEFAULTS, ...inputs }).map(([name, value]) => [
          `INPUT_${name.toUpperCase()}`,
          value,
        ]),
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
    expect(Object.keys(step.outputs).sort()).toEqual(Object.keys(action.outputs).sort());
    expect(Number(step.outputs.errors)).toBeGreaterThan(0);
    expect(JSON.parse(step.read('out.sarif')).runs[0].results.length).toBeGreaterThan(0);
    expect(JSON.parse(step.read('out.json')).documents[0].path).toBe('page.md');
    step.remove();
  });

  it('writes SARIF and passes by default', () => {
    const step = runStep({});
    expect(step.status).toBe(0);
    expect(JSON.parse(step.read('claimlint.sarif')).version).toBe('2.1.0');
    expect(action.runs.main).toBe('action/index.mjs');
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

  describe('on a pull request', () => {
    const git = (cwd: string, ...args: string[]) =>
      execFileSync(
        'git',
        ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'protocol.file.allow=always', ...args],
        { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
      ).trim();

    /** A repository whose branch adds one sentence, as a checkout of depth 1 sees it. */
    function pullRequest(folder: string, remote = `file://${folder}/origin`) {
      const origin = join(folder, 'origin');
      mkdirSync(origin);
      const write = (text: string, message: string) => {
        writeFileSync(join(origin, 'page.md'), text);
        git(origin, 'add', '-A');
        git(origin, 'commit', '-q', '-m', message);
      };
      git(origin, 'init', '-q', '-b', 'main');
      write(PAGE, 'one');
      write(`${PAGE}\nHours.\n`, 'two');
      const sha = git(origin, 'rev-parse', 'HEAD');
      git(origin, 'checkout', '-q', '-b', 'pull');
      write(`${PAGE}\nHours.\n\nThey regrow your worn discs for ever.\n`, 'three');
      git(folder, 'clone', '-q', '--depth', '1', '--branch', 'pull', `file://${origin}`, 'checkout');
      git(join(folder, 'checkout'), 'remote', 'set-url', 'origin', remote);
      const event = join(folder, 'event.json');
      writeFileSync(event, JSON.stringify({ pull_request: { base: { sha, ref: 'main' } } }));
      return {
        cwd: join(folder, 'checkout'),
        env: { GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: event },
      };
    }

    it('reports the sentence that it adds, in a shallow checkout', () => {
      const step = runStep({}, { files: {}, prepare: pullRequest });
      expect(step.status).toBe(0);
      const lines = step.stdout.split('\n').filter((line) => line.startsWith('::'));
      expect(lines.length).toBeGreaterThan(0);
      expect(lines.every((line) => line.includes('line=7,'))).toBe(true);
      step.remove();
    });

    it('audits whole pages where told to, or where the history cannot be had', () => {
      const all = runStep({ 'changed-only': 'false' }, { files: {}, prepare: pullRequest });
      expect(all.stdout).toContain('line=3,');
      all.remove();
      const offline = runStep(
        {},
        { files: {}, prepare: (folder) => pullRequest(folder, `file://${folder}/nowhere`) },
      );
      expect(offline.status).toBe(0);
      expect(offline.stdout).toContain('whole pages are audited');
      expect(offline.stdout).toContain('line=3,');
      offline.remove();
    });
  });

  it('tells an input that it does not understand as an annotation', () => {
    const step = runStep({ 'fail-on': 'always' });
    expect(step.status).toBe(2);
    expect(step.stdout).toContain('::error title=claimlint::');
    expect(step.stdout).toContain('error, warning, info, none');
    step.remove();
  });
});
