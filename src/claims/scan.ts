/**
 * Finds every phrase of the lexicon in a text in one pass, whatever the number of phrases.
 *
 * Notation of a phrase: words separated by spaces, in lower case, hyphens written as spaces. A word may be
 * - `relief`      itself only
 * - `reduce+`     itself and its inflections: reduces, reduced, reducing
 * - `regenerat*`  any word that begins so
 * - `*itis`       any word that ends so
 * - `a|b`         either (each may carry `+` or `*`)
 * - `<n>`         a number, in figures or words
 * - `...`         up to four words of any kind
 * A phrase does not run over punctuation other than hyphens and quotation marks.
 */
import { inflections } from './inflections.ts';
import type { WordClass } from './lexicon.ts';
import type { Token } from './tokens.ts';

/** Word classes by the name of their file. */
export type WordLists = Readonly<Record<string, readonly WordClass[]>>;

/** A phrase found: `first` and `last` are indices of tokens, both included. */
export interface Hit {
  readonly file: string;
  readonly class: string;
  /** `file/class`. */
  readonly key: string;
  readonly first: number;
  readonly last: number;
}

type Meaning = Pick<Hit, 'file' | 'class' | 'key'>;

interface Node {
  readonly next: Map<string, Node>;
  readonly ends: Meaning[];
}

interface Matcher {
  readonly root: Node;
  /** Slots by the exact word, by its beginning and by its end. */
  readonly words: Map<string, string[]>;
  readonly prefixes: Map<string, string[]>;
  readonly suffixes: Map<string, string[]>;
  readonly slotsOf: Map<string, readonly string[]>;
}

const GAP = '...';
const LONGEST_GAP = 4;
const NUMBER_SLOT = '<n>';
const NUMBER_WORDS = new Set(
  'one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand'.split(
    ' ',
  ),
);
/** Words seen are remembered up to this many, so that memory stays flat over many pages. */
const MEMORY = 20_000;

const matchers = new WeakMap<WordLists, Matcher>();

/**
 * All phrases of the lists in the tokens, in order of their start. Within one file the longest phrase wins:
 * a hit that lies inside a longer one of the same file is dropped, so that a file can guard against readings.
 */
export function scan(tokens: readonly Token[], lists: WordLists): Hit[] {
  const matcher = matcherOf(lists);
  const slots = tokens.map((token) => slotsOf(token.text, matcher));
  const hits: Hit[] = [];
  for (let first = 0; first < tokens.length; first += 1) {
    walk(matcher.root, first, first, tokens, slots, hits);
  }
  return longestOfEachFile(hits);
}

function walk(
  node: Node,
  first: number,
  at: number,
  tokens: readonly Token[],
  slots: readonly (readonly string[])[],
  hits: Hit[],
): void {
  const token = tokens[at];
  if (token === undefined || (at > first && !token.joined)) return;
  step(node, first, at, tokens, slots, hits);
  const afterGap = node.next.get(GAP);
  if (afterGap === undefined) return;
  for (let skipped = 0; skipped <= LONGEST_GAP; skipped += 1) {
    const next = tokens[at + skipped];
    if (next === undefined || !next.joined) return;
    step(afterGap, first, at + skipped, tokens, slots, hits);
  }
}

function step(
  node: Node,
  first: number,
  at: number,
  tokens: readonly Token[],
  slots: readonly (readonly string[])[],
  hits: Hit[],
): void {
  for (const slot of slots[at] ?? []) {
    const next = node.next.get(slot);
    if (next === undefined) continue;
    for (const end of next.ends) hits.push({ ...end, first, last: at });
    walk(next, first, at + 1, tokens, slots, hits);
  }
}

function longestOfEachFile(hits: readonly Hit[]): Hit[] {
  const sorted = [...hits].sort((a, b) => a.first - b.first || b.last - a.last);
  const farthest = new Map<string, Hit>();
  const kept = new Map<string, Hit>();
  for (const hit of sorted) {
    const cover = farthest.get(hit.file);
    const length = hit.last - hit.first;
    if (cover !== undefined && hit.last <= cover.last && length < cover.last - cover.first) continue;
    kept.set(`${hit.key}/${hit.first}/${hit.last}`, hit);
    if (cover === undefined || hit.last >= cover.last) farthest.set(hit.file, hit);
  }
  return [...kept.values()];
}

function matcherOf(lists: WordLists): Matcher {
  const known = matchers.get(lists);
  if (known !== undefined) return known;
  const matcher = compile(lists);
  matchers.set(lists, matcher);
  return matcher;
}

function compile(lists: WordLists): Matcher {
  const matcher: Matcher = {
    root: { next: new Map(), ends: [] },
    words: new Map(),
    prefixes: new Map(),
    suffixes: new Map(),
    slotsOf: new Map(),
  };
  for (const [file, classes] of Object.entries(lists)) {
    for (const entry of classes) {
      const meaning = { file, class: entry.class, key: `${file}/${entry.class}` };
      for (const phrase of entry.phrases) addPhrase(matcher, phrase, meaning);
    }
  }
  return matcher;
}

function addPhrase(matcher: Matcher, phrase: string, end: Meaning): void {
  let node = matcher.root;
  for (const slot of phrase.split(' ')) {
    let next = node.next.get(slot);
    if (next === undefined) {
      next = { next: new Map(), ends: [] };
      node.next.set(slot, next);
      registerSlot(matcher, slot);
    }
    node = next;
  }
  node.ends.push(end);
}

function registerSlot(matcher: Matcher, slot: string): void {
  if (slot === GAP || slot === NUMBER_SLOT) return;
  for (const word of slot.split('|')) {
    if (word.endsWith('*')) add(matcher.prefixes, word.slice(0, -1), slot);
    else if (word.startsWith('*')) add(matcher.suffixes, word.slice(1), slot);
    else for (const form of inflections(word)) add(matcher.words, form, slot);
  }
}

function add(map: Map<string, string[]>, key: string, slot: string): void {
  const slots = map.get(key);
  if (slots === undefined) map.set(key, [slot]);
  else if (!slots.includes(slot)) slots.push(slot);
}

function slotsOf(word: string, matcher: Matcher): readonly string[] {
  const known = matcher.slotsOf.get(word);
  if (known !== undefined) return known;
  const slots = new Set(matcher.words.get(word));
  const longest = Math.min(word.length, 24);
  for (let length = 1; length <= longest; length += 1) {
    for (const slot of matcher.prefixes.get(word.slice(0, length)) ?? []) slots.add(slot);
    for (const slot of matcher.suffixes.get(word.slice(-length)) ?? []) slots.add(slot);
  }
  if (/^\d/.test(word) || NUMBER_WORDS.has(word)) slots.add(NUMBER_SLOT);
  const list = [...slots];
  if (matcher.slotsOf.size >= MEMORY) matcher.slotsOf.clear();
  matcher.slotsOf.set(word, list);
  return list;
}
