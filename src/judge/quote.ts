/** Which words of a claim a message quotes. */
import type { Claim, Span } from '../model.ts';
import type { Quote } from './raised.ts';

/** Longer quotations are cut at a word, so that a message stays one line or two. */
const LONGEST = 60;

/** The first cue of one of the classes, the classes in order of preference; else the sentence, shortened. */
export function quoteOf(claim: Claim, classes: readonly string[]): Quote {
  return quotesOf(claim, classes)[0] ?? { text: shorten(claim.text), span: claim.span };
}

/**
 * As `quoteOf`, but null where the rule names classes and the claim has a cue of none: a finding that cannot point at
 * the words it is about is not made.
 */
export function pointedAt(claim: Claim, classes: readonly string[]): Quote | null {
  return classes.length === 0 ? quoteOf(claim, classes) : (quotesOf(claim, classes)[0] ?? null);
}

/** All cues of the first class that the claim has one of. */
export function quotesOf(claim: Claim, classes: readonly string[]): Quote[] {
  const found = classes.find((wanted) => claim.cues.some((cue) => cue.class === wanted));
  return claim.cues.filter((cue) => cue.class === found).map((cue) => readable(claim, cue));
}

/** Cuts a text after a whole word and marks the cut. `longest` is in UTF-16 units. */
export function shorten(text: string, longest: number = LONGEST): string {
  const plain = text.replace(/[.!]\s*$/, '').replace(/^["“‘](?=[^"”’]*$)/, '');
  if (plain.length <= longest) return plain;
  const space = plain.lastIndexOf(' ', longest);
  return `${plain.slice(0, space > 0 ? space : longest).replace(/[\s,;:–—-]+$/, '')} …`;
}

/** A cue as it reads on its own; the span stays that of the cue. */
function readable(claim: Claim, { text, span }: { readonly text: string; readonly span: Span }): Quote {
  const phrase = withObject(withoutPause(withoutClauses(text)), claim.text);
  return { text: shorten(withinList(phrase)), span };
}

/** A phrase was matched with a word of the clause before it (“joint to support repair”) or after it (“healing so the”). */
function withoutClauses(text: string): string {
  return text.replace(NOUN_BEFORE, '').replace(CLAUSE_AFTER, '');
}

const NOUN_BEFORE =
  /^(?!(?:help|able|aim|design|intend|meant|use|shown|prove|found|work|begin|start|continue|need|way|known|expect|likely|going|want|return|go|back|due|alternative)[a-z]* )\p{L}+ to (?=\p{L}+ )/iu;
const CLAUSE_AFTER = / (?:where|which|who|whose|when|while|because|so|if)(?: .*)?$/i;

/** Where a phrase that was matched across a pause breaks: “joint, they would give rise to”. */
const PAUSES = /[,;:]\s+|\s+[–—|-]\s+|[()“”]\s*/;
/** As many parts make a list, which stays whole. */
const PARTS_OF_A_LIST = 3;

/** Of the two parts on either side of a pause the first that is more than a word, else the longer. */
function withoutPause(text: string): string {
  const parts = text.split(PAUSES).filter((part) => part !== '');
  if (parts.length === 0 || parts.length >= PARTS_OF_A_LIST) return text;
  const phrase = parts.find((part) => part.includes(' '));
  return (phrase ?? parts.reduce((best, part) => (part.length > best.length ? part : best))).trim();
}

/** A list too long to quote, up to the last of its members that fits. */
function withinList(text: string): string {
  const end = text.lastIndexOf(', ', LONGEST);
  return text.length <= LONGEST || end <= 0 ? text : text.slice(0, end);
}

const ENDS_OPEN =
  /\b(?:of|in|to|for|from|than|with|as|the|a|an|my|your|our|their|its|significant|better|normal|natural|lasting|more|less|fewer|lower|greater)$/i;
/** Up to two words and what stands between them, no pause. */
const NEXT_WORDS =
  /^ [\p{L}\p{N}'’-]+(?: (?!(?:and|or|of|in|to|for|from|that|which|with|by|the|a|an|as|is|are|if|when|while|because|so|but)\b)[\p{L}\p{N}'’-]+)?/u;

/** “no risk of” with what follows: “no risk of rejection”. */
function withObject(phrase: string, text: string): string {
  if (!ENDS_OPEN.test(phrase)) return phrase;
  const end = text.indexOf(phrase) + phrase.length;
  return phrase + (NEXT_WORDS.exec(text.slice(end, end + LONGEST))?.[0] ?? '');
}

/** The quotation up to the end of a later phrase of the claim, where both together are short enough. */
export function reaching(claim: Claim, quote: Quote, end: number): Quote {
  const start = claim.text.indexOf(quote.text);
  const whole = claim.text.slice(start, end);
  return start < 0 || whole.length <= quote.text.length || whole.length > LONGEST
    ? quote
    : { text: whole, span: quote.span };
}

/** Words before a number that belong to it, and the other end of a range. */
const BEFORE_NUMBER =
  /(?:(?:over|under|above|below|about|around|nearly|almost|roughly|approximately|some|up to|at least|more than|less than|as many as|as much as)\s+)?(?:\d[\d.,]*\s*%?\s*(?:-|–|to|and)\s*)?$/i;
/** Enough for “approximately 60 % to”, in UTF-16 units. */
const ROOM = 30;

/** A number as the claim prints it, with its “over” or “60 to”. */
export function quoteNumber(claim: Claim, { text, span }: Quote): Quote {
  const at = Math.max(0, claim.text.indexOf(text));
  const before = BEFORE_NUMBER.exec(claim.text.slice(Math.max(0, at - ROOM), at))?.[0] ?? '';
  return { text: `${before}${text}`, span };
}
