/** A YAML file whose values can be traced back to their line and column. */
import { readFile } from 'node:fs/promises';
import { type Document, isCollection, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { bracketDepth, indentWidth } from '../../read/nesting.ts';
import { didYouMean } from './nearest.ts';
import type { Place, Problem } from './problem.ts';

/** The way from the root of a file to a value: keys and list indices. */
export type Path = readonly (string | number)[];

const DEEPEST = 200;
/** What follows the first errors of a file is mostly their consequence. */
const ERRORS_TOLD = 10;

export interface YamlSource {
  readonly file: string;
  /** The value of the document; null where the file is empty. */
  readonly value: unknown;
  /** Syntax errors. */
  readonly problems: readonly Problem[];
  /** Where the value at a path stands, or its nearest ancestor that exists. */
  readonly at: (path: Path) => Place;
  /** Where the key at the end of a path stands. */
  readonly keyAt: (path: Path) => Place;
  /** The value at a path as it is written (`8.0` for 8); null where there is none. */
  readonly written: (path: Path) => string | null;
}

/** Reads and parses a YAML file. Syntax errors are reported in `problems`; a file that cannot be read throws. */
export async function readYaml(file: string): Promise<YamlSource> {
  return parseYaml(file, await readFile(file, 'utf8'));
}

/** Parses YAML text (1.2 core: dates stay strings); `file` is used for places only. */
export function parseYaml(file: string, text: string): YamlSource {
  const lines = new LineCounter();
  // The parser recurses; what nests too deep is told, not parsed.
  const deep = bracketDepth(text) > DEEPEST || indentWidth(text) > 2 * DEEPEST;
  const document = parseDocument(deep ? '' : text, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
  });
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const fault = (offset: number, message: string): Problem => ({
    ...place(offset),
    severity: 'error',
    code: 'yaml',
    message,
  });
  const problems = document.errors.slice(0, ERRORS_TOLD).map(({ pos, message }) => fault(pos[0], message));
  if (deep) problems.push(fault(0, `it nests more than ${DEEPEST} levels deep`));
  const value = problems.length > 0 ? null : plainValue(document);
  if (value === TOO_MANY_ALIASES) problems.push(fault(0, 'its aliases stand for too many values'));
  return {
    file,
    value: value === TOO_MANY_ALIASES ? null : value,
    problems,
    at: (path) => place(offsetAt(document, path, 'value')),
    keyAt: (path) => place(offsetAt(document, path, 'key')),
    written: (path) => {
      const node: unknown = document.getIn(path, true);
      return isScalar(node) ? (node.source ?? null) : null;
    },
  };
}

const TOO_MANY_ALIASES = Symbol('too many aliases');

/** The document as a plain value; the parser refuses a few aliases that would stand for millions of values. */
function plainValue(document: Document.Parsed): unknown {
  try {
    return document.toJS();
  } catch {
    return TOO_MANY_ALIASES;
  }
}

/** A value that passed its schema, or the problems that it has, each at its place in the file. */
export function checkValue<T extends z.ZodType>(
  schema: T,
  value: unknown,
  source: YamlSource,
  path: Path,
): { value: z.output<T> | null; problems: Problem[] } {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return { value: parsed.data, problems: [] };
  return { value: null, problems: parsed.error.issues.flatMap((issue) => toProblems(issue, source, path)) };
}

function toProblems(issue: z.core.$ZodIssue, source: YamlSource, base: Path): Problem[] {
  const path = [...base, ...issue.path.filter((key) => typeof key !== 'symbol')];
  const problem = (at: Path, message: string, place = source.at(at)): Problem => ({
    ...place,
    severity: 'error',
    code: 'schema',
    message: `${fieldName(at)}${message}`,
  });
  if (issue.code === 'invalid_union') {
    const branch = fewest(issue.errors);
    if (branch !== null) return branch.flatMap((inner) => toProblems(inner, source, path));
  }
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map((key) => [...path, key]);
    return keys.map((at) => problem(at, 'is not a field of this record', source.keyAt(at)));
  }
  if (issue.code === 'invalid_value' && typeof issue.input === 'string') {
    const allowed = issue.values.map(String);
    return [
      problem(path, `“${issue.input}” is none of ${allowed.join(', ')}${didYouMean(issue.input, allowed)}`),
    ];
  }
  return [problem(path, issue.message)];
}

/** Of the kinds of record that a union allows, the issues of the one that was most nearly met. */
function fewest(branches: readonly z.core.$ZodIssue[][]): readonly z.core.$ZodIssue[] | null {
  let best: readonly z.core.$ZodIssue[] | null = null;
  for (const branch of branches) if (best === null || branch.length < best.length) best = branch;
  return best;
}

function fieldName(path: Path): string {
  return path.length === 0 ? '' : `${path.join('.')}: `;
}

/** Offset of the value at a path, or of its key; of the nearest ancestor where there is none. */
function offsetAt(document: Document.Parsed, path: Path, end: 'key' | 'value'): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const [depth, key] of path.entries()) {
    const keyOffset = isMap(node) ? offsetOfKey(node, key) : null;
    if (end === 'key' && depth === path.length - 1) return keyOffset ?? offset;
    node = isCollection(node) ? node.get(key, true) : undefined;
    offset = startOf(node) ?? keyOffset ?? offset;
    if (!isNode(node)) return offset;
  }
  return offset;
}

function offsetOfKey(
  map: { readonly items: readonly { readonly key: unknown }[] },
  key: string | number,
): number | null {
  const pair = map.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
  return pair === undefined ? null : startOf(pair.key);
}

function startOf(node: unknown): number | null {
  return isNode(node) ? (node.range?.[0] ?? null) : null;
}
