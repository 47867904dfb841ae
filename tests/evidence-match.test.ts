import { describe, expect, it } from 'vitest';
import { joinPacks } from '../src/evidence/index.ts';
import { matchEvidence } from '../src/evidence/match.ts';
import { vocabularySchema } from '../src/evidence/schema.ts';
import { fitStudy, type Question } from '../src/evidence/scope.ts';
import { warrantOfMatch } from '../src/evidence/warrant.ts';
import { evidence, harm, pack, study, synthesis } from './support/evidence-records.ts';

const ask = (treatment: string, condition: string | null, outcome: string | null): Question => ({
  treatment,
  condition,
  outcome,
});

describe('the synthesis that answers a claim', () => {
  const base = evidence({
    syntheses: [
      synthesis({ id: 'cultured-disc-pain', treatment: 'cultured' }),
      synthesis({ id: 'cells-disc-pain' }),
      synthesis({ id: 'cells-disc-structure', outcome: 'structure' }),
    ],
  });

  it('is the one on the very question', () => {
    expect(matchEvidence(ask('cultured', 'disc-pain', 'pain'), base)).toMatchObject({
      synthesis: { id: 'cultured-disc-pain' },
      fit: 'same',
    });
  });

  it('is the general one for a general term, though a kind of it has one too', () => {
    expect(matchEvidence(ask('cells', 'disc-pain', 'pain'), base).synthesis?.id).toBe('cells-disc-pain');
  });

  it('is that of a kind where the general term has none', () => {
    expect(matchEvidence(ask('biologics', 'disc-pain', 'pain'), base)).toMatchObject({
      synthesis: { id: 'cells-disc-pain' },
      fit: 'same',
    });
  });

  it('is only neighbouring on the wider class, unless it counts a study of the very term', () => {
    expect(matchEvidence(ask('concentrate', 'disc-pain', 'pain'), base)).toMatchObject({
      synthesis: { id: 'cells-disc-pain' },
      fit: 'neighbouring',
    });
    const counting = evidence({ studies: [study({})], syntheses: [synthesis({})] });
    expect(matchEvidence(ask('concentrate', 'disc-pain', 'pain'), counting).fit).toBe('same');
  });

  it('prefers the claimed outcome, and falls back to a neighbouring one', () => {
    expect(matchEvidence(ask('cells', 'disc-pain', 'structure'), base).synthesis?.id).toBe(
      'cells-disc-structure',
    );
    expect(matchEvidence(ask('cells', 'disc-pain', 'avoid-surgery'), base)).toMatchObject({
      synthesis: { id: 'cells-disc-pain' },
      outcome: 'neighbouring',
      treatment: 'same',
    });
  });

  it('does not answer a claim about harm with a synthesis on pain', () => {
    expect(matchEvidence(ask('cells', 'disc-pain', 'safety'), base).synthesis).toBeNull();
  });

  it('reads a claim without a condition as the default one, and without an outcome as symptoms', () => {
    expect(matchEvidence(ask('cells', null, null), base)).toMatchObject({
      synthesis: { id: 'cells-disc-pain' },
      fit: 'same',
    });
  });

  it('answers a wider condition as the same and a sibling as a neighbour', () => {
    expect(matchEvidence(ask('cells', 'back-pain', 'pain'), base).fit).toBe('same');
    expect(matchEvidence(ask('cells', 'facet-pain', 'pain'), base).fit).toBe('neighbouring');
  });

  it('is none for another field, another treatment and an unknown term', () => {
    for (const question of [
      ask('cells', 'knee', 'pain'),
      ask('plasma', 'disc-pain', 'pain'),
      ask('other', 'disc-pain', 'pain'),
      ask('cells', 'baldness', 'pain'),
    ]) {
      expect(matchEvidence(question, base)).toMatchObject({ synthesis: null, fit: 'other', studies: [] });
    }
  });
});

describe('the studies that answer a claim', () => {
  const base = evidence({
    studies: [
      study({ id: 'series', design: 'single-arm' }),
      study({ id: 'old-trial', design: 'rct', controlled: true, year: 2012 }),
      study({ id: 'new-trial', design: 'rct', controlled: true, year: 2024 }),
      study({ id: 'cultured-trial', design: 'rct', controlled: true, treatments: ['cultured'] }),
      study({ id: 'rabbits', design: 'animal', species: 'animal' }),
      study({ id: 'scans', results: [{ id: 'mri', outcome: 'structure', statement: 'Unchanged.' }] }),
      study({ id: 'knees', conditions: ['knee'] }),
    ],
  });

  it('come best fit first, then by design, then the newest', () => {
    const { studies } = matchEvidence(ask('concentrate', 'disc-pain', 'pain'), base);
    expect(studies.map((match) => [match.study.id, match.fit])).toEqual([
      ['new-trial', 'same'],
      ['old-trial', 'same'],
      ['series', 'same'],
      ['cultured-trial', 'neighbouring'],
      ['rabbits', 'neighbouring'],
    ]);
  });

  it('say part by part why a cited one does not fit', () => {
    const knees = base.studyById.get('knees');
    expect(knees && fitStudy(ask('cells', 'disc-pain', 'pain'), knees, base)).toEqual({
      fit: 'other',
      treatment: 'same',
      condition: 'other',
      outcome: 'same',
    });
  });
});

describe('the harms on record', () => {
  const base = evidence({
    harms: [
      harm({ id: 'bruise', serious: false, treatments: ['concentrate'] }),
      harm({ id: 'class-harm' }),
      harm({ id: 'own-harm', treatments: ['concentrate'] }),
      harm({ id: 'disc-harm', conditions: ['disc-pain'] }),
      harm({ id: 'knee-harm', conditions: ['knee'] }),
      harm({ id: 'plasma-harm', treatments: ['plasma'] }),
      harm({ id: 'cultured-harm', treatments: ['cells', 'cultured'] }),
    ],
  });

  it('are those of the treatment and its class at the claimed place, serious and close ones first', () => {
    const { harms } = matchEvidence(ask('concentrate', 'disc-pain', 'safety'), base);
    expect(harms.map(({ id }) => id)).toEqual(['disc-harm', 'own-harm', 'class-harm', 'bruise']);
  });

  it('are those of every kind for a general term', () => {
    const { harms } = matchEvidence(ask('cells', 'disc-pain', 'safety'), base);
    expect(harms.map(({ id }) => id)).toEqual([
      'disc-harm',
      'class-harm',
      'cultured-harm',
      'own-harm',
      'bruise',
    ]);
  });
});

describe('what is warranted', () => {
  it('comes from the synthesis, with the fit of the match', () => {
    const base = evidence({ syntheses: [synthesis({})] });
    expect(warrantOfMatch(matchEvidence(ask('concentrate', 'disc-pain', 'pain'), base), 'US')).toMatchObject({
      modality: 'hedged',
      stage: 'human-controlled',
      fit: 'neighbouring',
      source: 'synthesis',
      status: [],
    });
    expect(warrantOfMatch(matchEvidence(ask('plasma', 'disc-pain', 'pain'), base), 'US')).toBeNull();
  });
});

describe('packs joined', () => {
  const other = (vocabulary: Record<string, unknown>) => ({
    ...pack({}),
    info: { ...pack({}).info, id: 'other' },
    vocabulary: vocabularySchema.parse({ treatments: [], conditions: [], outcomes: [], ...vocabulary }),
  });
  const aside = other({
    treatments: [
      { id: 'other-care', label: 'other care', synonyms: ['massage', 'needling'], comparator: true },
    ],
    conditions: [{ id: 'head-pain', label: 'headache', synonyms: ['migraine'], otherField: true }],
  });
  const about = other({
    treatments: [{ id: 'acupuncture', label: 'acupuncture', synonyms: ['Needlings'] }],
    conditions: [{ id: 'head-pain', label: 'migraine', synonyms: ['aura'] }],
  });

  it('give a word to the pack that is about it', () => {
    const { vocabulary } = joinPacks([aside, about]);
    expect(vocabulary.treatments).toMatchObject([
      { id: 'other-care', synonyms: ['massage'] },
      { id: 'acupuncture', synonyms: ['Needlings'] },
    ]);
  });

  it('join the words of a term, which is of another field only where all say so', () => {
    expect(joinPacks([aside, about]).vocabulary.conditions).toMatchObject([
      { id: 'head-pain', label: 'headache', synonyms: ['migraine', 'aura'], otherField: false },
    ]);
    expect(joinPacks([aside]).vocabulary.conditions[0]?.otherField).toBe(true);
  });

  it('keep the record of the pack named first', () => {
    const [first, second] = [
      pack({ studies: [study({ year: 2001 })] }),
      pack({ studies: [study({ year: 2002 })] }),
    ];
    expect(joinPacks([first, second]).studyById.get('study')?.year).toBe(2001);
  });
});
