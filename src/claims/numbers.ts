/** Numbers of a claim: value, unit, the people behind it, and when it was measured. */
import type { ClaimNumber } from '../model.ts';
import type { Found } from './build.ts';
import { spanWithin } from './spans.ts';
import type { Token } from './tokens.ts';

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/^(?:%|percent|pct)$/, '%'],
  [/^points?$/, 'points'],
  [
    /^(?:patients?|people|persons?|subjects?|participants?|individuals?|men|women|adults?|cases?|clients?)$/,
    'people',
  ],
  [/^(?:years?|yrs?)$/, 'years'],
  [/^(?:months?|mos?)$/, 'months'],
  [/^(?:weeks?|wks?)$/, 'weeks'],
  [/^days?$/, 'days'],
  [/^(?:times|fold)$/, 'times'],
];
const MONTHS_IN: Readonly<Record<string, number>> = { years: 12, months: 1, weeks: 12 / 52, days: 12 / 365 };
const WORDS: ReadonlyMap<string, number> = new Map([
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['seven', 7],
  ['eight', 8],
  ['nine', 9],
  ['ten', 10],
  ['twelve', 12],
]);

interface Raw {
  readonly first: number;
  readonly last: number;
  readonly value: number;
  readonly unit: string;
  /** "21 of 26": the whole. */
  readonly of: number | null;
}

/** All numbers of the sentence in order. Years of publication and numbers that name things are left out. */
export function findNumbers({ reading, locate }: Found): ClaimNumber[] {
  const { sentence, block, tokens } = reading;
  const raws = readNumbers(tokens, sentence.text);
  const months = raws.find((raw) => MONTHS_IN[raw.unit] !== undefined && measuresTime(raw, tokens));
  const people = raws.find((raw) => raw.unit === 'people');
  return raws.map((raw) => {
    const start = tokens[raw.first]?.start ?? 0;
    const end = tokens[raw.last]?.end ?? start;
    return {
      text: sentence.text.slice(start, end),
      value: raw.value,
      unit: raw.unit,
      n: countOf(raw, people),
      of: raw.of,
      months: inMonths(raw) ?? (months === undefined ? null : inMonths(months)),
      span: spanWithin(sentence, block, locate, start, end),
    };
  });
}

function readNumbers(tokens: readonly Token[], text: string): Raw[] {
  const raws: Raw[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const raw = readNumber(tokens, at, text);
    if (raw === null) continue;
    raws.push(raw);
    at = raw.last;
  }
  return raws;
}

function readNumber(tokens: readonly Token[], at: number, text: string): Raw | null {
  const token = tokens[at];
  if (token === undefined) return null;
  const value = numberIn(token.text);
  if (value === null || isPartOfName(tokens, at, text)) return null;
  if (token.text.endsWith('%')) return { first: at, last: at, value, unit: '%', of: null };
  const whole = wholeAfter(tokens, at);
  if (whole !== null) return { first: at, last: whole.at, value, unit: 'people', of: whole.value };
  const unit = unitAt(tokens, at + 1);
  if (unit !== null) return { first: at, last: at + 1, value, unit, of: null };
  if (isYear(token.text) || /^[a-z]/.test(token.text)) return null;
  return { first: at, last: at, value, unit: '', of: null };
}

function numberIn(word: string): number | null {
  const known = WORDS.get(word);
  if (known !== undefined) return known;
  if (!/^\d[\d.,]*%?$/.test(word)) return null;
  const value = Number(word.replace('%', '').replaceAll(',', ''));
  return Number.isFinite(value) ? value : null;
}

/** The number of a name: "COVID-19", "MPC-06". A range such as "60-80%" is two numbers. */
function isPartOfName(tokens: readonly Token[], at: number, text: string): boolean {
  const before = tokens[at - 1];
  const token = tokens[at];
  if (before === undefined || token === undefined || /^\d/.test(before.text)) return false;
  return text.slice(before.end, token.start) === '-';
}

function isYear(word: string): boolean {
  return /^(?:19|20)\d\d$/.test(word);
}

function wholeAfter(tokens: readonly Token[], at: number): { value: number; at: number } | null {
  const of = tokens[at + 1]?.text === 'out' ? at + 2 : at + 1;
  if (tokens[of]?.text !== 'of') return null;
  const skip = tokens[of + 1]?.text === 'the' ? of + 2 : of + 1;
  const value = numberIn(tokens[skip]?.text ?? '');
  return value === null ? null : { value, at: skip };
}

function unitAt(tokens: readonly Token[], at: number): string | null {
  const word = tokens[at]?.text;
  if (word === undefined || tokens[at]?.joined !== true) return null;
  return UNITS.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}

/** "After 2 years", "at 12 months", "over 6 weeks", "12-month": when something was measured. */
function measuresTime(raw: Raw, tokens: readonly Token[]): boolean {
  const before = tokens[raw.first - 1]?.text ?? '';
  const after = tokens[raw.last + 1]?.text ?? '';
  return (
    /^(?:after|at|over|within|for|by|to)$/.test(before) || /^(?:follow|after|later|post|out|mark)/.test(after)
  );
}

function inMonths(raw: Raw): number | null {
  const factor = MONTHS_IN[raw.unit];
  return factor === undefined ? null : Math.round(raw.value * factor * 10) / 10;
}

/** The people behind a number: those it counts, or those counted beside a percentage. */
function countOf(raw: Raw, people: Raw | undefined): number | null {
  if (raw.unit === 'people') return raw.value;
  return raw.unit === '%' && people !== undefined ? people.value : null;
}
