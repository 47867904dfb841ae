/** `claimlint site`: the pages of a site in, report out, exit code. */
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { buildHash } from '../../build-hash.ts';
import { type AuditSettings, renderOptions, signaturesOf, tellOnline } from '../audit.ts';
import { createPageAuditor, type PageAuditor } from '../auditor.ts';
import { today as currentDay } from '../clock.ts';
import { type Configuration, loadConfig } from '../config.ts';
import { CliError } from '../failure.ts';
import { openSinks } from '../outputs.ts';
import { createProgress } from '../progress.ts';
import { createRunReport } from '../run-report.ts';
import type { Streams } from '../streams.ts';
import { crawl } from './crawl.ts';
import { type Append, type JournalHeader, readHeader } from './journal.ts';

export interface SiteSettings extends Omit<AuditSettings, 'today' | 'stdinFilename' | 'changedSince'> {
  /** ISO date; the journal's, or the current day, where absent. */
  readonly today?: string;
  /** A file that keeps what is done. */
  readonly journal?: string;
  /** Pages a second, at most. */
  readonly rate: number;
  /** Links from the start, at most. */
  readonly depth: number;
  readonly maxPages: number;
  /** Patterns of paths. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Whether links are followed although there is a sitemap. */
  readonly crawl: boolean;
  /** Seconds for a page. */
  readonly timeout: number;
}

/**
 * Audits the site of an address, writes every output as the pages are done and returns the exit code. `append`
 * writes to the journal.
 */
export async function runSite(
  start: string,
  settings: SiteSettings,
  streams: Streams,
  append?: Append,
): Promise<number> {
  const configuration = await loadConfig(streams.cwd, settings.config);
  const begun = await readBegun(settings, streams);
  const today = settings.today ?? begun?.today ?? currentDay();
  const auditor = await createPageAuditor(configuration, { ...settings, today }, streams.cwd);
  const identity = { start, today, ...identityOf(settings, configuration, auditor) };
  if (begun !== null) checkSame(begun, identity, settings.journal ?? '');

  const signatures = await signaturesOf(configuration, auditor, today);

  const progress = createProgress(streams);
  const told: Streams = {
    ...streams,
    err(text) {
      progress.clear();
      streams.err(text);
    },
  };
  const context = { asOf: today, packs: auditor.evidence.packs };
  const sinks = await openSinks(
    settings.outputs,
    { ...renderOptions(settings, streams), context, evidence: auditor.evidence },
    streams,
  );
  const report = createRunReport(
    {
      sinks,
      context,
      failOn: settings.failOn ?? configuration.content.failOn ?? 'error',
      signatures,
      mayBeEmpty: false,
    },
    told,
  );
  try {
    await crawl({ settings, begun, identity, auditor, report, progress, streams: told, append });
  } catch (error) {
    await Promise.all(sinks.map((sink) => sink.discard()));
    throw error;
  }
  tellOnline(auditor, settings, report, told);
  const failure = auditor.cacheFailure();
  if (failure !== null) report.fail(failure);
  return report.end();
}

async function readBegun({ journal }: SiteSettings, { cwd }: Streams): Promise<JournalHeader | null> {
  return journal === undefined ? null : readHeader(resolve(cwd, journal), journal);
}

/** What a journal and the run that goes on with it must agree on. */
export type Identity = Omit<JournalHeader, 'kind' | 'version' | 'origin'>;

function identityOf(
  { include, exclude, crawl: follow, jurisdiction, inlineConfig, online }: SiteSettings,
  { content }: Configuration,
  { evidence, libraryHash }: PageAuditor,
): Omit<Identity, 'start' | 'today'> {
  return {
    scope: JSON.stringify({ include, exclude, crawl: follow }),
    packs: evidence.packs.map(({ id, hash }) => `${id} ${hash}`).join(', '),
    settings: createHash('sha256')
      .update(
        JSON.stringify({ content, jurisdiction, inlineConfig, libraryHash, online: online !== undefined }),
      )
      .digest('hex'),
    build: buildHash(),
  };
}

const NAMES: Readonly<Record<keyof Identity, string>> = {
  start: 'for another address',
  scope: 'with another --include, --exclude or --crawl',
  packs: 'with other evidence packs',
  settings: 'with another configuration or other options',
  build: 'with another build of claimlint',
  today: 'as of another day',
};

function checkSame(begun: JournalHeader, identity: Identity, shown: string): void {
  const reasons = Object.entries(NAMES).flatMap(([field, reason]) => {
    const key = Object.keys(NAMES).find((name): name is keyof Identity => name === field);
    return key === undefined || begun[key] === identity[key] ? [] : reason;
  });
  if (reasons.length === 0) return;
  throw new CliError(
    'other-journal',
    `${shown} was begun ${reasons.join(', ')}; go on as it was begun, or name another journal`,
  );
}
