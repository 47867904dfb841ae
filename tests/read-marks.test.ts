import { describe, expect, it } from 'vitest';
import { readLabels } from '../src/read/marks.ts';
import { page } from './support/read.ts';

/** What is left of a text, and what its marks name. */
function lift(source: string, format: 'text' | 'html' | 'markdown' = 'text'): [string, string[]] {
  const [block] = page(format, source).blocks;
  return [block?.text ?? '', block?.marks.flatMap(({ labels }) => labels) ?? []];
}

const MARKS: readonly (readonly [string, string, readonly string[]])[] = [
  ['Pain fell.1 Sleep improved.', 'Pain fell. Sleep improved.', ['1']],
  [
    'The effect is temporary.2,3,4 Then it fades.',
    'The effect is temporary. Then it fades.',
    ['2', '3', '4'],
  ],
  ['It helps after treatment.12345', 'It helps after treatment.', ['1', '2', '3', '4', '5']],
  ['Discs heal [1, 2].', 'Discs heal.', ['1', '2']],
  ['Discs heal [3–5] and stay.', 'Discs heal and stay.', ['3', '4', '5']],
  ['Nerves calm down (6).', 'Nerves calm down.', ['6']],
  ['Nerves calm down.(6) Then sleep returns.', 'Nerves calm down. Then sleep returns.', ['6']],
  ['“It works.”7 So they say.', '“It works.” So they say.', ['7']],
  ['Relief lasts² for months³.', 'Relief lasts for months.', ['2', '3']],
  ['Relief lasts^4 for months.', 'Relief lasts for months.', ['4']],
  ['It eased pain,8 and sleep.', 'It eased pain, and sleep.', ['8']],
];

const NUMBERS: readonly string[] = [
  'The dose was 2.5 ml.',
  'Discs of grade 2 were treated in 26 patients (21 men).',
  'A share of 81 % (21 of 26) felt better.',
  'See Fig.2 and no.5 and vol.12 for that.',
  'In the trial (2016) pain fell.',
  'First (1) rest, then (2) move.',
  'They repeated step (2).',
  'It took 10⁶ cells in 4 m² rooms.',
  'Ask for version v.2 of the form.',
  'It costs $5,000 or 4,500 in cash.',
  'L4-L5 and S1 hurt; B12 helps.',
  'Ash B. Spine.2016 Dec;7(3).',
  'See 10.1000/jspine.12 for that.',
];

describe('citation marks', () => {
  it.each(MARKS)('%s', (source, text, labels) => {
    expect(lift(source)).toEqual([text, labels]);
  });

  it.each(NUMBERS)('stays as it is: %s', (source) => {
    expect(lift(source)).toEqual([source, []]);
  });

  it('lifts raised numbers and footnote calls out of markup', () => {
    expect(lift('<p>Pain fell by 20<sup>1</sup>, or <a href="#r2">2</a> more.</p>', 'html')).toEqual([
      'Pain fell by 20, or more.',
      ['1', '2'],
    ]);
    expect(lift('Pain fell.[^a] It did.\n\n[^a]: A source.', 'markdown')).toEqual([
      'Pain fell. It did.',
      ['a'],
    ]);
  });

  it('reads a raised number after ten, or after a unit, as an exponent', () => {
    expect(
      lift('<p>We give 10<sup>6</sup> cells in 4 m<sup>2</sup> rooms, the 1<sup>st</sup> time.</p>', 'html'),
    ).toEqual(['We give 10⁶ cells in 4 m² rooms, the 1st time.', []]);
  });

  it('tells where a mark stood in the source', () => {
    const source = 'Discs heal [1, 2]. They do.';
    const [mark] = page('text', source).blocks[0]?.marks ?? [];
    expect(mark?.at).toBe('Discs heal'.length);
    expect(source.slice(mark?.span.start.offset, mark?.span.end.offset)).toBe('[1, 2]');
  });

  it.each([
    ['678910', ['6', '7', '8', '9', '10']],
    ['111121314', ['1', '11', '12', '13', '14']],
    ['12', ['12']],
    ['115', ['115']],
    ['[2,5-7]', ['2', '5', '6', '7']],
    ['1-2,9', ['1', '2', '9']],
    ['a, b', ['a', 'b']],
  ])('reads the labels of %s', (printed, labels) => {
    expect(readLabels(printed)).toEqual(labels);
  });
});
