/** Runs the command line in this process, in a folder of its own. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { run } from '../../src/cli/run.ts';
import type { Streams } from '../../src/cli/streams.ts';
import type { Report } from '../../src/model.ts';

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface CliOptions {
  readonly cwd?: string;
  readonly stdin?: string | Uint8Array;
  readonly env?: Record<string, string>;
  readonly stop?: AbortSignal;
  readonly errIsTerminal?: boolean;
}

export async function runCli(args: readonly string[], options: CliOptions = {}): Promise<Outcome> {
  let out = '';
  let err = '';
  const streams: Streams = {
    out: async (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    in: async () => Buffer.from(options.stdin ?? ''),
    env: options.env ?? {},
    cwd: options.cwd ?? process.cwd(),
    outIsTerminal: false,
    errIsTerminal: options.errIsTerminal ?? false,
    columns: 80,
    stop: options.stop ?? new AbortController().signal,
  };
  const code = await run(args, streams);
  return { code, out, err };
}

/** `claimlint audit … --format json` as of a fixed day, with the report read. */
export async function auditCli(args: readonly string[], options: CliOptions = {}) {
  const outcome = await runCli(['audit', '--today', '2026-11-22', '--format', 'json', ...args], options);
  const report: Report | null = outcome.out === '' ? null : JSON.parse(outcome.out);
  return { ...outcome, report };
}

/** A new folder with the files given by path; `remove` takes it away. */
export function makeFolder(files: Readonly<Record<string, string | Uint8Array>>) {
  const path = mkdtempSync(join(tmpdir(), 'claimlint-'));
  for (const [name, content] of Object.entries(files)) {
    const file = join(path, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** The path of such a folder for the running test, which is taken away when that ends. */
export function testFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const { path, remove } = makeFolder(files);
  onTestFinished(remove);
  return path;
}
