/** The command line as a process of its own, for tests that interrupt or kill it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface BuiltCli {
  /** `stdout` is where standard output goes instead: the descriptor of an open file. */
  start(args: readonly string[], cwd: string, stdout?: number): RunningCli;
  remove(): void;
}

export interface RunningCli {
  readonly process: ChildProcess;
  /** When it has ended; `code` is null where a signal ended it. */
  readonly ended: Promise<{ readonly code: number | null; readonly out: string; readonly err: string }>;
}

/** Bundles the sources as they are now; the packs and rules are those of the last build. */
export async function buildCli(): Promise<BuiltCli> {
  const folder = mkdtempSync(join(tmpdir(), 'claimlint-cli-'));
  symlinkSync(join(root, 'data'), join(folder, 'data'));
  await build({
    entryPoints: { cli: join(root, 'src/cli/main.ts') },
    outdir: join(folder, 'dist'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    splitting: true,
    outExtension: { '.js': '.mjs' },
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
    logLevel: 'silent',
  });
  return {
    start(args, cwd, stdout) {
      const process_ = spawn(process.execPath, [join(folder, 'dist/cli.mjs'), ...args], {
        cwd,
        stdio: ['pipe', stdout ?? 'pipe', 'pipe'],
      });
      let out = '';
      let err = '';
      process_.stdout?.on('data', (chunk) => {
        out += chunk;
      });
      process_.stderr?.on('data', (chunk) => {
        err += chunk;
      });
      const ended = new Promise<Awaited<RunningCli['ended']>>((resolve) => {
        process_.on('close', (code) => resolve({ code, out, err }));
      });
      return { process: process_, ended };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
