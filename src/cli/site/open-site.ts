/** Finds out where a site is, what its robots.txt allows, and which pages its sitemaps list. */
import { CliError } from '../failure.ts';
import { type Fetched, parseAddress, StatusError } from '../fetch.ts';
import { isSameSite, type Site, siteOf } from './address.ts';
import type { Fetcher } from './fetcher.ts';
import { type Robots, readRobots } from './robots.ts';
import { walkSitemaps } from './sitemap.ts';

export interface OpenSite {
  readonly site: Site;
  readonly robots: Robots;
  /** The start, in the spelling of the site. */
  readonly start: string;
  /** What the start was answered with; null where it was not asked for. */
  readonly first: Fetched | CliError | null;
  /** Why nothing can be fetched now. */
  readonly gone: CliError | null;
}

/**
 * Fetches the start of a run. Where it redirects to another spelling of its host (https, `www.`), that is the
 * site. Throws a `CliError` where nothing answers, it leads to another site, or robots.txt forbids it.
 */
export async function openSite(address: string, fetcher: Fetcher): Promise<OpenSite> {
  const asked = parseAddress(address, null);
  const robots = await readRobots(asked.origin, fetcher.text);
  const site = siteOf(asked.href);
  const start = site.resolve(asked.href) ?? asked.href;
  if (!robots.allows(start)) throw forbidden(site, start);
  const first = await fetchStart(start, fetcher, (next) => {
    if (!isSameSite(next, asked)) {
      throw new CliError('other-site', `${start} redirects to ${next.origin}; if that is the site, name it`);
    }
    if (next.origin === asked.origin && !robots.allows(next.href)) throw forbidden(site, next.href);
  });
  if (first instanceof CliError || new URL(first.address).origin === site.origin) {
    return { site, robots, start, first, gone: null };
  }
  const landed = siteOf(first.address);
  const landedRobots = await readRobots(landed.origin, fetcher.text);
  if (!landedRobots.allows(first.address)) throw forbidden(landed, first.address);
  return {
    site: landed,
    robots: landedRobots,
    start: landed.resolve(first.address) ?? first.address,
    first,
    gone: null,
  };
}

/**
 * The site of a run that is gone on with. Where it cannot be reached any more, what was read of it before can
 * still be reported.
 */
export async function reopenSite(origin: string, start: string, fetcher: Fetcher): Promise<OpenSite> {
  const site = siteOf(origin);
  const known = { site, start: site.resolve(start) ?? origin, first: null };
  try {
    return { ...known, robots: await readRobots(site.origin, fetcher.text), gone: null };
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    return { ...known, robots: { allows: () => true, delay: 0, sitemaps: [] }, gone: error };
  }
}

function forbidden(site: Site, address: string): CliError {
  return new CliError(
    'robots-forbid',
    `${site.origin}/robots.txt forbids to read ${address}; ask the owner, or audit a folder of saved pages`,
  );
}

/** A start that cannot be read itself may stand beside pages that can; but something must answer. */
async function fetchStart(
  start: string,
  fetcher: Fetcher,
  admit: (url: URL) => void,
): Promise<Fetched | CliError> {
  try {
    return await fetcher.page(start, admit);
  } catch (error) {
    const answered =
      error instanceof StatusError || (error instanceof CliError && ANSWERED.includes(error.code));
    if (answered) return error;
    if (error instanceof CliError && !error.message.includes(start)) {
      throw new CliError(error.code, `${start}: ${error.message}`);
    }
    throw error;
  }
}

const ANSWERED = ['not-a-page', 'too-large'];

export interface ListingReader {
  /** Takes pages of the site; false where no more are wanted. */
  readonly found: (addresses: readonly string[]) => Promise<boolean>;
  readonly tell: (message: string) => void;
}

export interface Listing {
  /** Addresses of the site that the sitemaps list. */
  readonly listed: number;
  /** Whether all were read. */
  readonly complete: boolean;
}

/** Hands on the pages of the site that its sitemaps list. */
export async function listPages(
  { site, robots }: Pick<OpenSite, 'site' | 'robots'>,
  fetcher: Fetcher,
  reader: ListingReader,
): Promise<Listing> {
  const named = robots.sitemaps.flatMap((written) => absolute(written, site.origin));
  let listed = 0;
  let elsewhere = 0;
  const complete = await walkSitemaps(named.length > 0 ? named : [`${site.origin}/sitemap.xml`], {
    read: fetcher.text,
    found(locations) {
      const addresses = locations.flatMap((location) => site.resolve(location) ?? []);
      listed += addresses.length;
      elsewhere += locations.length - addresses.length;
      return reader.found(addresses);
    },
    unreadable(address, error) {
      // A site need not have one where it names none.
      if (named.length > 0) reader.tell(`${address}: ${error.message}; this sitemap was left aside`);
    },
  });
  if (elsewhere > 0) reader.tell(`the sitemaps list ${elsewhere} addresses of other sites, left aside`);
  return { listed, complete };
}

function absolute(written: string, origin: string): string[] {
  return URL.canParse(written, origin) ? [new URL(written, origin).href] : [];
}
