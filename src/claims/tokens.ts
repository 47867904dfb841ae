/** Words of a text with their offsets: what the lexicon is matched against. */

export interface Token {
  /** In lower case, with straight apostrophes and without a possessive ending. */
  readonly text: string;
  /** Offsets in the text, in UTF-16 units; the end is exclusive. */
  readonly start: number;
  readonly end: number;
  /** Whether only spaces, hyphens, quotes or markup lie between this word and the one before. */
  readonly joined: boolean;
  /** The punctuation between the word before and this one, empty where they are joined. */
  readonly before: string;
}

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*%?/gu;
const NUMBER_TAIL = /^[.,]\d/;
/** Contractions that end like a possessive: "it's" stays one word of its own. */
const CONTRACTED = new Set([
  "it's",
  "that's",
  "there's",
  "here's",
  "what's",
  "he's",
  "she's",
  "let's",
  "who's",
]);

/** Splits a text into words. Hyphenated words are split, numbers such as `1.5` and `2,372` are not. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  WORD.lastIndex = 0;
  for (let match = WORD.exec(text); match !== null; match = WORD.exec(text)) {
    const start = match.index;
    let stop = start + match[0].length;
    if (isNumber(match[0])) stop = numberEnd(text, stop);
    WORD.lastIndex = stop;
    const before = separator(text.slice(end, start));
    tokens.push({
      text: normalise(text.slice(start, stop)),
      start,
      end: stop,
      joined: before === '',
      before,
    });
    end = stop;
  }
  return tokens;
}

function isNumber(word: string): boolean {
  return /^\d+$/.test(word);
}

/** Extends `2` over `,372`, `.5%` or ` %`. */
function numberEnd(text: string, from: number): number {
  let end = from;
  while (NUMBER_TAIL.test(text.slice(end, end + 2))) {
    end += 1;
    while (end < text.length && /\d/.test(text.charAt(end))) end += 1;
  }
  const percent = /^\s?%/.exec(text.slice(end, end + 2));
  return percent === null ? end : end + percent[0].length;
}

function separator(between: string): string {
  if (between === ' ') return '';
  return between.replace(/[\s\-‐‑'"‘’“”*_`~®™]/g, '');
}

function normalise(word: string): string {
  const lower = word.toLowerCase().replaceAll('’', "'");
  if (CONTRACTED.has(lower)) return lower;
  if (lower.endsWith('%')) return lower.replace(/\s/, '');
  return lower.endsWith("'s") ? lower.slice(0, -2) : lower;
}
