#!/usr/bin/env node
// Puts what the built package prints into README.md, between its markers: an example report and the accuracy
// tables. `--check` writes nothing and fails where README.md says something else.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const readmeFile = new URL('../README.md', import.meta.url);
const EXAMPLE = 'corpus/pages/riverbend-disc-therapy.md';
/** Findings of the example that are shown; the rest is named as left out. */
const SHOWN = 3;

function run(...args) {
  const { stdout, stderr, error } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (error) throw error;
  if (stdout === '') throw new Error(`node ${args.join(' ')} printed nothing: ${stderr}`);
  return stdout.trim();
}

/** The head of the report, its first findings and its summary: a paragraph each. */
function exampleReport() {
  const paragraphs = run('dist/cli.js', EXAMPLE, '--today', '2026-11-22').split('\n\n');
  const summary = paragraphs.findIndex((paragraph) => paragraph.startsWith('Read 1 page'));
  const report = [...paragraphs.slice(0, SHOWN + 1), '  […]', ...paragraphs.slice(summary)].join('\n\n');
  return `\`\`\`text\n${report}\n\`\`\``;
}

function fill(text, name, content) {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const [before, rest] = text.split(start);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error(`README.md lacks the markers ${start} and ${end}`);
  return `${before}${start}\n${content}\n${end}${after}`;
}

const before = readFileSync(readmeFile, 'utf8');
const after = fill(fill(before, 'example', exampleReport()), 'accuracy', run('scripts/accuracy.mjs'));
if (!process.argv.includes('--check')) writeFileSync(readmeFile, after);
else if (before !== after) {
  process.stderr.write('README.md is stale: run `npm run build && npm run readme`\n');
  process.exitCode = 1;
}
