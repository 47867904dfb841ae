/** Finds and reads the packs that a configuration names. */
import { stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import type { CompiledPack, Pack } from '../schema.ts';
import { validatePack } from '../validate/index.ts';
import { CompileError, compilePack } from './compile.ts';
import { readPackFolder } from './read-pack.ts';

/**
 * Reads a pack that is used beside others. `name` is a folder (`./packs/migraine`, an absolute path) or an
 * npm package with pack.yml at its root, looked up from `from` as Node looks up modules; nothing of the
 * package is run. Of the packs beside it, one of the same id is what it takes the place of. Throws a
 * CompileError that names file, line and column where the pack does not validate, and an Error where there is
 * none.
 */
export async function loadNamedPack(
  name: string,
  from: string,
  beside: readonly Pack[],
  today: string,
): Promise<CompiledPack> {
  const dir = await resolvePack(name, from);
  if (dir === null) {
    throw new Error(`no pack “${name}”: neither a folder nor an installed package with a pack.yml`);
  }
  const folder = await readPackFolder(dir);
  const id = folder.info?.record.id;
  const others = beside.filter((pack) => pack.info.id !== id);
  const { problems } = validatePack(folder, others, today);
  const errors = problems.filter((problem) => problem.severity === 'error');
  if (errors.length > 0) throw new CompileError(errors);
  return compilePack(folder);
}

/** The folder that holds the pack's pack.yml, or null. */
async function resolvePack(name: string, from: string): Promise<string | null> {
  const folder = resolve(from, name);
  if (await isPack(folder)) return folder;
  if (name.startsWith('.') || isAbsolute(name)) return null;
  for (let at = resolve(from); ; at = dirname(at)) {
    const installed = join(at, 'node_modules', name);
    if (await isPack(installed)) return installed;
    if (dirname(at) === at) return null;
  }
}

async function isPack(dir: string): Promise<boolean> {
  const file = await stat(join(dir, 'pack.yml')).catch(() => null);
  return file?.isFile() === true;
}
