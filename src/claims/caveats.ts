/** Limits that a page tells its readers: results vary, evidence is limited, risks, and the like. */
import {
  type Block,
  CAVEAT_KINDS,
  type Caveat,
  type CaveatKind,
  type Document,
  type Region,
  type Sentence,
} from '../model.ts';
import { onceForText } from '../once.ts';
import type { CaveatClass, CaveatPart } from './strength/classes.ts';
import { clearOf } from './strength/hits.ts';
import type { StrengthLexicon } from './strength/lexicon-schema.ts';
import { findPhrases, matcherCache } from './strength/phrases.ts';
import { wordsOf } from './strength/words.ts';

type Lexicon = Pick<StrengthLexicon, 'caveats'>;

const matcherOf = matcherCache<CaveatClass>();

const WITHOUT_CAVEATS: ReadonlySet<Region> = new Set(['references', 'boilerplate', 'code', 'question']);

/** The caveats of a page in document order: one a sentence and kind. A sentence may be claim and caveat. */
export function findCaveats(document: Document, sentences: readonly Sentence[], lexicon: Lexicon): Caveat[] {
  const places = findRiskPlaces(document, lexicon);
  const caveats: Caveat[] = [];
  let riskTold: number | null = null;
  for (const sentence of sentences) {
    const block = document.blocks[sentence.block];
    if (!block || WITHOUT_CAVEATS.has(block.region)) continue;
    const context: CaveatContext = {
      aboutRisks: places.under.has(block.index),
      listed: places.listed.has(block.index),
      afterRisk: riskTold === block.index,
    };
    const kinds = caveatKinds(sentence.text, lexicon, context).filter((kind) =>
      isTold(kind, sentence, block),
    );
    riskTold = kinds.includes('risks') ? block.index : null;
    for (const kind of kinds) caveats.push(toCaveat(sentence, kind, block));
  }
  return caveats;
}

function toCaveat({ text, span, index }: Sentence, kind: CaveatKind, { region }: Block): Caveat {
  return { text, span, kind, region, sentence: index };
}

/** A heading or a label ("Common side effects:") that names risks announces them and tells none. */
function isTold(kind: CaveatKind, { text }: Sentence, { region }: Block): boolean {
  return kind !== 'risks' || (region !== 'heading' && region !== 'title' && !isLabel(text));
}

/** A line of up to this many words that ends in a colon only introduces what follows. */
const LONGEST_LABEL = 8;

function isLabel(text: string): boolean {
  return text.endsWith(':') && wordsOf(text).length <= LONGEST_LABEL;
}

/** Where a page speaks of risks, by the index of the block. */
interface RiskPlaces {
  /** Under a title, heading or lead-in that announces them. */
  readonly under: ReadonlySet<number>;
  /** In a list that they introduce. */
  readonly listed: ReadonlySet<number>;
}

function findRiskPlaces({ blocks, title }: Document, lexicon: Lexicon): RiskPlaces {
  const announces = (text: string | null | undefined) =>
    text != null &&
    findPhrases(wordsOf(text), matcherOf(lexicon.caveats)).some((hit) => hit.class === 'risk-heading');
  // A page's title often stands in its first block alone, where its text was extracted without markup.
  const page = announces(title) || announces(blocks[0]?.text);
  const above = new Set(blocks.flatMap(({ heading, leadIn }) => [heading, leadIn]));
  const announcing = new Set([...above].filter((index) => index !== null && announces(blocks[index]?.text)));
  const indices = (chosen: readonly Block[]) => new Set(chosen.map((block) => block.index));
  const listed = blocks.filter(({ leadIn }) => announcing.has(leadIn));
  const under = blocks.filter(({ heading }) => page || announcing.has(heading));
  return { under: indices([...under, ...listed]), listed: indices(listed) };
}

export interface CaveatContext {
  /** Whether the sentence stands under a title or heading about risks, where a harm needs no further word. */
  readonly aboutRisks?: boolean;
  /** Whether it stands in a list that a line about risks introduces. */
  readonly listed?: boolean;
  /** Whether the sentence before told a harm, so that "they" may be harms. */
  readonly afterRisk?: boolean;
}

/**
 * The kinds of caveat that a sentence tells. A question tells none, nor does a harm of another treatment, nor
 * a limit that is denied ("this is not experimental").
 */
export function caveatKinds(text: string, lexicon: Lexicon, context: CaveatContext = {}): CaveatKind[] {
  if (text.trimEnd().endsWith('?')) return [];
  const told = new Set<CaveatPart>(classesTold(text, lexicon));
  if (context.aboutRisks) told.add('under-risks');
  if (context.listed) told.add('listed-risk');
  if (context.afterRisk) told.add('after-risk');
  const has = (part: CaveatPart) => told.has(part);
  const frames = lexicon.caveats.frames.filter(({ of, unless }) => of.every(has) && !unless.some(has));
  return CAVEAT_KINDS.filter((kind) => told.has(kind) || frames.some((frame) => frame.kind === kind));
}

const classesTold = onceForText((text: string, lexicon: Lexicon): ReadonlySet<CaveatClass> => {
  const words = wordsOf(text);
  const hits = findPhrases(words, matcherOf(lexicon.caveats));
  const idle = hits.filter((hit) => hit.class === 'idle');
  return new Set(clearOf(hits, idle, words.length).map((hit) => hit.class));
});
