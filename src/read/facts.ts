/** What a page says about itself: its language and its date. */
import type { PageBlock } from './blocks.ts';

/** Frequent function words of languages in which clinics publish. */
const FUNCTION_WORDS = Object.entries({
  en: 'the of and to in is that for it with as are this be by have from or which your you we our not can may will has their an at',
  es: 'el los las del que una por con para se su más como pero sus está son este esta también puede pacientes',
  fr: 'le les des du une est dans pour qui sur avec par pas plus vous nous votre ce cette ces sont être peut aux',
  de: 'der die das und ist von mit den für auf nicht eine einer eines sich auch werden wird bei sind oder wie kann durch',
  it: 'il lo gli della di che per una con non sono più nel dei alla anche delle questo come può del dal',
  pt: 'os das dos que uma com para não mais como são pelo pela também ser pode este esta em ao seu sua',
  nl: 'het een van is dat op te zijn met voor niet aan ook door worden bij wordt kan deze uw wij',
  sv: 'och det att som på är av för med den till har inte kan vi eller från dig din efter',
  da: 'og det der til af på som med har ikke er den de kan vi eller fra dig din efter',
  pl: 'się na jest nie że do dla jak oraz przez po od są przy które może lub tym',
  tr: 've bir bu için ile da de olarak olan daha çok gibi sonra tedavi ya',
});
/** The languages of each function word. */
const LANGUAGES = new Map<string, string[]>();
for (const [language, words] of FUNCTION_WORDS) {
  for (const word of words.split(' ')) LANGUAGES.set(word, [...(LANGUAGES.get(word) ?? []), language]);
}

/** How many words of a page decide its language. */
const SAMPLE = 600;
/** Running text has about 40 % function words, of which half are listed; lists and titles have fewer. */
const CLEAR_SHARE = 0.1;
/** Enough for English where the page declares it, or where no other language comes near. */
const LIKELY_SHARE = 0.04;
/** Below this a page is too short to tell. */
const FEW_WORDS = 30;
/** Fewer words of another language may be names. */
const FEW_FOREIGN = 3;

/**
 * The language of a page as a BCP 47 primary subtag: `en` where its words are English, another language where
 * its function words are, else what the page declares, else `und`. A page of a few words is taken for what it
 * declares, or for English where it is written in Latin letters.
 */
export function languageOf(blocks: readonly PageBlock[], declared: string | null): string {
  const words = sampleWords(blocks);
  const tag =
    declared === null ? null : (/^[a-z]{2,3}(?=$|[-_])/i.exec(declared.trim())?.[0].toLowerCase() ?? null);
  const [best, second] = sharesOf(words);
  if (best !== undefined && best.share >= CLEAR_SHARE) return best.language;
  const ahead = best !== undefined && best.share >= LIKELY_SHARE && best.share > 1.5 * (second?.share ?? 0);
  if (ahead && (best.language === 'en' || best.language === tag)) return best.language;
  const latin = shareOfLatin(words);
  if (words.length < FEW_WORDS && latin > 0.5) return tag ?? 'en';
  return tag !== null && tag !== 'en' ? tag : 'und';
}

function sampleWords(blocks: readonly PageBlock[]): string[] {
  const words: string[] = [];
  for (const { text, region } of blocks) {
    if (region === 'boilerplate' || region === 'references' || region === 'code') continue;
    for (const [word] of text.toLowerCase().matchAll(/\p{L}{1,40}/gu)) words.push(word);
    if (words.length >= SAMPLE) break;
  }
  return words;
}

/** The share of each language's function words, the largest first; languages with hardly any are left out. */
function sharesOf(words: readonly string[]): { language: string; share: number }[] {
  const counts = new Map<string, number>();
  for (const word of words) {
    for (const language of LANGUAGES.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return [...counts]
    .filter(([language, count]) => language === 'en' || count >= FEW_FOREIGN)
    .map(([language, count]) => ({ language, share: count / words.length }))
    .sort((a, b) => b.share - a.share);
}

function shareOfLatin(words: readonly string[]): number {
  return words.length === 0
    ? 1
    : words.filter((word) => /^\p{Script=Latin}/u.test(word)).length / words.length;
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const DATE_LINE =
  /^(?:(?:first |last |originally )?(?:published|posted|updated|reviewed|written|date)\b[^\d\n]{0,30}?)?(\p{L}{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\d{2})\b.{0,40}$/iu;
/** A date is looked for in this many blocks at the top of a page. */
const TOP = 40;

/** The first valid ISO date among `dates`, else a line at the top of the page that is a date; null without one. */
export function publishedOn(dates: readonly unknown[], blocks: readonly PageBlock[]): string | null {
  for (const date of dates) {
    const iso = typeof date === 'string' ? isoDate(date) : null;
    if (iso !== null) return iso;
  }
  for (const { text } of blocks.slice(0, TOP)) {
    const match = text.length < 90 ? DATE_LINE.exec(text) : null;
    const month = MONTHS.findIndex((name) => name.slice(0, 3) === match?.[1]?.slice(0, 3).toLowerCase()) + 1;
    if (match !== null && month > 0) return isoDate(`${match[3]}-${pad(month)}-${pad(Number(match[2]))}`);
  }
  return null;
}

/** `2023-08-24` of `2023-08-24T01:54:28` or `August 24, 2023`; null where no such day exists. */
function isoDate(text: string): string | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(text.trim());
  if (match === null) return null;
  const [date, year, month, day] = match;
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const exists = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= days;
  return exists ? date : null;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

const FRONT_MATTER_DATES = [
  'published',
  'datePublished',
  'publishDate',
  'publishedAt',
  'pubDate',
  'publish_date',
  'date',
  'createdAt',
];

/** The values of front matter that may be the day of publication, the most telling first. */
export function datesOfFrontMatter(record: Readonly<Record<string, unknown>>): unknown[] {
  return FRONT_MATTER_DATES.map((key) => record[key]);
}

/** The language that front matter or a content file declares. */
export function declaredIn(record: Readonly<Record<string, unknown>>): string | null {
  const declared = record.lang ?? record.language ?? record.locale;
  return typeof declared === 'string' ? declared : null;
}
