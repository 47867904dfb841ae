/** A sentence as the finder of claims sees it: its words, the phrases of the lexicon in them, and its frames. */
import type { Block, Document, Sentence } from '../model.ts';
import { onceForText } from '../once.ts';
import { type Agent, readAgent } from './agent.ts';
import { type Frame, findFrames } from './frames.ts';
import { findMentions, type Mention } from './mentions.ts';
import { type Hit, scan } from './scan.ts';
import { withoutSiteNames } from './site-name.ts';
import { type Token, tokenize } from './tokens.ts';
import type { KnownWords } from './words.ts';

/** What the words of a text say, wherever it stands. */
interface TextReading {
  readonly tokens: readonly Token[];
  readonly hits: readonly Hit[];
  /** The `file/class` of every hit. */
  readonly keys: ReadonlySet<string>;
  readonly mentions: readonly Mention[];
  readonly frames: readonly Frame[];
  readonly agent: Agent;
}

export interface Reading extends TextReading {
  readonly sentence: Sentence;
  readonly block: Block;
  /** Whether the sentence is a bare answer, whose frames are those of its question. */
  readonly answers: boolean;
}

/** Reads a sentence; `names` are those of the site, as words. Words inside the name of a treatment ("spinal decompression") make no frame. */
export function readSentence(
  sentence: Sentence,
  document: Document,
  words: KnownWords,
  names: readonly (readonly string[])[] = [],
): Reading | null {
  const block = document.blocks[sentence.block];
  if (block === undefined) return null;
  const { reading, hits } = readText(sentence.text, words);
  const mentions = withoutSiteNames(reading.mentions, reading.tokens, names);
  const own = mentions === reading.mentions ? reading : readWith(mentions, reading.tokens, hits);
  return { sentence, block, ...own, answers: false };
}

const readText = onceForText((text: string, { lists, comparators }: KnownWords) => {
  const tokens = tokenize(text);
  const hits = scan(tokens, lists);
  return { reading: readWith(findMentions(tokens, hits, comparators), tokens, hits), hits };
});

function readWith(mentions: readonly Mention[], tokens: readonly Token[], hits: readonly Hit[]): TextReading {
  const free = withoutNames(hits, mentions);
  const frames = findFrames(tokens, free, mentions);
  return {
    tokens,
    hits: free,
    keys: new Set(free.map((hit) => hit.key)),
    mentions,
    frames,
    agent: readAgent({ tokens, hits: free, frames }),
  };
}

const NAMES = new Set(['treatment', 'treatments']);

/** The hits that are no words inside the name of a treatment. */
function withoutNames(hits: readonly Hit[], mentions: readonly Mention[]): readonly Hit[] {
  /** For each token of a name, where the longest name over it ends. */
  const nameEnds = new Map<number, number>();
  for (const { kind, comparator, first, last } of mentions) {
    if (kind !== 'named' || comparator) continue;
    for (let at = first; at <= last; at += 1) nameEnds.set(at, Math.max(last, nameEnds.get(at) ?? -1));
  }
  if (nameEnds.size === 0) return hits;
  return hits.filter((hit) => NAMES.has(hit.file) || hit.last > (nameEnds.get(hit.first) ?? -1));
}

/** Whether a reading has a phrase of a class. */
export function hasHit(reading: Reading, file: string, name: string): boolean {
  return reading.keys.has(`${file}/${name}`);
}

/** Whether a reading speaks of harm or risk in general ("side effects"), and not only of one ("infections"). */
export function speaksOfHarm({ hits }: Reading): boolean {
  const general = new Set(hits.filter(({ key }) => key === 'harms/general').map(({ first }) => first));
  return hits.some(({ key, first }) => key === 'harms/risk' || (key === 'harms/harm' && general.has(first)));
}
