/** Finds the journal, or the book that a chapter stands in, after the title of a reference. */

import { latin } from './latin.ts';
import { parseAuthors } from './parse-authors.ts';

const LEAD = latin(/^[\s.,:;”"’'»)\]-]*(?:\[[^\]]{1,30}\][.,]?\s?)?/u);
const IN = latin(/^(?:in|dans|en|from):?\s(?=[\p{Lu}\d“"*«‘(]|the )/iu);
const EDITORS = latin(/^,?\s?\(?(?:eds?|editors?|edited by|hrsg)\b\.?\)?[,.:]?\s?/iu);
const YEAR_FIRST = latin(/^\(?(?:1[5-9]|20)\d{2}[a-z]?\)?[.,;:]?\s(?=\p{Lu})/u);
const NO_JOURNAL = latin(
  /^(?:Ph\.?\s?D|Doctoral|Masters?\b|M\.\s?S|Technical|Tech\.|TR[ -]?\d|Report|Thesis|Dissertation|Unpublished|Manuscript|Preprint|Department|Dept|Research Report|Available|Retrieved|Accessed|https?:|www\.|doi|URL|RFC|submitted|to appear|in press|forthcoming|(?:white |working )?(?:paper|draft)|personal|internet|graduate texts|poster|patent|US patent|USA patent|Trans(?:lated|\. \p{Lu}\p{L}+ \p{Lu}\p{L}+[.,( ])|Edited|Eds?\.|Dir\.|vol\b|pp\b|p\.|(?:Jan|Febr|Septem|Octo|Novem|Decem)\p{L}*|March|April|May \d|June|July|August|\d[\d,. :-]*$|\d{1,4}[,:;(])/iu,
);
const PUBLISHER = latin(
  /\b(?:Press|Verlag|Publish\p{L}*|Wiley|Elsevier|Routledge|Blackwell|Books|Éditions|Editions|Editora|Inc|Ltd|Kluwer|McGraw|Addison|Prentice|Kaufmann|Kaufman|Plenum|Gallimard|Seuil|Penguin|Norton|Springer|Sage|PUF|University|Université|Universität|Universidade|Institute|College|Hall|Harcourt|Macmillan|Erlbaum|Fayard|Minuit|Flammarion|Hachette|Doubleday|Knopf|Viking|Random House|Birkhäuser|Birkhauser|Pergamon|Freeman|Wadsworth|Longman|L'Harmattan)\b/u,
);
const CITY_PUBLISHER = latin(
  /^[\p{Lu}][\p{L}.' -]{1,30}(?:, [\p{L}.]{2,15})?(?:\/[\p{L} ]{2,20})? ?: ?[\p{Lu}]/u,
);
/** A journal's name runs to its number, a bracket, a comma, or a stop that ends no abbreviation. */
const JOURNAL_END = latin(
  /[,;(“”"]|\.?\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{L}{0,6}\.?\s\d|[.:]?\s(?:vol(?:ume)?|no|n°|nº|pp|pages|issue|tome|supplement|suppl)\b\.?\s?\d|[.:]?\s(?=[A-Z]?\d)|[.:](?=\d)|\.\s(?=[\p{Lu}(])|[.]?$/giu,
);
/** A book's or a meeting's name may hold numbers and, in brackets, its short name. */
const BOOK_END = latin(
  /[,;”"]|\s?\((?![A-Z][^).]{1,24}\))|\s(?:[Vv]ol(?:ume)?s?|pp|pages|p)\b\.?\s?\d|\s(?=\d{1,4}(?::|\(|,? \d|, pp|$))|\.\s(?=[\p{Lu}(\d])|:\s(?=\d)|[.]?$/gu,
);
const MEETING = latin(
  /^[^,]{0,60}\b(?:Proc|Proceedings|Conf|Conference|Symposium|Symp|Workshop|Congress|Meeting|Lecture Notes|Papers|Abstracts)\b|^\d{1,3}(?:st|nd|rd|th)\b/u,
);
const ABBREVIATED = latin(/(?:^|[\s.])(?:\p{Lu}\p{L}{0,6}|of|vs)$/u);

const NAMED = latin(/^[“«]?[\p{L}\d].{0,240}?\p{L}/u);
const NUMBER = latin(/^[”"»’]?[.,;:]?\s?\(?(?:vol|no|n°|nº|issue|(?!(?:1[5-9]|20)\d{2}\b)\d)/iu);
const GOES_ON = latin(/^\s(?!in\b|doi|https?|www|available|vol|pp?\b|no\b|n°|ed|trad|tome|t\.)\p{Ll}/u);
const LAST_OF_THREE = latin(/^\s\p{Lu}\p{L}{1,16},? (?:and|&) /u);
const UP_TO_EDITORS = latin(
  /^.{3,160}?(?:\((?:eds?|hrsg|editors?|dir)\.?\)|, (?:eds?\.|editors?))[,.:]?\s/iu,
);

/** The source that follows `from`, or null where a publisher, a thesis or nothing follows. */
export function parseJournal(text: string, from: number): string | null {
  const after = text.slice(from);
  const lead = LEAD.exec(after)?.[0].length ?? 0;
  const isIn = IN.test(after.slice(lead));
  let rest = after.slice(lead).replace(IN, '').replace(YEAR_FIRST, '');
  if (isIn) rest = skipEditors(rest);
  if (NO_JOURNAL.test(rest)) return null;
  const book = isIn || MEETING.test(rest);
  const end = endOfName(rest, book ? BOOK_END : JOURNAL_END);
  const name = rest.slice(0, end).trim();
  if (!NAMED.test(name) || /^\d{4}\)/.test(name)) return null;
  if (/\bet al\b/.test(name)) return null;
  const numbered = NUMBER.test(rest.slice(end));
  if (!isIn && !numbered && (PUBLISHER.test(name) || CITY_PUBLISHER.test(rest))) return null;
  return name.replace(/[.:*]$/, '');
}

/** Where the name ends; a stop after an abbreviated word is a part of it. */
function endOfName(rest: string, pattern: RegExp): number {
  for (const match of rest.slice(0, 240).matchAll(pattern)) {
    if (!isInside(rest, match.index, match[0]))
      return match.index + (/^.\)/.test(match[0]) ? match[0].length : 0);
  }
  return 0;
}

/** A stop after an abbreviated word, or a comma before a word that goes on: `theory, research and practice`. */
function isInside(rest: string, at: number, mark: string): boolean {
  const next = rest.slice(at + 1, at + 24);
  if (mark.startsWith('. '))
    return (
      !/^\s(?:\d|Eds?\.|Trans|Retrieved|Accessed|Available)/.test(next) && ABBREVIATED.test(rest.slice(0, at))
    );
  if (!mark.startsWith(',')) return false;
  return GOES_ON.test(next) || LAST_OF_THREE.test(next);
}

function skipEditors(rest: string): string {
  const marked = UP_TO_EDITORS.exec(rest);
  if (marked) return rest.slice(marked[0].length);
  const editors = parseAuthors(rest);
  if (!editors) return rest;
  const after = rest.slice(editors.end);
  const role = EDITORS.exec(after)?.[0];
  const had = /(?:eds?|editors?)\W{0,3}$/i.test(rest.slice(0, editors.end));
  if (role === undefined && !had) return rest;
  return after.slice(role?.length ?? 0).replace(/^[\s.,:)]+/, '');
}
