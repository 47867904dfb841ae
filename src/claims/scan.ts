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
 * - `<p>`         a percentage
 * - `...`         up to four words of any kind
 * Inflections are listed forms and not stems: Porter stems join "general" with "generate", and cost 0.02 to 0.04 F1 on
 * labelled pages.
 * A phrase does not run over punctuation other than hyphens and quotation marks. One adverb of degree or manner may
 * stand between two of its words: "feel much better", "respond very well".
 */
import { onceFor } from '../once.ts';
import { wordSet } from '../word-set.ts';
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

/** What one word of a phrase accepts; words of phrases that are written alike share a slot. */
type Slot = number;

/** A place in the tree of phrases. */
interface Node {
  /** Null where no phrase goes on: most places are the end of one, and a map takes time to make. */
  children: Map<Slot, Node> | null;
  /** The place after a gap of up to LONGEST_GAP words. */
  gap: Node | null;
  readonly meanings: Meaning[];
}

/** What the lists know of one word of a text. */
interface Word {
  readonly slots: ReadonlySet<Slot>;
  /** Where phrases that begin with this word go on. */
  readonly starts: readonly Node[];
  /** Whether a phrase may step over it. */
  readonly passable: boolean;
}

interface Matcher {
  readonly root: Node;
  readonly slotOf: Map<string, Slot>;
  /** The place among the root's children of each slot that a phrase begins with: hits keep the order of the lists. */
  readonly first: Map<Slot, number>;
  /** Slots by the exact word, by its beginning and by its end. */
  readonly words: Map<string, Slot[]>;
  readonly prefixes: Map<string, Slot[]>;
  readonly suffixes: Map<string, Slot[]>;
  /** Slots that accept a number, and those that accept a percentage. */
  readonly numbers: Slot[];
  readonly percentages: Slot[];
  readonly known: Map<string, Word>;
}

const GAP = '...';
const LONGEST_GAP = 4;
const NUMBER = '<n>';
const PERCENTAGE = '<p>';
/** Adverbs that leave a phrase as it is; those that take it back or narrow it ("hardly", "only") do not. */
const ADVERBS = wordSet(
  'very so much really quite too rather pretty far even still also now just again often sometimes soon already almost well',
);
const ADVERB = /^[a-z]{3,12}ly$/;
const NARROWING = wordSet(
  'only merely simply mainly mostly hardly barely rarely scarcely nearly supposedly allegedly reportedly family',
);
const NUMBER_WORDS = wordSet(
  'one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand',
);
/** Longer beginnings and ends than this are not looked for. */
const LONGEST_AFFIX = 16;
/** Words seen are remembered up to this many, so that memory stays flat over many pages. */
const MEMORY = 20_000;

/**
 * All phrases of the lists in the tokens, in order of their start. Within one file the longest phrase wins:
 * a hit that lies inside a longer one of the same file is dropped, so that a file can guard against readings.
 */
export function scan(tokens: readonly Token[], lists: WordLists): Hit[] {
  const matcher = matcherOf(lists);
  const text: Text = { tokens, words: tokens.map((token) => wordOf(token.text, matcher)) };
  const hits: Hit[] = [];
  text.words.forEach(({ starts }, first) => {
    for (const node of starts) enter(node, first, first, text, hits);
  });
  return hits.length > 1 ? longestOfEachFile(hits) : hits;
}

/** The words of a text, and what the lists know of each. */
interface Text {
  readonly tokens: readonly Token[];
  readonly words: readonly Word[];
}

/** Takes the token at `last` into a phrase and looks on from there. The depth is bounded by the longest phrase. */
function enter(node: Node, first: number, last: number, text: Text, hits: Hit[]): void {
  for (const { file, class: name, key } of node.meanings) hits.push({ file, class: name, key, first, last });
  const { tokens, words } = text;
  const next = last + 1;
  if (tokens[next]?.joined !== true) return;
  if (node.children !== null) {
    follow(node.children, first, next, text, hits);
    const passes = words[next]?.passable === true && tokens[next + 1]?.joined === true;
    if (passes) follow(node.children, first, next + 1, text, hits);
  }
  const beyond = node.gap?.children ?? null;
  if (beyond === null) return;
  for (let at = next; at <= next + LONGEST_GAP && tokens[at]?.joined === true; at += 1) {
    follow(beyond, first, at, text, hits);
  }
}

function follow(children: ReadonlyMap<Slot, Node>, first: number, at: number, text: Text, hits: Hit[]): void {
  const slots = text.words[at]?.slots;
  if (slots === undefined || slots.size === 0) return;
  for (const [slot, child] of children) {
    if (slots.has(slot)) enter(child, first, at, text, hits);
  }
}

function longestOfEachFile(hits: Hit[]): Hit[] {
  hits.sort((a, b) => a.first - b.first || b.last - a.last);
  const farthest = new Map<string, Hit>();
  const kept: Hit[] = [];
  for (const hit of hits) {
    const cover = farthest.get(hit.file);
    if (cover !== undefined && hit.last <= cover.last) {
      const shorter = hit.last - hit.first < cover.last - cover.first;
      if (shorter || isRepeated(hit, kept)) continue;
    }
    kept.push(hit);
    if (cover === undefined || hit.last >= cover.last) farthest.set(hit.file, hit);
  }
  return kept;
}

/** Whether two phrases of one class found the same words. Hits of the same words stand together. */
function isRepeated(hit: Hit, kept: readonly Hit[]): boolean {
  for (let at = kept.length - 1; at >= 0; at -= 1) {
    const other = kept[at];
    if (other === undefined || other.first !== hit.first || other.last !== hit.last) return false;
    if (other.key === hit.key) return true;
  }
  return false;
}

function newNode(): Node {
  return { children: null, gap: null, meanings: [] };
}

const matcherOf = onceFor((lists: WordLists): Matcher => {
  const matcher: Matcher = {
    root: newNode(),
    slotOf: new Map(),
    first: new Map(),
    words: new Map(),
    prefixes: new Map(),
    suffixes: new Map(),
    numbers: [],
    percentages: [],
    known: new Map(),
  };
  for (const [file, classes] of Object.entries(lists)) {
    for (const entry of classes) {
      const meaning = { file, class: entry.class, key: `${file}/${entry.class}` };
      for (const phrase of entry.phrases) addPhrase(matcher, phrase, meaning);
    }
  }
  for (const slot of matcher.root.children?.keys() ?? []) matcher.first.set(slot, matcher.first.size);
  return matcher;
});

function addPhrase(matcher: Matcher, phrase: string, meaning: Meaning): void {
  let node = matcher.root;
  for (const word of phrase.split(' '))
    node = word === GAP ? gapOf(node) : childOf(node, slotOf(word, matcher));
  node.meanings.push(meaning);
}

function gapOf(node: Node): Node {
  node.gap ??= newNode();
  return node.gap;
}

function childOf(node: Node, slot: Slot): Node {
  node.children ??= new Map();
  const known = node.children.get(slot);
  if (known !== undefined) return known;
  const child = newNode();
  node.children.set(slot, child);
  return child;
}

function slotOf(written: string, matcher: Matcher): Slot {
  const known = matcher.slotOf.get(written);
  if (known !== undefined) return known;
  const slot = matcher.slotOf.size;
  matcher.slotOf.set(written, slot);
  for (const word of written.split('|')) {
    if (word === NUMBER) matcher.numbers.push(slot);
    else if (word === PERCENTAGE) matcher.percentages.push(slot);
    else if (word.endsWith('*')) add(matcher.prefixes, word.slice(0, -1), slot);
    else if (word.startsWith('*')) add(matcher.suffixes, word.slice(1), slot);
    else for (const form of inflections(word)) add(matcher.words, form, slot);
  }
  return slot;
}

function add(map: Map<string, Slot[]>, key: string, slot: Slot): void {
  const slots = map.get(key);
  if (slots === undefined) map.set(key, [slot]);
  else if (!slots.includes(slot)) slots.push(slot);
}

function wordOf(text: string, matcher: Matcher): Word {
  const known = matcher.known.get(text);
  if (known !== undefined) return known;
  const slots = slotsOf(text, matcher);
  const { root, first } = matcher;
  const starts = [...slots]
    .filter((slot) => first.has(slot))
    .sort((a, b) => (first.get(a) ?? 0) - (first.get(b) ?? 0))
    .flatMap((slot) => root.children?.get(slot) ?? []);
  const passable = ADVERBS.has(text) || (ADVERB.test(text) && !NARROWING.has(text));
  const word = { slots, starts, passable };
  if (matcher.known.size >= MEMORY) matcher.known.clear();
  matcher.known.set(text, word);
  return word;
}

function slotsOf(text: string, matcher: Matcher): ReadonlySet<Slot> {
  const slots = new Set(matcher.words.get(text));
  const longest = Math.min(text.length, LONGEST_AFFIX);
  for (let length = 1; length <= longest; length += 1) {
    for (const slot of matcher.prefixes.get(text.slice(0, length)) ?? []) slots.add(slot);
    for (const slot of matcher.suffixes.get(text.slice(-length)) ?? []) slots.add(slot);
  }
  if (/^\d/.test(text) || NUMBER_WORDS.has(text)) for (const slot of matcher.numbers) slots.add(slot);
  if (text.endsWith('%')) for (const slot of matcher.percentages) slots.add(slot);
  return slots;
}
