#!/usr/bin/env node
// What --cache saves: whole processes over the same generated pages, without a cache, with an empty one, with a
// full one, and with a full one after one page in twenty has changed. Prints each as a share of the first.
//   node bench/cache.mjs [--runs 3] [--pages 1000] [--size 8000] [--json]
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measure, median } from './measure.mjs';
import { makePage } from './pages.mjs';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '3' },
    pages: { type: 'string', default: '1000' },
    size: { type: 'string', default: '8000' },
    json: { type: 'boolean', default: false },
  },
});
const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
if (!existsSync(cli)) throw new Error('dist/cli.js is missing: run `npm run build` first');

const folder = mkdtempSync(join(tmpdir(), 'claimlint-bench-'));
const cache = join(folder, 'cache');
const content = join(folder, 'content');
const [pages, size] = [Number(values.pages), Number(values.size)];

function writePages(edited) {
  rmSync(content, { recursive: true, force: true });
  mkdirSync(content);
  for (let index = 0; index < pages; index++) {
    const seed = edited && index % 20 === 0 ? index + pages : index;
    writeFileSync(join(content, `page-${index}.md`), makePage(seed, size));
  }
}

function audit(...options) {
  const args = [cli, 'audit', content, '--format', 'jsonl', '--today', '2026-11-22', '--fail-on', 'none'];
  return measure([process.execPath, [...args, ...options]]);
}

const samples = { 'no cache': [], 'empty cache': [], 'full cache': [], '1 in 20 changed': [] };
try {
  for (let run = 0; run < Number(values.runs); run++) {
    writePages(false);
    rmSync(cache, { recursive: true, force: true });
    samples['no cache'].push(await audit());
    samples['empty cache'].push(await audit('--cache', cache));
    samples['full cache'].push(await audit('--cache', cache));
    writePages(true);
    samples['1 in 20 changed'].push(await audit('--cache', cache));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const seconds = (list) => median(list.map((sample) => sample.seconds));
const whole = seconds(samples['no cache']);
const result = Object.fromEntries(
  Object.entries(samples).map(([name, list]) => [
    name,
    { seconds: seconds(list), share: seconds(list) / whole },
  ]),
);
if (values.json) process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
else {
  process.stdout.write(
    `\n${pages} pages of ${size / 1000} KB (median of ${values.runs} whole processes)\n\n`,
  );
  process.stdout.write('| run | seconds | share of a run without a cache |\n|---|---|---|\n');
  for (const [name, row] of Object.entries(result)) {
    process.stdout.write(`| ${name} | ${row.seconds.toFixed(2)} | ${row.share.toFixed(2)} |\n`);
  }
}
