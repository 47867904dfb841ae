/** YAML and JSON through one parser, with each string's place in the source. */
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Scalar,
} from 'yaml';
import { align, type Syntax } from '../align.ts';
import type { Origin } from '../draft.ts';
import { bracketDepth, indentWidth } from '../nesting.ts';

/** A string in a data file, and the keys that lead to it; places in a list are numbers. */
export interface DataString {
  readonly path: readonly (string | number)[];
  /** The decoded string, with a map to the source. */
  readonly origin: Origin;
}

export interface Data {
  readonly strings: readonly DataString[];
  /** The whole as plain values, without anything that the parser would have to expand. */
  readonly value: unknown;
  /** The first error of the parser, in its words. */
  readonly error: string | null;
}

/** Nesting beyond this is not read: the parser itself recurses. */
const DEPTH = 200;

const ESCAPES = new Map(
  Object.entries({
    n: '\n',
    t: '\t',
    r: '\r',
    '0': '\0',
    a: '\x07',
    b: '\b',
    e: '\x1b',
    f: '\f',
    v: '\v',
    N: '\x85',
    _: '\xa0',
    L: '\u2028',
    P: '\u2029',
  }),
);

const DOUBLE_QUOTED: Syntax = {
  linePrefix: '',
  decode(text, index) {
    if (text.charAt(index) !== '\\') return null;
    const sign = text.charAt(index + 1);
    const digits = sign === 'u' ? 4 : sign === 'x' ? 2 : sign === 'U' ? 8 : 0;
    if (digits === 0) return { text: ESCAPES.get(sign) ?? sign, length: 2 };
    const code = Number.parseInt(text.slice(index + 2, index + 2 + digits), 16);
    const valid = code >= 0 && code <= 0x10ffff;
    return valid ? { text: String.fromCodePoint(code), length: 2 + digits } : null;
  },
};
const SINGLE_QUOTED: Syntax = {
  linePrefix: '',
  decode: (text, index) => (text.startsWith("''", index) ? { text: "'", length: 2 } : null),
};
const PLAIN: Syntax = { linePrefix: '', decode: () => null };
const SYNTAXES = new Map([
  ['QUOTE_DOUBLE', DOUBLE_QUOTED],
  ['QUOTE_SINGLE', SINGLE_QUOTED],
]);

/** Reads origin.text[from, to) as YAML, of which JSON is a part. Never throws; `error` says what was wrong. */
export function readData(origin: Origin, from: number, to: number): Data {
  const text = origin.text.slice(from, to);
  if (bracketDepth(text) > DEPTH || indentWidth(text) > 2 * DEPTH) {
    return { strings: [], value: null, error: `it is nested more than ${DEPTH} levels deep` };
  }
  const document = parseDocument(text, {
    lineCounter: new LineCounter(),
    logLevel: 'silent',
    prettyErrors: false,
    strict: false,
    stringKeys: true,
    uniqueKeys: false,
  });
  const strings: DataString[] = [];
  collect(document.contents, [], (scalar, path) => {
    const place = scalar.range;
    if (place && typeof scalar.value === 'string')
      strings.push({ path, origin: alignScalar(origin, from, place, scalar, scalar.value) });
  });
  return { strings, value: plain(document), error: document.errors[0]?.message ?? null };
}

function alignScalar(
  origin: Origin,
  base: number,
  [start, end]: [number, number, number],
  scalar: Scalar,
  value: string,
): Origin {
  const type = scalar.type ?? 'PLAIN';
  const quotes = type.startsWith('QUOTE') ? 1 : 0;
  const header = type.startsWith('BLOCK') ? headerLength(origin.text, base + start) : quotes;
  return align(origin, base + start + header, base + end - quotes, value, SYNTAXES.get(type) ?? PLAIN);
}

/** The `>-` of a block scalar, up to its first line. */
function headerLength(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? 0 : end + 1 - start;
}

type Path = readonly (string | number)[];

function collect(node: unknown, path: Path, found: (scalar: Scalar, path: Path) => void): void {
  if (isScalar(node)) found(node, path);
  else if (isSeq(node))
    for (const [index, item] of node.items.entries()) collect(item, [...path, index], found);
  else if (isMap(node)) {
    for (const { key, value } of node.items) collect(value, [...path, nameOf(key)], found);
  }
}

/** The name of a key; a list or a map that stands as one has none, and would take long to print. */
function nameOf(key: unknown): string {
  return isScalar(key) ? String(key.value) : '';
}

/** Aliases stay unresolved: a few of them can stand for millions of values. */
function plain(document: Document.Parsed): unknown {
  const convert = (node: unknown): unknown => {
    if (isScalar(node)) return node.value;
    if (isSeq(node)) return node.items.map(convert);
    if (!isMap(node)) return isAlias(node) ? null : node;
    return Object.fromEntries(node.items.map(({ key, value }) => [nameOf(key), convert(value)]));
  };
  return convert(document.contents);
}
