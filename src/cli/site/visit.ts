/** Reads one page of a site and audits it. */
import type { DocumentReport, Failure, Source } from '../../model.ts';
import { decodeSource } from '../../read/source.ts';
import type { PageAuditor } from '../auditor.ts';
import { CliError, toFailure } from '../failure.ts';
import { type Fetched, StatusError } from '../fetch.ts';
import { isSameSite, type Site } from './address.ts';
import type { Fetcher } from './fetcher.ts';
import type { Frontier } from './frontier.ts';
import { linksOf } from './links.ts';
import type { Robots } from './robots.ts';
import type { Scope } from './scope.ts';

export interface Visitor {
  readonly site: Site;
  readonly robots: Robots;
  readonly scope: Scope;
  readonly frontier: Frontier;
  readonly fetcher: Fetcher;
  readonly auditor: PageAuditor;
  /** Whether links are followed. */
  readonly follow: boolean;
  readonly maxSize: number;
}

/** What came of an address: a report, a reason why there is none to be had, or a failure. */
export type Visit =
  | { readonly document: DocumentReport; readonly source: Source; readonly links: readonly string[] }
  | { readonly skipped: Reason; readonly links: readonly string[] }
  | { readonly failed: Reason; readonly links: readonly string[] };

export type Reason = Pick<Failure, 'code' | 'message'>;

/** There is no page of the site at an address, which is nothing wrong with the audit. */
class Skip extends CliError {}

/** Codes of failures that say so too. */
const NO_PAGE = ['not-a-page', 'binary-file', 'empty-file'];

/**
 * Visits an address; `fetched` is what it was answered with where it was asked before. Throws a `CliError` of
 * the code `interrupted` where the run is stopped.
 */
export async function visit(
  address: string,
  visitor: Visitor,
  fetched: Fetched | CliError | null,
): Promise<Visit> {
  try {
    return await read(address, visitor, fetched);
  } catch (error) {
    const { code, message } = toFailure(address, error);
    if (code === 'interrupted') throw error;
    const absent = error instanceof StatusError && (error.status === 404 || error.status === 410);
    if (absent) return { skipped: { code: 'not-found', message }, links: [] };
    const nothing = error instanceof Skip || NO_PAGE.includes(code);
    return nothing ? { skipped: { code, message }, links: [] } : { failed: { code, message }, links: [] };
  }
}

async function read(address: string, visitor: Visitor, answered: Fetched | CliError | null): Promise<Visit> {
  if (answered instanceof CliError) throw answered;
  const { site, scope, fetcher, auditor, maxSize } = visitor;
  const fetched = answered ?? (await fetcher.page(address, (next) => admit(next, address, visitor)));
  const path = site.resolve(fetched.address) ?? address;
  const { mediaType, charset } = fetched;
  // The day of the copy is a fact; --today moves only the judgement.
  const retrieved = new Date().toISOString().slice(0, 10);
  const decoded = decodeSource(fetched.bytes, path, { maxSize, mediaType, charset, retrieved });
  if ('failure' in decoded) throw new CliError(decoded.failure.code, decoded.failure.message);
  const { source } = decoded;
  const links = visitor.follow ? pageLinks(source, site) : [];
  if (!scope.audits(path)) {
    return { skipped: { code: 'out-of-scope', message: 'not among the pages asked for' }, links };
  }
  return { document: await auditor.audit(source), source, links };
}

/** Throws where a redirect leads to what is not to be read, or is read by itself. */
function admit(next: URL, from: string, { site, robots, scope, frontier }: Visitor): void {
  if (!isSameSite(next, new URL(site.origin))) {
    throw new Skip('other-site', `redirects to ${next.origin}, another site`);
  }
  const address = site.resolve(next.href);
  if (address === null || address === from) return;
  if (!robots.allows(address)) throw new Skip('robots', `redirects to ${address}, forbidden by robots.txt`);
  if (!scope.admits(address)) throw new Skip('out-of-scope', `redirects to ${address}, not asked for`);
  if (frontier.covers(address)) throw new Skip('redirected', `redirects to ${address}, read by itself`);
}

/** The addresses of the site that a page links to, each once. */
function pageLinks({ format, text, path }: Source, site: Site): string[] {
  if (format !== 'html') return [];
  const { base, references } = linksOf(text, path);
  return [...new Set(references.flatMap((reference) => site.resolve(reference, base) ?? []))];
}
