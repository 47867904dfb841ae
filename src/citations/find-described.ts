/**
 * Sources that are described, not named: "a 2021 meta-analysis in <journal>", "a trial of 480 people", "a study from
 * Norway". A description has at least one field by which its work could be searched for.
 */
import type { UnitMention } from './cited.ts';
import { isTakingPart } from './find-appeals.ts';
import { isJournal, isKnownJournal } from './journals.ts';
import { latin } from './latin.ts';
import type { Library } from './library.ts';
import { capitalRun, originAfter, WHOSE } from './origins.ts';
import { mention, SOURCE_NOUN, type Unit } from './unit.ts';

const HEAD = new RegExp(
  `\\b(?:(?:an?|the|one|another|this|that|one of the|recent|new)\\s(?<before>(?:(?!an?\\s|the\\s)[\\w-]{1,20},?\\s){0,5}?)|(?=(?:guidelines?|guidance|trials|studies|registries)\\b)|(?<whose>${WHOSE}\\s(?:(?!and\\s|or\\s|to\\s|will\\s|has\\s|have\\s|is\\s|in\\s)[a-z-]{1,20}\\s){0,2}))(?:${SOURCE_NOUN}(?:\\s${SOURCE_NOUN})?|guidance(?=\\s(?:from|\\())|(?<=NICE\\s)guidance)\\b(?![-'’])(?:\\s\\([a-z-]{2,10}\\))?`,
  'gi',
);
const WHOSE_BEFORE = new RegExp(`\\b${WHOSE}\\s(?:[\\w-]{1,20}\\s){0,2}$`);
/** "The 2016 Int Orthop" study. */
const JOURNAL_BEFORE = latin(/\b(?:19|20)\d{2}\s((?:\p{Lu}[\p{L}&]{0,20}\s){1,4})$/u);
/** "Cochrane Review 2025", "Clinical Pain Studies (2024)". */
const TITLED = latin(
  /(?<![\p{L}])(?:\p{Lu}[\p{L}&-]{1,20}\s(?:&\s)?){1,5}(?:Reviews?|Research|Stud(?:y|ies)|Trials?|Reports?|Registry|Database|Survey|Guidelines?)\s(?:\(((?:19|20)\d{2})\)|((?:19|20)\d{2})\b)/gu,
);
const PUBLISHED = latin(
  /\b(?:[Pp]ublished|[Aa]ppear(?:s|ed|ing)|[Rr]eported|[Ff]eatured|[Pp]rinted|[Rr]eleased)\s(?:online\s)?(?:this year\s)?in\s(?:the\s(?:journal|magazine)\s)?|\bin\sthe\s(?:journal|magazine)\s|\b(?:in|from|of)\s(?=(?:the\s)?(?:\p{Lu}|\d{4}))/gu,
);
const ISSUE = latin(/^(?:the\s)?(?:[\p{L}]{3,9}\s)?((?:19|20)\d{2})\s(?:issue|edition|volume)\sof\s/iu);
/** A year that belongs to the noun: at most two words before it, and no comma between. */
const YEAR = /\b((?:19|20)\d{2})\s(?:[\w-]{1,20}\s){0,2}$/;
/** A year behind the noun or its journal; "of 2000 patients" is none. */
const LATER_YEAR =
  /^(?:,?\s[\w-]{1,16}){0,5}?,?\s(?:(?:published|released|reported|presented)\s(?:online\s)?)?(?:in|from|of)\s(?:(?:early|late)\s)?(?:[A-Z][a-z]{2,8}\s)?((?:19|20)\d{2})(?!\s(?:[a-z-]{1,16}\s){0,2}(?:patients|people|participants|subjects|adults|women|men|volunteers)|[\w-])/;
const PEOPLE = /\b\d{1,3}(?:,\d{3})?\d{0,3}[- ](?:patient|person|participant|subject|people|woman|man)\b/i;
/** How many were studied, close behind the noun. */
const PEOPLE_AFTER =
  /^(?:,?\s[\w-]{1,16}){0,3}?(?<!\s(?:\d{1,3}|one|out))\s(?:of|in|with|on|among|involving|including|enrolling|following|followed|enrolled|tested|tracked)\s(?:[a-z]{3,9}\s){0,3}?\d[\d,]{0,8}[\s-](?:[a-z-]{1,16}\s){0,3}?(?:patients?|people|participants?|subjects?|adults|women|men|volunteers|individuals|athletes|children|veterans|knees|clinics|businesses|websites|doctors|physicians|surgeons)\b/i;
/** A count of the clinic's own patients. */
const OWN = /\b(?:our|my)\b/i;
/** How far behind the noun its journal may stand, in characters. */
const REACH = 90;

/** Part of every description. */
const HINT = new RegExp(
  `\\b(?:19|20)\\d{2}\\b|\\b(?:in|from|of|at|by) (?:the )?[A-Z]|publish|appear|featur|print|releas|journal|\\d (?:[a-z-]{1,16} ){0,3}(?:patient|person|participant|subject|people|adult|wom[ae]n|m[ae]n|business|clinic|website)|\\d-(?:patient|person)|\\b${WHOSE}\\s`,
);

export function findDescribed(unit: Unit): UnitMention[] {
  const { text } = unit;
  if (!HINT.test(text)) return [];
  const titled = [...text.matchAll(TITLED)].map((match) =>
    mention(unit, match.index, match.index + match[0].length, 'description', 'inline', {
      year: Number(match[1] ?? match[2]),
    }),
  );
  return [...titled, ...[...text.matchAll(HEAD)].flatMap((match) => describedBy(unit, match) ?? [])];
}

/** The description that opens with a noun of sources and the words before it. */
function describedBy(unit: Unit, match: RegExpExecArray): UnitMention | null {
  const { text } = unit;
  const { before = '', whose } = match.groups ?? {};
  if (whose !== undefined && !WHOSE_BEFORE.test(whose)) return null;
  const later = fieldsAfter(unit, match.index + match[0].length);
  const counted = later.counted || PEOPLE.test(before);
  const year = YEAR.exec(before)?.[1] ?? later.year;
  // "NIH research" is what a body does; a study of its is a work.
  const owned = WHOSE_BEFORE.test(whose ?? before) && !/research$/i.test(match[0]);
  // Without a word before it only a number of people makes a source of "trials".
  const bare = /^(?:trials|studies|registries)/i.test(match[0]);
  const told = year !== undefined || owned || later.journal !== null || later.placed;
  if (!counted && (bare || !told)) return null;
  if (isTakingPart(text, match.index, later.reach) || OWN.test(text.slice(match.index, later.reach))) {
    return null;
  }
  const opening = openingYear(text);
  return mention(unit, match.index, later.stop, 'description', 'inline', {
    year: Number(year ?? opening ?? Number.NaN) || null,
    journal: later.journal ?? journalBefore(before, unit.library),
  });
}

interface Fields {
  readonly year: string | undefined;
  readonly journal: string | null;
  /** Whether the number of people is told. */
  readonly counted: boolean;
  /** Whether a place or a body is told that the work comes from. */
  readonly placed: boolean;
  /** Where the fields end but for the year, and where the year does. */
  readonly reach: number;
  readonly stop: number;
}

/** What is told of a work behind its noun, which ends at `from`. */
function fieldsAfter({ text, library }: Unit, from: number): Fields {
  const origin = originAfter(text, from);
  const journal = journalAfter(text, from, library);
  const people = PEOPLE_AFTER.exec(text.slice(from, from + REACH))?.[0];
  const reach = Math.max(from + (people?.length ?? 0), origin ?? from, journal?.end ?? from);
  const year = journal?.year === undefined ? LATER_YEAR.exec(text.slice(reach, reach + REACH)) : null;
  return {
    year: journal?.year ?? year?.[1],
    journal: journal?.journal ?? null,
    counted: people !== undefined,
    placed: origin !== null,
    reach,
    stop: reach + (year?.[0].length ?? 0),
  };
}

function journalBefore(before: string, library: Library): string | null {
  const name = JOURNAL_BEFORE.exec(before)?.[1]?.trim();
  return name !== undefined && isKnownJournal(name, library) ? name : null;
}

/** "In 2017 …": the year that a sentence opens with, where it is the only one. */
function openingYear(text: string): string | undefined {
  const [, year] = /^In ((?:19|20)\d{2})\b/.exec(text) ?? [];
  return year !== undefined && !/\b(?:19|20)\d{2}\b/.test(text.slice('In 2017'.length)) ? year : undefined;
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
    const sure =
      /^(?:published|appear|reported|featured|printed)|(?:journal|magazine)\s$/i.test(match[0]) ||
      issue !== null;
    if (name && name.text.length > 2 && (sure || isJournal(name.text, library))) {
      return { journal: name.text, year: issue?.[1], end: name.end };
    }
  }
  return null;
}
