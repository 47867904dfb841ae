import { describe, expect, it } from 'vitest';
import { caveatKinds, findCaveats } from '../src/claims/caveats.ts';
import type { Caveat, CaveatKind, Source } from '../src/model.ts';
import { read } from '../src/read/index.ts';
import { segment } from '../src/segment/index.ts';
import { lexicon } from './support/strength-lexicon.ts';

function caveatsOf(text: string): Caveat[] {
  const source: Source = { path: 'page.md', format: 'markdown', text, sha256: '', retrieved: null };
  const document = read(source);
  return findCaveats(document, segment(document), lexicon);
}

/** Sentences of our own by kind; a reader adds a line. */
const TOLD: Record<CaveatKind, readonly string[]> = {
  'results-vary': [
    'Individual results may vary.',
    'How long relief lasts depends on your joint, and outcomes differ from person to person.',
    'Not every patient responds to the shots.',
    'We cannot promise any particular outcome.',
    'PRP is not a cure for arthritis.',
    'Some people do not respond.',
    'It helps some knees and not others.',
    'About four in ten get no relief.',
    'A few notice nothing at all.',
  ],
  'evidence-limited': [
    'Evidence for this use is still limited.',
    'There is not enough data on long-term safety.',
    'Whether it slows wear remains unproven.',
    'Research into exosomes is in its early stages.',
    'Its effect on discs has not been proven.',
    'The study had no control group.',
    'No trial has shown that discs regrow.',
    'We do not know how long the effect lasts.',
    'The trial found no difference between the gel and salt water.',
    'The study missed its main endpoint.',
    'All four trials were at high risk of bias.',
    'Scientists disagree about whether it works.',
    'Most of what is known comes from rabbits.',
    'Patients might have improved anyway.',
  ],
  'trials-needed': [
    'More randomized trials are needed.',
    'We need larger controlled studies before we can say so.',
    'Further research is required to confirm the finding.',
    'The finding needs to be repeated by others.',
  ],
  investigational: [
    'This product is not approved by the FDA.',
    'The use of exosomes for pain is considered experimental.',
    'These statements have not been evaluated by the Food and Drug Administration.',
    'Cultured cells are unapproved in this country.',
    'No product of this kind is licensed for the spine.',
    'It is offered only as part of a research study.',
    'The agency has approved only two such products.',
  ],
  risks: [
    'Infection is possible after any injection.',
    'Like every procedure, a shot carries risks such as bleeding.',
    'Side effects include soreness and bruising at the injection site.',
    'Some patients report swelling for two days after the procedure.',
    'The cells can cause scar tissue to form.',
    'Soreness for three days is common.',
    'Two women were hospitalised with sepsis after the infusions.',
    'The needle can nick a nerve.',
    'A man developed a lump on his spine after the transplant.',
    'You may feel dizzy for an hour or so afterwards.',
  ],
  'not-medical-advice': [
    'This page is not medical advice.',
    'The content is for educational purposes only.',
    'Nothing here is a substitute for an examination by your physician.',
    'Always consult your doctor before changing a medicine.',
    'Reading this creates no doctor-patient relationship.',
  ],
  'individual-selection': [
    'Not everyone is a candidate.',
    'Candidacy for a graft is determined by the surgeon.',
    'The shots are not right for everyone.',
    'This is not a one-size-fits-all treatment.',
    'You should not have the injection if you are pregnant.',
    'Patients with a collapsed joint are better served by surgery.',
    'It works best in people with mild wear.',
  ],
  'conflict-of-interest': [
    'Two of the authors declare a conflict of interest.',
    'The study was funded by the maker of the device.',
    'This post contains affiliate links.',
    'The inventor stands to profit from each kit.',
    'They gave me a discount on the second round.',
  ],
};

const NOT_TOLD: Record<string, readonly string[]> = {
  'a limit that is denied': [
    'This is not experimental.',
    'Our shots are no longer considered experimental.',
    'Relief is not limited to the knee.',
  ],
  'a good word for the evidence': [
    'Promising results come from our pilot programme.',
    'A pilot study showed less pain.',
    'Strong evidence supports the shots.',
    'In a double-blind trial the gel beat salt water.',
  ],
  'a harm that is ruled out or made small': [
    'There is no risk of infection.',
    'The shots lower the risk of complications.',
    'You avoid the side effects of steroids.',
    'Recovery is quick, with minimal discomfort.',
    'Side effects are rare.',
    'The cells cannot form tumours.',
    'The shots ease soreness for weeks.',
  ],
  'a harm of the disease or of another treatment': [
    'A worn disc can cause inflammation and numbness.',
    'Infections and tumours are rare causes of back pain.',
    'Unlike steroids, which can weaken tendons, PRP heals.',
    'Untreated, the curve can lead to lung damage.',
    'The cause of the curve is unknown.',
    'Surgery brings surgical risks and a long recovery.',
    'Obesity is a risk factor for back pain.',
    'Back pain is common.',
  ],
  'a question': ['Are results guaranteed, or do they vary?', 'What are the possible side effects?'],
  'a promise about something else': ['We guarantee your appointment within a week.', 'Our fees do not vary.'],
  'a plain claim': [
    'PRP relieves pain.',
    'Most patients walk the same day.',
    'The shots are approved by our board.',
  ],
};

describe('a caveat', () => {
  for (const [kind, sentences] of Object.entries(TOLD)) {
    it.each(sentences)(`${kind}: %s`, (sentence) => {
      expect(caveatKinds(sentence, lexicon)).toContain(kind);
    });
  }
});

describe('no caveat', () => {
  for (const [title, sentences] of Object.entries(NOT_TOLD)) {
    it.each(sentences)(`${title}: %s`, (sentence) => {
      expect(caveatKinds(sentence, lexicon)).toEqual([]);
    });
  }
});

describe('a sentence', () => {
  it('may tell two kinds', () => {
    expect(caveatKinds('Results vary, and this is not medical advice.', lexicon)).toEqual([
      'results-vary',
      'not-medical-advice',
    ]);
  });

  it('tells a harm without further words under a heading about risks, not elsewhere', () => {
    const harm = 'Fever may develop within a day.';
    expect(caveatsOf(`# Shots for knees\n\n${harm}`)).toEqual([]);
    expect(caveatsOf(`# Shots for knees\n\n## Risks and side effects\n\n${harm}`)).toMatchObject([
      { kind: 'risks', text: harm },
    ]);
  });
});

describe('a list of side effects', () => {
  it('tells a risk in each item, and none in the line that names them', () => {
    const found = caveatsOf(
      '# Shots for knees\n\nCommon side effects:\n\n- Tiredness\n- A rash\n- Free parking',
    );
    expect(found.map(({ kind, text }) => `${kind}: ${text}`)).toEqual(['risks: Tiredness', 'risks: A rash']);
  });
});

describe('a sentence after one that tells a harm', () => {
  it('tells it too where it goes on about it', () => {
    const found = caveatsOf(
      'Nerve damage and infection of the disc can occur after the shot. They are rare but serious.',
    );
    expect(found.map((caveat) => caveat.kind)).toEqual(['risks', 'risks']);
  });

  it('tells none where it goes on to something else', () => {
    expect(caveatsOf('Infection of the disc can occur after the shot. They sell shoes.')).toHaveLength(1);
    expect(caveatsOf('Our doctors are kind. They are rare and serious people.')).toEqual([]);
  });
});

describe('the caveats of a page', () => {
  it('come in document order with their place', () => {
    const text = '# Shots for knees\n\nShots relieve pain, but results vary. More trials are needed.';
    const found = caveatsOf(text);
    expect(found.map((caveat) => caveat.kind)).toEqual(['results-vary', 'trials-needed']);
    expect(found.map(({ span }) => text.slice(span.start.offset, span.end.offset))).toEqual([
      'Shots relieve pain, but results vary.',
      'More trials are needed.',
    ]);
    expect(found.map((caveat) => caveat.sentence)).toEqual([1, 2]);
  });
});
