/** `claimlint audit`: pages in, report out, exit code. */
import { audit } from '../audit.ts';
import { loadBuiltIn } from '../data.ts';
import { joinPacks } from '../evidence/index.ts';
import type { DocumentReport, Failure } from '../model.ts';
import { assembleReport, createTally, type ReportContext } from '../report/assemble.ts';
import type { FailOn, Output } from './args.ts';
import { wantsColour } from './colour.ts';
import { EXIT } from './exit.ts';
import { toFailure } from './failure.ts';
import { collectInputs, type Input } from './files.ts';
import { loadPage } from './load.ts';
import { openSinks, type Sink } from './outputs.ts';
import type { Streams } from './streams.ts';

export interface AuditSettings {
  readonly outputs: readonly Output[];
  readonly failOn: FailOn;
  /** ISO date. */
  readonly today: string;
  readonly maxSize: number;
  readonly allowedHosts: ReadonlySet<string>;
  readonly jurisdiction?: string;
  readonly inlineConfig: boolean;
  readonly quiet: boolean;
  readonly showSuppressions: boolean;
  readonly stdinFilename?: string;
}

/** Audits what the words name, writes every output (and to the sinks given) and returns the exit code. */
export async function runAudit(
  words: readonly string[],
  settings: AuditSettings,
  streams: Streams,
  more: readonly Sink[] = [],
): Promise<number> {
  const render = {
    colour: wantsColour(streams),
    columns: streams.columns,
    quiet: settings.quiet,
    suppressions: settings.showSuppressions,
  };
  const sinks = await openSinks(settings.outputs, render, streams);
  const collected = await collectInputs(words, {
    cwd: streams.cwd,
    ...(settings.stdinFilename === undefined ? {} : { stdinFilename: settings.stdinFilename }),
  });
  const run = createRun(settings, [...sinks, ...more]);
  for (const failure of collected.failures) run.fail(failure, streams);
  for (const [index, input] of collected.inputs.entries()) {
    if (streams.stop.aborted) {
      run.fail(interrupted(collected.inputs.length - index, collected.inputs.length), streams);
      break;
    }
    await run.page(input, streams);
  }
  return run.end(streams);
}

function interrupted(left: number, of: number): Failure {
  return {
    path: '.',
    code: 'interrupted',
    message: `interrupted: ${left} of ${of} pages were not audited; run again for the rest`,
  };
}

function createRun(settings: AuditSettings, sinks: readonly Sink[]) {
  const { packs, rules, lexicon } = loadBuiltIn();
  const evidence = joinPacks(packs);
  const options = {
    evidence,
    rules,
    lexicon,
    today: settings.today,
    inlineConfig: settings.inlineConfig,
    ...(settings.jurisdiction === undefined ? {} : { jurisdiction: settings.jurisdiction }),
  };
  const context: ReportContext = { asOf: settings.today, packs: evidence.packs };
  const keep = sinks.some((sink) => !sink.streams);
  const tally = createTally();
  const documents: DocumentReport[] = [];
  const failures: Failure[] = [];

  function fail(failure: Failure, streams: Streams): void {
    failures.push(failure);
    streams.err(`claimlint: ${failure.path}: ${failure.message}\n`);
  }

  return {
    fail,
    async page(input: Input, streams: Streams): Promise<void> {
      let document: DocumentReport;
      try {
        const { source, notices } = await loadPage(input, settings, streams);
        const judged = audit(source, options);
        document = { ...judged, notices: [...notices, ...judged.notices] };
      } catch (error) {
        fail(toFailure(input.path, error), streams);
        return;
      }
      tally.add(document);
      if (keep) documents.push(document);
      for (const sink of sinks) await sink.page(document);
    },
    async end(streams: Streams): Promise<number> {
      const summary = tally.summarise(failures, context);
      let written = true;
      for (const sink of sinks) {
        try {
          await sink.end(summary, () => assembleReport(documents, failures, context));
        } catch (error) {
          written = false;
          await sink.discard();
          streams.err(`claimlint: ${toFailure('output', error).message}\n`);
        }
      }
      if (summary.summary.documents === 0 && failures.length === 0) {
        streams.err(
          'claimlint: nothing to audit: name files, folders, globs, addresses, or - for standard input\n',
        );
      }
      const complete = written && failures.length === 0 && summary.summary.documents > 0;
      return complete ? exitCode(summary.summary.findings, settings.failOn) : EXIT.incomplete;
    },
  };
}

const AT_OR_ABOVE = {
  none: [],
  error: ['error'],
  warning: ['error', 'warning'],
  info: ['error', 'warning', 'info'],
} as const;

function exitCode(findings: Readonly<Record<'error' | 'warning' | 'info', number>>, failOn: FailOn): number {
  const counted = AT_OR_ABOVE[failOn].reduce((sum, severity) => sum + findings[severity], 0);
  return counted > 0 ? EXIT.findings : EXIT.clean;
}
