/** Sources that are described, not named: "a 2021 meta-analysis in <journal>", "a 480-patient trial". */
import type { UnitMention } from './cited.ts';
import { latin } from './latin.ts';
import type { Library } from './library.ts';
import { mention, SOURCE_NOUN, type Unit } from './unit.ts';

const CAPITAL = latin(/^[\p{Lu}]/u);

const HEAD = new RegExp(
  `\\b(?:an?|the|one|another|this|that|one of the)\\s(?<before>(?:[\\w-]{1,20},?\\s){0,5}?)(?!research|report)${SOURCE_NOUN}\\b`,
  'gi',
);
const PUBLISHED = latin(
  /\b(?:published|appear(?:s|ed|ing)|reported|featured|printed|released)\s(?:online\s)?(?:this year\s)?in\s|\b(?:in|from|of)\s(?=(?:the\s)?(?:\p{Lu}|\d{4}))/giu,
);
const ISSUE = latin(/^(?:the\s)?(?:[\p{L}]{3,9}\s)?((?:19|20)\d{2})\s(?:issue|edition|volume)\sof\s/iu);
/** A year that belongs to the noun: at most two words before it, and no comma between. */
const YEAR = /\b((?:19|20)\d{2})\s(?:[\w-]{1,20}\s){0,2}$/;
const PEOPLE = /\b\d{1,3}(?:,\d{3})?\d{0,3}[- ](?:patient|person|participant|subject|people|woman|man)\b/i;
/** How far behind the noun its journal may stand, in characters. */
const REACH = 90;
const SMALL = /^(?:of|and|the|for|in|on|&|de)$/;
const JOURNAL_WORD = latin(
  /^(?:Journal|Lancet|Nature|Science|JAMA|BMJ|Cell|Annals|Archives|Proceedings|Reviews?|Transactions|Bulletin|Reports|Letters|NEJM|PLoS|PLOS|Cochrane|Frontiers|Cureus|Medicine|Transplantation|Spine|International|Medicina|Orthop\p{L}*|Rheumatology|Biomaterials)$/u,
);

/** Part of every description. */
const HINT =
  /\b(?:19|20)\d{2}\b|\bin (?:the )?[A-Z]|\b(?:from|of) (?:the )?[A-Z]|publish|appear|featur|print|releas|\d[ -](?:patient|person|participant|subject|people|wom[ae]n|m[ae]n)/;

export function findDescribed(unit: Unit): UnitMention[] {
  const { text } = unit;
  if (!HINT.test(text)) return [];
  return [...text.matchAll(HEAD)].flatMap((match) => {
    const end = match.index + match[0].length;
    const before = match.groups?.before ?? '';
    const found = journalAfter(text, end, unit.library);
    const year = YEAR.exec(before)?.[1] ?? found?.year;
    if (year === undefined && found === null && !PEOPLE.test(before)) return [];
    return mention(unit, match.index, found?.end ?? end, 'description', 'inline', {
      year: year === undefined ? null : Number(year),
      journal: found?.journal ?? null,
    });
  });
}

interface Journal {
  readonly journal: string;
  readonly year: string | undefined;
  readonly end: number;
}

function journalAfter(text: string, from: number, library: Library): Journal | null {
  const tail = text.slice(from, from + REACH);
  for (const match of tail.matchAll(PUBLISHED)) {
    let at = from + match.index + match[0].length;
    const issue = ISSUE.exec(text.slice(at, at + 40));
    at += issue?.[0].length ?? 0;
    const name = capitalRun(text, at);
    const sure = /^(?:published|appear|reported|featured|printed)/i.test(match[0]) || issue !== null;
    if (name && (sure || isJournal(name.text, library))) {
      return { journal: name.text, year: issue?.[1], end: name.end };
    }
  }
  return null;
}

const WORD = latin(/\s?([\p{L}&.’'-]{1,30})/uy);

/** Capitalised words and the small ones between them, from `start` on. */
function capitalRun(text: string, start: number): { text: string; end: number } | null {
  WORD.lastIndex = start;
  let end = start;
  for (let match = WORD.exec(text); match; match = WORD.exec(text)) {
    const printed = match[1] ?? '';
    if (CAPITAL.test(printed)) end = WORD.lastIndex;
    else if (!SMALL.test(printed)) break;
    if (printed.endsWith('.') && printed.length > 6) break;
  }
  const name = text.slice(start, end).replace(/^the /i, '').replace(/\.$/, '').trim();
  return name.length < 3 ? null : { text: name, end };
}

function isJournal(name: string, library: Library): boolean {
  return name.split(' ').some((part) => JOURNAL_WORD.test(part)) || library.journals.has(name);
}
