/** What the shape of a text says about its part on the page. */

const SENTENCE_END = /[.!…][”"’')\]]?$/;
/** A stop inside a text, followed by the beginning of another sentence. */
const INNER_STOP = /[.!?…][”"’')\]]?\s+[\p{Lu}\d“"]/u;
const ABBREVIATION = /\b(?:vs|dr|drs|no|st|inc|u\.s|m\.d|ph\.d|e\.g|i\.e)\.\s/gi;
const CONTACT = /(?:\+?\d[\d ().-]{7,16}\d$)|\S@\S{1,80}\.\S/;

export function endsAsSentence(text: string): boolean {
  return SENTENCE_END.test(text);
}

/** The number of words of a text. */
export function countWords(text: string): number {
  let words = 0;
  for (const _ of text.matchAll(/\S+/g)) words++;
  return words;
}

/** Short, one piece, without a stop at the end: what a title looks like. */
export function couldBeTitle(text: string): boolean {
  if (text.length > 110 || endsAsSentence(text) || /[:;,]$/.test(text) || countWords(text) > 14) return false;
  return /^[“"‘'(]?[\p{Lu}\d]/u.test(text) && !hasInnerStop(text) && !CONTACT.test(text);
}

export function isContact(text: string): boolean {
  return CONTACT.test(text);
}

function hasInnerStop(text: string): boolean {
  return INNER_STOP.test(text.replace(ABBREVIATION, ''));
}

/** Whether a paragraph announces the list that follows it: it ends with a colon, or is a single sentence. */
export function introducesList(text: string): boolean {
  const trimmed = text.trimEnd();
  return trimmed.endsWith(':') || (trimmed.length < 300 && !hasInnerStop(trimmed));
}

const OPEN_END =
  /(?:[,;(–—-]|(?:^|\s)(?:a|an|the|and|or|nor|but|of|in|on|at|to|for|from|with|without|by|as|than|that|which|who|whose|into|over|under|between|among|is|are|was|were|be|been|may|can|could|will|would|should|our|your|their|its|his|her|this|these|those|such))$/i;

/** Whether a line goes on in the next, judged by the end of the one and the beginning of the other. */
export function continuesLine(before: string, after: string): boolean {
  if (/[.!?:…][”"’')\]]?$/.test(before)) return /^[,;]/.test(after);
  return /^[\p{Ll},;)]/u.test(after) || endsOpen(before);
}

/** Whether a text stops where no sentence can: after a comma, an article, a preposition. */
export function endsOpen(text: string): boolean {
  return OPEN_END.test(text);
}
