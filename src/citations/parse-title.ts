/** Finds where the title of a reference ends: at the break whose rest looks most like a source. */
import { latin } from './latin.ts';

const IN = latin(/^in:? (?=\p{Lu})/u);

export interface Piece {
  readonly text: string;
  /** Offset in the reference after the piece. */
  readonly end: number;
}

const QUOTED = [
  latin(/[“"«„]\s?([^“”"«»„]{6,400}?)\s?[,.;]?\s?[”"»]/u),
  latin(/(?<=^|[\s(,.])[‘']([^‘]{8,400}?)[,.]?[’'](?=[,.;\s]|$)/u),
] as const;

/** What a source begins with, after a break, and how much that speaks for it. */
const SOURCE_STARTS: readonly (readonly [RegExp, number])[] = [
  [latin(/^in:? (?=[\p{Lu}“"*_\d])/iu), 5],
  [
    latin(
      /^(?:Proc|Proceedings|Journal|J\.|Trans\.|Transactions|Annals|Ann\.|Acta|Archives|Arch\.|Advances|Adv\.|Lecture Notes|Bulletin|Bull\.|Revue|Rev\.|Review of|Reviews|Int\.|International Journal|Annual|IEEE|ACM|SIAM|Phys\.|Comm|Commun|Letters|Nature|Science|Lancet|BMJ|JAMA|PLoS|PNAS|Zeitschrift|Am\.?|American Journal|Conf|Conference|Symposium|Workshop|Papers|Poster|Paper presented)\b/u,
    ),
    3.5,
  ],
  [
    latin(
      /^(?:Ph\.?\s?D|Doctoral|Master|M\.?\s?S\.?c?\b|Technical|Tech\.|TR[ -]|Report|Thesis|Dissertation|Unpublished|Manuscript|Preprint|Internet|Working Paper|Department|Dept|Research Report|RFC|paper submitted)/iu,
    ),
    3.5,
  ],
  [latin(/^[\p{Lu}][\p{L}.'’ -]{3,50} \((?:eds?|trans|dir)\b/u), 3.5],
  [latin(/^arXiv preprint/iu), 4],
  [latin(/^(?:Available|Retrieved|Accessed|https?:|www\.|doi|arXiv)/iu), 1],
  [
    latin(
      /^(?:Trans(?:lated|\.)|Tr\.|Edited|Eds?\.|Dir\.|Ill\.|Rev(?:ised)? ed|Revised|\d{1,2}(?:st|nd|rd|th) ed|Second Edition|Third Edition|\(\d)/u,
    ),
    3,
  ],
  [latin(/^[\p{Lu}][^,;:]{0,90}?[,.]{0,2} ?(?:vol(?:ume)?\b|no\b|n°|nº|\(?\d)/iu), 2.5],
  [latin(/^[\p{Lu}][\p{L}.' -]{1,30}(?:, [\p{L}.]{2,15})?(?:\/[\p{L} ]{2,20})? ?: ?[\p{Lu}]/u), 2.5],
  [
    latin(
      /^[^.,:;]{0,50}\b(?:Press|Verlag|Publish\p{L}*|Publications|University|Universit\p{L}*|Wiley|Springer|Elsevier|Sage|Routledge|Blackwell|Books|Éditions|Editions|Editora|Company|Inc|Ltd|Kluwer|McGraw|Addison|Prentice|Morgan|Academic|Plenum|Gallimard|Seuil|Penguin|Norton)\b/u,
    ),
    2.5,
  ],
  [latin(/^[\p{Lu}][\p{L}-]{2,16}(?:, [\p{L}.]{2,14})?,? \(?(?:1[5-9]|20)\d{2}/u), 2],
  [latin(/^\(?(?:1[5-9]|20)\d{2}\b/u), 3],
  [latin(/^[\p{Lu}][\p{L}. ]{2,24}, (?:[A-Z]{2}|N\.Y|D\.C)\b/u), 2],
  [latin(/^(?:pp?\.|pages|vol\.?|no\.) ?\d{0,4}/iu), 2],
];

const BREAK = latin(
  /[.?!,;](?=\s)|(?<=[)\]]) (?=[\p{Lu}\d])|\s(?=\[\p{Lu}|\((?:\d{1,2}(?:st|nd|rd|th)|[Vv]ol|[Rr]ev|[Ss]econd|\d éd|Report|Unpublished|Doctoral|Master)|\([^()]{2,80}(?:1[5-9]|20)\d{2}\))|$/gu,
);
const ABBREVIATION = latin(
  /(?:^|[\s.(])(?:\p{Lu}|vs|St|Dr|No|Mr|Mrs|Ms|Fig|vol|Vol|pp?|ed|eds|Jr|ca|cf|etc|al|approx|Inc|Co|Corp|U\.S|e\.g|i\.e|Proc|Conf|Symp|Trans|Univ|Intl|Natl|Acad|Sci|Soc|Rev|Lett|Phys|Math|Am|Int|Med|Clin|Surg|Biol|Chem|Res|Eng|Rec|Assoc|Dept|Tech|Mag|Bull|Ann)$/u,
);
/** `J. Approx` before a stop begins a journal's name. */
const IN_JOURNAL = latin(/(?:^|[\s,])\p{Lu}\. \p{Lu}\p{L}{1,8}$/u);
/** Breaks looked at: a title with more stops and commas is none. */
const MAX_BREAKS = 14;

/** What it costs to pass a break: a title runs over commas more often than over stops. */
const PASSED_STOP = 1.4;
const PASSED_COMMA = 0.5;

interface Break {
  readonly index: number;
  readonly mark: string;
}

/** Where a title may end: at a stop or a comma that is in no brackets and ends no abbreviation. */
function breaksAfter(text: string, start: number): Break[] {
  const breaks: Break[] = [];
  BREAK.lastIndex = start + 3;
  for (let match = BREAK.exec(text); match && breaks.length < MAX_BREAKS; match = BREAK.exec(text)) {
    const [mark] = match;
    const before = text.slice(Math.max(start, match.index - 14), match.index);
    const abbreviated = mark === '.' && (ABBREVIATION.test(before) || IN_JOURNAL.test(before));
    if (!abbreviated && !isInBrackets(text, start, match.index)) breaks.push({ index: match.index, mark });
    if (match.index >= text.length) break;
  }
  return breaks;
}

/** The title that begins at `start`. `stop` is what ended the authors: a title after a comma ends at one. */
export function parseTitle(text: string, start: number, stop: string): Piece | null {
  if (IN.test(text.slice(start, start + 8))) return null;
  const quoted = quotedTitle(text, start);
  if (quoted) return quoted;
  let best: { score: number; end: number } | null = null;
  let passed = 0;
  for (const { index, mark } of breaksAfter(text, start)) {
    const score = scoreOf(text, start, index, mark, stop) - passed;
    if (best === null || score > best.score) best = { score, end: index + (/[?!]/.test(mark) ? 1 : 0) };
    passed += mark === '.' ? PASSED_STOP : PASSED_COMMA;
  }
  const title = text.slice(start, best?.end ?? start).trim();
  // A year after a comma is the date, though the title ran on to the stop behind it.
  const undated = title.replace(/, \(?(?:1[5-9]|20)\d{2}[a-z]?\)?$/, '');
  return title.length < 3 ? null : { text: undated, end: best?.end ?? start };
}

function isInBrackets(text: string, start: number, end: number): boolean {
  const open = text.lastIndexOf('(', end - 1);
  return (
    open >= start && end < text.length && !text.slice(open, end).includes(')') && text.includes(')', end)
  );
}

function quotedTitle(text: string, start: number): Piece | null {
  for (const shape of QUOTED) {
    const quoted = shape.exec(text.slice(start));
    // A quotation later on is a part of the title, not all of it.
    if (quoted?.[1] && quoted.index <= 25) {
      return { text: quoted[1].trim(), end: start + quoted.index + quoted[0].length };
    }
  }
  return null;
}

/** How well a title ends at `end`, judged by the mark there, by its own shape and by what follows. */
function scoreOf(text: string, start: number, end: number, mark: string, stop: string): number {
  const rest = text.slice(end + mark.length).trimStart();
  const title = text.slice(start, end);
  return scoreOfMark(mark, stop, rest) + scoreOfTitle(title) + scoreOfRest(rest);
}

function scoreOfMark(mark: string, stop: string, rest: string): number {
  const inCommas = stop === ',' || stop === ':';
  if (mark === '.') return inCommas ? 2 : 3;
  if (mark === ',') return inCommas ? 2 : -0.5;
  if (mark === ' ') return /^[[(]/.test(rest) ? 2 : -1;
  return mark === ';' ? -1 : 0;
}

function scoreOfTitle(title: string): number {
  const words = title.split(' ').length;
  const unfinished = /\b(?:of|and|the|in|on|for|a|an|to|with|vs)$/i.test(title);
  const numbered = words < 3 && /(?:chapter|part|vol|no)\.? ?\d+$/i.test(title);
  return (words < 2 ? -1.5 : 0) - (unfinished ? 5 : 0) - (numbered ? 4 : 0);
}

const LOWER_START = latin(/^(?!in\b|vol|pp?\b|no\b|paper|to appear|doi|https?|trans|edited|pages)\p{Ll}/u);

function scoreOfRest(rest: string): number {
  if (rest === '') return -0.5;
  const source = SOURCE_STARTS.find(([pattern]) => pattern.test(rest));
  return (source?.[1] ?? 0) - (LOWER_START.test(rest) ? 4 : 0);
}
