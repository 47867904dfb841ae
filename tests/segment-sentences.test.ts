import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { sentenceEnds } from '../src/segment/boundaries.ts';
import { segment } from '../src/segment/index.ts';
import { page, sentencesOf } from './support/read.ts';

function split(text: string): string[] {
  const sentences: string[] = [];
  let from = 0;
  for (const end of sentenceEnds(text)) {
    sentences.push(text.slice(from, end).trim());
    from = end;
  }
  return sentences;
}

/** Each entry is one text; `|` stands where a sentence ends. */
const SPLIT: readonly string[] = [
  'Pain fell.| Function rose.',
  'Dr. Adams saw Mrs. Hale at St. Mary in Oslo.| She was well.',
  'Kim et al. found less pain.| Lee et al. did not.',
  'Injections vs. surgery were compared.| Nothing differed.',
  'See Fig. 2 and No. 5 (p. 12).| The rest is text.',
  'Pain fell (p = .03) and sleep improved (P < .001).| Mood did not.',
  'Scores rose by 2.5 points, i.e. little, e.g. in sleep.| That is all.',
  'Josh Field, M.D., leads the clinic.| He operates.',
  'Ask Todd B. Marsh, M.D.| When pain lasts, call him.',
  'The U.S. Food and Drug Administration approved none.| It said so.',
  'This is not allowed in the U.S.| The rules are strict.',
  'It costs money, time, etc. and hope.| No refund.',
  'Does it work?| Yes!| Within weeks.',
  'He asked "does it hurt?" and left.| She stayed.',
  '“It worked.”| “I can walk again!”| They were happy.',
  '"We tested it in animals.| We go on in people," says Dr. Poe.',
  'It may help… or not.| Nobody knows…| We shall see.',
  'Wait...| What?| Fine.',
  'Take vitamin C. daily with food.| Then rest.',
  'The disc heals.|Most patients walk.| Done.',
  'Visit Example.com or Node.js for more.| Thanks.',
  'Levels rose from 1.5 to 3.| 12 patients left.',
  'It needs no. 5 wire.| The answer is no.| Ask again.',
  'iPSCs are cells.| iPSCs can become others.',
  'There were no harms in 26 patients (100 %).| One had pain.',
  'J. R. Smith and K. Doe wrote it.| It is short.',
  'It lasted 5 yrs. in some.| In others it did not.',
  'Patients with hepatitis B. were left out.| Others came.',
  'The fighter T.J. Marsh came back.| He won.',
  'Hips, knees, etc.| Causes include wear.',
  '**7. Lashes grow.| They do.',
  'Is it safe?| (It is not.)| Ask.',
];

describe('sentences', () => {
  it.each(SPLIT)('%s', (marked) => {
    expect(split(marked.replaceAll('|', ''))).toEqual(marked.split('|').map((sentence) => sentence.trim()));
  });

  it('a list item, a heading or a cell without a stop is a sentence', () => {
    expect(
      sentencesOf(
        page('markdown', '# Less pain\n\n- More sleep\n- Better days\n\n| Risk |\n| --- |\n| None |'),
      ),
    ).toEqual(['Less pain', 'More sleep', 'Better days', 'Risk', 'None']);
  });

  it('a wrapped line does not end a sentence, and the span runs over both lines', () => {
    const [sentence] = segment(page('markdown', 'Pain was\nless. It went.'));
    expect(sentence?.text).toBe('Pain was less.');
    expect(sentence?.span.end).toEqual({ offset: 14, line: 2, column: 6 });
  });

  it('gives each sentence its own links and marks', () => {
    const [first, second] = segment(
      page('markdown', 'See [one](/1) here.[3] Then [two](/2)<sup>4</sup> there.'),
    );
    expect(first?.links.map(({ href }) => href)).toEqual(['/1']);
    expect(first?.marks.flatMap(({ labels }) => labels)).toEqual(['3']);
    expect(second?.links.map(({ start, end, href }) => [second.text.slice(start, end), href])).toEqual([
      ['two', '/2'],
    ]);
    expect(second?.marks.flatMap(({ labels }) => labels)).toEqual(['4']);
  });

  it('keeps the address of a mark that links to its source', () => {
    const [sentence] = segment(page('html', '<p>It helps.<sup><a href="https://x.org/9">9</a></sup></p>'));
    expect(sentence?.text).toBe('It helps.');
    expect(sentence?.links.map(({ href }) => href)).toEqual(['https://x.org/9']);
  });

  it('loses no text', () => {
    const unit = fc.constantFrom(...'ab Z.1?!…"”) (。\u00e9'.split(''), 'Dr. ', 'et al. ', 'e.g. ');
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 80 }), (parts) => {
        const text = parts.join('');
        const ends = sentenceEnds(text);
        expect(ends.at(-1) ?? 0).toBe(text.length);
        expect([...ends].sort((a, b) => a - b)).toEqual(ends);
        expect(new Set(ends).size).toBe(ends.length);
      }),
      { numRuns: 500, seed: 7 },
    );
  });
});

describe('cost of splitting', () => {
  const HARD: readonly (readonly [string, string])[] = [
    ['stops without an end', '. '],
    ['dots', '.'],
    ['dots and brackets', '.)'],
    ['abbreviations', 'e.g. '],
    ['initials', 'A. '],
    ['a word that never ends', 'a'],
    ['opening brackets after a stop', 'a. ((((((((((((((((((((((((((((((((((((((((((((((((('],
  ];

  /** Units read, whole: every look at the text goes through charCodeAt, slices of at most `REACH` units aside. */
  function unitsRead(text: string): number {
    const spy = vi.spyOn(String.prototype, 'charCodeAt');
    try {
      sentenceEnds(text);
      return spy.mock.calls.length;
    } finally {
      spy.mockRestore();
    }
  }

  it.each(HARD)('grows with the length and no faster: %s', (_, unit) => {
    const short = unit.repeat(Math.ceil(2000 / unit.length));
    const long = short.repeat(8);
    expect(unitsRead(long)).toBeLessThan(9 * unitsRead(short));
    expect(unitsRead(long)).toBeLessThan(100 * long.length);
  });
});
