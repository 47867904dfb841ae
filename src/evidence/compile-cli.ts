/**
 * Part of the build: compiles corpus/packs and rules of the current folder to data/packs.json and
 * data/rules.json. Problems go to stderr as file:line:column, with exit code 1.
 */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { DATA_FORMAT } from '../data.ts';
import { CompileError, compilePacks, compileRules } from './load/compile.ts';

/** Writes beside the target and renames, so that no reader meets half a file. */
function writeJson(file: string, value: unknown): void {
  const temporary = `${file}.${process.pid}.tmp`;
  writeFileSync(temporary, JSON.stringify(value));
  renameSync(temporary, file);
}

try {
  const packs = await compilePacks('corpus/packs');
  const { rules, lexicon } = await compileRules('rules');
  mkdirSync('data', { recursive: true });
  writeJson('data/packs.json', { format: DATA_FORMAT, packs });
  writeJson('data/rules.json', { format: DATA_FORMAT, rules, lexicon });
} catch (error) {
  if (!(error instanceof CompileError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
