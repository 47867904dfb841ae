/** People as the source: "researchers at Duke University compared", "a group in Barcelona treated ten patients". */
import type { UnitMention } from './cited.ts';
import { isTakingPart } from './find-appeals.ts';
import { latin } from './latin.ts';
import { capitalRun, isBody, WHOSE } from './origins.ts';
import { mention, type Unit } from './unit.ts';

const PEOPLE =
  '(?:[Rr]esearchers?|[Ss]cientists?|[Ii]nvestigators?|[Dd]octors|[Pp]hysicians|[Ss]urgeons|[Ss]pecialists|[Nn]euroscientists|teams?|groups?)';
const HINT =
  /researcher|scientist|investigator|doctors|physicians|surgeons|specialists|\bteam|\bgroup|\bDr\b|\bProf/i;

/** "A group (here) in", "researchers at the"; a team with "our" or "the" before it is the clinic's own. */
const PLACED = new RegExp(
  `(?<!\\b(?:[Oo]ur|[Tt]he|[Mm]y|[Yy]our|[Tt]heir)\\s(?:[\\w-]{1,20}\\s){0,2})\\b(?:[Aa]n?\\s(?:[\\w-]{1,20}\\s){0,2}|[Aa]nother\\s)?${PEOPLE}\\s(?:here\\s|based\\s|working\\s)?(?:at|from|in|out of)\\s(?:(?!our\\s|my\\s)[a-z]{2,9}\\s){0,2}`,
  'g',
);
const NATIONAL = new RegExp(`\\b(?:[Aa]n?\\s)?${WHOSE}\\s(?:[a-z-]{1,20}\\s){0,2}${PEOPLE}\\b`, 'g');
/** What is done to find something out, in the past. */
const FOUND = latin(
  /^[^.;:!?()]{0,70}?\b(?:found|reported|published|showed|shown|concluded|compared|randomi[sz]ed|counted|tested|demonstrated|discovered|described|measured|wrote|studied|examined|analy[sz]ed|observed|announced|developed|pooled|(?:have|has)\s(?:now\s|also\s)?\p{Ll}{3,14}(?:ed|wn)|(?:treated|followed|injected|enrolled|gave)\s(?:\p{Ll}{3,9}\s){0,2}(?:\d[\d,]*|ten|twelve|twenty)\b)/u,
);
const SAYS = latin(
  /^(?:\s\p{Ll}{2,12}ly)?\s(?:found|report(?:ed|s)?|published|show(?:ed)?|concluded|compared|randomi[sz]ed|tested|demonstrated|discovered|described|observed|have\s\p{Ll}{3,14}(?:ed|wn|nd)|treated|followed|injected|pooled|announced|call(?:ed)?|warn(?:ed)?|say|believe)\b/u,
);

/** "Dr. Weber at the University of Ghent", who is said to have found something out. */
const PERSON =
  /\b(?:Dr|Prof|Professor)\.? [A-Z][\w'-]{1,20}(?: [A-Z][\w'-]{1,20})?,? (?:at|from|of) (?:the )?(?=[A-Z])/g;
const SHOWED = /^,?\s(?:has\s|have\s)?(?:found|reported|showed|shown|demonstrated|discovered|concluded)\b/;

export function findGroups(unit: Unit): UnitMention[] {
  const { text } = unit;
  if (!HINT.test(text)) return [];
  const placed = [...text.matchAll(PLACED)].flatMap((match) => {
    const run = capitalRun(text, match.index + match[0].length);
    return run === null ? [] : (groupMention(unit, match.index, run.end, FOUND) ?? []);
  });
  const national = [...text.matchAll(NATIONAL)].flatMap(
    (match) => groupMention(unit, match.index, match.index + match[0].length, SAYS) ?? [],
  );
  const people = [...text.matchAll(PERSON)].flatMap((match) => {
    const run = capitalRun(text, match.index + match[0].length);
    if (run === null || !isBody(run.text)) return [];
    return groupMention(unit, match.index, run.end, SHOWED) ?? [];
  });
  return [...placed, ...national, ...people];
}

/** A group that is said to have found something out. */
function groupMention(unit: Unit, start: number, end: number, verb: RegExp): UnitMention | null {
  const said = verb.exec(unit.text.slice(end, end + 110));
  if (said === null || isTakingPart(unit.text, start, end)) return null;
  const stop = end + said[0].length;
  const year = /^[^.;:!?()]{0,30}?\bin ((?:19|20)\d{2})\b/.exec(unit.text.slice(stop, stop + 40))?.[1];
  return mention(unit, start, stop, 'description', 'inline', {
    year: year === undefined ? null : Number(year),
  });
}
