/** `claimlint audit`: pages in, report out, exit code. */
import type { Failure } from '../model.ts';
import type { FailOn, Output } from './args.ts';
import { createPageAuditor, type PageAuditor } from './auditor.ts';
import { wantsColour } from './colour.ts';
import { loadConfig } from './config.ts';
import { toFailure } from './failure.ts';
import { collectInputs, type Input } from './files.ts';
import { loadPage } from './load.ts';
import { openSinks, type Sink } from './outputs.ts';
import { createRunReport, type RunReport } from './run-report.ts';
import type { Streams } from './streams.ts';

export interface AuditSettings {
  readonly outputs: readonly Output[];
  /** The configuration's, or `error`, where absent. */
  readonly failOn?: FailOn;
  /** ISO date. */
  readonly today: string;
  readonly maxSize: number;
  readonly allowedHosts: ReadonlySet<string>;
  readonly jurisdiction?: string;
  readonly inlineConfig: boolean;
  readonly quiet: boolean;
  readonly showSuppressions: boolean;
  readonly stdinFilename?: string;
  /** A configuration file; found by walking up where absent, none where false. */
  readonly config?: string | false;
}

/** Audits what the words name, writes every output (and to the sinks given) and returns the exit code. */
export async function runAudit(
  words: readonly string[],
  settings: AuditSettings,
  streams: Streams,
  more: readonly Sink[] = [],
): Promise<number> {
  const configuration = await loadConfig(streams.cwd, settings.config);
  const { content, folder } = configuration;
  const auditor = await createPageAuditor(configuration, settings, streams.cwd);
  const sinks = [...(await openSinks(settings.outputs, renderOptions(settings, streams), streams)), ...more];
  const collected = await collectInputs(words, {
    cwd: streams.cwd,
    ...(settings.stdinFilename === undefined ? {} : { stdinFilename: settings.stdinFilename }),
    ...(content.ignore === undefined ? {} : { ignore: { base: folder, patterns: content.ignore } }),
  });
  const report = createRunReport(
    {
      sinks,
      context: { asOf: settings.today, packs: auditor.evidence.packs },
      failOn: settings.failOn ?? content.failOn ?? 'error',
      mayBeEmpty: false,
    },
    streams,
  );
  for (const failure of collected.failures) report.fail(failure);
  await auditInputs(collected.inputs, auditor, report, settings, streams);
  return report.end();
}

function renderOptions(settings: AuditSettings, streams: Streams) {
  return {
    colour: wantsColour(streams),
    columns: streams.columns,
    quiet: settings.quiet,
    suppressions: settings.showSuppressions,
  };
}

async function auditInputs(
  inputs: readonly Input[],
  auditor: PageAuditor,
  report: RunReport,
  settings: AuditSettings,
  streams: Streams,
): Promise<void> {
  for (const [index, input] of inputs.entries()) {
    if (streams.stop.aborted) {
      report.fail(interrupted(inputs.length - index, inputs.length));
      return;
    }
    try {
      const { source, notices } = await loadPage(input, settings, streams);
      const document = await auditor.audit(source);
      await report.page({ ...document, notices: [...notices, ...document.notices] });
    } catch (error) {
      report.fail(toFailure(input.path, error));
    }
  }
}

function interrupted(left: number, of: number): Failure {
  return {
    path: '.',
    code: 'interrupted',
    message: `interrupted: ${left} of ${of} pages were not audited; run again for the rest`,
  };
}
