/** Retractions, expressions of concern and corrections from the Retraction Watch Database. */
import { type Notice, readNotices } from '../evidence/import/retractions.ts';
import type { Identifiers, Integrity } from '../model.ts';
import { identifierKeys } from './identifiers.ts';

/** Notices by `doi:…` and `pmid:…` of the work that they are on. */
export type Notices = ReadonlyMap<string, Notice>;

/** Reads the database's CSV. Throws where a column of it is missing. */
export function noticesOf(csv: string): Notices {
  const notices = new Map<string, Notice>();
  for (const notice of readNotices(csv)) {
    for (const key of identifierKeys(notice.identifiers)) {
      const before = notices.get(key);
      if (before === undefined || before.date < notice.date) notices.set(key, notice);
    }
  }
  return notices;
}

/** What became of a work: the notice on it, else what its record says. */
export function integrityOf(notices: Notices, identifiers: Identifiers, recorded: Integrity): Integrity {
  const found = identifierKeys(identifiers).flatMap((key) => notices.get(key) ?? []);
  return found[0]?.integrity ?? recorded;
}
