import type { Vocabulary } from '../evidence/schema.ts';
import type { Claim, ClaimNumber } from '../model.ts';

/** How far from a number its outcome may be named, in characters. */
const REACH = 70;

/**
 * The outcome that a number speaks of: the one named nearest to it in its claim, else the claim's own.
 * "81 % avoided surgery and had a pain reduction of 71 %" speaks of two.
 */
export function outcomeNear(number: ClaimNumber, claim: Claim, vocabulary: Vocabulary): string | null {
  const text = claim.text.toLowerCase();
  const at = text.indexOf(number.text.toLowerCase());
  if (at < 0) return claim.outcome;
  let nearest: string | null = claim.outcome;
  let best = REACH;
  let longest = 0;
  for (const { id, label, synonyms } of vocabulary.outcomes) {
    for (const term of [label, ...synonyms]) {
      const distance = distanceTo(text, term.toLowerCase(), at, at + number.text.length);
      if (distance === null || distance > best) continue;
      if (distance === best && term.length <= longest) continue;
      [nearest, best, longest] = [id, distance, term.length];
    }
  }
  return nearest;
}

/** Characters between a term's nearest occurrence as a word and the stretch from `start` to `end`. */
function distanceTo(text: string, term: string, start: number, end: number): number | null {
  let nearest: number | null = null;
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
    if (isLetter(text[at - 1])) continue;
    const distance = at >= end ? at - end : Math.max(0, start - (at + term.length));
    if (nearest === null || distance < nearest) nearest = distance;
  }
  return nearest;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /\p{L}/u.test(character);
}
