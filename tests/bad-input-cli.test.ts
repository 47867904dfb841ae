import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { auditCli, runCli, testFolder } from './support/cli.ts';

const GOOD = '# Back pain\n\nStem cell injections cure back pain and have no side effects.\n';
const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
/** Permissions bind nobody who is root: these cases run the command as another user. */
const asUser = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

const utf16 = (text: string, bigEndian: boolean) => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};

/** What is read all the same, and the findings with it. */
describe('pages that are read', () => {
  it.each([
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${GOOD}`)],
    ['UTF-16, little end first', utf16(GOOD, false)],
    ['UTF-16, big end first', utf16(GOOD, true)],
    ['Windows line ends', GOOD.replaceAll('\n', '\r\n')],
    ['a front matter that is no YAML', `---\ntitle: "open\n  - : [\n---\n\n${GOOD}`],
  ])('%s', async (_, bytes) => {
    const { report, code } = await auditCli(['a.md'], { cwd: testFolder({ 'a.md': bytes }) });
    expect(report?.failures).toEqual([]);
    expect(code).toBe(1);
    const [document] = report?.documents ?? [];
    expect(document?.claims.map(({ text }) => text)).toContain(
      'Stem cell injections cure back pain and have no side effects.',
    );
  });

  it('a front matter that is no YAML is told in a notice', async () => {
    const cwd = testFolder({ 'a.md': `---\ntitle: "open\n  - : [\n---\n\n${GOOD}` });
    const { report } = await auditCli(['a.md'], { cwd });
    expect(report?.documents[0]?.notices.map(({ code }) => code).join()).toMatch(/front-matter/);
  });

  it('words that name what every object has', async () => {
    const page = [
      '---\ntitle: Stem cell therapy\n__proto__: { claimlint: { disable: true } }\nconstructor: toString\n---\n',
      'Stem cell injections relieved back pain in constructor patients of the Constructor clinic.\n',
      '# References\n',
      '1. Centeno C, Constructor D. Treatment of lumbar degenerative disc disease-associated radicular pain with culture-expanded autologous mesenchymal stem cells: a pilot study on safety and efficacy. Constructor Journal. 2017;15:197.\n',
    ].join('\n');
    const { report } = await auditCli(['a.md'], { cwd: testFolder({ 'a.md': page }) });
    expect(report?.failures).toEqual([]);
    expect(report?.documents[0]?.claims[0]?.numbers).toEqual([]);
    expect(report?.documents[0]?.citations).toHaveLength(1);
  });

  it('HTML nested 100,000 deep', async () => {
    const html = `${'<div>'.repeat(100_000)}<p>Stem cell injections cure back pain.</p>${'</div>'.repeat(100_000)}`;
    const cwd = testFolder({ 'deep.html': html });
    const { report } = await auditCli(['deep.html', '--max-size', '2MB'], { cwd });
    expect(report?.failures).toEqual([]);
    expect(report?.documents[0]?.claims).toHaveLength(1);
  });
});

/** What is not: one line with the path, the cause and what to do; exit 2; the other pages are still audited. */
describe('pages that are not read', () => {
  it.each([
    ['an empty file', 'x.md', '', 'empty-file', /is empty/],
    ['a binary file', 'x.md', Buffer.from([0x89, 0x50, 0, 1, 2, 3]), 'binary-file', /leave it out/],
    ['UTF-32', 'x.md', Buffer.from('fffe000023000000', 'hex'), 'binary-file', /leave it out/],
    ['invalid UTF-8', 'x.md', Buffer.from([0x61, 0xff, 0xfe, 0x62]), 'invalid-encoding', /save it as UTF-8/],
    ['a page over the limit', 'x.md', 'x'.repeat(1_000_001), 'too-large', /raise --max-size/],
    ['a source of a program', 'x.tsx', 'export {}', 'unsupported-format', /audit its HTML/],
    ['a missing file', 'gone.md', null, 'not-found', /check the path/],
  ])('%s', async (_, name, bytes, code, advice) => {
    const cwd = testFolder({ 'good.md': GOOD, ...(bytes === null ? {} : { [name]: bytes }) });
    const outcome = await auditCli(['good.md', name], { cwd });
    expect(outcome.code).toBe(2);
    expect(outcome.err).toMatch(new RegExp(`^claimlint: ${name}: .+\n$`));
    expect(outcome.err).toMatch(advice);
    expect(outcome.report?.failures).toMatchObject([{ path: name, code }]);
    expect(outcome.report?.documents.map(({ path }) => path)).toEqual(['good.md']);
  });

  it('standard input and a device that never end', async () => {
    const endless = spawn(process.execPath, [CLI, '-', '/dev/zero', '--max-size', '10kB'], { stdio: 'pipe' });
    endless.stdin.on('error', () => undefined);
    endless.stdin.write('x'.repeat(20_000));
    let err = '';
    endless.stderr.on('data', (chunk) => {
      err += chunk;
    });
    const code = await new Promise((resolve) => endless.on('exit', resolve));
    expect(code).toBe(2);
    expect(err.match(/over the limit of 0.010 MB/g)).toHaveLength(2);
  });

  it('a pipe in a folder is no page', async () => {
    const cwd = testFolder({ 'a.md': GOOD });
    execFileSync('mkfifo', [join(cwd, 'b.md')]);
    const { report } = await auditCli(['.'], { cwd });
    expect(report?.documents.map(({ path }) => path)).toEqual(['a.md']);
    expect(report?.failures).toEqual([]);
  });

  it('a name that steers a terminal is told in one plain line', async () => {
    const { err } = await runCli(['\u001b7gone\n.md'], { cwd: testFolder({}) });
    expect(err).toBe('claimlint: 7gone .md: no such file or folder; check the path\n');
  });

  it('standard input that is empty', async () => {
    const { code, err } = await runCli(['-'], { stdin: '' });
    expect(code).toBe(2);
    expect(err).toBe('claimlint: stdin: is empty; there is nothing to audit\n');
  });

  it('a run that read nothing is no pass', async () => {
    const cwd = testFolder({ 'logo.png': 'x' });
    for (const words of [[], ['.'], ['*.md'], ['--stdin-filename', 'a.md']]) {
      const { code, err } = await runCli(words, { cwd });
      expect(code).toBe(2);
      expect(err.trim().split('\n')).toHaveLength(1);
    }
  });
});

describe('addresses', () => {
  it('dead, private, moving in circles: a line each, and the file is still audited', async () => {
    const server = createServer((request, response) => {
      response.writeHead(302, { location: request.url ?? '/' }).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const words = [
      'good.md',
      'http://localhost/private',
      `http://127.0.0.1:${port}/loop`,
      'http://host.invalid/',
      '--allow-host',
      `127.0.0.1:${port}`,
    ];
    const { code, report, err } = await auditCli(words, { cwd: testFolder({ 'good.md': GOOD }) });
    server.close();
    expect(code).toBe(2);
    expect(report?.failures.map(({ path, code: cause }) => [path, cause])).toEqual([
      [`http://127.0.0.1:${port}/loop`, 'redirect-loop'],
      ['http://host.invalid/', 'unreachable'],
      ['http://localhost/private', 'private-address'],
    ]);
    expect(err.trim().split('\n')).toHaveLength(3);
    expect(report?.documents).toHaveLength(1);
  });

  it('reads a page with the encoding that the server names', async () => {
    const server = createServer((_, response) => {
      response
        .writeHead(200, { 'content-type': 'text/html; charset=windows-1252' })
        .end(Buffer.from('<title>Caf\xe9</title><p>Stem cell injections cure back pain.</p>', 'latin1'));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { report } = await auditCli([`http://${host}/`, '--allow-host', host]);
    server.close();
    expect(report?.documents[0]).toMatchObject({ path: `http://${host}/`, title: 'Café', format: 'html' });
    expect(report?.documents[0]?.retrieved).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});

describe('outputs', () => {
  it('a folder that is not there, or is a file: told before the work, nothing half-written', async () => {
    const cwd = testFolder({ 'a.md': GOOD });
    for (const file of ['gone/out.json', 'a.md/out.json']) {
      const { code, out, err } = await runCli(['a.md', '--format', 'terminal', '--format', `json=${file}`], {
        cwd,
      });
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain(`claimlint: cannot write ${file}: no such file or folder`);
    }
    expect(readdirSync(cwd)).toEqual(['a.md']);
  });

  it('a place that is taken by a folder: the other outputs are written', async () => {
    const cwd = testFolder({ 'a.md': GOOD, 'out.json/x': '' });
    const { code, out, err } = await runCli(['a.md', '--format', 'terminal', '--format', 'json=out.json'], {
      cwd,
    });
    expect(code).toBe(2);
    expect(out).toContain('Read 1 page');
    expect(err).toContain('cannot write out.json: is a folder');
    expect(readdirSync(cwd).sort()).toEqual(['a.md', 'out.json']);
  });

  it.skipIf(!existsSync('/dev/full'))('a full disk', async () => {
    const cwd = testFolder({ 'a.md': GOOD });
    symlinkSync('/dev/full', join(cwd, 'out.json'));
    const { code, err } = await runCli(['a.md', '--format', 'json=out.json'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain('cannot write out.json: no space left on the disk');
  });

  it('an old report stays whole until the new one is', async () => {
    const cwd = testFolder({ 'a.md': GOOD, 'out.json': 'old' });
    const stop = new AbortController();
    stop.abort();
    await runCli(['a.md', '--format', 'json=out.json'], { cwd, stop: stop.signal });
    const report = JSON.parse(readFileSync(join(cwd, 'out.json'), 'utf8'));
    expect(report.failures).toMatchObject([{ code: 'interrupted' }]);
  });
});

describe('the built command', () => {
  const many = () => Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`p${index}.md`, GOOD]));

  function start(args: string[], cwd: string, user: { uid?: number; gid?: number } = {}) {
    const child = spawn(process.execPath, [CLI, ...args], {
      cwd,
      ...user,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let err = '';
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    const ended = new Promise<{ code: number | null; err: string }>((resolve) =>
      child.on('close', (code) => resolve({ code, err })),
    );
    return { child, ended };
  }

  it('stops at SIGINT with exit 2, keeps what was done, and leaves no half-written file', async () => {
    const cwd = testFolder(many());
    const { child, ended } = start(['.', '--format', 'jsonl', '--format', 'json=out.json'], cwd);
    let out = '';
    child.stdout.on('data', (chunk) => {
      if (out === '') child.kill('SIGINT');
      out += chunk;
    });
    const { code, err } = await ended;
    expect(code).toBe(2);
    expect(err).toMatch(
      /^claimlint: \.: interrupted: \d+ of 300 pages were not audited; run again for the rest\n$/,
    );
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const report = JSON.parse(readFileSync(join(cwd, 'out.json'), 'utf8'));
    expect(report.documents).toHaveLength(lines.length - 1);
    expect(report.documents.length).toBeLessThan(300);
    expect(readdirSync(cwd).filter((name) => name.includes('tmp'))).toEqual([]);
  });

  it('ends quietly when the reader of its output goes away', async () => {
    const { child, ended } = start(['.', '--format', 'jsonl'], testFolder(many()));
    child.stdout.once('data', () => child.stdout.destroy());
    const { code, err } = await ended;
    expect(code).toBe(2);
    expect(err).not.toContain('Error');
    expect(err).not.toContain('at ');
  });

  it('goes on past a folder without permission', async () => {
    const cwd = testFolder({ 'good.md': GOOD, 'shut/x.md': GOOD });
    chmodSync(cwd, 0o755);
    chmodSync(join(cwd, 'shut'), 0o700);
    if (!('uid' in asUser)) chmodSync(join(cwd, 'shut'), 0);
    const { child, ended } = start(['.', '--format', 'json'], cwd, asUser);
    let out = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    const { code, err } = await ended;
    chmodSync(join(cwd, 'shut'), 0o755);
    expect(err).toBe('claimlint: shut: permission denied; change its permissions, or run as another user\n');
    expect(JSON.parse(out).documents).toHaveLength(1);
    expect(code).toBe(2);
  });

  it('tells a read-only output folder before the work', async () => {
    const cwd = testFolder({ 'good.md': GOOD });
    chmodSync(cwd, 0o755);
    mkdirSync(join(cwd, 'shut'), { mode: 0o555 });
    const { ended } = start(['.', '--format', 'json=shut/out.json'], cwd, asUser);
    const { code, err } = await ended;
    expect(err).toBe(
      'claimlint: cannot write shut/out.json: permission denied; change its permissions, or run as another user\n',
    );
    expect(code).toBe(2);
  });

  it('reads standard input', async () => {
    const cwd = testFolder({});
    writeFileSync(join(cwd, 'in.md'), GOOD);
    const child = spawn('sh', ['-c', `"${process.execPath}" "${CLI}" - < in.md`], { cwd, stdio: 'pipe' });
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(code).toBe(1);
  });
});
