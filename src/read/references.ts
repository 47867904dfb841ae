/** Character references of HTML and Markdown: `&nbsp;`, `&#8217;`, `&amp;`. */
import { DecodingMode, HtmlEntityDecoder } from 'entities/decode';
import { append, appendDecoded, type Draft, endIn, type Origin, startIn } from './draft.ts';

export interface Decoded {
  readonly text: string;
  /** How many units of the text it takes up, its own signs included. */
  readonly length: number;
}

let decoded = '';
const decoder = new HtmlEntityDecoder((codePoint) => {
  decoded += String.fromCodePoint(codePoint);
});

/**
 * Decodes the reference that starts with the `&` at `index`, or returns null where there is none. HTML also
 * knows a few names without a semicolon (`&nbsp`); Markdown (`strict`) does not.
 */
export function decodeReference(text: string, index: number, strict: boolean): Decoded | null {
  decoded = '';
  decoder.startEntity(strict ? DecodingMode.Strict : DecodingMode.Legacy);
  let length = decoder.write(text, index + 1);
  if (length < 0) length = decoder.end();
  return length > 0 ? { text: decoded, length } : null;
}

/** Appends origin.text[from, to) as HTML text: references decoded, everything else as it stands. */
export function appendHtmlText(draft: Draft, origin: Origin, from: number, to: number): void {
  const { text } = origin;
  let done = from;
  let ampersand = text.indexOf('&', from);
  while (ampersand >= 0 && ampersand < to) {
    const reference = decodeReference(text, ampersand, false);
    const length = reference?.length ?? 1;
    if (reference !== null && ampersand + length <= to) {
      append(draft, origin, done, ampersand);
      done = ampersand + length;
      appendDecoded(draft, reference.text, startIn(origin, ampersand), endIn(origin, done));
    }
    ampersand = text.indexOf('&', ampersand + length);
  }
  append(draft, origin, done, to);
}
