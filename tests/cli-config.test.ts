import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { auditCli, runCli, testFolder } from './support/cli.ts';

const PAGE = '# Back pain\n\nStem cell injections cure back pain and have no side effects.\n';

function folderWith(files: Record<string, string>): string {
  return testFolder({ 'a.md': PAGE, ...files });
}

/** Severities of what is reported, by rule, over all pages. */
async function reported(cwd: string, ...args: string[]) {
  const { report } = await auditCli([...(args.length === 0 ? ['.'] : args)], { cwd });
  const findings = report?.documents.flatMap((document) => document.findings) ?? [];
  return new Map(findings.map(({ ruleId, severity }) => [ruleId, severity]));
}

describe('configuration', () => {
  it('is found by walking up, and --no-config leaves it aside', async () => {
    const cwd = folderWith({
      'claimlint.config.yml': 'rules: { overstatement: off }\n',
      'deep/down/b.md': PAGE,
    });
    const families = async (...args: string[]) =>
      [...(await reported(join(cwd, 'deep/down'), 'b.md', ...args)).keys()].map((id) => id.split('/')[0]);
    expect(await families()).not.toContain('overstatement');
    expect(await families('--no-config')).toContain('overstatement');
  });

  it.each([
    ['claimlint.config.yaml', 'rules: { overstatement: off }\n'],
    ['claimlint.config.json', '{ "rules": { "overstatement": "off" } }'],
    ['package.json', '{ "name": "x", "claimlint": { "rules": { "overstatement": "off" } } }'],
  ])('may stand in %s', async (name, text) => {
    const ids = [...(await reported(folderWith({ [name]: text }))).keys()];
    expect(ids.filter((id) => id.startsWith('overstatement'))).toEqual([]);
  });

  it('sets severities: of a family, and of one of its rules', async () => {
    const two =
      '# Back\n\nStem cell injections have no side effects.\n\nThey regrow your worn discs for ever.\n';
    const before = await reported(folderWith({ 'a.md': two }));
    const [first = '', second = ''] = [...before.keys()].filter((id) => id.startsWith('overstatement'));
    expect(second).not.toBe('');
    const after = await reported(
      folderWith({
        'a.md': two,
        'claimlint.config.yml': `rules: { ${first}: warning, overstatement: info }\n`,
      }),
    );
    expect(after.get(first)).toBe('warning');
    expect(after.get(second)).toBe('info');
  });

  it('has overrides by pattern, the later one winning', async () => {
    const cwd = folderWith({
      'blog/old/b.md': PAGE,
      'claimlint.config.yml': `
rules: { missing-caveat: off }
overrides:
  - files: [blog/]
    rules: { overstatement: off }
    jurisdiction: AU
  - files: ['blog/old/*.md']
    rules: { overstatement: info, missing-caveat: error }
`,
    });
    expect(new Set((await reported(cwd, 'blog')).values())).toEqual(new Set(['info', 'error']));
    const { report } = await auditCli(['.'], { cwd });
    expect(report?.documents.map(({ path, jurisdiction }) => [path, jurisdiction])).toEqual([
      ['a.md', null],
      ['blog/old/b.md', 'AU'],
    ]);
  });

  it('gives options to a rule of the kind that has them', async () => {
    const own = 'A frabjous day for your back with stem cell therapy that relieves back pain.\n';
    const config = 'rules: { overstatement/hype: { severity: error, phrases: [frabjous] } }\n';
    const cwd = folderWith({ 'b.md': `# Back pain\n\n${own}`, 'claimlint.config.yml': config });
    expect((await reported(cwd, 'b.md')).get('overstatement/hype')).toBe('error');
    expect((await reported(cwd, 'b.md', '--no-config')).has('overstatement/hype')).toBe(false);
    const wrong = folderWith({ 'claimlint.config.yml': 'rules: { overstatement/hype: { reach: page } }\n' });
    const { code, err } = await runCli(['a.md'], { cwd: wrong });
    expect(code).toBe(2);
    expect(err).toContain('overstatement/hype: reach cannot be set for a rule of the kind “cue”');
  });

  it('takes no claims from the regions that are off', async () => {
    const listed = '# Back pain\n\n- Stem cell injections cure back pain.\n';
    const cwd = folderWith({ 'b.md': listed, 'claimlint.config.yml': 'regions: { list: off }\n' });
    const { report } = await auditCli(['b.md'], { cwd });
    expect(report?.documents[0]?.claims.map(({ region }) => region)).not.toContain('list');
    expect((await auditCli(['b.md', '--no-config'], { cwd })).report?.documents[0]?.claims[0]?.region).toBe(
      'list',
    );
  });

  it('leaves out what it ignores, and decides what fails', async () => {
    const cwd = folderWith({ 'b.md': PAGE, 'claimlint.config.yml': 'ignore: [b.md]\nfailOn: none\n' });
    const { report, code } = await auditCli(['.'], { cwd });
    expect(report?.documents.map(({ path }) => path)).toEqual(['a.md']);
    expect(code).toBe(0);
    expect((await auditCli(['.', '--fail-on', 'error'], { cwd })).code).toBe(1);
  });

  it('chooses the packs', async () => {
    const cwd = folderWith({ 'claimlint.config.yml': 'packs: [regenerative-spine]\n' });
    const { report } = await auditCli(['a.md'], { cwd });
    expect(report?.evidence.packs.map(({ id }) => id)).toEqual(['regenerative-spine']);
  });
});

/** Nine lists, each of nine times the one before: 3 · 9⁸ values. */
const ALIASES = Array.from({ length: 9 }, (_, index) =>
  index === 0 ? 'a0: &a0 [x, x, x]' : `a${index}: &a${index} [${`*a${index - 1}, `.repeat(9)}]`,
).join('\n');

describe('a configuration that is wrong', () => {
  it.each([
    ['an unknown setting', 'rulez: {}', 'claimlint.config.yml:1:1', 'did you mean “rules”?'],
    ['an unknown rule', 'rules:\n  overstatement/hyp: off', ':2:3', 'did you mean “overstatement/hype”?'],
    ['an unknown severity', 'rules:\n  overstatement/hype: errror', ':2:23', 'did you mean “error”?'],
    [
      'an unknown option',
      'rules: { overstatement/hype: { phrase: [] } }',
      ':1:32',
      'did you mean “phrases”?',
    ],
    ['an unknown region', 'regions: { foter: off }', ':1:12', 'did you mean “footer”?'],
    [
      'an unknown setting of an override',
      'overrides:\n  - files: [a]\n    rule: {}',
      ':3:5',
      'did you mean “rules”?',
    ],
    ['what is no YAML', 'rules: [', ':1:9', 'Flow sequence'],
    ['brackets without end', '['.repeat(30_000), ':1:1', 'nests more than 200 levels deep'],
    ['aliases of aliases', ALIASES, ':1:1', 'its aliases stand for too many values'],
    ['a list', '- rules: {}', ':1:1', 'expected object, received array'],
    [
      'a day that is none',
      'suppressions: [{ rules: [overstatement], reason: x, expires: 2026-02-30 }]',
      ':1:62',
      'a date as YYYY-MM-DD',
    ],
    [
      'a missing pack',
      'packs: [regenerative-spin]',
      'regenerative-spin',
      'did you mean “regenerative-spine”?',
    ],
  ])('names the place and the nearest name: %s', async (_, text, place, hint) => {
    const { code, out, err } = await runCli(['a.md'], { cwd: folderWith({ 'claimlint.config.yml': text }) });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(place);
    expect(err).toContain(hint);
  });

  it('may be a folder, or two files', async () => {
    const cwd = folderWith({});
    mkdirSync(join(cwd, 'claimlint.config.yml'));
    const folder = await runCli(['a.md'], { cwd });
    expect(folder.err).toBe(
      'claimlint: claimlint.config.yml: is a folder where a file is needed; name a file\n',
    );
    const two = await runCli(['a.md'], {
      cwd: folderWith({ 'claimlint.config.yml': '', 'claimlint.config.json': '{}' }),
    });
    expect(two.err).toContain(
      'two configurations in one folder, claimlint.config.yml and claimlint.config.json',
    );
    expect([folder.code, two.code]).toEqual([2, 2]);
  });
});

describe('commands around it', () => {
  it('--print-config says what holds for a page', async () => {
    const config = 'overrides: [{ files: [blog/], rules: { overstatement/hype: off }, jurisdiction: UK }]\n';
    const cwd = folderWith({ 'claimlint.config.yml': config });
    const printed = JSON.parse((await runCli(['--print-config', 'blog/x.md'], { cwd })).out);
    expect(printed).toMatchObject({ file: 'claimlint.config.yml', jurisdiction: 'UK', failOn: 'error' });
    expect(printed.rules['overstatement/hype']).toBe('off');
    const other = JSON.parse((await runCli(['--print-config', 'a.md'], { cwd })).out);
    expect(other.rules['overstatement/hype']).not.toBe('off');
  });

  it('init writes a configuration that is valid, and overwrites nothing', async () => {
    const cwd = folderWith({ '.pre-commit-config.yaml': 'repos: []\n' });
    const { out, code } = await runCli(['init'], { cwd });
    expect(code).toBe(0);
    expect(out).toContain('left alone  .pre-commit-config.yaml');
    expect(readFileSync(join(cwd, '.pre-commit-config.yaml'), 'utf8')).toBe('repos: []\n');
    expect(Object.keys(parse(readFileSync(join(cwd, '.github/workflows/claimlint.yml'), 'utf8')))).toContain(
      'jobs',
    );
    expect((await auditCli(['a.md'], { cwd })).code).toBe(1);
    expect((await runCli(['init'], { cwd })).out).not.toContain('written');
    const validate = new Ajv2020({ strict: false }).compile(
      JSON.parse((await runCli(['schema', 'config'])).out),
    );
    expect(validate(parse(readFileSync(join(cwd, 'claimlint.config.yml'), 'utf8')))).toBe(true);
    expect(validate({ rulez: {} })).toBe(false);
  });
});
