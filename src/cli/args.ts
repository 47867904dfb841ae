/** Readers of option values: each takes the word of the command line and throws one clear line. */
import { InvalidArgumentError } from 'commander';
import type { Severity } from '../model.ts';

export const FORMATS = ['terminal', 'json', 'jsonl', 'sarif', 'github', 'markdown', 'html'] as const;
export type OutputFormat = (typeof FORMATS)[number];
export const FAIL_ON = ['error', 'warning', 'info', 'none'] as const;
export type FailOn = Severity | 'none';
export const JURISDICTIONS = ['US', 'UK', 'EU', 'AU', 'CA', 'JP'] as const;

/** One `--format`: written to standard output, or to a file. */
export interface Output {
  readonly format: OutputFormat;
  readonly file: string | null;
}

/** `json`, `sarif=out.sarif`; adds to those given before. */
export function parseOutput(word: string, before: readonly Output[] = []): Output[] {
  const [name = '', ...rest] = word.split('=');
  const format = oneOf(FORMATS, name);
  const file = rest.length === 0 ? null : rest.join('=');
  if (file === '') throw new InvalidArgumentError(`Name a file after “${name}=”.`);
  const outputs = [...before, { format, file }];
  if (outputs.filter((output) => output.file === null).length > 1) {
    throw new InvalidArgumentError(
      'Only one format can go to standard output; write “format=file” for the others.',
    );
  }
  return outputs;
}

export const parseFailOn = (word: string): FailOn => oneOf(FAIL_ON, word);
export const parseJurisdiction = (word: string): string => oneOf(JURISDICTIONS, word.toUpperCase());

/** An ISO date of the calendar. */
export function parseDate(word: string): string {
  const date = new Date(`${word}T00:00:00Z`);
  if (
    !/^\d{4}-\d{2}-\d{2}$/.test(word) ||
    Number.isNaN(date.getTime()) ||
    !date.toISOString().startsWith(word)
  ) {
    throw new InvalidArgumentError('Give a date as YYYY-MM-DD.');
  }
  return word;
}

const UNITS: Readonly<Record<string, number>> = { '': 1, b: 1, kb: 1e3, mb: 1e6, k: 1e3, m: 1e6 };

/** Bytes: `500000`, `500kB`, `2MB` (powers of ten). */
export function parseSize(word: string): number {
  const [, digits, unit] = /^(\d{1,9}(?:\.\d{1,3})?) ?([a-z]{0,2})$/i.exec(word) ?? [];
  const factor = UNITS[unit?.toLowerCase() ?? 'none'];
  if (digits === undefined || factor === undefined || Number(digits) === 0) {
    throw new InvalidArgumentError('Give a size such as 500kB or 2MB.');
  }
  return Math.round(Number(digits) * factor);
}

/** The word, where it is one of those allowed. */
export function oneOf<T extends string>(allowed: readonly T[], word: string): T {
  const found = allowed.find((value) => value === word);
  if (found === undefined) throw new InvalidArgumentError(`Choose one of ${allowed.join(', ')}.`);
  return found;
}

/** For an option that may be repeated. */
export function addWord(word: string, before: readonly string[] = []): string[] {
  return [...before, word];
}
