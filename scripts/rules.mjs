#!/usr/bin/env node
// Writes docs/rules/ from rules/ and the packs, or says with --check which pages are stale (exit code 1).
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const folder = 'docs/rules';

const bundled = mkdtempSync(join('node_modules', '.claimlint-rules-'));
try {
  const outfile = join(bundled, 'rule-pages.mjs');
  await build({
    entryPoints: ['src/judge/rule-pages.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  });
  const pages = await import(pathToFileURL(outfile).href);
  if (process.argv.includes('--check')) {
    const stale = await pages.stalePages(folder);
    for (const path of stale) console.error(`${folder}/${path} is stale: run node scripts/rules.mjs`);
    process.exitCode = stale.length > 0 ? 1 : 0;
  } else {
    console.log(`${await pages.writePages(folder)} pages in ${folder}`);
  }
} finally {
  rmSync(bundled, { recursive: true, force: true });
}
