import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradeModality } from '../src/claims/modality.ts';
import type { Modality } from '../src/scales.ts';
import { lexicon } from './support/strength-lexicon.ts';

const grade = (text: string, leadIn?: string) =>
  gradeModality(text, lexicon, leadIn === undefined ? {} : { leadIn }).modality;

/** Sentences of our own by what they test; a reader adds a line. */
const TABLE: Record<string, readonly [Modality, string][]> = {
  'what is guessed, hoped or aimed at': [
    ['speculative', 'Our injections could ease your knee pain.'],
    ['speculative', 'PRP might help you put off an operation.'],
    ['speculative', 'We hope to bring back the cushion of the joint.'],
    ['speculative', 'In theory, exosomes calm an angry nerve.'],
    ['speculative', 'The protocol aims to rebuild cartilage.'],
    ['speculative', 'One day, worn discs will be replaced by living tissue.'],
  ],
  'what is hedged': [
    ['hedged', 'PRP may relieve tennis elbow.'],
    ['hedged', 'The treatment can potentially restore movement.'],
    ['hedged', 'The programme is designed to strengthen the spine.'],
    ['hedged', 'It is thought to work by calming nerves.'],
    ['hedged', 'Early research suggests that prolotherapy reduces pain.'],
    ['hedged', 'Possible relief from chronic pain'],
    ['hedged', 'Exosomes seem to help.'],
  ],
  'what is asserted': [
    ['asserted', 'Prolotherapy reduces pain.'],
    ['asserted', 'Stem cells can restore function.'],
    ['asserted', 'Most runners were back on the track within weeks.'],
    ['asserted', 'Lasting relief'],
    ['asserted', 'No complications were seen in the first year.'],
    ['asserted', 'The pain came back in a third of all cases.'],
  ],
  'what is promised without limit': [
    ['absolute', 'Clinically proven pain relief'],
    ['absolute', 'Our method cures arthritis.'],
    ['absolute', 'There is no risk of rejection.'],
    ['absolute', 'The result is guaranteed.'],
    ['absolute', 'Permanent relief from back pain'],
    ['absolute', 'PRP never fails.'],
    ['absolute', '100% effective, every time'],
    ['absolute', 'Say goodbye to aching hips forever.'],
    ['absolute', 'Not a single complication in ten years'],
    ['absolute', 'The shots do not cause any side effects.'],
    ['absolute', 'The effect is permanent.'],
    ['absolute', 'The cells never cause inflammation.'],
  ],
  '“promising” softens no result': [
    ['asserted', 'Promising results show that PRP relieves pain.'],
    ['asserted', 'The trial demonstrated promising improvements in walking.'],
    ['hedged', 'PRP is a promising treatment for sore tendons.'],
    ['asserted', 'This promising therapy relieves pain.'],
    ['hedged', 'Exosome therapy shows promise for stiff shoulders.'],
  ],
  'a hedge on an aside softens nothing': [
    ['asserted', 'Cells, which may release growth factors, rebuild your disc.'],
    ['asserted', 'While the science may be young, PRP heals tendons.'],
    ['hedged', 'The goal is to calm the joint and your own repair — to ease stiffness.'],
    ['absolute', 'By secreting factors that may calm inflammation, PRP eliminates pain.'],
    ['hedged', 'PRP may reduce pain, improve sleep, and restore strength.'],
    ['hedged', 'The shots may settle a flare, easing the way back to sport.'],
    ['hedged', 'Unlike surgery, which removes tissue, the shots may save it.'],
  ],
  'the weakest of two hedges decides': [
    ['speculative', 'It might possibly help.'],
    ['speculative', 'The shots could potentially slow the wear of the joint.'],
  ],
  'words of doubt about something else': [
    ['asserted', 'You may want to know that PRP relieves pain.'],
    ['asserted', 'The clinic opened in May 2019 and treats back pain.'],
    ['asserted', 'Reach your full potential with PRP, which relieves pain.'],
    ['asserted', 'The shots relieve pain as quickly as possible.'],
    ['asserted', 'Before the shots she could hardly walk, and now she runs.'],
    ['asserted', 'You are more likely to keep your own knee with PRP.'],
  ],
  'absolutes about something else': [
    ['asserted', 'Book your guaranteed appointment today.'],
    ['asserted', 'Our proven team of doctors treats back pain.'],
    ['asserted', 'Always ask your doctor which exercise relieves pain.'],
    ['asserted', 'We relieve pain without the risks of an operation.'],
    ['asserted', 'Nearly all patients improved.'],
    ['asserted', 'Our patients are always grateful that we eased their pain.'],
    ['asserted', 'Ask us how smoking raises the risk of slow healing.'],
  ],
  'absolutes that are denied': [
    ['asserted', 'There is no cure for arthritis.'],
    ['asserted', 'This is not a cure, but it eases pain.'],
    ['asserted', 'PRP has not been proven to work.'],
    ['hedged', 'Relief is not guaranteed.'],
    ['asserted', 'Beware of anyone who promises a cure.'],
    ['asserted', 'Exosomes have yet to be proven.'],
  ],
};

describe('how firmly a sentence speaks', () => {
  for (const [title, rows] of Object.entries(TABLE)) {
    it.each(rows)(`${title}: %s: %s`, (expected, text) => {
      expect(grade(text)).toBe(expected);
    });
  }
});

describe('a list item', () => {
  it('inherits the hedge of its lead-in', () => {
    expect(grade('Less stiffness in the morning', 'Possible benefits include:')).toBe('hedged');
    expect(grade('It restores cartilage', 'In theory, this could happen:')).toBe('speculative');
  });

  it('keeps its own hedge where that is weaker', () => {
    expect(grade('It might restore cartilage', 'Possible benefits include:')).toBe('speculative');
  });

  it('inherits no promise', () => {
    expect(grade('Less stiffness in the morning', 'Our proven method brings:')).toBe('asserted');
  });
});

describe('cues', () => {
  it('are the words that set the grade, with their place', () => {
    const text = 'Our “regenerative” shots — in théorie — might help.';
    expect(gradeModality(text, lexicon).cues).toEqual([
      { text: 'might', start: text.indexOf('might'), end: text.indexOf('might') + 5, class: 'speculative' },
    ]);
  });

  it('are slices of the text, whatever the text', () => {
    const words = fc.constantFrom(
      'may',
      'no risk',
      '—',
      'PRP',
      'heals',
      ',',
      'which',
      'é',
      '😀',
      '’',
      'cures',
      '. ',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), (parts) => {
        const text = parts.join(' ');
        for (const cue of gradeModality(text, lexicon).cues) {
          expect(text.slice(cue.start, cue.end)).toBe(cue.text);
        }
      }),
    );
  });

  it('are absent where a sentence simply asserts', () => {
    expect(gradeModality('PRP relieves pain.', lexicon)).toEqual({ modality: 'asserted', cues: [] });
  });
});
