/** `claimlint audit`: pages in, report out, exit code. */
import { setImmediate } from 'node:timers/promises';
import type { DocumentReport, Failure } from '../model.ts';
import { decodeSource } from '../read/source.ts';
import type { FailOn, Output } from './args.ts';
import { createPageAuditor, type OnlineChoice, type PageAuditor } from './auditor.ts';
import type { Changes } from './changed.ts';
import { wantsColour } from './colour.ts';
import { type Configuration, loadConfig } from './config.ts';
import { toFailure } from './failure.ts';
import { collectInputs, type Input } from './files.ts';
import { loadPage } from './load.ts';
import { tellRequests } from './online-requests.ts';
import { openSinks, type Sink } from './outputs.ts';
import { createProgress } from './progress.ts';
import { createRunReport, type RunReport } from './run-report.ts';
import type { Signatures } from './signatures.ts';
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
  readonly verbose?: boolean;
  readonly stdinFilename?: string;
  /** A commit: only findings that the changes since it are answerable for. */
  readonly changedSince?: string;
  /** A configuration file; found by walking up where absent, none where false. */
  readonly config?: string | false;
  /** Whether the packs must be those of claimlint.lock. */
  readonly frozen?: boolean;
  /** The folder in which results are kept; true for the usual one. */
  readonly cache?: string | true;
  /** Bibliographies and notices asked beside the packs. */
  readonly libraries?: readonly string[];
  readonly retractions?: string;
  /** Whether and how the registries are asked. */
  readonly online?: OnlineChoice;
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
  const context = { asOf: settings.today, packs: auditor.evidence.packs };
  const rendering = { ...renderOptions(settings, streams), context, evidence: auditor.evidence };
  const collected = await collectInputs(words, {
    cwd: streams.cwd,
    ...(settings.stdinFilename === undefined ? {} : { stdinFilename: settings.stdinFilename }),
    ...(content.ignore === undefined ? {} : { ignore: { base: folder, patterns: content.ignore } }),
  });
  const changes = await changesSince(settings.changedSince, streams.cwd);
  const signatures = await signaturesOf(configuration, auditor, settings.today);
  const sinks = [...(await openSinks(settings.outputs, rendering, streams)), ...more];
  const inputs = collected.inputs.filter(
    (input) => changes === null || input.kind !== 'file' || changes.has(input.file),
  );
  const progress = settings.quiet || !streams.errIsTerminal ? null : createProgress(streams);
  const report = createRunReport(
    {
      sinks,
      context,
      failOn: settings.failOn ?? content.failOn ?? 'error',
      signatures,
      mayBeEmpty: changes !== null && collected.inputs.length > 0,
    },
    {
      ...streams,
      err: (text) => {
        progress?.clear();
        streams.err(text);
      },
    },
  );
  for (const failure of collected.failures) report.fail(failure);
  await auditInputs(inputs, report, streams, async (input, index) => {
    progress?.show({ done: index, waiting: inputs.length - index, failed: 0, open: false });
    const { source, notices } = await loadPage(input, settings, streams);
    const document = await auditor.audit(source);
    const told = { ...document, notices: [...notices, ...document.notices] };
    const shown =
      changes === null || input.kind !== 'file' ? told : await sinceThen(told, input, changes, auditor);
    await report.page(shown, source);
  });
  const failure = auditor.cacheFailure();
  if (failure !== null) report.fail(failure);
  progress?.clear();
  tellOnline(auditor, settings, report, streams);
  return report.end();
}

/** What the registries could not answer, and what a dry run would have asked. */
export function tellOnline(
  { online }: PageAuditor,
  settings: Pick<AuditSettings, 'online'>,
  report: RunReport,
  streams: Streams,
): void {
  if (online === null) return;
  for (const message of online.failures()) report.fail({ path: 'online', code: 'registry', message });
  if (settings.online?.dryRun === true) tellRequests(online, streams);
}

/** What reviewers signed, where the configuration names a substantiation file. */
export async function signaturesOf(
  { content, folder }: Configuration,
  { evidence }: PageAuditor,
  today: string,
): Promise<Signatures | null> {
  if (content.substantiation === undefined) return null;
  const { readSignatures } = await import('./signatures.ts');
  return readSignatures(content.substantiation, folder, evidence, today);
}

async function changesSince(commit: string | undefined, cwd: string): Promise<Changes | null> {
  if (commit === undefined) return null;
  const { readChanges } = await import('./changed.ts');
  return readChanges(commit, cwd);
}

async function sinceThen(
  now: DocumentReport,
  { path, file }: Extract<Input, { kind: 'file' }>,
  changes: Changes,
  auditor: PageAuditor,
): Promise<DocumentReport> {
  const { onlyNewFindings } = await import('./new-findings.ts');
  const bytes = await changes.before(file);
  const decoded = bytes === null ? null : decodeSource(bytes, path);
  const before = decoded !== null && 'source' in decoded ? await auditor.audit(decoded.source) : null;
  return onlyNewFindings(now, before, file, changes);
}

/** How reports are to be written, on this terminal. */
export function renderOptions(
  settings: Pick<AuditSettings, 'quiet' | 'showSuppressions' | 'verbose'>,
  streams: Streams,
) {
  return {
    colour: wantsColour(streams),
    columns: streams.columns,
    quiet: settings.quiet,
    suppressions: settings.showSuppressions,
    verbose: settings.verbose ?? false,
  };
}

/** One page after the other, until the user stops it; a page that cannot be audited does not stop the others. */
async function auditInputs(
  inputs: readonly Input[],
  report: RunReport,
  streams: Streams,
  auditInput: (input: Input, index: number) => Promise<void>,
): Promise<void> {
  for (const [index, input] of inputs.entries()) {
    // A turn of the event loop: only then is an interruption heard.
    await setImmediate();
    if (streams.stop.aborted) {
      report.fail(interrupted(inputs.length - index, inputs.length));
      return;
    }
    try {
      await auditInput(input, index);
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
