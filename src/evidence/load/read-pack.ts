/** Reads the folder of an evidence pack: YAML files in, typed records with their places out. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import {
  harmSchema,
  type PackInfo,
  packInfoSchema,
  productSchema,
  regulationSchema,
  studySchema,
  synthesisSchema,
  type Vocabulary,
  vocabularySchema,
} from '../schema.ts';
import { didYouMean } from './nearest.ts';
import type { Place, Problem } from './problem.ts';
import { checkValue, type Path, readYaml } from './yaml-source.ts';

/** A record and a way to find each of its fields in the file. */
export interface Located<T> {
  readonly record: T;
  readonly at: (path: Path) => Place;
  /** The value of a field as it is written (`8.0` for 8); null where there is none. */
  readonly written: (path: Path) => string | null;
}

const RECORD_SCHEMAS = {
  studies: studySchema,
  syntheses: synthesisSchema,
  harms: harmSchema,
  regulation: regulationSchema,
  products: productSchema,
};

export type RecordFolder = keyof typeof RECORD_SCHEMAS;
export const RECORD_FOLDERS: readonly RecordFolder[] = [
  'studies',
  'syntheses',
  'harms',
  'regulation',
  'products',
];

export type LocatedRecords = {
  readonly [Kind in RecordFolder]: readonly Located<z.output<(typeof RECORD_SCHEMAS)[Kind]>>[];
};

export interface PackFolder {
  readonly dir: string;
  /** Null where pack.yml is missing or wrong. */
  readonly info: Located<PackInfo> | null;
  readonly vocabulary: Located<Vocabulary> | null;
  readonly records: LocatedRecords;
  /** Number of YAML files read. */
  readonly files: number;
  readonly problems: readonly Problem[];
}

interface Reading<T> {
  readonly records: Located<T>[];
  readonly files: number;
  readonly problems: Problem[];
}

/**
 * Reads pack.yml, vocabulary.yml and every *.yml of the record folders, in order of their names. A file
 * holds one record or a list of records. What is wrong is collected in `problems`; nothing throws for it.
 */
export async function readPackFolder(dir: string): Promise<PackFolder> {
  const info = await readFileRecords(join(dir, 'pack.yml'), packInfoSchema);
  const vocabulary = await readFileRecords(join(dir, 'vocabulary.yml'), vocabularySchema);
  const studies = await readFolder(join(dir, 'studies'), studySchema);
  const syntheses = await readFolder(join(dir, 'syntheses'), synthesisSchema);
  const harms = await readFolder(join(dir, 'harms'), harmSchema);
  const regulation = await readFolder(join(dir, 'regulation'), regulationSchema);
  const products = await readFolder(join(dir, 'products'), productSchema);
  const all = [info, vocabulary, studies, syntheses, harms, regulation, products];
  return {
    dir,
    info: info.records[0] ?? null,
    vocabulary: vocabulary.records[0] ?? null,
    records: {
      studies: studies.records,
      syntheses: syntheses.records,
      harms: harms.records,
      regulation: regulation.records,
      products: products.records,
    },
    files: all.reduce((sum, reading) => sum + reading.files, 0),
    problems: [...all.flatMap((reading) => reading.problems), ...(await findStrayFiles(dir))],
  };
}

async function readFolder<T extends z.ZodType>(dir: string, schema: T): Promise<Reading<z.output<T>>> {
  const readings: Reading<z.output<T>>[] = [];
  for (const name of await yamlFilesIn(dir)) readings.push(await readFileRecords(join(dir, name), schema));
  return {
    records: readings.flatMap((reading) => reading.records),
    files: readings.length,
    problems: readings.flatMap((reading) => reading.problems),
  };
}

async function readFileRecords<T extends z.ZodType>(file: string, schema: T): Promise<Reading<z.output<T>>> {
  const source = await readYaml(file).catch(() => null);
  if (source === null) {
    const problem = {
      file,
      line: 1,
      column: 1,
      severity: 'error',
      code: 'file',
      message: 'cannot be read',
    } as const;
    return { records: [], files: 0, problems: [problem] };
  }
  const problems = [...source.problems];
  const records: Located<z.output<T>>[] = [];
  const values: readonly unknown[] = Array.isArray(source.value) ? source.value : [source.value];
  for (const [index, value] of values.entries()) {
    if (source.problems.length > 0) break;
    const base: Path = Array.isArray(source.value) ? [index] : [];
    const checked = checkValue(schema, value, source, base);
    problems.push(...checked.problems);
    if (checked.value !== null) {
      records.push({
        record: checked.value,
        at: (path) => source.at([...base, ...path]),
        written: (path) => source.written([...base, ...path]),
      });
    }
  }
  return { records, files: 1, problems };
}

/** Names of the YAML files of a folder, sorted by code unit; none where the folder does not exist. */
async function yamlFilesIn(dir: string): Promise<string[]> {
  const names = await readdir(dir).catch(() => []);
  return names.filter((name) => /\.ya?ml$/.test(name)).sort();
}

/** YAML that the layout does not know would be skipped in silence: `study/` for `studies/`. */
async function findStrayFiles(dir: string): Promise<Problem[]> {
  const entries = await readdir(dir, { withFileTypes: true }).catch(() => []);
  const problems: Problem[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const known = entry.isDirectory() ? RECORD_FOLDERS : ['pack.yml', 'vocabulary.yml'];
    if (known.some((name) => name === entry.name) || entry.name === 'node_modules') continue;
    const holdsYaml = entry.isDirectory()
      ? (await yamlFilesIn(join(dir, entry.name))).length > 0
      : /\.ya?ml$/.test(entry.name);
    if (!holdsYaml) continue;
    const message = `is not part of a pack (${known.join(', ')})${didYouMean(entry.name, known)}`;
    problems.push({
      file: join(dir, entry.name),
      line: 1,
      column: 1,
      severity: 'error',
      code: 'stray-file',
      message,
    });
  }
  return problems;
}
