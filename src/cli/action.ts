/**
 * Entry of the GitHub Action: reads the inputs that the runner puts into the environment, audits, and writes
 * annotations to standard output, the job summary, the outputs and the report files.
 */
import { appendFile } from 'node:fs/promises';
import { InvalidArgumentError } from 'commander';
import type { Report } from '../model.ts';
import { DEFAULT_MAX_SIZE } from '../read/source.ts';
import { escapeData } from '../report/github.ts';
import { toJobSummary } from '../report/summary.ts';
import { pullRequestBase } from './action-base.ts';
import { type Output, parseFailOn, parseJurisdiction, parseOutput } from './args.ts';
import { runAudit } from './audit.ts';
import { today } from './clock.ts';
import { EXIT } from './exit.ts';
import { CliError } from './failure.ts';
import type { Sink } from './outputs.ts';
import type { Streams } from './streams.ts';

/** Runs the Action and returns the exit code of its step. */
export async function runAction(streams: Streams): Promise<number> {
  try {
    const { paths, changedOnly, ...inputs } = readInputs(streams.env);
    const base = changedOnly ? await pullRequestBase(streams) : null;
    const settings = base === null ? inputs : { ...inputs, changedSince: base };
    const kept = keepReport();
    const code = await runAudit(paths, settings, streams, [kept.sink]);
    const report = kept.report();
    if (report !== null) {
      await append(streams.env.GITHUB_STEP_SUMMARY, toJobSummary(report));
      await append(streams.env.GITHUB_OUTPUT, outputLines(report, settings.outputs));
    }
    return code;
  } catch (error) {
    if (!(error instanceof CliError) && !(error instanceof InvalidArgumentError)) throw error;
    await streams.out(`::error title=claimlint::${escapeData(error.message)}\n`);
    return EXIT.incomplete;
  }
}

/** As a runner passes them: `INPUT_` and the name in capitals, hyphens kept. */
function readInputs(env: Streams['env']) {
  const input = (name: string): string => (env[`INPUT_${name.toUpperCase()}`] ?? '').trim();
  const lines = (name: string): string[] =>
    input(name)
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '');
  const files = lines('reports').reduce<Output[]>((outputs, line) => parseOutput(line, outputs), []);
  const toOutput = files.find(({ file }) => file === null);
  if (toOutput !== undefined) {
    throw new CliError(
      'bad-input',
      `reports: write “${toOutput.format}=file”, the step's output holds the annotations`,
    );
  }
  const paths = lines('paths');
  return {
    paths: paths.length === 0 ? ['.'] : paths,
    changedOnly: input('changed-only') !== 'false',
    outputs: [{ format: 'github', file: null } as const, ...files],
    failOn: parseFailOn(input('fail-on') || 'none'),
    today: today(),
    maxSize: DEFAULT_MAX_SIZE,
    allowedHosts: new Set<string>(),
    inlineConfig: true,
    quiet: true,
    showSuppressions: false,
    verbose: false,
    ...(input('jurisdiction') === '' ? {} : { jurisdiction: parseJurisdiction(input('jurisdiction')) }),
  };
}

function keepReport(): { readonly sink: Sink; report(): Report | null } {
  let kept: Report | null = null;
  return {
    sink: {
      name: 'the summary',
      streams: false,
      page: async () => undefined,
      end: async (_, report) => {
        kept = report();
      },
      discard: async () => undefined,
    },
    report: () => kept,
  };
}

function outputLines(report: Report, outputs: readonly Output[]): string {
  const { error, warning, info } = report.summary.findings;
  const sarif = outputs.find(({ format }) => format === 'sarif')?.file;
  const values = {
    claims: report.summary.claims,
    errors: error,
    warnings: warning,
    remarks: info,
    failures: report.failures.length,
    ...(sarif === undefined || sarif === null ? {} : { sarif }),
  };
  return Object.entries(values)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

async function append(file: string | undefined, text: string): Promise<void> {
  if (file !== undefined && file !== '') await appendFile(file, text);
}
