/** Finds the phrases of a rule in a text. The notation is the lexicon's (src/claims/scan.ts). */
import { scan, type WordLists } from '../claims/scan.ts';
import type { Token } from '../claims/tokens.ts';
import { onceFor, onceForPair } from '../once.ts';
import type { RuleOf } from './rule.ts';

/** A place in a text, in UTF-16 units, the end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The first phrase of the rule in the words of a text that no phrase of `unless` takes back; null where there is none. */
export const findPhrase = onceForPair((tokens: readonly Token[], rule: RuleOf<'cue'>): Stretch | null => {
  const hits = scan(tokens, listsOfRule(rule));
  const hit = hits.find((candidate) => candidate.class === 'flag');
  const first = tokens[hit?.first ?? -1];
  const last = tokens[hit?.last ?? -1];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
});

/** Whether one of the phrases stands in the words of a text. */
export function contains(tokens: readonly Token[], phrases: readonly string[]): boolean {
  return endOf(tokens, phrases) !== null;
}

/**
 * Where the first of the phrases that stands in a text ends, in UTF-16 units; null where none does. Kept, since several
 * rules ask for the same phrases and sentences come again.
 */
export const endOf = onceForPair((tokens: readonly Token[], phrases: readonly string[]): number | null => {
  if (phrases.length === 0) return null;
  const [hit] = scan(tokens, listsOf(phrases));
  return tokens[hit?.last ?? -1]?.end ?? null;
});

const listsOf = onceFor(
  (phrases: readonly string[]): WordLists => ({ phrases: [{ class: 'flag', phrases: [...phrases] }] }),
);

/** The label and synonyms of a term as phrases, in any inflection: in lower case, hyphens as spaces. */
export const spellings = onceFor(
  (term: { readonly label: string; readonly synonyms: readonly string[] }): readonly string[] =>
    [term.label, ...term.synonyms].map((text) =>
      text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}' ]+/gu, ' ')
        .replace(/ +/g, ' ')
        .trim()
        .replace(/(?<=\p{L})$/u, '+'),
    ),
);

/** In one file of the scan the longest phrase wins: `unless` takes back what it encloses. */
const listsOfRule = onceFor(
  (rule: RuleOf<'cue'>): WordLists => ({
    [rule.id]: [
      { class: 'flag', phrases: rule.phrases },
      ...(rule.unless.length === 0 ? [] : [{ class: 'unless', phrases: rule.unless }]),
    ],
  }),
);
