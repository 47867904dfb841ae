/** How deep a text nests, before it is given to a parser that recurses or slows down with depth. */

/** The deepest nesting of square and curly brackets; brackets in strings are counted too. */
export function bracketDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 91 || code === 123) deepest = Math.max(deepest, ++depth);
    else if (code === 93 || code === 125) depth = Math.max(0, depth - 1);
  }
  return deepest;
}

/** White space and the signs of quotations and lists, down to a numbered list in a numbered list. */
const OPENING = /^(?:[\t >*+-]|\d{1,9}[.)](?=[\t ]))+(?=[^\s>*+-])/gm;

/** The widest indentation of a line in units, the signs of lists and quotations counted as indentation. */
export function indentWidth(text: string): number {
  let widest = 0;
  for (const [opening] of text.matchAll(OPENING)) widest = Math.max(widest, opening.length);
  return widest;
}
