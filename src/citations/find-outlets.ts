/**
 * Journals, newspapers and bodies that are said to have printed or stated something, without a word for the work:
 * "doctors reported in The Lancet", "according to the American Heart Association", "(Spine 2016)".
 */
import type { UnitMention } from './cited.ts';
import { isJournal, isKnownJournal } from './journals.ts';
import { latin } from './latin.ts';
import { capitalRun, isBody } from './origins.ts';
import { mention, type Unit } from './unit.ts';

const PRINTED_IN =
  /\b(?:[Pp]ublished|appear(?:ed|s)|[Rr]eported|wrote|[Ww]riting|[Dd]escribed|[Ff]eatured|[Pp]rinted)\s(?:[a-z]{2,12}\s){0,2}in\s(?:the\s)?(?:journal\s)?(?=[A-Z])/g;
const OUTLET =
  /\b(?:[Tt]he )?(?:Lancet|New England Journal of Medicine|JAMA|BMJ|Guardian|BBC|CNN|ProPublica|Reuters|CDC|NIH|WHO|EMA|[A-Z][a-z]+(?: [A-Z][a-z]+)? (?:Times|Post|Journal)) (?:has |have )?(?:reported|published|found|wrote|described|counted)\b/g;
/** "Presented at the 2023 meeting of the North American Spine Society". */
const PRESENTED =
  /\bpresented at (?:the |an )?(?:(?:19|20)\d{2} )?(?:annual )?(?:meeting|congress|conference) of (?:the )?(?=[A-Z])/g;
const ACCORDING_TO = /\b[Aa]ccording to (?:the |an? )?(?=[A-Z])/g;
const STATES = / (?:states|recommends|estimates|advises) /g;
/** "The Journal of Pain (2020) reviewed". */
const DATED = / (?=\((?:19|20)\d{2}\)|(?:has )?published (?:a|an|the|two|several) )/g;
/** Part of every sentence in which something was printed or told. */
const PRINTS = /ppear|present|describ|wrote|riting|print|publish|report|featur|found|counted/;
/** Part of every sentence in which a body or a dated journal speaks. */
const SPEAKS = /ccording to | (?:states|recommends|estimates|advises|published) | \((?:19|20)\d/;
/** What a body lays down is no source of findings. */
const RULES =
  /^\s(?:rules?|regulations?|standards?|requirements?|definitions?|protocols?|codes?|guidelines? and|current|good)\b/;
const BRACKETED = /\(([A-Z][^()]{5,140})\)/g;
const SOURCE_LINE = /(?:^|[(.]\s?|\*)Sources?:\s(?=[A-Z])([^()]{6,140})/g;
/** A line that is nothing but a source. */
const ALONE = /^([A-Z][^.!?:]{8,110}\b(?:19|20)\d{2}\b[^.!?:]{0,60})$/;
/** Words by which capitalised words alone on a line are told from a heading. */
const PERIODICAL =
  /\b(?:Journal|Annals|Archives|Lancet|JAMA|BMJ|NEJM|Proceedings|Transactions|Bulletin|Letters|PL[Oo]S|Cochrane|Frontiers|Cureus)\b/;
const YEAR = /\b((?:19|20)\d{2})\b/;
const YEAR_AFTER = /^,?\s(?:in\s((?:19|20)\d{2})\b|\(((?:19|20)\d{2})\)|((?:19|20)\d{2})\b)/;
const LOWER = latin(/(?:^|\s)(\p{Ll}{2,})/gu);
const CAPITAL = latin(/^[\p{Lu}]/u);
/** In characters. */
const LONGEST_NAME = 80;
const LONGEST_LINE = 180;
const SMALL = /^(?:of|and|the|for|in|on|et|al)$/;

export function findOutlets(unit: Unit): UnitMention[] {
  const { text } = unit;
  return [
    ...(PRINTS.test(text) ? [...printedIn(unit), ...outletsThatSay(unit)] : []),
    ...(SPEAKS.test(text) ? bodies(unit) : []),
    ...(YEAR.test(text) || text.includes('ource') ? bracketed(unit) : []),
  ];
}

/** "Reported in the New England Journal of Medicine in 2017". */
function printedIn(unit: Unit): UnitMention[] {
  const { text, library } = unit;
  const presented = [...text.matchAll(PRESENTED)].flatMap((match) => {
    const run = capitalRun(text, match.index + match[0].length);
    return run === null ? [] : mentionIn(unit, match.index, run.end, null);
  });
  const printed = [...text.matchAll(PRINTED_IN)].flatMap((match) => {
    const run = capitalRun(text, match.index + match[0].length);
    if (run === null || !isJournal(run.text, library)) return [];
    return mentionIn(unit, match.index, run.end, run.text);
  });
  return [...presented, ...printed];
}

function outletsThatSay(unit: Unit): UnitMention[] {
  return [...unit.text.matchAll(OUTLET)].map((match) =>
    mentionIn(unit, match.index, match.index + match[0].length, null),
  );
}

/** "According to the Mayo Clinic"; "The Journal of Pain (2020) found"; "Harvard Medical School recommends". */
function bodies(unit: Unit): UnitMention[] {
  const { text } = unit;
  const named = [...text.matchAll(ACCORDING_TO)].flatMap((match) => {
    const run = capitalRun(text, match.index + match[0].length);
    if (run === null || RULES.test(text.slice(run.end, run.end + 20))) return [];
    return isBody(run.text) || isJournal(run.text, unit.library)
      ? mention(unit, match.index, run.end, 'appeal', 'inline')
      : [];
  });
  const dated = [...text.matchAll(DATED)].flatMap((match) => {
    const start = nameBefore(text, match.index);
    const name = text.slice(start, match.index).replace(/^The /, '');
    return isJournal(name, unit.library) ? mentionIn(unit, start, match.index, name) : [];
  });
  const stating = [...text.matchAll(STATES)].flatMap((match) => {
    const start = nameBefore(text, match.index);
    const end = match.index + match[0].length - 1;
    return isBody(text.slice(start, match.index)) ? mention(unit, start, end, 'appeal', 'inline') : [];
  });
  return [...named, ...dated, ...stating];
}

/** Where the capitalised name begins that ends at an offset. */
function nameBefore(text: string, end: number): number {
  const words = text.slice(Math.max(0, end - LONGEST_NAME), end).split(' ');
  let first = words.length;
  while (first > 0 && (CAPITAL.test(words[first - 1] ?? '') || SMALL.test(words[first - 1] ?? '')))
    first -= 1;
  while (SMALL.test(words[first] ?? '')) first += 1;
  return end - words.slice(first).join(' ').length;
}

/** "(Arthritis Care & Research 2024, Mayo Clinic)", "Source: Journal of Pain Research, 2022". */
function bracketed(unit: Unit): UnitMention[] {
  const { text, library } = unit;
  const found: UnitMention[] = [];
  const alone = text.length < LONGEST_LINE ? ALONE.exec(text) : null;
  const places = [...text.matchAll(BRACKETED), ...text.matchAll(SOURCE_LINE), ...(alone ? [alone] : [])];
  for (const match of places) {
    const inner = match[1] ?? '';
    const start = match.index + match[0].indexOf(inner);
    const told = /Sources?:/.test(match[0]);
    const year = YEAR.exec(inner)?.[1];
    const run = capitalRun(text, start)?.text ?? '';
    const journal = isKnownJournal(run, library) || PERIODICAL.test(run) ? run : null;
    const lower = [...inner.matchAll(LOWER)].filter(([, word]) => !SMALL.test(word ?? '')).length;
    if (lower > 2 || (!told && (year === undefined || journal === null))) continue;
    found.push(
      mention(unit, start, start + inner.length, 'description', 'inline', {
        year: year === undefined ? null : Number(year),
        journal,
      }),
    );
  }
  return found;
}

function mentionIn(unit: Unit, start: number, end: number, journal: string | null): UnitMention {
  const later = YEAR_AFTER.exec(unit.text.slice(end, end + 14));
  return mention(unit, start, end + (later?.[0].length ?? 0), 'description', 'inline', {
    year: later === null ? null : Number(later[1] ?? later[2] ?? later[3]),
    journal,
  });
}
