/** How far a run has come, on standard error: a count, and an estimate of what is left. */
import type { Streams } from './streams.ts';

export interface Count {
  /** Pages dealt with, those of an earlier run included. */
  readonly done: number;
  readonly waiting: number;
  /** Pages that could not be read. */
  readonly failed: number;
  /** Whether more may be found: links are followed. */
  readonly open: boolean;
}

export interface Progress {
  show(count: Count): void;
  /** Clears the line on a terminal, before something else is printed. */
  clear(): void;
}

/** Milliseconds between two lines: a terminal's is written over, a log grows. */
const TERMINAL_INTERVAL = 200;
const LOG_INTERVAL = 10_000;
/** From this many pages on their pace tells something. */
const ENOUGH_TO_TELL = 5;

/** Writes to standard error: one line that is written over on a terminal, now and then a line elsewhere. */
export function createProgress(
  { err, errIsTerminal }: Pick<Streams, 'err' | 'errIsTerminal'>,
  now: () => number = () => performance.now(),
): Progress {
  const begun = now();
  const interval = errIsTerminal ? TERMINAL_INTERVAL : LOG_INTERVAL;
  let shownAt = begun;
  let before: number | null = null;
  let onScreen = false;
  return {
    show(count) {
      before ??= count.done;
      const time = now();
      if (time - shownAt < interval) return;
      shownAt = time;
      const line = progressLine(count, count.done - before, time - begun);
      err(errIsTerminal ? `\r${line}\u001b[K` : `${line}\n`);
      onScreen = errIsTerminal;
    },
    clear() {
      if (onScreen) err('\r\u001b[K');
      onScreen = false;
    },
  };
}

/** `doneNow` pages were done in `milliseconds`: what the estimate for those that wait rests on. */
export function progressLine(count: Count, doneNow: number, milliseconds: number): string {
  const { done, waiting, failed, open } = count;
  const parts = [`claimlint: ${done} of ${open ? 'at least ' : ''}${done + waiting} pages`];
  if (failed > 0) parts.push(`${failed} could not be read`);
  if (doneNow >= ENOUGH_TO_TELL && waiting > 0) {
    parts.push(`about ${duration((milliseconds / doneNow) * waiting)} left`);
  }
  return parts.join(', ');
}

function duration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1_000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
