/** Words of a text with their places, lower-cased, so that phrases can be matched on them. */

export interface Word {
  /** Lower case, typographic apostrophes made plain. A mark of punctuation is a word of its own. */
  readonly word: string;
  /** Offsets in the text, in UTF-16 units, end exclusive. */
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}%]+(?:['’][\p{L}]+)*|[.,;:?!()—–…•]/gu;

/** Splits a text into words and marks. Hyphens part words: `long-term` is two. Linear in the length. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const raw = match[0];
    const word = raw.toLowerCase().replaceAll('’', "'");
    words.push({ word, start: match.index, end: match.index + raw.length });
  }
  return words;
}
