/**
 * Matches classed phrases on the words of a text in one pass: the phrases are filed under their first word, so
 * that each word of the text meets only the few that can begin there. The notation is in lexicon-schema.ts.
 */
import { onceFor } from '../../once.ts';
import type { Word } from './words.ts';

export interface WordList<C extends string> {
  readonly sets: Readonly<Record<string, readonly string[]>>;
  readonly classes: Readonly<Record<C, readonly string[]>>;
}

/** A phrase found: words [from, to) of the text. */
export interface Hit<C extends string> {
  readonly class: C;
  readonly from: number;
  readonly to: number;
}

interface Step {
  readonly words: ReadonlySet<string>;
  readonly beginnings: readonly string[];
  readonly optional: boolean;
  /** For a gap, the number of words that it may span; else 0. */
  readonly gap: number;
}

interface Phrase<C extends string> {
  readonly class: C;
  readonly anchored: boolean;
  readonly steps: readonly Step[];
}

/** Phrases ready for matching. */
export interface Matcher<C extends string> {
  readonly byWord: ReadonlyMap<string, readonly Phrase<C>[]>;
  /** Phrases whose first word is given by its beginning, under its first two letters. */
  readonly byBeginning: ReadonlyMap<string, readonly Phrase<C>[]>;
  /** The phrases that may begin with a word, for the words met so far. */
  readonly known: Map<string, readonly Phrase<C>[]>;
}

const STOPS = new Set(['.', ';', ':', '?', '!', '•']);
const BEGINNING_LENGTH = 2;
/** Words met are remembered up to this many, so that memory stays flat over many pages. */
const MEMORY = 20_000;
/** Stands for any word that begins with a digit. */
const NUMBER = '#';

/** A function that compiles the list that it is given, once. Throws an Error that names a malformed phrase. */
export function matcherCache<C extends string>(): (list: WordList<C>) => Matcher<C> {
  return onceFor((list: WordList<C>) => compile(list));
}

function compile<C extends string>(list: WordList<C>): Matcher<C> {
  const byWord = new Map<string, Phrase<C>[]>();
  const byBeginning = new Map<string, Phrase<C>[]>();
  for (const [name, sources] of Object.entries(list.classes) as [C, readonly string[]][]) {
    for (const source of sources) {
      const phrase = parsePhrase(source, name, list.sets);
      for (const first of firstSteps(phrase.steps)) {
        for (const word of first.words) file(byWord, word, phrase);
        for (const beginning of first.beginnings) {
          file(byBeginning, beginning.slice(0, BEGINNING_LENGTH), phrase);
        }
      }
    }
  }
  return { byWord, byBeginning, known: new Map() };
}

function file<C extends string>(index: Map<string, Phrase<C>[]>, key: string, phrase: Phrase<C>): void {
  const bucket = index.get(key) ?? [];
  if (!bucket.includes(phrase)) bucket.push(phrase);
  index.set(key, bucket);
}

/** The steps that a match may begin with: the first one that must be there and the optional ones before it. */
function firstSteps(steps: readonly Step[]): readonly Step[] {
  const required = steps.findIndex((step) => !step.optional);
  return steps.slice(0, required + 1);
}

function parsePhrase<C extends string>(
  source: string,
  name: C,
  sets: Readonly<Record<string, readonly string[]>>,
): Phrase<C> {
  const parts = source.split(' ');
  const anchored = parts[0] === '^';
  const steps = (anchored ? parts.slice(1) : parts).map((part) => parseStep(part, sets, source));
  const required = steps.find((step) => !step.optional);
  if (!required || required.gap > 0) throw new Error(`Phrase “${source}” must begin with a word.`);
  return { class: name, anchored, steps };
}

function parseStep(part: string, sets: Readonly<Record<string, readonly string[]>>, source: string): Step {
  const gap = /^~(\d{1,2})$/.exec(part)?.[1];
  if (gap !== undefined) return { words: new Set(), beginnings: [], optional: false, gap: Number(gap) };
  const optional = part.length > 1 && part.endsWith('?');
  const words = new Set<string>();
  const beginnings: string[] = [];
  for (const choice of (optional ? part.slice(0, -1) : part).split('|')) {
    const set = choice.startsWith('@') ? sets[choice.slice(1)] : [choice];
    if (!set) throw new Error(`Phrase “${source}” names an unknown set “${choice}”.`);
    for (const word of set) {
      if (word.endsWith('*')) beginnings.push(word.slice(0, -1));
      else words.add(word);
    }
  }
  const short = beginnings.find((beginning) => beginning.length < BEGINNING_LENGTH);
  if (short !== undefined) throw new Error(`Phrase “${source}”: “${short}*” is too short.`);
  return { words, beginnings, optional, gap: 0 };
}

/** All phrases in a text, in order of their first word; of one class at one word, the longest. */
export function findPhrases<C extends string>(words: readonly Word[], matcher: Matcher<C>): Hit<C>[] {
  const hits: Hit<C>[] = [];
  words.forEach(({ word }, from) => {
    const candidates = candidatesFor(word, matcher);
    if (candidates.length === 0) return;
    let ends: Map<C, number> | undefined;
    for (const phrase of candidates) {
      if (phrase.anchored && from > 0) continue;
      const to = matchSteps(words, from, phrase.steps, 0);
      if (to <= from) continue;
      ends ??= new Map();
      if (to > (ends.get(phrase.class) ?? from)) ends.set(phrase.class, to);
    }
    for (const [name, to] of ends ?? []) hits.push({ class: name, from, to });
  });
  return hits;
}

function candidatesFor<C extends string>(word: string, matcher: Matcher<C>): readonly Phrase<C>[] {
  const known = matcher.known.get(word);
  if (known !== undefined) return known;
  const candidates = [
    ...(matcher.byWord.get(word) ?? []),
    ...(isNumber(word) ? (matcher.byWord.get(NUMBER) ?? []) : []),
    ...(matcher.byBeginning.get(word.slice(0, BEGINNING_LENGTH)) ?? []),
  ];
  if (matcher.known.size >= MEMORY) matcher.known.clear();
  matcher.known.set(word, candidates);
  return candidates;
}

/** The end of a match of `steps` from `index` on, or -1. Depth and gaps are bounded by the phrase. */
function matchSteps(words: readonly Word[], at: number, steps: readonly Step[], index: number): number {
  const step = steps[index];
  if (!step) return at;
  if (step.gap > 0) return matchGap(words, at, steps, index, step.gap);
  const word = words[at]?.word;
  if (word !== undefined && fits(step, word)) {
    const to = matchSteps(words, at + 1, steps, index + 1);
    if (to >= 0) return to;
  }
  return step.optional ? matchSteps(words, at, steps, index + 1) : -1;
}

function matchGap(
  words: readonly Word[],
  at: number,
  steps: readonly Step[],
  index: number,
  gap: number,
): number {
  for (let skipped = 0; skipped <= gap; skipped++) {
    const to = matchSteps(words, at + skipped, steps, index + 1);
    if (to >= 0) return to;
    const word = words[at + skipped]?.word;
    if (word === undefined || STOPS.has(word)) return -1;
  }
  return -1;
}

function fits(step: Step, word: string): boolean {
  if (step.words.has(word) || (step.words.has(NUMBER) && isNumber(word))) return true;
  return step.beginnings.some((beginning) => word.startsWith(beginning));
}

const isNumber = (word: string) => word >= '0' && word < ':';
