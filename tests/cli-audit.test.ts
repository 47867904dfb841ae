import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { reportJsonSchema, reportSchema } from '../src/report/schema.ts';
import { VERSION } from '../src/version.ts';
import { auditCli, runCli, testFolder } from './support/cli.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const PAGE = '# Back pain\n\nStem cell injections cure back pain and have no side effects.\n';
const QUIET_PAGE = '# Opening hours\n\nWe open at nine.\n';

describe('claimlint audit', () => {
  it('reports every page of the corpus to the schema, and the same bytes twice', async () => {
    const validate = new Ajv2020({ strict: false }).compile(reportJsonSchema());
    const { report, out, err } = await auditCli(['corpus/pages/*.{md,html,txt}'], { cwd: root });
    expect(err).toBe('');
    expect(report?.documents.length).toBeGreaterThanOrEqual(3);
    expect(reportSchema.safeParse(report).error).toBeUndefined();
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
    expect((await auditCli(['corpus/pages/*.{md,html,txt}'], { cwd: root })).out).toBe(out);
  });

  it('exits by --fail-on, whatever the format', async () => {
    const cwd = testFolder({ 'bad.md': PAGE, 'good.md': QUIET_PAGE });
    for (const format of ['terminal', 'json', 'jsonl', 'sarif', 'github']) {
      const code = async (...args: string[]) => (await runCli([...args, '--format', format], { cwd })).code;
      expect(await code('bad.md')).toBe(1);
      expect(await code('bad.md', '--fail-on', 'none')).toBe(0);
      expect(await code('good.md', '--fail-on', 'info')).toBe(0);
      expect(await code('bad.md', 'gone.md')).toBe(2);
    }
  });

  it('reads standard input under the name it is given', async () => {
    const { report, code } = await auditCli(['--stdin-filename', 'blog/post.md'], { stdin: PAGE });
    expect(report?.documents[0]).toMatchObject({
      path: 'blog/post.md',
      format: 'markdown',
      title: 'Back pain',
    });
    expect(code).toBe(1);
  });

  it('writes several formats in one run, to files and to standard output', async () => {
    const cwd = testFolder({ 'bad.md': PAGE });
    const { out } = await runCli(
      ['bad.md', '--format', 'terminal', '--format', 'sarif=out.sarif', '--format', 'jsonl=out.jsonl'],
      { cwd },
    );
    expect(out).toContain('whole page');
    expect(JSON.parse(readFileSync(join(cwd, 'out.sarif'), 'utf8')).version).toBe('2.1.0');
    const kinds = readFileSync(join(cwd, 'out.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).kind);
    expect(kinds).toEqual(['document', 'summary']);
    expect(readdirSync(cwd).sort()).toEqual(['bad.md', 'out.jsonl', 'out.sarif']);
  });

  it('lists pages sorted by path', async () => {
    const cwd = testFolder({ 'b.md': PAGE, 'a.md': PAGE, 'c/a.md': PAGE });
    const { report } = await auditCli(['c', 'b.md', 'a.md'], { cwd });
    expect(report?.documents.map(({ path }) => path)).toEqual(['a.md', 'b.md', 'c/a.md']);
    expect(report?.groups.length).toBeGreaterThan(0);
  });

  it('leaves out what a page suppresses, unless told not to', async () => {
    const cwd = testFolder({ 'a.md': `<!-- claimlint-disable-file -- a test page -->\n\n${PAGE}` });
    const kept = await auditCli(['a.md'], { cwd });
    expect(kept.report?.suppressions.some(({ used }) => used)).toBe(true);
    const all = await auditCli(['a.md', '--no-inline-config'], { cwd });
    const findings = (report: typeof all.report) => report?.documents[0]?.findings.length ?? 0;
    expect(findings(all.report)).toBeGreaterThan(findings(kept.report));
  });

  it('judges by the day and the jurisdiction that it is given', async () => {
    const cwd = testFolder({ 'a.md': PAGE });
    const { report } = await auditCli(['a.md', '--today', '2025-01-31', '--jurisdiction', 'au'], { cwd });
    expect(report).toMatchObject({ asOf: '2025-01-31', documents: [{ jurisdiction: 'AU' }] });
  });

  it('colours by FORCE_COLOR and NO_COLOR', async () => {
    const cwd = testFolder({ 'a.md': PAGE });
    const coloured = async (env: Record<string, string>) =>
      (await runCli(['a.md'], { cwd, env })).out.includes('\u001b[');
    expect(await coloured({})).toBe(false);
    expect(await coloured({ FORCE_COLOR: '1' })).toBe(true);
    expect(await coloured({ FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(true);
    expect(await coloured({ FORCE_COLOR: '0' })).toBe(false);
  });
});

describe('claimlint', () => {
  it('prints the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(VERSION).toBe(version);
    expect(await runCli(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });

  it('prints the schema that reports keep to', async () => {
    const { out, code } = await runCli(['schema']);
    expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(reportJsonSchema())));
    expect(code).toBe(0);
  });

  it.each([
    [['--format', 'xml', 'a.md'], 'Choose one of terminal, json'],
    [['--format', 'json=', 'a.md'], 'Name a file after “json=”'],
    [['--format', 'json', '--format', 'sarif', 'a.md'], 'Only one format can go to standard output'],
    [['--today', '2026-02-30', 'a.md'], 'Give a date as YYYY-MM-DD'],
    [['--max-size', '0', 'a.md'], 'Give a size such as'],
    [['--jurisdiction', 'FR', 'a.md'], 'Choose one of US'],
    [['--bogus', 'a.md'], "unknown option '--bogus'"],
  ])('refuses %j with one line', async (args, message) => {
    const { code, out, err } = await runCli(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});

it('shows its progress on a terminal, and leaves none of it behind', async () => {
  const cwd = testFolder(
    Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`p${index}.md`, PAGE])),
  );
  const shown = await runCli(['.', 'gone.md'], { cwd, errIsTerminal: true });
  expect(shown.err).toContain('claimlint: gone.md: no such file');
  const quiet = await runCli(['.', '--quiet'], { cwd, errIsTerminal: true });
  expect(quiet.err).toBe('');
  // What is shown on the line is written over or cleared before anything else.
  const left = shown.err.split('\u001b[K').map((part) => part.replace(/\r.*$/, ''));
  expect(left.join('')).toMatch(/^claimlint: gone\.md: [^\n]*\n$/);
});
