/** What a site's robots.txt (RFC 9309) lets claimlint read, and how fast. */
import robotsParser from 'robots-parser';
import { CliError } from '../failure.ts';
import { StatusError } from '../fetch.ts';

export interface Robots {
  allows(address: string): boolean;
  /** Seconds between two requests that the site asks for; 0 where it asks for none. */
  readonly delay: number;
  /** Addresses of sitemaps, as they are written. */
  readonly sitemaps: readonly string[];
}

/** As the user-agent header names us, without the version. */
const AGENT = 'claimlint';
/** RFC 9309, section 2.5: at least this much is to be read; what follows may be left aside. */
const MAX_CHARACTERS = 512_000;
const MAX_DELAY_SECONDS = 86_400;

/**
 * Reads the robots.txt of an origin. A site without one (any answer from 400 to 499) allows everything; where
 * the server fails (RFC 9309, section 2.3.1.4), nothing: a `CliError` is thrown, as when nothing answers.
 * `read` fetches an address and returns its text.
 */
export async function readRobots(
  origin: string,
  read: (address: string) => Promise<string>,
): Promise<Robots> {
  const address = `${origin}/robots.txt`;
  try {
    return parseRobots(address, await read(address));
  } catch (error) {
    if (!(error instanceof CliError) || error.code === 'interrupted') throw error;
    if (!(error instanceof StatusError)) throw new CliError(error.code, `${address}: ${error.message}`);
    if (error.status >= 400 && error.status < 500) return parseRobots(address, '');
    throw new CliError(
      'no-robots',
      `${address}: ${error.message}, and a site whose rules cannot be read is left alone; try again later`,
    );
  }
}

/** The rules of a robots.txt for us, from its address and text; an empty text allows everything. */
export function parseRobots(address: string, text: string): Robots {
  const robots = robotsParser(address, text.slice(0, MAX_CHARACTERS).replace(/^\uFEFF/, ''));
  const delay = robots.getCrawlDelay(AGENT) ?? 0;
  return {
    allows: (page) => robots.isAllowed(page, AGENT) !== false,
    delay: delay > 0 ? Math.min(delay, MAX_DELAY_SECONDS) : 0,
    sitemaps: robots.getSitemaps(),
  };
}
