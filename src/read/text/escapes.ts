/** Escapes and character references that a bad extraction left in a text. */
import { type Origin, wholeOf } from '../draft.ts';
import { decodeReference } from '../references.ts';

const STRAY =
  /\\u[0-9a-f]{4}|(?<![:\\])\\[nrt"'/]|&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});|<!--\s{0,8}claimlint-[^<>]{1,400}?-->/gi;
const SHORT = new Map([
  ['\\n', '\n'],
  ['\\r', ' '],
  ['\\t', ' '],
]);

/** The text with stray escapes decoded and suppression comments taken out, mapped to where each unit stood. */
export function decodeEscapes(text: string): Origin {
  const found = [...text.matchAll(STRAY)];
  if (found.length === 0) return wholeOf(text);
  let decoded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let done = 0;
  const keep = (to: number): void => {
    for (let unit = done; unit < to; unit++) {
      starts.push(unit);
      ends.push(unit + 1);
    }
    decoded += text.slice(done, to);
  };
  for (const { index, 0: written } of found) {
    keep(index);
    const meaning = meaningOf(written);
    decoded += meaning;
    done = index + written.length;
    for (let unit = 0; unit < meaning.length; unit++) {
      starts.push(index);
      ends.push(done);
    }
  }
  keep(text.length);
  return { text: decoded, base: 0, map: { starts, ends } };
}

function meaningOf(written: string): string {
  if (written.startsWith('<!--')) return '';
  if (written.startsWith('&')) return decodeReference(written, 0, true)?.text ?? written;
  if (/^\\u/i.test(written)) return String.fromCharCode(Number.parseInt(written.slice(2), 16));
  return SHORT.get(written) ?? written.slice(1);
}
