/** What changed since a commit: the lines that a pull request is answerable for. */
import { execFile } from 'node:child_process';
import { relative } from 'node:path';
import { promisify } from 'node:util';
import { CliError } from './failure.ts';

/** Lines from 1, both ends included. */
interface LineRange {
  readonly from: number;
  readonly to: number;
}

interface ChangedFile {
  /** Path in the repository at the commit; null for a file that was not there. */
  readonly before: string | null;
  readonly lines: readonly LineRange[];
}

export interface Changes {
  /** As it was asked for. */
  readonly since: string;
  /** Whether a file (absolute path) changed. */
  has(file: string): boolean;
  /** The bytes that the file had; null where it was not there. */
  before(file: string): Promise<Uint8Array | null>;
  /** Whether a span of lines touches what changed. A new file has changed as a whole. */
  touches(file: string, from: number, to: number): boolean;
}

/**
 * The changes of the work tree against the merge base with a commit, by git; renamed files count as changed
 * where they differ, new files as a whole. Throws a `CliError` where git does not know the commit, or where
 * a shallow clone lacks the history.
 */
export async function readChanges(since: string, cwd: string): Promise<Changes> {
  const root = (await git(cwd, since, 'rev-parse', '--show-toplevel')).trimEnd();
  const base = await mergeBase(since, cwd);
  const patch = await git(root, since, ...DIFF, base, '--');
  const files = parsePatch(patch);
  const untracked = await git(root, since, 'ls-files', '--others', '--exclude-standard', '-z');
  for (const path of untracked.split('\0')) if (path !== '') files.set(path, { before: null, lines: [] });
  const fileOf = (file: string) => files.get(relative(root, file).replaceAll('\\', '/'));
  return {
    since,
    has: (file) => fileOf(file) !== undefined,
    async before(file) {
      const path = fileOf(file)?.before ?? null;
      return path === null ? null : gitBytes(root, 'show', `${base}:${path}`);
    },
    touches(file, from, to) {
      const changed = fileOf(file);
      if (changed === undefined) return false;
      if (changed.before === null) return true;
      return changed.lines.some((range) => range.from <= to && from <= range.to);
    },
  };
}

const DIFF = [
  '-c',
  'core.quotepath=off',
  'diff',
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
  '--unified=0',
  '--inter-hunk-context=0',
  '--find-renames',
  '--text',
  '--submodule=short',
  '--diff-filter=AMR',
  '--src-prefix=a/',
  '--dst-prefix=b/',
];

const run = promisify(execFile);
const MAX_OUTPUT = 512 * 1024 * 1024;

async function git(cwd: string, since: string, ...args: string[]): Promise<string> {
  try {
    return (await run('git', args, { cwd, maxBuffer: MAX_OUTPUT })).stdout;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT') throw new CliError('no-git', `--changed-since ${since}: git is not installed`);
    const told = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
    throw new CliError('no-git', `--changed-since ${since}: git failed: ${told.split('\n')[0]}`);
  }
}

async function gitBytes(cwd: string, ...args: string[]): Promise<Uint8Array> {
  return (await run('git', args, { cwd, maxBuffer: MAX_OUTPUT, encoding: 'buffer' })).stdout;
}

async function mergeBase(since: string, cwd: string): Promise<string> {
  const quiet = async (...args: string[]) =>
    run('git', args, { cwd }).then(
      ({ stdout }) => stdout.trim(),
      () => null,
    );
  const commit = await quiet('rev-parse', '--verify', '--quiet', '--end-of-options', `${since}^{commit}`);
  if (commit === null) {
    throw new CliError(
      'unknown-commit',
      `--changed-since ${since}: git knows no such commit; check the name, or fetch it (git fetch origin ${since})`,
    );
  }
  const base = await quiet('merge-base', commit, 'HEAD');
  if (base !== null) return base;
  if ((await quiet('rev-parse', '--is-shallow-repository')) !== 'true') return commit;
  throw new CliError(
    'shallow-clone',
    `--changed-since ${since}: the clone is too shallow to hold a common ancestor; fetch more of it (fetch-depth: 0, or git fetch --unshallow)`,
  );
}

/** Files of a patch without context, by their path now. */
export function parsePatch(patch: string): Map<string, ChangedFile> {
  const files = new Map<string, ChangedFile>();
  let before: string | null = null;
  let lines: LineRange[] = [];
  let inHeader = false;
  for (const line of patch.split('\n')) {
    const [, name = '', rest = ''] =
      /^(diff --git|rename from|rename to|---|\+\+\+|@@) (.*)$/.exec(line) ?? [];
    if (name === 'diff --git') {
      before = null;
      lines = [];
      inHeader = true;
    } else if (name === '@@') {
      inHeader = false;
      lines.push(...addedLines(line));
    }
    // Inside a hunk a line that was added may look like a header.
    if (!inHeader) continue;
    if (name === 'rename from') before = unquote(rest);
    else if (name === 'rename to') files.set(unquote(rest), { before, lines });
    else if (name === '---') before = pathOf(rest, 'a/');
    else if (name === '+++') files.set(pathOf(rest, 'b/') ?? '', { before, lines });
  }
  return files;
}

/** The path of a `---` or `+++` line; null for /dev/null. */
function pathOf(text: string, prefix: string): string | null {
  // A name with a space ends in a tab.
  const path = unquote(text.replace(/\t$/, ''));
  return path.startsWith(prefix) ? path.slice(prefix.length) : null;
}

/** `@@ -3,2 +3 @@`: the lines that stand there now. Where lines only went, none. */
function addedLines(hunk: string): LineRange[] {
  const [, start = '0', length = '1'] = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/.exec(hunk) ?? [];
  const from = Number(start);
  return Number(length) === 0 ? [] : [{ from, to: from + Number(length) - 1 }];
}

/** A path that git put in quotation marks, with C's escapes; with quotepath off, only control characters are octal. */
function unquote(path: string): string {
  if (!path.startsWith('"') || !path.endsWith('"')) return path;
  return path
    .slice(1, -1)
    .replace(/\\([0-7]{3}|.)/g, (_, code: string) =>
      code.length === 3 ? String.fromCharCode(Number.parseInt(code, 8)) : (ESCAPES[code] ?? code),
    );
}

const ESCAPES: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};
