import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'claimlint-package-'));
const npm = (...args: string[]) =>
  execFileSync('npm', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

/**
 * Packs what was built and installs it in an empty folder, beside its one dependency from here: no registry is asked.
 */
beforeAll(() => {
  const [packed] = JSON.parse(npm('pack', '--ignore-scripts', '--json', root));
  writeFileSync(join(folder, 'package.json'), '{}');
  const dependency = join(root, 'node_modules/zod');
  npm('install', '--offline', '--no-audit', '--no-fund', dependency, `./${packed.filename}`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the package, installed in an empty folder', () => {
  it('audits a page', () => {
    writeFileSync(join(folder, 'page.md'), '# Back pain\n\nAn ordinary sentence.\n');
    const { status, stdout } = spawnSync('npx', ['--no-install', 'claimlint', 'page.md'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(stdout).toContain('Read 1 page');
    expect(status).toBe(0);
  });

  it('serves as a library, with types', () => {
    const script = `
      import { createAuditor, decodeSource } from 'claimlint';
      import schema from 'claimlint/report.schema.json' with { type: 'json' };
      const { source } = decodeSource(Buffer.from('It is a page.'), 'a.txt');
      const { coverage } = createAuditor({ today: '2026-11-22' }).audit(source);
      console.log(coverage.words, schema.title);`;
    writeFileSync(join(folder, 'use.mjs'), script);
    expect(
      execFileSync(process.execPath, ['--no-warnings', 'use.mjs'], { cwd: folder, encoding: 'utf8' }),
    ).toBe('4 claimlint report\n');
    const types = join(folder, 'node_modules/claimlint/dist/types/index.d.ts');
    expect(execFileSync('cat', [types], { encoding: 'utf8' })).toContain('createAuditor');
  });
});
