/** How a claim was read, and where its wording goes further than the record, in words. */
import type { Vocabulary } from '../evidence/schema.ts';
import type { JudgedClaim, Verdict } from '../model.ts';
import { COMPARISON, DURATION, exceeds, MODALITY, RELATION, SAFETY, SHARE, SIZE, STAGE } from '../scales.ts';
import { TYPE_WORDS } from './verdict-words.ts';

const ATTRIBUTION_WORDS: Readonly<Record<JudgedClaim['attribution'], string>> = {
  page: 'the page’s own words',
  'named-source': 'told of a named source',
  'unnamed-source': 'told of a source without a name',
  person: 'told of one person',
  critic: 'told by a critic',
};

/** `kind: efficacy; firmness: asserted; about: stem cell therapy, back pain, pain; the page’s own words`. */
export function readingOf(claim: JudgedClaim, vocabulary: Vocabulary): string {
  const about = [
    labelOf(vocabulary.treatments, claim.subject),
    labelOf(vocabulary.conditions, claim.condition),
    labelOf(vocabulary.outcomes, claim.outcome),
  ].filter((label) => label !== null);
  return [
    `kind: ${claim.types.map((type) => TYPE_WORDS[type]).join(', ')}`,
    `firmness: ${claim.modality}`,
    `about: ${about.length === 0 ? 'a treatment without a name' : about.join(', ')}`,
    ATTRIBUTION_WORDS[claim.attribution],
  ].join('; ');
}

function labelOf(
  terms: readonly { readonly id: string; readonly label: string }[],
  id: string | null,
): string | null {
  if (id === null || id === 'other') return null;
  return terms.find((term) => term.id === id)?.label ?? id;
}

const SETTLED: readonly Verdict[] = ['supported', 'not-checkable'];

/** `firmness: asserted, on record at most hedged`, for each scale on which the wording goes further. */
export function wordingAgainstRecord({ asserts, warranted, verdict }: JudgedClaim): string[] {
  if (warranted === null || SETTLED.includes(verdict)) return [];
  return [
    further('firmness', MODALITY, asserts.modality, warranted.modality),
    further('relation', RELATION, asserts.relation, warranted.relation),
    further('share of people', SHARE, asserts.share, warranted.share),
    further('size of the effect', SIZE, asserts.size, warranted.size),
    further('duration', DURATION, asserts.duration, warranted.duration),
    further('stage of research', STAGE, asserts.stage, warranted.stage),
    further('safety', SAFETY, asserts.safety, warranted.safety),
    further('comparison', COMPARISON, asserts.comparison, warranted.comparison),
  ].filter((difference) => difference !== null);
}

function further<T extends string>(
  name: string,
  scale: readonly T[],
  asserted: T | null,
  warranted: T | null,
): string | null {
  if (!exceeds(scale, asserted, warranted)) return null;
  return `${name}: ${asserted?.replaceAll('-', ' ')}, on record at most ${warranted?.replaceAll('-', ' ')}`;
}
