/** Which addresses are still to be read: each once, nearest first, within the limits. */

export interface Waiting {
  readonly address: string;
  /** Links from the start; 0 for the start itself and for what a sitemap lists. */
  readonly depth: number;
}

export interface FrontierLimits {
  readonly maxPages: number;
  readonly maxDepth: number;
  /** Whether robots.txt allows to read an address. */
  readonly allows: (address: string) => boolean;
}

/** How many addresses were found and are not read, by reason. */
export interface LeftAside {
  readonly robots: number;
  readonly depth: number;
  readonly limit: number;
}

export interface Frontier {
  /** Adds an address; false where it is known already. */
  add(address: string, depth: number): boolean;
  next(): Waiting | null;
  isFinished(address: string): boolean;
  /** Whether an address was read, or will be. */
  covers(address: string): boolean;
  /** Takes an address as read, and the one that it led to: they will not come up any more. */
  finish(address: string, ledTo?: string): void;
  finished(): number;
  waiting(): number;
  leftAside(): LeftAside;
}

/** Addresses that are remembered, as a multiple of the pages that may be read: a trap makes them without end. */
const KNOWN_PER_PAGE = 20;

type State = 'waiting' | 'finished' | 'left';

/** The addresses of a site that are known, each read once, in the order in which they were found. */
export function createFrontier({ maxPages, maxDepth, allows }: FrontierLimits): Frontier {
  const states = new Map<string, State>();
  let queue: Waiting[] = [];
  let head = 0;
  let waiting = 0;
  let finished = 0;
  const left = { robots: 0, depth: 0, limit: 0 };

  function reasonToLeave(address: string, depth: number): keyof LeftAside | null {
    if (!allows(address)) return 'robots';
    if (depth > maxDepth) return 'depth';
    return waiting + finished >= maxPages ? 'limit' : null;
  }

  return {
    add(address, depth) {
      if (states.has(address) || states.size >= maxPages * KNOWN_PER_PAGE) return false;
      const reason = reasonToLeave(address, depth);
      states.set(address, reason === null ? 'waiting' : 'left');
      if (reason !== null) left[reason] += 1;
      else {
        queue.push({ address, depth });
        waiting += 1;
      }
      return true;
    },
    next() {
      if (head > 1_000) {
        queue = queue.slice(head);
        head = 0;
      }
      for (let entry = queue[head]; entry !== undefined; entry = queue[head]) {
        if (states.get(entry.address) === 'waiting') return entry;
        head += 1;
      }
      return null;
    },
    isFinished: (address) => states.get(address) === 'finished',
    covers: (address) => states.get(address) === 'waiting' || states.get(address) === 'finished',
    finish(address, ledTo = address) {
      for (const name of new Set([address, ledTo])) {
        if (states.get(name) === 'waiting') waiting -= 1;
        states.set(name, 'finished');
      }
      finished += 1;
    },
    finished: () => finished,
    waiting: () => waiting,
    leftAside: () => left,
  };
}
