/** `claimlint evidence validate`, `new` and `import`. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { loadBuiltIn } from '../data.ts';
import { detectFormat, IMPORT_FORMATS, type ImportFormat, importStudies } from '../evidence/import/index.ts';
import { readRetractions } from '../evidence/import/retractions.ts';
import { packOf } from '../evidence/load/compile.ts';
import { markStudies } from '../evidence/load/mark-studies.ts';
import { formatProblem } from '../evidence/load/problem.ts';
import { type PackFolder, readPackFolder } from '../evidence/load/read-pack.ts';
import { allRecords } from '../evidence/records.ts';
import { PACK_TEMPLATE, RECORD_TEMPLATES, VOCABULARY_TEMPLATE } from '../evidence/templates.ts';
import { type Validation, validatePack } from '../evidence/validate/index.ts';
import { naming } from './evidence-failure.ts';
import { CliError } from './failure.ts';
import type { Streams } from './streams.ts';

export interface ValidateOptions {
  /** ISO date against which dates are judged. */
  readonly today: string;
  readonly json: boolean;
}

/**
 * Checks each pack beside the others that are named and the built-in ones, and prints every problem as
 * file:line:column. Returns 1 where one is an error.
 */
export async function validate(
  dirs: readonly string[],
  options: ValidateOptions,
  streams: Streams,
): Promise<number> {
  const folders: PackFolder[] = [];
  for (const dir of dirs) folders.push(await readPackFolder(resolve(streams.cwd, dir)));
  const named = folders.map(packOf);
  const ids = new Set(named.map((pack) => pack?.info.id));
  const builtIn = loadBuiltIn().packs.filter((pack) => !ids.has(pack.info.id));
  const results = folders.map((folder, index) => {
    const beside = named.flatMap((pack, at) => (pack === null || at === index ? [] : pack));
    return {
      dir: dirs[index] ?? folder.dir,
      ...validatePack(folder, [...beside, ...builtIn], options.today),
    };
  });
  if (options.json) await streams.out(`${JSON.stringify(results, null, 2)}\n`);
  else for (const result of results) await streams.out(validationText(result));
  return results.some((result) => countErrors(result) > 0) ? 1 : 0;
}

function validationText(result: Validation & { readonly dir: string }): string {
  const { dir, records, checks, problems } = result;
  const counts = checks.map(({ name, checked }) => `${name} ${checked}`).join(', ');
  const errors = countErrors(result);
  const summary = `${records} records, ${errors} errors, ${problems.length - errors} warnings; compared: ${counts}`;
  return [...problems.map(formatProblem), `${dir}: ${summary}`, ''].join('\n');
}

function countErrors({ problems }: Validation): number {
  return problems.filter(({ severity }) => severity === 'error').length;
}

/** Prints the template of a record; for a pack makes its folder, and never writes over a file. */
export async function create(kind: string, dir: string | undefined, streams: Streams): Promise<void> {
  if (kind === 'pack') return createPack(dir, streams);
  const template = Object.entries(RECORD_TEMPLATES).find(([name]) => name === kind)?.[1];
  if (template === undefined) {
    const kinds = ['pack', ...Object.keys(RECORD_TEMPLATES)].join(', ');
    throw new CliError('unknown-kind', `no kind “${kind}”; choose one of ${kinds}`);
  }
  await streams.out(template);
}

async function createPack(dir: string | undefined, streams: Streams): Promise<void> {
  if (dir === undefined) {
    throw new CliError('no-folder', 'name the folder to make: claimlint evidence new pack FOLDER');
  }
  const folder = resolve(streams.cwd, dir);
  const files = {
    'pack.yml': PACK_TEMPLATE.replace('id: TODO', `id: ${basename(folder)}`),
    'vocabulary.yml': VOCABULARY_TEMPLATE,
  };
  await naming(dir, async () => {
    for (const name of ['studies', 'syntheses']) await mkdir(join(folder, name), { recursive: true });
    for (const [name, text] of Object.entries(files)) await writeNew(join(folder, name), text);
  });
  await streams.out(`${Object.keys(files).join(' and ')} written to ${dir}: fill in what stands as TODO\n`);
}

async function writeNew(file: string, text: string): Promise<void> {
  await writeFile(file, text, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
    throw new CliError('exists', `${file} is there already; name another folder`);
  });
}

/**
 * Prints the drafts of a bibliographic file as YAML, with ids that neither the built-in packs nor the named
 * one have; or marks the studies that a Retraction Watch CSV lists.
 */
export async function importFile(
  file: string,
  options: { readonly pack?: string },
  streams: Streams,
): Promise<void> {
  const text = await naming(file, () => readFile(resolve(streams.cwd, file), 'utf8'));
  const format = detectFormat(text);
  if (format === null)
    throw new CliError('unknown-format', `${file} is none of ${IMPORT_FORMATS.join(', ')}`);
  if (format === 'retraction-watch') return markRetractions(file, text, options.pack, streams);
  const folder = options.pack === undefined ? null : await readPackFolder(resolve(streams.cwd, options.pack));
  const own = folder === null ? null : packOf(folder);
  const packs = own === null ? loadBuiltIn().packs : [own, ...loadBuiltIn().packs];
  const taken = new Set(allRecords(packs).map(({ record }) => record.id));
  const drafts = readable(file, format, () => importStudies(text, format, taken));
  const { toYaml } = await import('../evidence/load/yaml-text.ts');
  await streams.out(toYaml(drafts));
}

/** With a pack folder its files are marked; without, the marks on the built-in studies are printed. */
async function markRetractions(
  file: string,
  csv: string,
  dir: string | undefined,
  streams: Streams,
): Promise<void> {
  if (dir === undefined) {
    const studies = loadBuiltIn().packs.flatMap((pack) => pack.studies);
    const marks = readable(file, 'retraction-watch', () => readRetractions(csv, studies));
    for (const { study, integrity, note } of marks) await streams.out(`${study}: ${integrity}. ${note}\n`);
    await streams.out(
      `${marks.length} of ${studies.length} built-in studies listed; --pack marks a folder\n`,
    );
    return;
  }
  const { marked, files } = await naming(dir, () =>
    markStudies(resolve(streams.cwd, dir), (studies) =>
      readable(file, 'retraction-watch', () => readRetractions(csv, studies)),
    ),
  );
  for (const changed of files) await streams.out(`${changed}\n`);
  await streams.out(`${marked} studies listed, ${files.length} files changed\n`);
}

/** A file that looks like a format and is not one is the user's to mend. */
function readable<T>(file: string, format: ImportFormat, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new CliError('cannot-import', `${file} cannot be read as ${format}: ${reason}`);
  }
}
