#!/usr/bin/env node
// Whether memory stays flat: peak memory of `claimlint audit FOLDER --format jsonl` over few and over many
// generated pages, and the ratio of the two.
//   node bench/memory.mjs [--pages 1000,10000] [--size 4000] [--json]
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measure } from './measure.mjs';
import { makePage } from './pages.mjs';

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '1000,10000' },
    size: { type: 'string', default: '4000' },
    json: { type: 'boolean', default: false },
  },
});
const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
if (!existsSync(cli)) throw new Error('dist/cli.js is missing: run `npm run build` first');

async function peakOver(pages) {
  const folder = mkdtempSync(join(tmpdir(), 'claimlint-bench-'));
  try {
    for (let index = 0; index < pages; index++) {
      const below = join(folder, String(Math.floor(index / 500)));
      mkdirSync(below, { recursive: true });
      writeFileSync(join(below, `page-${index}.md`), makePage(index, Number(values.size)));
    }
    const args = [cli, 'audit', folder, '--format', 'jsonl', '--today', '2026-11-22', '--fail-on', 'none'];
    const { seconds, megabytes } = await measure([process.execPath, args]);
    return { pages, seconds, megabytes };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const rows = [];
for (const pages of values.pages.split(',')) rows.push(await peakOver(Number(pages)));
const ratio = rows.at(-1).megabytes / rows[0].megabytes;
if (values.json) process.stdout.write(`${JSON.stringify({ rows, ratio }, null, 2)}\n`);
else {
  process.stdout.write('\n| pages | seconds | peak MB |\n|---|---|---|\n');
  for (const row of rows) {
    process.stdout.write(`| ${row.pages} | ${row.seconds.toFixed(1)} | ${row.megabytes.toFixed(0)} |\n`);
  }
  process.stdout.write(`\nPeak memory over many pages is ${ratio.toFixed(2)} times that over few.\n`);
}
