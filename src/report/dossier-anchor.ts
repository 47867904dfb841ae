/** Where a sentence stands on a page, in forms that outlive a change of layout. */
import type { JudgedClaim, Region } from '../model.ts';
import type { PageText, TextBlock } from './page-text.ts';

/** Selector of the W3C Web Annotation Data Model (2017, section 4.2.4). */
export interface TextQuoteSelector {
  readonly type: 'TextQuoteSelector';
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

export interface Anchor {
  readonly selector: TextQuoteSelector;
  /** What follows `#` in an address to lead to the sentence; null where the page does not show it as text. */
  readonly fragment: string | null;
}

/** UTF-16 units of context on either side; the model leaves the length open. */
const CONTEXT = 32;
/** Words of context, and words at either end of a long sentence, in a text fragment. */
const FRAGMENT_WORDS = 5;
/** Longer sentences are named by their first and last words. */
const LONGEST_EXACT = 200;
const NOT_SHOWN: readonly Region[] = ['title', 'meta', 'alt', 'structured-data', 'front-matter'];

/**
 * Prepares a page and returns what finds the anchor of one of its claims. Context is taken from the sentence's own
 * block, and from the neighbouring ones only where the sentence stands more than once: how much white space
 * separates two blocks differs between readers. Without the page's text the selector is the sentence alone.
 */
export function createAnchors(text: PageText = []): (claim: Pick<JudgedClaim, 'id' | 'text'>) => Anchor {
  const shown = text.filter(({ region }) => !NOT_SHOWN.includes(region));
  const whole = shown.map((block) => printed(block, 0, block.text.length, true)).join('\n');
  const places = new Map<string, { readonly index: number; readonly stretch: Stretch }>();
  for (const [index, { passages }] of shown.entries()) {
    for (const { of, start, end } of passages) {
      if (!places.has(of)) places.set(of, { index, stretch: { start, end } });
    }
  }
  return ({ id, text: sentence }) => {
    const place = places.get(id);
    if (place === undefined)
      return { selector: { type: 'TextQuoteSelector', exact: sentence }, fragment: null };
    const block = (step: number): TextBlock => shown[place.index + step] ?? EMPTY;
    const around = { before: block(-1), block: block(0), after: block(1) };
    return anchorIn(around, place.stretch, whole);
  };
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

const EMPTY: TextBlock = { region: 'body', level: null, text: '', marks: [], passages: [] };

/** A block with its neighbours on the page. */
interface Surroundings {
  readonly before: TextBlock;
  readonly block: TextBlock;
  readonly after: TextBlock;
}

function anchorIn({ before, block, after }: Surroundings, stretch: Stretch, whole: string): Anchor {
  const { start, end } = stretch;
  const exact = printed(block, start, end, false);
  const repeated = whole.indexOf(exact) !== whole.lastIndexOf(exact);
  const [left, right] = [printed(block, 0, start, true), printed(block, end, block.text.length, true)];
  const context = {
    left: left === '' && repeated ? `${before.text} `.trimStart() : left,
    right: right === '' && repeated ? ` ${after.text}`.trimEnd() : right,
  };
  const [prefix, suffix] = [tail(context.left), head(context.right)];
  return {
    selector: {
      type: 'TextQuoteSelector',
      exact,
      ...(prefix === '' ? {} : { prefix }),
      ...(suffix === '' ? {} : { suffix }),
    },
    fragment: textFragment(block, stretch, repeated ? context : { left: '', right: '' }),
  };
}

/** A stretch of a block with its citation marks put back; `edges` tells whether those at its ends belong to it. */
function printed({ text, marks }: TextBlock, start: number, end: number, edges: boolean): string {
  let result = '';
  let from = start;
  for (const mark of marks) {
    if (edges ? mark.at < start || mark.at > end : mark.at <= start || mark.at >= end) continue;
    result += text.slice(from, mark.at) + mark.text;
    from = mark.at;
  }
  return result + text.slice(from, end);
}

/** The last units of a text, no half of a surrogate pair among them. */
function tail(text: string): string {
  return text.slice(-CONTEXT).replace(/^[\udc00-\udfff]/, '');
}

function head(text: string): string {
  return text.slice(0, CONTEXT).replace(/[\ud800-\udbff]$/, '');
}

/**
 * A text directive (WICG Scroll To Text Fragment): `:~:text=[prefix-,]start[,end][,-suffix]`. A sentence that is
 * long, or that holds a citation mark, is named by its first and last words.
 */
function textFragment(
  block: TextBlock,
  { start, end }: Stretch,
  context: { readonly left: string; readonly right: string },
): string {
  const sentence = block.text.slice(start, end);
  const inside = block.marks.filter(({ at }) => at > start && at < end).map(({ at }) => at - start);
  const whole = inside.length === 0 && sentence.length <= LONGEST_EXACT;
  const first = firstWords(sentence.slice(0, inside[0] ?? sentence.length));
  const last = lastWords(sentence.slice(inside.at(-1) ?? 0));
  const terms = [
    ...(context.left === '' ? [] : [`${encode(lastWords(context.left))}-`]),
    ...(whole ? [encode(sentence)] : [encode(first), encode(last)]),
    ...(context.right === '' ? [] : [`-${encode(firstWords(context.right))}`]),
  ];
  return `:~:text=${terms.join(',')}`;
}

function firstWords(text: string): string {
  return text.trim().split(' ').slice(0, FRAGMENT_WORDS).join(' ');
}

function lastWords(text: string): string {
  return text.trim().split(' ').slice(-FRAGMENT_WORDS).join(' ');
}

/** A hyphen would be read as the mark of a prefix or suffix. */
function encode(words: string): string {
  return encodeURIComponent(words.replace(/\p{Cs}/gu, '\ufffd')).replaceAll('-', '%2D');
}
