/** Keeps a polite distance between requests. */
import { setTimeout as sleep } from 'node:timers/promises';

export interface Pace {
  /** Waits until the next request may begin; returns at once when the run is stopped. */
  turn(): Promise<void>;
  /** No request before that many seconds have gone by. */
  holdOff(seconds: number): void;
  /** At least that many seconds between two requests from now on. */
  slowTo(seconds: number): void;
}

export function createPace(pagesPerSecond: number, stop: AbortSignal): Pace {
  let interval = 1_000 / pagesPerSecond;
  let notBefore = 0;
  return {
    async turn() {
      const wait = notBefore - performance.now();
      if (wait >= 1) await sleep(wait, undefined, { signal: stop }).catch(() => undefined);
      notBefore = performance.now() + interval;
    },
    holdOff(seconds) {
      notBefore = Math.max(notBefore, performance.now() + seconds * 1_000);
    },
    slowTo(seconds) {
      interval = Math.max(interval, seconds * 1_000);
    },
  };
}
