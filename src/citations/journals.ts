/** Names of journals, told from other capitalised words. */
import { sameJournal } from './compare-journal.ts';
import { latin } from './latin.ts';
import type { Library } from './library.ts';

const JOURNAL_WORD = latin(
  /^(?:Journal|Lancet|Nature|Science|JAMA|BMJ|Cell|Annals|Archives|Proceedings|Reviews?|Transactions|Bulletin|Reports|Letters|NEJM|PLoS|PLOS|Cochrane|Frontiers|Cureus|Medicine|Transplantation|Spine|International|Medicina|Orthop\p{L}*|Rheumatology|Biomaterials)$/u,
);
/** What no journal ends in or holds. */
const NO_JOURNAL =
  /\b(?:Cent(?:er|re)s?|Clinics?|College|Department|Hospital|Institutes?|School|University|Group)$|\b(?:Awards?|Best|Board|Doctors|Top)\b/;

/** A library of more journals is not gone through for abbreviations. */
const FEW = 500;

/** Whether capitalised words read as the name of a journal, or are one that the library knows. */
export function isJournal(name: string, library: Library): boolean {
  if (library.journals.has(name)) return true;
  return !NO_JOURNAL.test(name) && name.split(' ').some((part) => JOURNAL_WORD.test(part));
}

/** Whether a name is that of a journal of the library, in full or abbreviated. */
export function isKnownJournal(name: string, { journals }: Library): boolean {
  return journals.has(name) || (journals.size <= FEW && [...journals].some((one) => sameJournal(name, one)));
}
