/** What the Markdown parser is not given: it would take minutes over it, or run out of stack. */
import { indentWidth } from '../nesting.ts';

/** The parser recurses, and its time grows with the square of the nesting. */
const MAX_INDENT = 300;

/** No shorter text reaches any of the limits below. */
const SHORT = 5_000;

/**
 * Its time grows with the square of each of these too. At the limits a page takes a few seconds; the longest
 * articles have some hundred signs in a paragraph.
 */
const LIMITS = {
  paragraph: 5_000,
  page: 60_000,
  items: 3_000,
  declarations: 1_000,
} as const;

/** A code span is sought to the end of its paragraph for every length of its signs. */
const LONG_RUN = /`{100}/;

const SIGNS = codesOf('*_~[]|');
const OPENERS = codesOf('-*+>0123456789');
const LINE_FEED = 10;
const LESS_THAN = 60;
const DECLARES = codesOf('!?');

function codesOf(characters: string): ReadonlySet<number> {
  return new Set([...characters].map((character) => character.charCodeAt(0)));
}

/** Why a page is too much for the parser, as the end of a sentence; null where it is not. Linear. */
export function tooMuchBecause(text: string): string | null {
  if (indentWidth(text) > MAX_INDENT) return `a line of it is indented by more than ${MAX_INDENT} columns`;
  if (text.length < SHORT) return null;
  if (LONG_RUN.test(text)) return 'it holds a run of a hundred backticks';
  const { paragraph, page, items, declarations } = countSigns(text);
  if (paragraph > LIMITS.paragraph) return `a paragraph of it holds ${paragraph} signs of emphasis and links`;
  if (page > LIMITS.page) return `it holds ${page} signs of emphasis, links and tables`;
  if (items > LIMITS.items) return `${items} of its lines open an item or a quotation`;
  return declarations > LIMITS.declarations ? `it holds ${declarations} comments or declarations` : null;
}

/** Signs of markup in the paragraph that has most, and on the page; lines that open an item; `<!` and `<?`. */
function countSigns(text: string): Record<keyof typeof LIMITS, number> {
  const most = { paragraph: 0, page: 0, items: 0, declarations: 0 };
  let signs = 0;
  let blank = true;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === LINE_FEED) {
      if (blank) signs = 0;
      blank = true;
    } else if (code > 32) {
      if (blank && OPENERS.has(code)) most.items++;
      blank = false;
      if (SIGNS.has(code)) {
        most.page++;
        most.paragraph = Math.max(most.paragraph, ++signs);
      } else if (code === LESS_THAN && DECLARES.has(text.charCodeAt(index + 1))) most.declarations++;
    }
  }
  return most;
}
