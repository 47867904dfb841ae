/** Collects what a run finds, feeds the outputs as pages are done, and decides the exit code. */
import type { DocumentReport, Failure, Severity, Source } from '../model.ts';
import { assembleReport, createTally, type ReportContext } from '../report/assemble.ts';
import { plain } from '../report/text.ts';
import type { FailOn } from './args.ts';
import { EXIT } from './exit.ts';
import { CliError, toFailure } from './failure.ts';
import type { Sink } from './outputs.ts';
import type { Signatures } from './signatures.ts';
import type { Streams } from './streams.ts';

export interface RunReport {
  /** `source` is what was audited, for the reports that show a page's text. */
  page(document: DocumentReport, source?: Source): Promise<void>;
  /** Takes down that a page could not be audited, and says so at once. */
  fail(failure: Failure): void;
  /** Writes every output and returns the exit code. */
  end(): Promise<number>;
}

export interface RunReportOptions {
  readonly sinks: readonly Sink[];
  readonly context: ReportContext;
  readonly failOn: FailOn;
  /** What reviewers signed, where there is a substantiation file. */
  readonly signatures: Signatures | null;
  /** Whether to have read nothing is a pass: no page had changed. */
  readonly mayBeEmpty: boolean;
}

/** Takes the pages of a run one after the other. An output that fails is told and left; the run goes on. */
export function createRunReport(options: RunReportOptions, streams: Streams): RunReport {
  const { failOn, mayBeEmpty } = options;
  const keep = options.sinks.some((sink) => !sink.streams);
  const tally = createTally();
  const documents: DocumentReport[] = [];
  const failures: Failure[] = [];
  const broken = new Set<Sink>();

  /** An output that cannot be written is told and left; the others are still written. */
  async function feed(write: (sink: Sink) => Promise<void>): Promise<void> {
    for (const sink of options.sinks) {
      if (broken.has(sink)) continue;
      try {
        await write(sink);
      } catch (error) {
        broken.add(sink);
        await sink.discard();
        const reason = error instanceof CliError ? error.message : toFailure(sink.name, error).message;
        streams.err(`claimlint: cannot write ${sink.name}: ${reason}\n`);
      }
    }
  }

  return {
    async page(document, source) {
      tally.add(document);
      options.signatures?.page(document);
      if (keep) documents.push(document);
      await feed((sink) => sink.page(document, source));
    },
    fail(failure) {
      failures.push(failure);
      streams.err(`claimlint: ${plain(`${failure.path}: ${failure.message}`)}\n`);
    },
    async end() {
      const signatures = options.signatures?.check();
      const context = { ...options.context, ...(signatures === undefined ? {} : { signatures }) };
      const summary = tally.summarise(failures, context);
      await feed((sink) => sink.end(summary, () => assembleReport(documents, failures, context)));
      const empty = summary.summary.documents === 0 && !mayBeEmpty;
      if (empty && failures.length === 0) streams.err(NOTHING);
      if (empty || failures.length > 0 || broken.size > 0) return EXIT.incomplete;
      const { findings } = summary.summary;
      const open = signatures?.filter(({ state }) => state !== 'holds').length ?? 0;
      // A signature that does not hold weighs as much as a warning.
      return reaches({ ...findings, warning: findings.warning + open }, failOn) ? EXIT.findings : EXIT.clean;
    },
  };
}

const NOTHING =
  'claimlint: nothing to audit: name files, folders, globs, addresses, or - for standard input\n';

const AT_OR_ABOVE: Readonly<Record<FailOn, readonly Severity[]>> = {
  none: [],
  error: ['error'],
  warning: ['error', 'warning'],
  info: ['error', 'warning', 'info'],
};

function reaches(findings: Readonly<Record<Severity, number>>, failOn: FailOn): boolean {
  return AT_OR_ABOVE[failOn].some((severity) => findings[severity] > 0);
}
