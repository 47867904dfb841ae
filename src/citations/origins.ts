/** Where a study or the people behind it come from: "Norwegian", "from Duke University", "in South Korea". */
import { latin } from './latin.ts';

const NATIONS =
  'American|Australian|Austrian|Belgian|Brazilian|British|Canadian|Chinese|Colombian|Czech|Danish|Dutch|Egyptian|English|European|Finnish|French|German|Greek|Hungarian|Indian|Iranian|Irish|Israeli|Italian|Japanese|Jordanian|Korean|Malaysian|Mexican|Norwegian|Pakistani|Polish|Portuguese|Russian|Scandinavian|Scottish|Spanish|Swedish|Swiss|Taiwanese|Thai|Turkish|Vietnamese';
const HOUSES =
  'Cambridge|Cochrane|Duke|Emory|Harvard|Hopkins|Mayo Clinic|Mayo|NASA|NASS|NHS|NICE|NIH|Oxford|Stanford|UCLA|Yale';
const COUNTRIES =
  'Australia|Austria|Belgium|Brazil|Canada|China|Denmark|Egypt|England|Europe|Finland|France|Germany|Greece|India|Iran|Ireland|Israel|Italy|Japan|Korea|Mexico|Norway|Pakistan|Panama|Poland|Portugal|Russia|Scandinavia|Scotland|Singapore|Spain|Sweden|Switzerland|Taiwan|Thailand|Turkey|UK|United Kingdom|United States|US|USA|Wales';

/** Words before a noun that say whose study it is: "a South Korean", "a Cochrane". A part of patterns. */
export const WHOSE = `(?:(?:North |South |New )?(?:${NATIONS})|${HOUSES})`;
const COUNTRY = new RegExp(`^(?:North |South )?(?:${COUNTRIES})\\b`);

const CAPITAL = latin(/^[\p{Lu}]/u);
const SMALL = /^(?:of|and|the|for|in|on|&|de)$/;
const WORD = latin(/\s?([\p{L}&.’'-]{1,30})/uy);

/** Capitalised words and the small ones between them, from `start` on; null where there are none. */
export function capitalRun(text: string, start: number): { text: string; end: number } | null {
  WORD.lastIndex = start;
  let end = start;
  for (let match = WORD.exec(text); match; match = WORD.exec(text)) {
    const printed = match[1] ?? '';
    const stops = printed.endsWith('.') && printed.length > 6;
    if (CAPITAL.test(printed)) end = WORD.lastIndex - (stops ? 1 : 0);
    else if (!SMALL.test(printed)) break;
    if (stops) break;
  }
  const name = text
    .slice(start, end)
    .replace(/^the /i, '')
    .replace(/['’]s$|\.$/, '')
    .trim();
  return name.length < 2 ? null : { text: name, end };
}

/** Names of bodies that speak, teach or treat. */
const BODY = latin(
  /(?:^|\s)(?:Academy|Administration|Agency|Alliance|Association|Board|Bureau|Centers?|Centre|Clinic|College|Council|Department|Foundation|Hospital|Institutes?|Library|Ministry|Organi[sz]ation|School|Service|Society|Universit\p{L}{1,4})(?:\s|$)|^(?:AAOS|AMA|CDC|EMA|FDA|ISSCR|NASS|NHS|NICE|NIH|WHO|WebMD|Healthline|Wikipedia|Medscape)$/u,
);

/** Whether a name is that of a body: a university, a society, an agency. */
export function isBody(name: string): boolean {
  return BODY.test(name);
}

/** Capitalised words that stand after "from" or "at" and are no place. */
const NO_PLACE =
  /^(?:Drs?|Prof|Professor|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Phase|Level|Grade|Type|Day|Week|Month|Year|I|My|Our|Your|We)\b/;
const SHOUTED = latin(/^[\p{Lu}\d-]+s?$/u);
const FROM =
  /^,?\s(?:(?:here|based|conducted|done|run|performed|led|published)\s)?(from|at|out of|by|in)\s(?:the\s)?/;

/**
 * Where a place ends that follows at `from`: ", from Saarland University", " out of Pennsylvania", " in Norway";
 * null where none does.
 */
export function originAfter(text: string, from: number): number | null {
  const lead = FROM.exec(text.slice(from, from + 40));
  if (lead === null) return null;
  const run = capitalRun(text, from + lead[0].length);
  if (run === null || NO_PLACE.test(run.text)) return null;
  if (isBody(run.text)) return run.end;
  if (lead[1] === 'by') return null;
  if (lead[1] === 'in') return COUNTRY.test(run.text) ? run.end : null;
  return SHOUTED.test(run.text) && !COUNTRY.test(run.text) ? null : run.end;
}
