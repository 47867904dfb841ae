import { describe, expect, it } from 'vitest';
import { gradeRelation, gradeStrength, type Strength } from '../src/claims/relation.ts';
import { lexicon } from './support/strength-lexicon.ts';

/** Sentences of our own by what they test; a reader adds a line. */
const TABLE: Record<string, readonly [Strength, string][]> = {
  'no relation': [
    [0, 'The registry holds 412 people with a worn hip.'],
    [0, 'A larger trial is needed to see whether the shots reduce pain.'],
    [0, 'Surgeons should tell patients about the alternatives.'],
    [0, 'We examined whether walking improves sleep.'],
    [0, 'Our clinic opens at nine.'],
  ],
  association: [
    [1, 'Bed rest was associated with reduced strength.'],
    [1, 'Pain scores were lower in the group that swam than in the group that did not.'],
    [1, 'Smokers were more likely to need a second operation.'],
    [1, 'Obesity is a risk factor for back pain.'],
    [1, 'Sleep may be linked to recovery.'],
  ],
  'a cause with a modal': [
    [2, 'Swimming may reduce back pain.'],
    [2, 'The shots could prevent an operation.'],
    [2, 'Early exercise appears to improve recovery.'],
    [2, 'Collagen might help protect the joint.'],
  ],
  'a cause': [
    [3, 'Swimming reduces back pain.'],
    [3, 'Weight loss led to better walking.'],
    [3, 'The brace had no effect on pain.'],
    [3, 'Falls were caused by loose rugs.'],
    [3, 'Smoking increases the risk of slow healing.'],
    [3, 'Stem cells can rebuild worn discs.'],
  ],
  'the strongest clause decides': [
    [3, 'Swimming was associated with less pain, but walking improved sleep.'],
    [1, 'Although more trials are needed, pain was lower than before.'],
  ],
};

describe('the strength of a stated relation', () => {
  for (const [title, rows] of Object.entries(TABLE)) {
    it.each(rows)(`${title}: %i: %s`, (expected, text) => {
      expect(gradeStrength(text, lexicon)).toBe(expected);
    });
  }
});

describe('the relation on the scale of a claim', () => {
  it('is a cause, with or without a modal', () => {
    expect(gradeRelation('PRP may relieve pain.', lexicon)).toBe('causes');
    expect(gradeRelation('PRP relieves pain.', lexicon)).toBe('causes');
    expect(gradeRelation('PRP was associated with less pain.', lexicon)).toBe('associated');
    expect(gradeRelation('PRP is made from blood.', lexicon)).toBe('none');
  });
});
