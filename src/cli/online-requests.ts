/** What a dry run of `--online` would have asked. */
import type { Online } from './online.ts';
import type { Streams } from './streams.ts';

/** Prints each address once, on standard error. */
export function tellRequests({ requests }: Pick<Online, 'requests'>, streams: Streams): void {
  for (const address of new Set(requests)) streams.err(`claimlint: would ask ${address}\n`);
}
