/** `--online`: asks public registries about citations that neither the packs nor a bibliography hold. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { diskCache } from '../citations/online/cache.ts';
import { type Addresses, createClient } from '../citations/online/client.ts';
import { createFetcher } from '../citations/online/fetcher.ts';
import { type Askable, resolveOnline } from '../citations/online/resolve-online.ts';
import { CliError } from './failure.ts';

export interface OnlineSettings {
  /** Mail address that the registries may write to. */
  readonly contact: string | undefined;
  /** Sends nothing and notes what would be asked. */
  readonly dryRun: boolean;
  /** ISO date. */
  readonly today: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** For tests: other addresses of the registries. */
  readonly addresses?: Addresses;
}

export interface Online {
  /** Asks about each citation that is open; order and number stay as they are. */
  ask<T extends Askable>(citations: readonly T[]): Promise<readonly T[]>;
  /** Addresses asked so far, or with `dryRun` those that would be. */
  readonly requests: readonly string[];
  /** What went wrong, a line each; nothing in a dry run. */
  failures(): readonly string[];
}

/** Throws a `CliError` where no contact address is given: the registries ask for one. */
export function goOnline(settings: OnlineSettings): Online {
  const { contact = '', dryRun, today, env, addresses } = settings;
  if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(contact)) {
    throw new CliError(
      'no-contact',
      '--online needs a mail address for the registries: set contact in the configuration, or --contact',
    );
  }
  const folder = join(env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'claimlint', 'registries');
  const fetcher = createFetcher({ contact, dryRun, cache: diskCache(folder, today) });
  const client = createClient(fetcher, addresses);
  const failures = new Set<string>();
  return {
    requests: fetcher.requests,
    failures: () => (dryRun ? [] : [...failures]),
    async ask(citations) {
      const result = await resolveOnline(citations, client);
      for (const failure of result.failures) failures.add(failure);
      return result.citations;
    },
  };
}
