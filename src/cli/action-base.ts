/** The commit that a pull request is measured against, from what the runner tells of the event. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Streams } from './streams.ts';

const run = promisify(execFile);

/**
 * The commit on the base branch where the event is a pull request, else null. A shallow checkout is given
 * its history first; where that fails, null and a line that says so, and whole pages are audited.
 */
export async function pullRequestBase(streams: Streams): Promise<string | null> {
  const { env, cwd } = streams;
  if (!/^pull_request(_target)?$/.test(env.GITHUB_EVENT_NAME ?? '')) return null;
  const base = await baseOf(env.GITHUB_EVENT_PATH ?? '');
  if (base === null) return null;
  if (await hasCommonAncestor(base.sha, cwd)) return base.sha;
  const fetched = await succeeds(cwd, 'fetch', '--no-tags', ...(await deeper(cwd)), 'origin', base.sha);
  if (fetched && (await hasCommonAncestor(base.sha, cwd))) return base.sha;
  await streams.out(
    `::notice title=claimlint::The checkout lacks the history to tell what changed since ${base.ref.replace(/[^\w./-]/g, '')}: whole pages are audited. Set fetch-depth: 0 on actions/checkout.\n`,
  );
  return null;
}

async function baseOf(eventFile: string): Promise<{ sha: string; ref: string } | null> {
  const event: unknown = JSON.parse(await readFile(eventFile, 'utf8').catch(() => 'null'));
  const base = field(field(event, 'pull_request'), 'base');
  const sha = field(base, 'sha');
  const ref = field(base, 'ref');
  return typeof sha === 'string' && /^[0-9a-f]{40,64}$/.test(sha) && typeof ref === 'string'
    ? { sha, ref }
    : null;
}

function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}

function hasCommonAncestor(sha: string, cwd: string): Promise<boolean> {
  return succeeds(cwd, 'merge-base', sha, 'HEAD');
}

async function deeper(cwd: string): Promise<string[]> {
  const { stdout } = await run('git', ['rev-parse', '--is-shallow-repository'], { cwd }).catch(() => ({
    stdout: '',
  }));
  return stdout.trim() === 'true' ? ['--unshallow'] : [];
}

function succeeds(cwd: string, ...args: string[]): Promise<boolean> {
  return run('git', args, { cwd }).then(
    () => true,
    () => false,
  );
}
