/** Who says it: the page, a named or an unnamed source, a patient, or a critic. */
import type { Attribution } from '../model.ts';
import type { Found } from './build.ts';
import { hasHit } from './reading.ts';

/** A name beside words for a study, or an institution. The length of a name is bounded, so that a search is linear. */
const NAMED =
  /\b(?:[A-Z][\p{L}-]{1,30} (?:et al|and colleagues)|[A-Z][\p{L}-]{1,30}['’]s (?:group|team|study|trial)|(?:Journal|Clinic|University|Institute|Academy|College|Society|FDA)\b|[A-Z]{4,12} trial|published in (?:the )?[A-Z])/u;

/** Attributes a claim by the words of its own sentence. */
export function findAttribution({ reading, stances }: Found): Attribution {
  const { block, sentence } = reading;
  if (block.region === 'testimonial') return 'person';
  if (hasHit(reading, 'people', 'first-person')) return 'person';
  if (stances.has('report') && stances.has('negation')) return 'critic';
  const appeals = reading.frames.some(({ name }) => name === 'prove' || name === 'state' || name === 'count');
  if (!appeals && !stances.has('said')) return 'page';
  if (NAMED.test(sentence.text)) return 'named-source';
  return appeals ? 'unnamed-source' : 'page';
}
