/**
 * The journal of a run over a site: JSON Lines, one for each page that is done, with its result. A run that was
 * stopped, however, is gone on with from it: what stands in it is not fetched again, and nothing else is lost.
 */
import { createReadStream } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { z } from 'zod';
import type { DocumentReport } from '../../model.ts';
import { pageSchema } from '../../report/schema.ts';
import { CliError, systemErrorCode, toFailure } from '../failure.ts';

/** The first line. Results of different evidence or settings do not belong in one report. */
const headerSchema = z.strictObject({
  kind: z.literal('site'),
  version: z.literal(1),
  /** As given on the command line. */
  start: z.string(),
  /** Of the site that the start led to. */
  origin: z.string(),
  /** ISO date that results are judged against. */
  today: z.string(),
  /** Which pages are taken: the options that decide it, as one string. */
  scope: z.string(),
  /** Id and hash of each pack, as one string. */
  packs: z.string(),
  /** A hash of the configuration and of the options that decide what is found. */
  settings: z.string(),
  /** A hash of the code. */
  build: z.string(),
});

const reasonSchema = z.strictObject({ code: z.string(), message: z.string() });

const entrySchema = z.discriminatedUnion('kind', [
  /** Addresses that a sitemap lists. */
  z.strictObject({ kind: z.literal('found'), addresses: z.array(z.string()) }),
  /** The sitemaps have been read, all of them or as many as were wanted. `follow`: whether links are followed. */
  z.strictObject({ kind: z.literal('listed'), complete: z.boolean(), follow: z.boolean() }),
  z.strictObject({
    kind: z.literal('page'),
    address: z.string(),
    depth: z.int().nonnegative(),
    /** Addresses on the page that were not known before. */
    links: z.array(z.string()),
    /** The result; its path is where the address led to. One of this, `skipped` and `failed`. */
    document: pageSchema.exactOptional(),
    /** The text of the page, where a report shows it. */
    text: z.string().exactOptional(),
    skipped: reasonSchema.exactOptional(),
    failed: reasonSchema.exactOptional(),
  }),
]);

export type JournalHeader = z.output<typeof headerSchema>;
type ParsedEntry = z.output<typeof entrySchema>;
export type PageEntry = Omit<Extract<ParsedEntry, { kind: 'page' }>, 'document'> & {
  readonly document?: DocumentReport;
};
export type JournalEntry = Exclude<ParsedEntry, { kind: 'page' }> | PageEntry;

export interface Journal {
  /** Adds a line. Throws a `JournalError` where it cannot be written; the lines before it stand. */
  append(entry: JournalEntry): Promise<void>;
  close(): Promise<void>;
}

/** What has been done stands in the journal, but no more can be added. */
export class JournalError extends CliError {}

/** Adds a text to the end of a file. */
export type Append = (file: FileHandle, text: string) => Promise<void>;

/** The header of a journal; null where there is no such file, or an empty one. Throws a `CliError` for any other file. */
export async function readHeader(file: string, shown: string): Promise<JournalHeader | null> {
  const stats = await reading(shown, () => stat(file).catch(ifAbsent));
  if (stats !== null && !stats.isFile()) {
    throw new CliError('not-a-journal', `${shown} is not a file; name another one for the journal`);
  }
  if (stats === null || stats.size === 0) return null;
  for await (const { value, whole } of linesOf(file, shown)) {
    const parsed = headerSchema.safeParse(value);
    if (parsed.success) return parsed.data;
    // Nothing but the beginning of a header was written before the run was stopped.
    if (!whole && '{"kind":"site"'.startsWith(String(value).slice(0, 14))) return null;
    break;
  }
  throw new CliError('not-a-journal', `${shown} is not a journal of claimlint; name another file`);
}

/**
 * Opens a journal, a new one with this header or one that is gone on with: hands its entries on in order, drops
 * a last line that was not written to its end, and appends from there.
 */
export async function openJournal(
  file: string,
  shown: string,
  header: JournalHeader,
  replay: (entry: JournalEntry) => Promise<void>,
  append: Append = (handle, text) => handle.appendFile(text),
): Promise<Journal> {
  const end = await replayEntries(file, shown, replay);
  const handle = await reading(shown, async () => {
    const opened = await open(file, 'a');
    if ((await opened.stat()).size > end) await opened.truncate(end);
    return opened;
  });
  async function write(line: JournalHeader | JournalEntry): Promise<void> {
    try {
      await append(handle, `${JSON.stringify(line)}\n`);
    } catch (error) {
      const { code, message } = toFailure(shown, error);
      throw new JournalError(code, `the journal cannot be written: ${message}`);
    }
  }
  if (end === 0) await write(header);
  return { append: write, close: () => handle.close() };
}

/** The value itself is handed on, not the schema's copy of it: the order of its fields is that of the report. */
function isEntry(value: unknown): value is JournalEntry {
  return entrySchema.safeParse(value).success;
}

/** Returns the length in bytes of the lines that are whole. The first is the header, which was read before. */
async function replayEntries(
  file: string,
  shown: string,
  replay: (entry: JournalEntry) => Promise<void>,
): Promise<number> {
  let end = 0;
  let number = 0;
  let broken: number | null = null;
  for await (const { value, whole, end: endOfLine } of linesOf(file, shown)) {
    number += 1;
    if (broken !== null) throw damaged(shown, broken);
    if (whole && isEntry(value)) await replay(value);
    else if (!whole || number > 1) {
      // A last line that is torn is dropped; it is the last one when no other comes.
      broken = number;
      continue;
    }
    end = endOfLine;
  }
  return end;
}

function damaged(shown: string, line: number): CliError {
  return new CliError(
    'damaged-journal',
    `${shown}:${line}: this line is damaged, and others follow it; take it out to have its page read again`,
  );
}

interface JournalLine {
  /** The JSON value, or the text where it is none. */
  readonly value: unknown;
  /** Whether a line feed ends it. */
  readonly whole: boolean;
  /** Offset in bytes after its line feed. */
  readonly end: number;
}

const LINE_FEED = 10;

async function* linesOf(file: string, shown: string): AsyncGenerator<JournalLine> {
  let pieces: Buffer[] = [];
  let end = 0;
  const take = (whole: boolean): JournalLine => {
    const bytes = Buffer.concat(pieces);
    pieces = [];
    end += bytes.length + (whole ? 1 : 0);
    return { value: parseJson(bytes.toString('utf8')), whole, end };
  };
  try {
    for await (const chunk of createReadStream(file)) {
      let from = 0;
      for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, from)) {
        pieces.push(chunk.subarray(from, at));
        yield take(true);
        from = at + 1;
      }
      pieces.push(chunk.subarray(from));
    }
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return;
    throw unreadable(shown, error);
  }
  if (pieces.some((piece) => piece.length > 0)) yield take(false);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

async function reading<T>(shown: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw unreadable(shown, error);
  }
}

function unreadable(shown: string, error: unknown): unknown {
  if (error instanceof CliError || systemErrorCode(error) === null) return error;
  const { code, message } = toFailure(shown, error);
  return new CliError(code, `${shown}: ${message}`);
}

function ifAbsent(error: unknown): null {
  if (systemErrorCode(error) !== 'ENOENT') throw error;
  return null;
}
