/** Compiles packs, rules and word lists from YAML to the JSON that a run reads. */
import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Lexicon, lexiconSchema } from '../../claims/lexicon-schema.ts';
import { type Rule, ruleSchema } from '../../judge/rule.ts';
import { sortKeys } from '../../sort-keys.ts';
import type { CompiledPack, Pack } from '../schema.ts';
import { formatProblem, type Place, type Problem, sortProblems } from './problem.ts';
import { type PackFolder, readPackFolder } from './read-pack.ts';
import { checkValue, type Path, readYaml, type YamlSource } from './yaml-source.ts';

/** Raised where records, rules or word lists do not pass their schema; `problems` says where. */
export class CompileError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(sortProblems(problems).map(formatProblem).join('\n'));
    this.name = 'CompileError';
    this.problems = problems;
  }
}

/** The records of a folder, with their hash. Throws a CompileError where one did not pass its schema. */
export function compilePack(folder: PackFolder): CompiledPack {
  const errors = folder.problems.filter((problem) => problem.severity === 'error');
  const pack = packOf(folder);
  if (errors.length > 0 || pack === null) throw new CompileError(errors);
  return { ...pack, hash: hashRecords(pack) };
}

/** The records of a folder that passed their schemas; null where pack.yml or vocabulary.yml did not. */
export function packOf({ info, vocabulary, records }: PackFolder): Pack | null {
  if (info === null || vocabulary === null) return null;
  return {
    info: info.record,
    vocabulary: vocabulary.record,
    studies: records.studies.map((located) => located.record),
    syntheses: records.syntheses.map((located) => located.record),
    harms: records.harms.map((located) => located.record),
    regulation: records.regulation.map((located) => located.record),
    products: records.products.map((located) => located.record),
  };
}

/** Compiles every pack under a folder, in order of their names. */
export async function compilePacks(packsDir: string): Promise<CompiledPack[]> {
  const entries = await readdir(packsDir, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const folders: PackFolder[] = [];
  for (const name of names.sort()) folders.push(await readPackFolder(join(packsDir, name)));
  const errors = folders.flatMap((folder) => folder.problems);
  if (errors.length > 0) throw new CompileError(errors);
  return folders.map(compilePack);
}

/**
 * Compiles rules/<family>/*.yml to a list of rules, and rules/lexicon/*.yml to one object whose keys are
 * the file names without their ending.
 */
export async function compileRules(rulesDir: string): Promise<{ rules: Rule[]; lexicon: Lexicon }> {
  const problems: Problem[] = [];
  const rules: Rule[] = [];
  const lists: Record<string, YamlSource> = {};
  for (const file of await yamlFilesBelow(rulesDir)) {
    const source = await readYaml(join(rulesDir, file));
    problems.push(...source.problems);
    if (source.problems.length > 0) continue;
    if (file.startsWith('lexicon/')) {
      lists[basename(file).replace(/\.ya?ml$/, '')] = source;
      continue;
    }
    const checked = checkValue(ruleSchema, source.value, source, []);
    problems.push(...checked.problems);
    if (checked.value !== null) rules.push(checked.value);
  }
  const lexicon = checkLexicon(lists, join(rulesDir, 'lexicon'), problems);
  if (problems.length > 0 || lexicon === null) throw new CompileError(problems);
  return { rules, lexicon };
}

/** The lexicon schema spans several files: the first key of a problem's path names the file. */
function checkLexicon(lists: Record<string, YamlSource>, dir: string, problems: Problem[]): Lexicon | null {
  const values = Object.fromEntries(Object.entries(lists).map(([name, source]) => [name, source.value]));
  const placeIn = (path: Path, which: 'at' | 'keyAt'): Place => {
    const [name, ...rest] = path;
    return lists[String(name)]?.[which](rest) ?? { file: dir, line: 1, column: 1 };
  };
  const whole: YamlSource = {
    file: dir,
    value: values,
    problems: [],
    at: (path) => placeIn(path, 'at'),
    keyAt: (path) => placeIn(path, 'keyAt'),
    written: () => null,
  };
  const checked = checkValue(lexiconSchema, values, whole, []);
  problems.push(...checked.problems);
  return checked.value;
}

/** Paths of the YAML files one folder below, with forward slashes, sorted by code unit. */
async function yamlFilesBelow(dir: string): Promise<string[]> {
  const files: string[] = [];
  const folders = await readdir(dir, { withFileTypes: true }).catch(() => []);
  for (const folder of folders.filter((entry) => entry.isDirectory())) {
    const names = await readdir(join(dir, folder.name));
    files.push(...names.filter((name) => /\.ya?ml$/.test(name)).map((name) => `${folder.name}/${name}`));
  }
  return files.sort();
}

/** `sha256-` and the digest of the records with the keys of every object sorted: formatting does not change it. */
function hashRecords(pack: Pack): string {
  return `sha256-${createHash('sha256')
    .update(JSON.stringify(sortKeys(pack)))
    .digest('hex')}`;
}
