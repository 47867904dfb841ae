/** Requests to one site: at its pace, and asked again where the server says that it is busy. */
import { gunzipSync } from 'node:zlib';
import { CliError } from '../failure.ts';
import { type Fetched, fetchPage, StatusError } from '../fetch.ts';
import type { Pace } from './pace.ts';

export interface FetcherOptions {
  /** Bytes; a larger page is refused. */
  readonly maxSize: number;
  readonly timeoutMs: number;
  /** Hosts that may be private. */
  readonly allowedHosts: ReadonlySet<string>;
  readonly stop: AbortSignal;
}

export interface Fetcher {
  /** A page. `admit` throws where a redirect must not be followed. */
  page(address: string, admit: (url: URL) => void): Promise<Fetched>;
  /** The text of a robots.txt or a sitemap, wherever it redirects to. */
  text(address: string): Promise<string>;
}

/** What a browser shows as text; data, pictures, programs and documents are no pages of a site. */
const PAGE_TYPES = /^(text\/(html|plain|markdown|x-markdown)|application\/xhtml\+xml)$/;
/** Sitemaps may have 50 MB (sitemaps.org). */
const MAX_TEXT_SIZE = 50_000_000;
const MAX_RETRIES = 2;
const MAX_HOLD_OFF_SECONDS = 120;

/**
 * Fetches at the given pace; a busy server (429, 503) is asked again after as long as it wants, twice at most. Throws a
 * `CliError` where a page cannot or must not be read.
 */
export function createFetcher(options: FetcherOptions, pace: Pace): Fetcher {
  async function patiently(ask: () => Promise<Fetched>): Promise<Fetched> {
    for (let retries = 0; ; retries++) {
      await pace.turn();
      try {
        return await ask();
      } catch (error) {
        const seconds = secondsToHoldOff(error);
        if (seconds === null || retries >= MAX_RETRIES) throw error;
        pace.holdOff(seconds);
      }
    }
  }

  return {
    page: (address, admit) => patiently(() => fetchPage(address, { ...options, admit, types: PAGE_TYPES })),
    async text(address) {
      const settings = { ...options, maxSize: MAX_TEXT_SIZE, types: /./ };
      const { bytes } = await patiently(() => fetchPage(address, settings));
      return new TextDecoder().decode(isGzip(bytes) ? unpacked(bytes) : bytes);
    },
  };
}

/** Sitemaps are often files that are packed, and not only sent so. */
function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function unpacked(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_TEXT_SIZE });
  } catch {
    throw new CliError('damaged', `cannot be unpacked, or is over ${MAX_TEXT_SIZE / 1e6} MB`);
  }
}

/** What a busy server (429, 503) asks for in seconds; null where it asks for nothing, or for too much. */
function secondsToHoldOff(error: unknown): number | null {
  if (!(error instanceof StatusError) || (error.status !== 429 && error.status !== 503)) return null;
  const seconds = /^\d{1,4}$/.test(error.retryAfter ?? '') ? Number(error.retryAfter) : Number.NaN;
  return seconds <= MAX_HOLD_OFF_SECONDS ? seconds : null;
}
