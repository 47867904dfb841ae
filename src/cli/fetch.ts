/** One page over http(s), from the public internet only: the address that was checked is the one connected to. */
import { lookup as dnsLookup, type LookupAddress } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Duplex, Readable } from 'node:stream';
import zlib from 'node:zlib';
import { VERSION } from '../version.ts';
import { CliError, systemErrorCode } from './failure.ts';
import { isPublicAddress } from './public-address.ts';
import { readBody } from './read-body.ts';

export interface FetchOptions {
  /** Bytes after decompression; a larger page is refused. */
  readonly maxSize: number;
  /** For the whole exchange, redirects included. */
  readonly timeoutMs: number;
  /** Hosts as `name` or `name:port` that may be private: a site on the user's own machine. */
  readonly allowedHosts: ReadonlySet<string>;
  readonly stop?: AbortSignal;
  /** Throws where a redirect must not be followed to an address. */
  readonly admit?: (url: URL) => void;
  /** The media types that are read; those of pages where absent. */
  readonly types?: RegExp;
}

/** The server answered with a status other than success. */
export class StatusError extends CliError {
  readonly status: number;
  /** The header of the answer: seconds, or a date. */
  readonly retryAfter: string | null;

  constructor({ statusCode = 0, statusMessage = '', headers }: http.IncomingMessage) {
    super('http-status', `the server answered ${statusCode} ${statusMessage}`.trimEnd());
    this.status = statusCode;
    this.retryAfter = headers['retry-after'] ?? null;
  }
}

export interface Fetched {
  readonly bytes: Uint8Array;
  /** Where the page was found in the end. */
  readonly address: string;
  /** Lower case, without parameters; null where the server names none. */
  readonly mediaType: string | null;
  /** As the server names it, or null. */
  readonly charset: string | null;
}

const MAX_REDIRECTS = 5;
const PAGE_TYPES =
  /^(text\/(html|plain|markdown|x-markdown|yaml|x-yaml)|application\/(xhtml\+xml|json|yaml|x-yaml|ld\+json))$/;

/** Fetches a page. Throws a `CliError` with one clear line where it cannot or must not. */
export async function fetchPage(address: string, options: FetchOptions): Promise<Fetched> {
  const deadline = AbortSignal.timeout(options.timeoutMs);
  const signal = options.stop === undefined ? deadline : AbortSignal.any([deadline, options.stop]);
  const visited = new Set<string>();
  let url = parseAddress(address, null);
  try {
    for (;;) {
      if (visited.has(url.href))
        throw new CliError('redirect-loop', `redirects in a circle by way of ${url.href}`);
      if (visited.size > MAX_REDIRECTS) {
        throw new CliError(
          'redirect-loop',
          `redirects more than ${MAX_REDIRECTS} times, last to ${url.href}`,
        );
      }
      visited.add(url.href);
      const response = await request(url, options, signal);
      const next = redirectOf(response, url);
      if (next === null) return await readPage(response, url, options);
      response.destroy();
      options.admit?.(next);
      url = next;
    }
  } catch (error) {
    throw asCliError(error, url, deadline, options);
  }
}

/** An address that may be fetched, without its fragment. Throws a `CliError` where it is none. */
export function parseAddress(address: string, base: URL | null): URL {
  if (!URL.canParse(address, base?.href)) {
    throw new CliError('invalid-address', `“${address}” is not an address; write http(s)://host/path`);
  }
  const url = new URL(address, base?.href);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new CliError('invalid-address', `${url.protocol}// is not fetched, only http:// and https://`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new CliError('invalid-address', 'addresses with a user name or password are not fetched');
  }
  url.hash = '';
  return url;
}

function redirectOf(response: http.IncomingMessage, url: URL): URL | null {
  const { statusCode = 0, headers } = response;
  const redirects = [301, 302, 303, 307, 308].includes(statusCode) && headers.location !== undefined;
  return redirects ? parseAddress(headers.location ?? '', url) : null;
}

function request(url: URL, options: FetchOptions, signal: AbortSignal): Promise<http.IncomingMessage> {
  const allowed = options.allowedHosts.has(url.host) || options.allowedHosts.has(url.hostname);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !allowed && !isPublicAddress(host)) throw privateAddress(url, host);
  const { request: send } = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    send(url, {
      signal,
      agent: false,
      lookup: allowed ? undefined : publicLookup(url),
      headers: {
        'user-agent': `claimlint/${VERSION}`,
        accept: 'text/html, application/xhtml+xml, text/markdown, text/plain;q=0.9, */*;q=0.1',
        'accept-encoding': 'gzip, deflate, br',
      },
    })
      .on('response', resolve)
      .on('error', reject)
      .end();
  });
}

/** Resolves a name and hands on its addresses only where every one of them is public. */
function publicLookup(url: URL): LookupFunction {
  return (hostname, lookupOptions, callback) => {
    dnsLookup(hostname, { ...lookupOptions, all: true }, (error, addresses: LookupAddress[]) => {
      const [first] = addresses ?? [];
      const closed = addresses?.find(({ address }) => !isPublicAddress(address));
      if (error !== null) callback(error, []);
      else if (closed !== undefined) callback(privateAddress(url, closed.address), []);
      else if (lookupOptions.all === true) callback(null, addresses);
      else callback(null, first?.address ?? '', first?.family);
    });
  };
}

function privateAddress(url: URL, address: string): CliError {
  return new CliError(
    'private-address',
    `${url.host} is at ${address}, a private or reserved address; if the site is yours, add --allow-host ${url.host}`,
  );
}

async function readPage(
  response: http.IncomingMessage,
  url: URL,
  { maxSize, types = PAGE_TYPES }: FetchOptions,
): Promise<Fetched> {
  const { statusCode = 0, headers } = response;
  try {
    if (statusCode < 200 || statusCode > 299) throw new StatusError(response);
    const { mediaType, charset } = parseContentType(headers['content-type']);
    if (mediaType !== null && !types.test(mediaType)) {
      throw new CliError(
        'not-a-page',
        `is ${mediaType}, not a page; only HTML, Markdown, text, JSON and YAML are read`,
      );
    }
    return { bytes: await readBody(decompressed(response), maxSize), address: url.href, mediaType, charset };
  } finally {
    response.destroy();
  }
}

function parseContentType(header: string | undefined): Pick<Fetched, 'mediaType' | 'charset'> {
  const [type = '', ...parameters] = (header ?? '').toLowerCase().split(';');
  const charset = parameters
    .map((parameter) => parameter.trim())
    .find((parameter) => parameter.startsWith('charset='));
  return {
    mediaType: type.trim() === '' ? null : type.trim(),
    charset: charset?.slice('charset='.length).replaceAll('"', '') ?? null,
  };
}

const DECODERS: ReadonlyMap<string, () => Duplex> = new Map([
  ['gzip', zlib.createGunzip],
  ['x-gzip', zlib.createGunzip],
  ['deflate', zlib.createInflate],
  ['br', zlib.createBrotliDecompress],
]);

function decompressed(response: http.IncomingMessage): Readable {
  const encoding = response.headers['content-encoding']?.trim().toLowerCase() ?? '';
  if (encoding === '' || encoding === 'identity') return response;
  const decoder = DECODERS.get(encoding)?.();
  if (decoder === undefined) {
    throw new CliError('unsupported-encoding', `is packed as ${encoding}, which nobody asked for`);
  }
  response.on('error', (error) => decoder.destroy(error));
  return response.pipe(decoder);
}

const CAUSES: Readonly<Record<string, string>> = {
  ENOTFOUND: 'no such host; check the address',
  EAI_AGAIN: 'the name could not be looked up; check the connection',
  ECONNREFUSED: 'nothing answers there; check the address and the port',
  ECONNRESET: 'the server broke off; try again',
  EHOSTUNREACH: 'the host cannot be reached; check the connection',
  ENETUNREACH: 'the network cannot be reached; check the connection',
  ETIMEDOUT: 'the host does not answer; try again',
  EPIPE: 'the server broke off; try again',
};

function asCliError(error: unknown, url: URL, deadline: AbortSignal, options: FetchOptions): CliError {
  if (error instanceof CliError) return error;
  if (options.stop?.aborted) return new CliError('interrupted', 'interrupted while it was fetched');
  if (deadline.aborted) {
    return new CliError(
      'timeout',
      `no whole answer within ${options.timeoutMs / 1000} seconds; try again later`,
    );
  }
  const code = systemErrorCode(error) ?? '';
  const cause = CAUSES[code] ?? (error instanceof Error ? error.message : String(error));
  return new CliError('unreachable', `${url.host}: ${cause}`);
}
