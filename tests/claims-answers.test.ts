import { describe, expect, it } from 'vitest';
import { claimsUnder } from './support/claims.ts';

const texts = (text: string) => claimsUnder('Stem cell therapy', text).map((claim) => claim.text);

describe('an answer that says only for how many it is so', () => {
  it.each(['Most people do.', 'For 8 in 10, yes.', 'Many can!'])('claims: %s', (answer) => {
    expect(texts(`## Will I feel it after a week?\n\n${answer}\n`)).toEqual([answer]);
  });

  it('claims nothing where no question stands before it', () => {
    expect(texts('We met on Monday.\n\nMost people do.\n')).toEqual([]);
  });

  it('leaves the claim to the sentence that spells it out', () => {
    const spelled = 'The injections ease the pain within a week.';
    expect(texts(`## Will I feel it after a week?\n\nMost people do. ${spelled}\n`)).toEqual([spelled]);
  });
});
