import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeClaims } from '../src/claims/describe.ts';
import { findFrames } from '../src/claims/frames.ts';
import { scan } from '../src/claims/scan.ts';
import { type Token, tokenize } from '../src/claims/tokens.ts';
import { knownWords } from '../src/claims/words.ts';
import type { Claim } from '../src/model.ts';
import { claimsOf, claimsUnder, lexicon, vocabulary } from './support/claims.ts';

/** The one claim of a sentence on a page about stem cells and discs. */
function claimIn(text: string): Claim {
  const [claim, ...others] = claimsUnder('Stem cell therapy for worn discs', text);
  expect(others).toEqual([]);
  if (claim === undefined) throw new Error(`no claim in “${text}”`);
  return claim;
}

describe('the numbers of a claim', () => {
  it('carry their unit, their people and their time', () => {
    const { numbers } = claimIn('After 2 years, 21 of 26 patients (81 %) had less pain.');
    expect(numbers).toMatchObject([
      { text: '2 years', value: 2, unit: 'years', months: 24 },
      { text: '21 of 26', value: 21, n: 21, of: 26, months: 24 },
      { text: '81 %', value: 81, unit: '%', n: 21, months: 24 },
    ]);
  });

  it('read thousands, decimals and the ends of a range', () => {
    const { numbers } = claimIn('In 2,372 patients pain fell by 1.5 points, or 30-40%.');
    expect(numbers.map(({ value }) => value)).toEqual([2372, 1.5, 30, 40]);
  });

  it('leave out the year of a publication', () => {
    const { numbers } = claimIn(
      'A study published in 2016 found that stem cells reduced pain in 26 patients.',
    );
    expect(numbers.map(({ value }) => value)).toEqual([26]);
  });
});

describe('what a claim asserts', () => {
  it.each([
    ['Most patients have less pain after stem cell therapy.', { share: 'most' }],
    ['80 percent of patients had less pain after stem cell therapy.', { share: 'most' }],
    ['Stem cells completely eliminate pain.', { size: 'complete' }],
    ['Stem cells significantly reduce pain.', { size: 'substantial' }],
    ['Stem cells relieve pain for good.', { duration: 'permanent' }],
    ['Stem cells relieved pain for up to 3 years.', { duration: 'years' }],
    ['Stem cells repaired discs in mice.', { stage: 'animal' }],
    ['A randomized controlled trial showed that stem cells relieve pain.', { stage: 'human-controlled' }],
    ['Stem cells have no side effects.', { safety: 'none' }],
    ['There were no serious complications with stem cells.', { safety: 'none-serious' }],
    ['Stem cell therapy carries minimal risk.', { safety: 'few' }],
    ['Stem cells work better than surgery.', { comparison: 'head-to-head' }],
    ['Avoid surgery with stem cells.', { comparison: 'implied' }],
    ['Our stem cells are FDA approved.', { status: ['approved-this-use'] }],
    ['Our stem cells come from an FDA-registered laboratory.', { status: ['registered-facility'] }],
  ])('%s', (text, expected) => {
    expect(claimIn(text).asserts).toMatchObject(expected);
  });
});

describe('the polarity of a claim', () => {
  it.each([
    ['Stem cells relieve pain.', 'benefit'],
    ['Stem cells cause no infections.', 'benefit'],
    ['Stem cell injections can cause infections of the disc.', 'harm'],
    ['Stem cells were no better than sham.', 'neutral'],
  ])('%s is told as %s', (text, polarity) => {
    expect(claimIn(text).polarity).toBe(polarity);
  });
});

describe('one sentence at several places', () => {
  const page = claimsOf(
    [
      '---',
      'title: Stem cell therapy',
      'description: Stem cells rebuild worn discs.',
      '---',
      '',
      '# Stem cell therapy',
      '',
      'Stem cells rebuild worn discs.',
      '',
      '- Stem cells rebuild worn discs',
      '',
    ].join('\n'),
  );

  it('is one claim, told where readers see it', () => {
    expect(page.claims).toHaveLength(1);
    expect(page.claims[0]?.region).toBe('body');
    expect(page.claims[0]?.places.map(({ region }) => region)).toEqual(['meta', 'list']);
  });

  it('keeps its id when the page around it changes', () => {
    const other = claimsOf('# PRP and stem cells\n\nWelcome.\n\nStem cells rebuild worn discs!\n');
    expect(other.claims[0]?.id).toBe(page.claims[0]?.id);
  });
});

describe('regions', () => {
  it('that are not the voice of the page hold no claims', () => {
    expect(
      claimsOf('# Links\n\n## References\n\n1. Stem cells repair discs. Spine 2016;41:1.\n').claims,
    ).toEqual([]);
    expect(claimsOf('# Stem cells\n\n```\nStem cells repair discs.\n```\n').claims).toEqual([]);
  });
});

describe('spans', () => {
  it('of claims, cues and numbers, cut from the source, give their texts', () => {
    const parts = [
      'Stem cells **relieve** pain',
      'in 80&nbsp;% of patients',
      'for 2 years',
      'without\nsurgery',
      '[no risk](https://example.org)',
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(parts, { minLength: 2 }), (chosen) => {
        const { document, claims } = claimsOf(`# Stem cell therapy\n\n${chosen.join(' ')}.\n`);
        const cut = ({ start, end }: Claim['span']) =>
          document.source.text
            .slice(start.offset, end.offset)
            .replaceAll('**', '')
            .replaceAll('&nbsp;', ' ')
            .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
            .replace(/\s+/g, ' ');
        for (const claim of claims) {
          for (const { text, span } of [...claim.cues, ...claim.numbers]) {
            const plain = text.replace(/\s+/g, ' ');
            expect(cut(span).replace(/[[\]]|\(https[^)]*\)?/g, '')).toBe(plain);
          }
        }
      }),
    );
  });
});

describe('the cost of a sentence', () => {
  /** Counts how often the words of a text are looked at. */
  function steps(text: string): number {
    let count = 0;
    const tokens: readonly Token[] = new Proxy(tokenize(text), {
      get(target, key, receiver) {
        if (typeof key === 'string' && /^\d+$/.test(key)) count += 1;
        return Reflect.get(target, key, receiver);
      },
    });
    const hits = scan(tokens, knownWords(lexicon, vocabulary).lists);
    findFrames(tokens, hits);
    return count + hits.length;
  }

  it.each([
    'reduce pain and improve function without surgery, ',
    'no risk of no risk of ',
    'not only more than less than rather than ',
    'stem cell therapy repairs the repair of repaired tissue ',
    'does not, cannot, will not cure ',
  ])('grows with its length and no faster: “%s…”', (phrase) => {
    const short = steps(phrase.repeat(200));
    const long = steps(phrase.repeat(800));
    expect(long / short).toBeLessThan(4.2);
  });
});

describe('the description for readers', () => {
  const page = claimsOf('# Stem cells\n\nStem cells relieve back pain.\n\nResults vary.\n');
  const describe_ = (explain: boolean, colour: boolean) =>
    describeClaims(page.document, page.sentences, page.claims, page.caveats, { explain, colour });

  it('gives each claim and caveat a line with its place, and marks the cues', () => {
    const lines = describe_(false, false).split('\n');
    expect(lines[0]).toMatch(/^3:1 +efficacy · stem-cells · asserted +Stem cells \[relieve back pain\]\.$/);
    expect(lines[1]).toMatch(/^5:1 +caveat · results-vary +Results vary\.$/);
    expect(lines[2]).toBe('1 claim, 1 caveat in 3 sentences.');
  });

  it('explains every slot on demand', () => {
    expect(describe_(true, false)).toMatch(/condition +back-pain\n/);
    expect(describe_(true, false)).toMatch(/relation +causes\n/);
  });

  it('passes on no character that steers a terminal', () => {
    const evil = claimsOf('# Stem cells\n\nStem cells relieve \u001b[31mback pain\u202e.\n');
    const text = describeClaims(evil.document, evil.sentences, evil.claims, evil.caveats, {
      explain: true,
      colour: false,
    });
    expect(text).not.toContain('\u001b');
    expect(text).not.toContain('\u202e');
  });
});
