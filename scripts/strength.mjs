#!/usr/bin/env node
// Measures the relation grader on public sentences, where ../shared/bench lies beside the checkout:
//   npm run accuracy:strength
// strength/{pubmed,eureka}.jsonl   levels 0 to 3 (Yu, Li and Wang, EMNLP 2019; COLING 2020)
// exaggeration/train.jsonl         press release beside abstract (Wright and Augenstein, EMNLP 2021)
// The rules were written against the development half alone; nothing is trained on these sets and none of their
// sentences is in a word list.
import { existsSync, readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { parse } from 'yaml';

const bench = new URL('../../shared/bench/', import.meta.url);
if (!existsSync(bench)) {
  console.log('The public sentences (../shared/bench) are not here: nothing is measured.');
  process.exit(0);
}

const { gradeStrength } = await load('../src/claims/relation.ts');
const lexicon = { relation: parse(read(new URL('../rules/lexicon/relation.yml', import.meta.url))) };

for (const name of ['pubmed', 'eureka']) {
  const rows = lines(`strength/${name}.jsonl`).map(({ text, level, group }) => ({
    right: level,
    graded: gradeStrength(text, lexicon),
    development: hash(group ?? text) % 2 === 0,
  }));
  print(
    `${name}, development half`,
    rows.filter((row) => row.development),
  );
  print(
    `${name}, other half`,
    rows.filter((row) => !row.development),
  );
  print(`${name}, all`, rows);
}

print(
  'exaggeration',
  lines('exaggeration/train.jsonl').map((row) => ({
    right: row.exaggeration_label,
    graded: comparison(row.press_release_conclusion, row.abstract_conclusion),
  })),
);

/** How strong a relation a press release states, beside the abstract. */
function comparison(told, source) {
  const difference = gradeStrength(told, lexicon) - gradeStrength(source, lexicon);
  if (difference === 0) return 'same';
  return difference > 0 ? 'exaggerates' : 'downplays';
}

/** Prints macro-F1 of the grades, and of always answering the commonest label. */
function print(title, rows) {
  const labels = [...new Set(rows.map((row) => row.right))].sort();
  const commonest = labels
    .map((label) => ({ label, count: rows.filter((row) => row.right === label).length }))
    .sort((a, b) => b.count - a.count)[0].label;
  const scores = labels.map((label) => f1(rows, label).toFixed(2)).join(' ');
  const baseline = macro(
    rows.map((row) => ({ ...row, graded: commonest })),
    labels,
  );
  console.log(
    `${title.padEnd(26)} n ${String(rows.length).padStart(4)}  macro-F1 ${macro(rows, labels).toFixed(3)}` +
      `  (majority ${baseline.toFixed(3)})  by label ${labels.join('/')}: ${scores}`,
  );
}

function macro(rows, labels) {
  return labels.reduce((sum, label) => sum + f1(rows, label), 0) / labels.length;
}

function f1(rows, label) {
  const right = rows.filter((row) => row.right === label && row.graded === label).length;
  const either =
    rows.filter((row) => row.right === label).length + rows.filter((row) => row.graded === label).length;
  return either === 0 ? 0 : (2 * right) / either;
}

function lines(path) {
  return read(new URL(path, bench))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

function read(url) {
  return readFileSync(url, 'utf8');
}

/** FNV-1a: sentences of one press release fall into the same half. */
function hash(text) {
  let value = 2166136261;
  for (const character of text) value = Math.imul(value ^ character.codePointAt(0), 16777619) >>> 0;
  return value >>> 7;
}

/** The package exports no graders, so the module is bundled from its source. */
async function load(path) {
  const entry = new URL(path, import.meta.url).pathname;
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: 'esm', write: false });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
