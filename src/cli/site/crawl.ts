/** Reads a site page by page, from where its journal ends to where nothing is left or the user stops it. */
import { resolve } from 'node:path';
import type { DocumentReport, Failure, Source } from '../../model.ts';
import type { PageAuditor } from '../auditor.ts';
import { CliError } from '../failure.ts';
import { showsText } from '../outputs.ts';
import type { Progress } from '../progress.ts';
import type { RunReport } from '../run-report.ts';
import type { Streams } from '../streams.ts';
import { createFetcher, type Fetcher } from './fetcher.ts';
import { createFrontier, type Frontier } from './frontier.ts';
import {
  type Append,
  type Journal,
  type JournalEntry,
  JournalError,
  type JournalHeader,
  openJournal,
  type PageEntry,
} from './journal.ts';
import { leftAsideLine } from './left-aside.ts';
import { listPages, type OpenSite, openSite, reopenSite } from './open-site.ts';
import { createPace, type Pace, systemClock } from './pace.ts';
import type { Identity, SiteSettings } from './run.ts';
import { createScope, type Scope } from './scope.ts';
import { type Visit, type Visitor, visit } from './visit.ts';

export interface CrawlOptions {
  readonly settings: SiteSettings;
  /** The header of the journal that is gone on with, or null. */
  readonly begun: JournalHeader | null;
  readonly identity: Identity;
  readonly auditor: PageAuditor;
  readonly report: RunReport;
  readonly progress: Progress;
  readonly streams: Streams;
  readonly append: Append | undefined;
}

/** What the steps of a run share. */
interface Crawl extends CrawlOptions {
  readonly opened: OpenSite;
  readonly fetcher: Fetcher;
  readonly frontier: Frontier;
  readonly scope: Scope;
  readonly counts: {
    pages: number;
    failed: number;
    /** Visits that found no page, by code. */
    readonly skipped: Map<string, number>;
  };
}

type Listed = Extract<JournalEntry, { kind: 'listed' }>;

/**
 * Hands every page of a site to the report, those of the journal first. Throws a `CliError` where nothing can
 * be begun; what stops a run later is told as a failure, and what was done stands.
 */
export async function crawl(options: CrawlOptions): Promise<void> {
  const { settings, begun, identity, report, streams } = options;
  const { maxSize, allowedHosts, timeout, rate, maxPages, depth } = settings;
  const pace = createPace(rate, systemClock(streams.stop));
  const fetcher = createFetcher(
    { maxSize, allowedHosts, timeoutMs: timeout * 1_000, stop: streams.stop },
    pace,
  );
  const opened =
    begun === null
      ? await openSite(identity.start, fetcher)
      : await reopenSite(begun.origin, identity.start, fetcher);
  keepDelay(opened.robots.delay, pace, options);
  const frontier = createFrontier({ maxPages, maxDepth: depth, allows: opened.robots.allows });
  const scope = createScope(settings.include, settings.exclude);
  const run: Crawl = {
    ...options,
    opened,
    fetcher,
    frontier,
    scope,
    counts: { pages: 0, failed: 0, skipped: new Map() },
  };

  const { journal, listed } = await resume(run);
  try {
    if (opened.gone === null) await readPages(run, journal, await findPages(run, journal, listed));
    else fail(run, opened.gone.code, opened.gone.message);
    if (run.counts.pages + run.counts.failed === 0) {
      fail(run, 'no-pages', 'no page was found there; check the address, --include and --exclude');
    }
  } catch (error) {
    report.fail(endOf(run, error));
  } finally {
    await journal.close();
  }
  if (!settings.quiet) tellTheRest(run);
}

function keepDelay(delay: number, pace: Pace, { settings, streams }: CrawlOptions): void {
  if (delay * settings.rate <= 1) return;
  pace.slowTo(delay);
  if (!settings.quiet) streams.err(`claimlint: robots.txt asks for ${delay} seconds between two pages\n`);
}

/** Takes up what the journal holds. */
async function resume(run: Crawl): Promise<{ readonly journal: Journal; readonly listed: Listed | null }> {
  const { settings, identity, opened, streams, append } = run;
  if (settings.journal === undefined) return { journal: NO_JOURNAL, listed: null };
  let listed: Listed | null = null;
  const journal = await openJournal(
    resolve(streams.cwd, settings.journal),
    settings.journal,
    { kind: 'site', version: 1, ...identity, origin: opened.site.origin },
    async (entry) => {
      if (entry.kind === 'listed') listed = entry;
      else if (entry.kind === 'page') await replayPage(run, entry);
      else for (const address of entry.addresses) run.frontier.add(address, 0);
    },
    append,
  );
  return { journal, listed };
}

const NO_JOURNAL: Journal = { append: async () => undefined, close: async () => undefined };

/** Pages that failed stay in line and are asked for again. */
async function replayPage(run: Crawl, entry: PageEntry): Promise<void> {
  const { frontier, report, counts } = run;
  const { address, depth, links, document, text, skipped, failed } = entry;
  for (const link of links) frontier.add(link, depth + 1);
  const ledTo = document?.path ?? address;
  if (failed !== undefined || frontier.isFinished(ledTo)) return;
  frontier.finish(address, ledTo);
  if (skipped !== undefined) count(run, skipped.code);
  if (document === undefined) return;
  counts.pages += 1;
  await report.page(document, sourceOf(document, text));
}

function sourceOf(document: DocumentReport, text: string | undefined): Source | undefined {
  const { path, format, sha256, retrieved } = document;
  return text === undefined ? undefined : { path, format, text, sha256, retrieved };
}

/** Puts the start and the pages of the sitemaps in line; returns whether links are followed. */
async function findPages(run: Crawl, journal: Journal, listed: Listed | null): Promise<boolean> {
  const { settings, opened, fetcher, frontier, scope, streams } = run;
  if (listed?.complete === true) return listed.follow;
  async function found(addresses: readonly string[]): Promise<boolean> {
    const added = addresses.filter((address) => frontier.add(address, 0));
    if (added.length > 0) await journal.append({ kind: 'found', addresses: added });
    return frontier.leftAside().limit === 0;
  }
  if (frontier.finished() + frontier.waiting() === 0) await found([opened.start]);
  const listing = await listPages(opened, fetcher, {
    found: (addresses) => found(addresses.filter(scope.admits)),
    tell: (message) => streams.err(`claimlint: ${message}\n`),
  });
  const follow = settings.crawl || listing.listed === 0;
  await journal.append({ kind: 'listed', complete: listing.complete, follow });
  return follow;
}

/** After this many pages in a row without an answer the site is taken to be down. */
const MAX_UNANSWERED = 10;
const UNANSWERED = ['unreachable', 'timeout'];

async function readPages(run: Crawl, journal: Journal, follow: boolean): Promise<void> {
  const { settings, opened, frontier, progress, streams } = run;
  const { site, robots, start, first } = opened;
  const visitor: Visitor = { ...run, site, robots, follow, maxSize: settings.maxSize };
  const keepText = settings.outputs.some(showsText);
  let unanswered = 0;
  for (let next = frontier.next(); next !== null; next = frontier.next()) {
    const { address, depth } = next;
    if (streams.stop.aborted) throw new CliError('interrupted', '');
    const visited = await visit(address, visitor, address === start ? first : null);
    frontier.finish(address, 'document' in visited ? visited.document.path : address);
    const links = visited.links.filter((link) => run.scope.admits(link) && frontier.add(link, depth + 1));
    try {
      await journal.append({ kind: 'page', address, depth, links, ...outcome(visited, keepText) });
    } finally {
      await tell(run, address, visited);
    }
    unanswered = 'failed' in visited && UNANSWERED.includes(visited.failed.code) ? unanswered + 1 : 0;
    if (unanswered >= MAX_UNANSWERED) throw new CliError('site-gone', '');
    if (!settings.quiet) {
      const { failed } = run.counts;
      progress.show({ done: frontier.finished(), waiting: frontier.waiting(), failed, open: follow });
    }
  }
}

function outcome(
  visited: Visit,
  keepText: boolean,
): Pick<PageEntry, 'document' | 'text' | 'skipped' | 'failed'> {
  if ('skipped' in visited) return { skipped: visited.skipped };
  if ('failed' in visited) return { failed: visited.failed };
  return { document: visited.document, ...(keepText ? { text: visited.source.text } : {}) };
}

async function tell(run: Crawl, address: string, visited: Visit): Promise<void> {
  if ('document' in visited) {
    run.counts.pages += 1;
    await run.report.page(visited.document, visited.source);
  } else if ('failed' in visited) {
    run.counts.failed += 1;
    run.report.fail({ path: address, ...visited.failed });
  } else count(run, visited.skipped.code);
}

function count({ counts: { skipped } }: Crawl, code: string): void {
  skipped.set(code, (skipped.get(code) ?? 0) + 1);
}

/** What has ended a run before its time, in one line. */
function endOf(run: Crawl, error: unknown): Failure {
  const { settings, frontier, streams } = run;
  if (error instanceof JournalError) {
    return { path: settings.journal ?? '', code: error.code, message: error.message };
  }
  const waiting = `${frontier.waiting()} known pages were not read`;
  const again =
    settings.journal === undefined
      ? 'with --journal FILE a run can be gone on with'
      : 'run the same command again to go on';
  if (error instanceof CliError && streams.stop.aborted) {
    return failureAt(run, 'interrupted', `interrupted: ${waiting}; ${again}`);
  }
  if (error instanceof CliError && error.code === 'site-gone') {
    const silence = `${MAX_UNANSWERED} pages in a row were not answered`;
    return failureAt(run, 'site-gone', `${silence}, so ${waiting}; ${again}`);
  }
  throw error;
}

function fail(run: Crawl, code: string, message: string): void {
  run.counts.failed += 1;
  run.report.fail(failureAt(run, code, message));
}

function failureAt({ opened }: Crawl, code: string, message: string): Failure {
  return { path: opened.site.origin, code, message };
}

function tellTheRest({ counts: { skipped }, frontier, settings, streams }: Crawl): void {
  const line = leftAsideLine({ skipped, left: frontier.leftAside() }, settings);
  if (line !== null) streams.err(line);
}
