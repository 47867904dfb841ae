/** What a sentence does other than claim: asks, reports, denies, describes a disease, calls, or counts. */
import type { Reading } from './reading.ts';
import { hasHit } from './reading.ts';

export type StanceName =
  | 'question'
  | 'report'
  | 'denial'
  | 'eligibility'
  | 'call'
  | 'epidemiology'
  | 'decline'
  | 'price'
  | 'staff'
  | 'procedure-step'
  | 'aim'
  | 'negation'
  | 'advice'
  | 'talk'
  | 'instruction'
  | 'lifestyle'
  | 'said';

const NAMES: readonly StanceName[] = [
  'report',
  'denial',
  'eligibility',
  'call',
  'epidemiology',
  'decline',
  'price',
  'staff',
  'procedure-step',
  'aim',
  'negation',
  'said',
  'talk',
  'instruction',
  'lifestyle',
];

/** The stances of a sentence. */
export function findStances(reading: Reading): ReadonlySet<StanceName> {
  const stances = new Set<StanceName>(NAMES.filter((name) => hasHit(reading, 'stance', name)));
  if (opensWithAdvice(reading)) stances.add('advice');
  if (isQuestion(reading)) stances.add('question');
  return stances;
}

function isQuestion({ sentence, block }: Reading): boolean {
  return sentence.text.trimEnd().endsWith('?') || block.region === 'question';
}

/** Advice counts where it opens the sentence, perhaps after one word such as "but". */
function opensWithAdvice({ hits }: Reading): boolean {
  return hits.some((hit) => hit.file === 'stance' && hit.class === 'advice' && hit.first <= 1);
}

/** What a lead-in says of all the items of its list. */
const INHERITED: readonly StanceName[] = [
  'report',
  'denial',
  'eligibility',
  'advice',
  'talk',
  'instruction',
  'lifestyle',
  'decline',
];

/** The stances of a list item with those of the line that introduces it. A question hands down nothing. */
export function inheritStances(
  own: ReadonlySet<StanceName>,
  leadIn: ReadonlySet<StanceName> | undefined,
): ReadonlySet<StanceName> {
  if (leadIn === undefined || leadIn.has('question')) return own;
  return new Set([...own, ...INHERITED.filter((name) => leadIn.has(name))]);
}
