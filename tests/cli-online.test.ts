import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createPageAuditor } from '../src/cli/auditor.ts';
import { runCli, testFolder } from './support/cli.ts';

const PAGE = `# Back pain

Stem cell injections relieve back pain (Quill 2016).

## References

1. Quill A. Marrow cells for painful lumbar discs: two year results. Journal of Examples. 2016. doi:10.1000/quill
`;
const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

function folderWith(files: Record<string, string> = {}): string {
  return testFolder({ 'a.md': PAGE, ...files });
}

describe('--online', () => {
  it('needs a contact address, from the configuration or the command line', async () => {
    const cwd = folderWith();
    const { err, out, code } = await runCli(['a.md', '--online'], { cwd });
    expect({ out, code }).toEqual({ out: '', code: 2 });
    expect(err).toContain('set contact in the configuration, or --contact');
    expect((await runCli(['a.md', '--dry-run', '--contact', 'kim@example.org'], { cwd })).code).not.toBe(2);
    const configured = folderWith({ 'claimlint.config.yml': 'contact: kim@example.org\n' });
    expect((await runCli(['a.md', '--dry-run'], { cwd: configured })).code).not.toBe(2);
  });

  it('sends nothing in a dry run, and prints what it would ask', async () => {
    const cwd = folderWith();
    const env = { XDG_CACHE_HOME: join(cwd, 'cache') };
    const { err } = await runCli(['a.md', '--dry-run', '--contact', 'kim@example.org'], { cwd, env });
    expect(err).toMatch(/^claimlint: would ask https:\/\/api\.crossref\.org\/\S*10\.1000/m);
  });

  it('asks the registries, and calls a work not found only on their word', async () => {
    const server = createServer((_, response) => response.writeHead(404).end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const cwd = folderWith();
    const online = {
      dryRun: false,
      contact: 'kim@example.org',
      env: { XDG_CACHE_HOME: join(cwd, 'cache') },
      addresses: { crossref: at, doiOrg: at, pubmed: at, europePmc: at, clinicalTrials: at },
    };
    const configuration = { file: null, folder: cwd, content: {} };
    const source = { path: 'a.md', format: 'markdown' as const, text: PAGE, sha256: '0', retrieved: null };
    const auditor = await createPageAuditor(
      configuration,
      { today: '2026-11-22', inlineConfig: true, online },
      cwd,
    );
    const report = await auditor.audit(source);
    server.close();
    const reference = report.citations.find(({ kind }) => kind === 'reference');
    expect(reference?.status).toBe('not-found');
    expect(reference?.asked).toContain('crossref');
  });
});

it('opens no socket without being asked to', () => {
  const cwd = folderWith({
    'guard.mjs': `
      import net from 'node:net';
      import dns from 'node:dns';
      const no = () => { throw new Error('a socket was opened'); };
      net.Socket.prototype.connect = no;
      dns.lookup = no;
      globalThis.fetch = no;`,
  });
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['--import', './guard.mjs', CLI, ...args], { cwd, encoding: 'utf8' });
  const audited = run('a.md', '--fail-on', 'none');
  expect(audited.stderr).toBe('');
  expect(audited.status).toBe(0);
  expect(run('http://192.0.2.1/').stderr).not.toBe('');
  expect(run('http://example.org/', '--allow-host', 'example.org').stderr).toContain('a socket was opened');
});
