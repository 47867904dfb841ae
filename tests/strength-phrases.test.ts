import { describe, expect, it } from 'vitest';
import { caveatKinds } from '../src/claims/caveats.ts';
import { gradeModality } from '../src/claims/modality.ts';
import { gradeStrength } from '../src/claims/relation.ts';
import { findPhrases, matcherCache } from '../src/claims/strength/phrases.ts';
import { wordsOf } from '../src/claims/strength/words.ts';
import { lexicon } from './support/strength-lexicon.ts';

type Found = Record<string, string[]>;

function found(text: string, classes: Found, sets: Found = {}): string[] {
  const words = wordsOf(text);
  return findPhrases(words, matcherCache<string>()({ sets, classes })).map((hit) => {
    const start = words[hit.from]?.start ?? 0;
    return `${hit.class}: ${text.slice(start, words[hit.to - 1]?.end)}`;
  });
}

describe('the notation of phrases', () => {
  it('matches words without regard to case, hyphens and apostrophes', () => {
    expect(found('A LONG-term goal', { a: ['long term'] })).toEqual(['a: LONG-term']);
    expect(found('It doesn’t', { a: ["doesn't"] })).toEqual(['a: doesn’t']);
  });

  it('knows choices, beginnings, sets and words that may be missing', () => {
    expect(found('heals, helped', { a: ['heals|help*'] })).toEqual(['a: heals', 'a: helped']);
    expect(found('it was very good', { a: ['@be very? good'] }, { be: ['is', 'was'] })).toEqual([
      'a: was very good',
    ]);
    expect(found('it is good', { a: ['@be very? good'] }, { be: ['is', 'was'] })).toEqual(['a: is good']);
  });

  it('knows numbers and the beginning of the text', () => {
    expect(found('May 12 and may', { a: ['may #'] })).toEqual(['a: May 12']);
    expect(found('reduced, reduced', { a: ['^ reduced'] })).toEqual(['a: reduced']);
  });

  it('lets a gap span a few words, but no stop', () => {
    expect(found('no known serious risk', { a: ['no ~2 risk'] })).toEqual(['a: no known serious risk']);
    expect(found('no one two three risk', { a: ['no ~2 risk'] })).toEqual([]);
    expect(found('no. The risk', { a: ['no ~3 risk'] })).toEqual([]);
  });

  it('gives the longest phrase of a class at a word', () => {
    expect(found('side effects include', { a: ['side', 'side effects', 'side effects include'] })).toEqual([
      'a: side effects include',
    ]);
  });

  it('refuses a phrase that names no word or an unknown set', () => {
    expect(() => found('x', { a: ['~2 risk'] })).toThrow('“~2 risk”');
    expect(() => found('x', { a: ['@nowhere'] })).toThrow('@nowhere');
  });
});

describe('the word lists', () => {
  it.each(['modality', 'relation', 'caveats'] as const)('%s uses each of its sets', (name) => {
    const { sets, classes } = lexicon[name];
    const phrases = Object.values(classes).flat();
    const used = new Set(phrases.flatMap((phrase) => phrase.match(/(?<=@)[\w-]+/g) ?? []));
    expect(Object.keys(sets).filter((set) => !used.has(set))).toEqual([]);
  });

  it.each(['modality', 'relation', 'caveats'] as const)('%s names no phrase twice in a class', (name) => {
    for (const phrases of Object.values(lexicon[name].classes)) {
      expect(phrases.filter((phrase, index) => phrases.indexOf(phrase) !== index)).toEqual([]);
    }
  });
});

describe('the cost of one long sentence', () => {
  /** Counts how often the matcher looks at a word. */
  function looks(unit: string, times: number): number {
    let count = 0;
    const words = wordsOf(unit.repeat(times)).map(
      ({ word, start, end }) =>
        ({
          get word() {
            count += 1;
            return word;
          },
          start,
          end,
        }) as const,
    );
    for (const list of [lexicon.modality, lexicon.relation, lexicon.caveats]) {
      findPhrases(words, matcherCache<string>()(list));
    }
    return count;
  }

  it.each([
    'no risk of side effects which may, ',
    'results vary and may vary ',
    'improved outcomes after the shots, ',
  ])('grows with its length, no faster: %s', (unit) => {
    const [short, long] = [looks(unit, 50), looks(unit, 500)];
    expect(long).toBeLessThan(10.5 * short);
  });

  it('is borne by all three graders', () => {
    const text = 'no risk of side effects which may vary, '.repeat(5_000);
    expect(gradeModality(text, lexicon).modality).toBe('absolute');
    expect(gradeStrength(text, lexicon)).toBeGreaterThanOrEqual(0);
    expect(caveatKinds(text, lexicon)).toContain('results-vary');
  });
});
