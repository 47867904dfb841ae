import { CliError, toFailure } from './failure.ts';
import { readBodyUntil } from './read-body.ts';

/** What a command may touch of its process; a test gives its own. */
export interface Streams {
  /** Throws a `CliError` where it cannot be written, such as on a full disk. */
  readonly out: (text: string) => Promise<void>;
  readonly err: (text: string) => void;
  /** Standard input to its end; throws a `CliError` where it holds more bytes, or the user interrupts. */
  readonly in: (maxSize: number) => Promise<Uint8Array>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Whether standard output and standard error are terminals, and how wide. */
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  readonly columns: number;
  /** Aborted when the user interrupts, or when the reader of standard output has gone. */
  readonly stop: AbortSignal;
}

/** The streams of this process. A reader that goes away (`| head`) stops the work without an error. */
export function processStreams(): Streams {
  const stop = new AbortController();
  let readerGone = false;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // Any other error is told where the text is written.
    if (error.code !== 'EPIPE') return;
    readerGone = true;
    stop.abort('the reader of standard output has gone');
  });
  // Where nothing can be told, the exit code still stands.
  process.stderr.on('error', () => undefined);
  process.once('SIGINT', () => stop.abort('interrupted'));
  process.once('SIGTERM', () => stop.abort('interrupted'));
  return {
    out: (text) =>
      new Promise((resolve, reject) => {
        if (readerGone) return resolve();
        process.stdout.write(text, (error: NodeJS.ErrnoException | null | undefined) => {
          if (error === null || error === undefined || error.code === 'EPIPE') return resolve();
          const { code, message } = toFailure('standard output', error);
          reject(new CliError(code, message));
        });
      }),
    err: (text) => {
      process.stderr.write(text);
    },
    in: (maxSize) => readBodyUntil(process.stdin, maxSize, stop.signal),
    env: process.env,
    cwd: process.cwd(),
    outIsTerminal: process.stdout.isTTY === true,
    errIsTerminal: process.stderr.isTTY === true,
    columns: process.stdout.columns ?? 80,
    stop: stop.signal,
  };
}
