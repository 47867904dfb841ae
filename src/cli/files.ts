/** What the words on the command line name: files, folders, globs, addresses, standard input. */
import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import type { Failure } from '../model.ts';
import { CliError, systemErrorCode, toFailure } from './failure.ts';
import { createIgnoreRules, type IgnorePatterns, type IgnoreRules } from './ignore.ts';

/** One page to audit. `path` is what the report calls it. */
export type Input =
  | { readonly kind: 'file'; readonly path: string; readonly file: string }
  | { readonly kind: 'stdin'; readonly path: string }
  | { readonly kind: 'address'; readonly path: string };

export interface Collected {
  /** Sorted by path, each once. */
  readonly inputs: readonly Input[];
  readonly failures: readonly Failure[];
}

export interface CollectOptions {
  readonly cwd: string;
  /** The name to give to standard input. */
  readonly stdinFilename?: string;
  /** Ignore patterns of the configuration. */
  readonly ignore?: IgnorePatterns;
}

/** What is read where a folder is given; a file that is named is read whatever it is called. */
const PAGE_EXTENSIONS = [
  '.md',
  '.markdown',
  '.mdx',
  '.html',
  '.htm',
  '.xhtml',
  '.txt',
  '.json',
  '.yml',
  '.yaml',
];
const GLOB_CHARACTERS = /[*?[\]{}]/;
const NEVER_ENTERED = new Set(['node_modules', '.git']);
/** Files of tools and of the web server, never pages. */
const NO_PAGES = [
  /^(package(-lock)?|npm-shrinkwrap|composer|[jt]sconfig(\..+)?|biome|lerna|nx|turbo|vercel|netlify|renovate|manifest)\.json$/,
  /^(claimlint\.config|pnpm-(lock|workspace)|docker-compose|mkdocs|_config|netlify|renovate)\.(json|ya?ml)$/,
  /^(robots|humans|ads|app-ads|security|requirements.*|licen[cs]e|llms(-full)?|cmakelists)\.txt$/i,
];

/** Finds the pages that the words name; what cannot be read becomes a failure, and the rest still stands. */
export async function collectInputs(words: readonly string[], options: CollectOptions): Promise<Collected> {
  const inputs = new Map<string, Input>();
  const failures: Failure[] = [];
  const wanted = options.stdinFilename !== undefined && !words.includes('-') ? [...words, '-'] : words;
  for (const word of wanted) {
    for (const found of await collect(word, options)) {
      if ('message' in found) failures.push(found);
      else inputs.set(found.kind === 'file' ? found.file : found.path, found);
    }
  }
  return { inputs: [...inputs.values()].sort(byPath), failures: failures.sort(byPath) };
}

async function collect(word: string, options: CollectOptions): Promise<readonly (Input | Failure)[]> {
  if (word === '-') return [{ kind: 'stdin', path: options.stdinFilename || 'stdin' }];
  if (/^https?:\/\//i.test(word)) return [{ kind: 'address', path: word }];
  const full = resolve(options.cwd, word);
  try {
    const stats = await stat(full);
    if (!stats.isDirectory()) return [{ kind: 'file', path: word, file: full }];
    const found = await walk(full, word, createIgnoreRules(full, options.ignore));
    return found.length > 0 ? found : [nothingIn(word)];
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT' && GLOB_CHARACTERS.test(word)) return glob(word, options);
    return [toFailure(word, error)];
  }
}

async function walk(folder: string, shown: string, rules: IgnoreRules): Promise<(Input | Failure)[]> {
  const found: (Input | Failure)[] = [];
  let entries: Awaited<ReturnType<typeof listFolder>>;
  try {
    entries = await listFolder(folder);
  } catch (error) {
    return [toFailure(shown, error)];
  }
  for (const entry of entries) {
    const full = join(folder, entry.name);
    const path = shown === '.' ? entry.name : join(shown, entry.name).replaceAll('\\', '/');
    if (entry.isDirectory()) {
      if (NEVER_ENTERED.has(entry.name) || entry.name.startsWith('.') || rules.ignores(full, true)) continue;
      found.push(...(await walk(full, path, rules)));
    } else if (!isSpecial(entry) && isPage(entry.name) && !rules.ignores(full, false)) {
      found.push({ kind: 'file', path, file: full });
    }
  }
  return found;
}

function listFolder(folder: string) {
  return readdir(folder, { withFileTypes: true });
}

/** A pipe or a device: only where it is named is it read, since it may keep one waiting for ever. */
function isSpecial(entry: Dirent): boolean {
  return !entry.isFile() && !entry.isSymbolicLink();
}

function isPage(name: string): boolean {
  return (
    !name.startsWith('.') &&
    PAGE_EXTENSIONS.includes(extname(name).toLowerCase()) &&
    !NO_PAGES.some((pattern) => pattern.test(name))
  );
}

async function glob(pattern: string, options: CollectOptions): Promise<readonly (Input | Failure)[]> {
  const rules = createIgnoreRules(resolve(options.cwd, fixedFolder(pattern)), options.ignore);
  const { glob: find } = await import('tinyglobby');
  const paths = await find(pattern, {
    cwd: options.cwd,
    ignore: ['**/node_modules/**', '**/.git/**'],
    expandDirectories: false,
    followSymbolicLinks: false,
  });
  const found = paths
    .map((path) => ({ kind: 'file' as const, path, file: resolve(options.cwd, path) }))
    .filter(({ file }) => !rules.ignores(file, false));
  return found.length > 0 ? found : [nothingIn(pattern)];
}

/** The folder that a glob begins with: `dist/blog` where the rest is `*.html`. */
function fixedFolder(pattern: string): string {
  const parts = pattern.split('/').slice(0, -1);
  const open = parts.findIndex((part) => GLOB_CHARACTERS.test(part));
  return (open < 0 ? parts : parts.slice(0, open)).join('/');
}

function nothingIn(word: string): Failure {
  const { code, message } = new CliError(
    'nothing-to-audit',
    `no page in it (${PAGE_EXTENSIONS.join(' ')}) that is not ignored; name files, or check the ignore files`,
  );
  return { path: word, code, message };
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
