#!/usr/bin/env node
// Compares whole processes over the same generated pages in one run: claimlint, write-good, alex and the floor.
//   npm run bench [-- --runs 5 --pages 1000 --json]
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measure, median } from './measure.mjs';
import { makePage } from './pages.mjs';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '3' },
    pages: { type: 'string', default: '1000' },
    json: { type: 'boolean', default: false },
  },
});
const here = fileURLToPath(new URL('.', import.meta.url));
const folder = join(here, '.pages');
const peers = join(here, 'node_modules', '.bin');

if (!existsSync(join(here, '../dist/cli.js')))
  throw new Error('dist/cli.js is missing: run `npm run build` first');
if (!existsSync(peers))
  execFileSync('npm', ['install', '--no-audit', '--no-fund'], { cwd: here, stdio: 'ignore' });

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const paths = Array.from({ length: Number(values.pages) }, (_, index) => {
  const path = join(folder, `page-${String(index).padStart(4, '0')}.md`);
  writeFileSync(path, makePage(index));
  return path;
});
const tiny = join(folder, 'tiny.txt');
writeFileSync(tiny, 'Stem cell therapy may ease back pain in some people.\n');

const cli = join(here, '../dist/cli.js');
const tools = {
  floor: (files) => [process.execPath, [join(here, 'floor.mjs'), ...files]],
  claimlint: (files) => [
    process.execPath,
    [cli, 'audit', '--format', 'json', '--today', '2026-11-22', ...files],
  ],
  'write-good': (files) => [join(peers, 'write-good'), files],
  alex: (files) => [join(peers, 'alex'), ['--quiet', ...files]],
};

async function compare(files) {
  const samples = Object.fromEntries(Object.keys(tools).map((name) => [name, []]));
  // Interleaved, so that a slow minute of the machine falls on all of them.
  for (let run = 0; run < Number(values.runs); run++) {
    for (const [name, tool] of Object.entries(tools)) samples[name].push(await measure(tool(files)));
  }
  const floor = median(samples.floor.map((sample) => sample.seconds));
  return Object.fromEntries(
    Object.entries(samples).map(([name, list]) => {
      const seconds = median(list.map((sample) => sample.seconds));
      return [
        name,
        { seconds, ratio: seconds / floor, megabytes: median(list.map((sample) => sample.megabytes)) },
      ];
    }),
  );
}

const result = { pages: await compare(paths), startUp: await compare([tiny]) };
rmSync(folder, { recursive: true, force: true });
if (values.json) process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
else {
  for (const [title, table] of [
    [`${values.pages} pages of 2 KB`, result.pages],
    ['start-up on one tiny page', result.startUp],
  ]) {
    process.stdout.write(
      `\n${title} (median of ${values.runs} whole processes)\n\n| tool | seconds | times the floor | peak MB |\n|---|---|---|---|\n`,
    );
    for (const [name, row] of Object.entries(table)) {
      process.stdout.write(
        `| ${name} | ${row.seconds.toFixed(2)} | ${row.ratio.toFixed(1)} | ${row.megabytes.toFixed(0)} |\n`,
      );
    }
  }
}
