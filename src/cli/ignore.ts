/** `.gitignore` and `.claimlintignore`, as git reads them: from the repository's root down, deeper files last. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import createIgnore, { type Ignore } from 'ignore';

const IGNORE_FILES = ['.gitignore', '.claimlintignore'];

export interface IgnorePatterns {
  /** The folder that the patterns are relative to. */
  readonly base: string;
  readonly patterns: readonly string[];
}

export interface IgnoreRules {
  /** Whether a path (absolute) is left out, itself or with a folder above it. */
  ignores(path: string, isFolder: boolean): boolean;
}

/**
 * The rules for the files in a folder, from the root of the repository that holds it down; without a
 * repository, those of the folder and below. A folder that is itself ignored was named on purpose (the
 * output of a site's build): the rules above it are left aside. `extra` are patterns of the configuration, relative to its folder.
 */
export function createIgnoreRules(
  folder: string,
  extra: IgnorePatterns = { base: folder, patterns: [] },
): IgnoreRules {
  const rules = rulesFrom(repositoryRoot(folder), extra);
  return rules.ignores(folder, true) ? rulesFrom(folder, extra) : rules;
}

function rulesFrom(root: string, extra: IgnorePatterns): IgnoreRules {
  const filesOf = new Map<string, Ignore | null>();
  const folders = new Map<string, boolean>();
  const configured = extra.patterns.length === 0 ? null : createIgnore().add([...extra.patterns]);

  function rulesIn(folder: string): Ignore | null {
    const known = filesOf.get(folder);
    if (known !== undefined) return known;
    const texts = IGNORE_FILES.map((name) => join(folder, name)).filter((file) => existsSync(file));
    const rules =
      texts.length === 0
        ? null
        : createIgnore().add(texts.map((file) => readFileSync(file, 'utf8')).join('\n'));
    filesOf.set(folder, rules);
    return rules;
  }

  function decide(path: string, isFolder: boolean): boolean {
    let ignored = false;
    for (const folder of foldersAbove(path, root)) {
      const name = toPosix(relative(folder, path)) + (isFolder ? '/' : '');
      const verdict = rulesIn(folder)?.test(name);
      if (verdict?.ignored) ignored = true;
      else if (verdict?.unignored) ignored = false;
    }
    const fromBase = toPosix(relative(extra.base, path));
    if (configured !== null && fromBase !== '' && !fromBase.startsWith('..')) {
      ignored ||= configured.ignores(fromBase + (isFolder ? '/' : ''));
    }
    return ignored;
  }

  function folderIgnored(folder: string): boolean {
    if (folder === root || relative(root, folder).startsWith('..')) return false;
    const known = folders.get(folder);
    if (known !== undefined) return known;
    const ignored = folderIgnored(dirname(folder)) || decide(folder, true);
    folders.set(folder, ignored);
    return ignored;
  }

  return {
    ignores: (path, isFolder) =>
      isFolder ? folderIgnored(path) : folderIgnored(dirname(path)) || decide(path, false),
  };
}

/** The folder with `.git` at or above a folder; the folder itself where there is none. */
function repositoryRoot(folder: string): string {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return resolve(folder);
  }
}

/** From `root` down to the folder that holds the path; that folder alone where it is outside of `root`. */
function foldersAbove(path: string, root: string): string[] {
  const inside = relative(root, dirname(path));
  if (inside.startsWith('..')) return [dirname(path)];
  const parts = inside === '' ? [] : inside.split(sep);
  return [root, ...parts.map((_, index) => join(root, ...parts.slice(0, index + 1)))];
}

function toPosix(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
