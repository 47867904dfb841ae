/** Where a sentence speaks of a treatment: by name, by a general word, or by a pronoun. */

import { wordSet } from '../word-set.ts';
import type { Hit } from './scan.ts';
import type { Token } from './tokens.ts';

/** A provider is a business or person named after a treatment: it tells what a page is about, and does nothing. */
export type MentionKind = 'named' | 'general' | 'pronoun' | 'provider';

export interface Mention {
  readonly kind: MentionKind;
  /** The id of a treatment in the vocabulary, `other` for one of a neighbouring field, null where it has no name. */
  readonly treatment: string | null;
  /** Whether pages name it to set themselves off from it: surgery, steroids. */
  readonly comparator: boolean;
  /** First and last token, both included. */
  readonly first: number;
  readonly last: number;
}

/** Words that go on with a treatment's name: "stem cell" + "joint regeneration". */
const NAME_TAILS = wordSet(
  'therapy therapies treatment treatments injection injections procedure procedures medicine regeneration restoration rejuvenation program programme protocol infusion infusions option options approach approaches product products adjustment adjustments care',
);
/** Words after which a name is that of a business or a person: "stem cell clinic". */
const PROVIDERS = wordSet(
  'clinic clinics center centers centre centres provider providers physician physicians doctor doctors institute hospital hospitals specialist specialists practice practices company companies industry market marketing leads directory expert experts society association',
);
/** "Failed surgery patients" are people. */
const PATIENTS = new Set(['patient', 'patients', 'sufferers', 'candidates']);
/** Words that may stand between a name and its tail. */
const LONGEST_NAME_GAP = 1;

/** All mentions of a treatment in a sentence, in order; where two overlap, the longer one. */
export function findMentions(
  tokens: readonly Token[],
  hits: readonly Hit[],
  comparators: ReadonlySet<string>,
): Mention[] {
  const mentions: Mention[] = [];
  for (const hit of hits) {
    const mention = mentionOf(hit, tokens, comparators);
    if (mention === null) continue;
    mentions.push(isProvider(mention, tokens) ? { ...mention, kind: 'provider' } : mention);
  }
  mentions.sort((a, b) => a.first - b.first || b.last - a.last || rank(a) - rank(b));
  const kept: Mention[] = [];
  for (const mention of mentions) {
    const before = kept.at(-1);
    if (before === undefined || mention.first > before.last) kept.push(mention);
    if (before !== undefined && isCompound(before, mention, tokens))
      kept.splice(-2, 2, { ...mention, first: before.first });
  }
  return kept;
}

/** "Chiropractic spinal decompression": two names side by side are one treatment, the second. */
function isCompound(first: Mention, second: Mention, tokens: readonly Token[]): boolean {
  const joined = second.first === first.last + 1 && tokens[second.first]?.joined === true;
  return joined && first.kind === 'named' && second.kind === 'named';
}

/** Of two readings of the same words, a term of the packs comes first. */
function rank(mention: Mention): number {
  if (mention.kind !== 'named') return 2;
  return mention.treatment === OTHER ? 1 : 0;
}

const OTHER = 'other';

function mentionOf(hit: Hit, tokens: readonly Token[], comparators: ReadonlySet<string>): Mention | null {
  const { first, last } = hit;
  if (hit.file === 'treatment') {
    const comparator = comparators.has(hit.class);
    return { kind: 'named', treatment: hit.class, comparator, first, last: nameEnd(tokens, last) };
  }
  if (hit.file !== 'treatments') return null;
  const nameless = { treatment: null, comparator: false, first, last };
  if (hit.class === 'other-named')
    return { ...nameless, kind: 'named', treatment: OTHER, last: nameEnd(tokens, last) };
  if (hit.class === 'comparator') return { ...nameless, kind: 'named', treatment: OTHER, comparator: true };
  if (hit.class === 'generic') return { ...nameless, kind: 'general' };
  return hit.class === 'pronoun' ? { ...nameless, kind: 'pronoun' } : null;
}

/** "Stem cell clinic", "Center for Regenerative Medicine". */
function isProvider({ kind, comparator, first, last }: Mention, tokens: readonly Token[]): boolean {
  if (kind !== 'named') return false;
  const next = tokens[last + 1];
  if (comparator && next?.joined === true && PATIENTS.has(next.text)) return true;
  if (next?.joined === true && PROVIDERS.has(next.text)) return true;
  const link = tokens[first - 1]?.text;
  return (link === 'for' || link === 'of') && PROVIDERS.has(tokens[first - 2]?.text ?? '');
}

function nameEnd(tokens: readonly Token[], last: number): number {
  for (let at = last + 1; at <= last + 1 + LONGEST_NAME_GAP; at += 1) {
    const token = tokens[at];
    if (token === undefined || !token.joined) return last;
    if (NAME_TAILS.has(token.text)) return nameEnd(tokens, at);
  }
  return last;
}
