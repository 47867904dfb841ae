/**
 * Asks public registries of works, politely: one request at a time and not too many a second, with a contact
 * address, a time-out, retries that wait longer each time, and a cache. Everything from outside passes a
 * schema. With the disk cache this folder is the only part of the library that reaches beyond its arguments;
 * the command line loads it for `--online` alone.
 */
import type { z } from 'zod';
import type { Cache } from './cache.ts';

export type FailureReason =
  | 'throttled'
  | 'timeout'
  | 'unreachable'
  | 'server-error'
  | 'refused'
  | 'unreadable'
  | 'not-sent';

/**
 * What a registry answered. `absent` is its word that it holds no such record; whatever else went wrong is
 * `failed`, and says nothing about the record.
 */
export type Answer<T> =
  | { readonly kind: 'found'; readonly value: T; readonly retrieved: string }
  | { readonly kind: 'absent'; readonly retrieved: string }
  | { readonly kind: 'failed'; readonly reason: FailureReason; readonly message: string };

export interface FetcherOptions {
  /** Mail address that the registries may write to; they ask for one. */
  readonly contact: string;
  readonly cache: Cache | null;
  /** True to send nothing and only note the requests. */
  readonly dryRun?: boolean;
  readonly timeoutMs?: number;
  readonly retries?: number;
  /** The least time between two requests to one registry. */
  readonly intervalMs?: number;
  readonly now?: () => Date;
  readonly sleep?: (ms: number) => Promise<void>;
}

export interface Fetcher {
  readonly contact: string;
  /** Addresses asked so far, those answered by the cache left out. */
  readonly requests: readonly string[];
  /** Asks for JSON of a shape. */
  get<T>(url: URL, schema: z.ZodType<T>): Promise<Answer<T>>;
}

/** Fits the strictest of the registries: three requests a second. */
const INTERVAL_MS = 350;
const TIMEOUT_MS = 20_000;
const RETRIES = 3;
const FIRST_WAIT_MS = 1_000;
/** A registry that asks for more patience than this is given up for the run. */
const LONGEST_WAIT_MS = 30_000;
const MAX_BYTES = 5_000_000;

/** Throws where no contact address is given. */
export function createFetcher(options: FetcherOptions): Fetcher {
  if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(options.contact)) {
    throw new Error('going online needs a contact address: set `contact` to a mail address');
  }
  const now = options.now ?? (() => new Date());
  const sleep = options.sleep ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));
  const requests: string[] = [];
  const free = new Map<string, number>();

  const waitTurn = async (host: string): Promise<void> => {
    const wait = (free.get(host) ?? 0) - now().getTime();
    if (wait > 0) await sleep(wait);
    free.set(host, now().getTime() + (options.intervalMs ?? INTERVAL_MS));
  };

  const send = async (url: URL): Promise<Reply> => {
    let reply: Reply = failed('unreachable', `${url.host} was not asked`);
    for (let attempt = 0; attempt <= (options.retries ?? RETRIES); attempt += 1) {
      await waitTurn(url.host);
      requests.push(url.href);
      reply = await request(url, options);
      if (reply.kind !== 'failed' || !reply.again) return reply;
      const wait = reply.waitMs ?? FIRST_WAIT_MS * 2 ** attempt;
      if (wait > LONGEST_WAIT_MS) return reply;
      if (attempt < (options.retries ?? RETRIES)) await sleep(wait);
    }
    return reply;
  };

  return {
    contact: options.contact,
    requests,
    async get(url, schema) {
      const known = (await options.cache?.read(url)) ?? null;
      if (known !== null) return read(known.status, known.body, known.retrieved, url, schema);
      if (options.dryRun === true) {
        requests.push(url.href);
        return { kind: 'failed', reason: 'not-sent', message: `would ask ${url.href}` };
      }
      const reply = await send(url);
      if (reply.kind === 'failed') return { kind: 'failed', reason: reply.reason, message: reply.message };
      const retrieved = now().toISOString().slice(0, 10);
      const answer = read(reply.status, reply.body, retrieved, url, schema);
      if (answer.kind !== 'failed') await options.cache?.write(url, { ...reply, retrieved });
      return answer;
    },
  };
}

// ── One request ─────────────────────────────────────────────────────────────────────────────────

type Reply =
  | { readonly kind: 'answered'; readonly status: number; readonly body: string }
  | {
      readonly kind: 'failed';
      readonly reason: FailureReason;
      readonly message: string;
      /** Whether asking again may help. */
      readonly again: boolean;
      /** How long the registry asks to be left alone. */
      readonly waitMs: number | null;
    };

async function request(url: URL, { contact, timeoutMs = TIMEOUT_MS }: FetcherOptions): Promise<Reply> {
  try {
    const response = await fetch(url, {
      headers: { accept: 'application/json', 'user-agent': `claimlint (mailto:${contact})` },
      signal: AbortSignal.timeout(timeoutMs),
    });
    const { status } = response;
    if (status === 429 || status === 503) {
      await response.body?.cancel();
      const waitMs = waitOf(response.headers.get('retry-after'));
      return failed('throttled', `${url.host} asks to be left alone (${status})`, true, waitMs);
    }
    const body = await bodyOf(response);
    if (body === null) return failed('unreadable', `${url.host} sent more than ${MAX_BYTES} bytes`);
    if (status >= 500) return failed('server-error', `${url.host} answered ${status}`, true);
    if (status !== 200 && status !== 404) return failed('refused', `${url.host} answered ${status}`);
    return { kind: 'answered', status, body };
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError') {
      return failed('timeout', `${url.host} did not answer within ${timeoutMs / 1000} s`, true);
    }
    return failed('unreachable', `${url.host} could not be reached, or broke off its answer`, true);
  }
}

function failed(
  reason: FailureReason,
  message: string,
  again = false,
  waitMs: number | null = null,
): Extract<Reply, { kind: 'failed' }> {
  return { kind: 'failed', reason, message, again, waitMs };
}

/** The body as text, or null where it is too long. */
async function bodyOf(response: Response): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MAX_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** `Retry-After` in seconds; a date is not waited for. */
function waitOf(header: string | null): number | null {
  return header !== null && /^\d{1,6}$/.test(header.trim()) ? Number(header) * 1000 : null;
}

function read<T>(status: number, body: string, retrieved: string, url: URL, schema: z.ZodType<T>): Answer<T> {
  if (status === 404) return { kind: 'absent', retrieved };
  const parsed = schema.safeParse(jsonOf(body));
  if (parsed.success) return { kind: 'found', value: parsed.data, retrieved };
  return {
    kind: 'failed',
    reason: 'unreadable',
    message: `${url.host} answered in a way that is not documented`,
  };
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
