/** Finds, reads and checks the configuration: data only, never executed. */
import { readFile, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import type { ConfigFile } from './config-schema.ts';
import { CliError, systemErrorCode, toFailure } from './failure.ts';

export const CONFIG_NAMES = ['claimlint.config.yml', 'claimlint.config.yaml', 'claimlint.config.json'];

export interface Configuration {
  /** Null where there is none. */
  readonly file: string | null;
  /** The folder that its paths and patterns are relative to. */
  readonly folder: string;
  readonly content: ConfigFile;
}

/**
 * The configuration of the nearest folder at or above `cwd` that holds one, or that of the file named; none
 * where `named` is false.
 * Throws a `CliError` with file, line and column where it is not as it should be.
 */
export async function loadConfig(cwd: string, named?: string | false): Promise<Configuration> {
  const file = named === false ? null : named === undefined ? await findConfig(cwd) : resolve(cwd, named);
  if (file === null) return { file: null, folder: cwd, content: {} };
  const shown = relative(cwd, file) || file;
  const content = await readConfig(file, shown);
  return { file: shown, folder: dirname(file), content };
}

async function findConfig(cwd: string): Promise<string | null> {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    const found = await configsIn(folder);
    if (found.length > 1) {
      const names = found.map((file) => relative(cwd, file) || file).join(' and ');
      throw new CliError('two-configs', `two configurations in one folder, ${names}; keep one of them`);
    }
    if (found[0] !== undefined) return found[0];
    if (dirname(folder) === folder) return null;
  }
}

async function configsIn(folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const name of CONFIG_NAMES) {
    if ((await stat(join(folder, name)).catch(() => null)) !== null) found.push(join(folder, name));
  }
  const manifest = join(folder, 'package.json');
  const text = await readFile(manifest, 'utf8').catch(() => '');
  if (hasOwnSection(text)) found.push(manifest);
  return found;
}

function hasOwnSection(text: string): boolean {
  if (!text.includes('"claimlint"')) return false;
  try {
    const manifest: unknown = JSON.parse(text);
    return typeof manifest === 'object' && manifest !== null && 'claimlint' in manifest;
  } catch {
    return false;
  }
}

async function readConfig(file: string, shown: string): Promise<ConfigFile> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (systemErrorCode(error) === null) throw error;
    throw new CliError('bad-config', `${shown}: ${toFailure(shown, error).message}`);
  }
  const { checkConfig } = await import('./config-check.ts');
  return checkConfig(text, shown, file.endsWith('package.json') ? ['claimlint'] : []);
}
