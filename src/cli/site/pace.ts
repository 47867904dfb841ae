/** Keeps a polite distance between requests. */
import { setTimeout as sleep } from 'node:timers/promises';

export interface Pace {
  /** Waits until the next request may begin; returns at once when the run is stopped. */
  turn(): Promise<void>;
  /** No request before that many seconds have gone by. */
  holdOff(seconds: number): void;
  /** At least that many seconds between the beginnings of two requests from now on. */
  slowTo(seconds: number): void;
}

/** In milliseconds. */
export interface Clock {
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

/** At most so many requests a second, counted from the beginning of each. */
export function createPace(pagesPerSecond: number, clock: Clock): Pace {
  let interval = 1_000 / pagesPerSecond;
  let notBefore = 0;
  return {
    async turn() {
      const wait = notBefore - clock.now();
      if (wait >= 1) await clock.sleep(wait);
      notBefore = clock.now() + interval;
    },
    holdOff(seconds) {
      notBefore = Math.max(notBefore, clock.now() + seconds * 1_000);
    },
    slowTo(seconds) {
      interval = Math.max(interval, seconds * 1_000);
      notBefore = Math.max(notBefore, clock.now() + interval);
    },
  };
}

/** The machine's clock; its sleep ends at once when the run is stopped. */
export function systemClock(stop: AbortSignal): Clock {
  return {
    now: () => performance.now(),
    sleep: (milliseconds) => sleep(milliseconds, undefined, { signal: stop }).catch(() => undefined),
  };
}
