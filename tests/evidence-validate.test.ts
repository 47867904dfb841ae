import { describe, expect, it } from 'vitest';
import type { Problem } from '../src/evidence/load/problem.ts';
import { readPackFolder } from '../src/evidence/load/read-pack.ts';
import { validatePack } from '../src/evidence/validate/index.ts';
import { makeFolder } from './support/cli.ts';
import { changedPack, examplePack } from './support/example-pack.ts';

const TODAY = '2026-11-22';
const TRIALS = 'studies/trials.yml';
const SERIES = 'studies/placeholder-2023.yml';
const SYNTHESIS = 'syntheses/acupuncture-migraine-pain.yml';
const VOCABULARY = 'vocabulary.yml';

async function validate(files: Record<string, string>, today = TODAY) {
  const folder = makeFolder(files);
  try {
    const validation = validatePack(await readPackFolder(folder.path), [], today);
    const strip = (problem: Problem): Problem => ({
      ...problem,
      file: problem.file.slice(folder.path.length + 1),
    });
    return { ...validation, problems: validation.problems.map(strip) };
  } finally {
    folder.remove();
  }
}

/** Line and column at which a text begins in a file of the pack. */
function placeOf(files: Record<string, string>, path: string, text: string) {
  const before = (files[path] ?? '').split(text)[0] ?? '';
  const lines = before.split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

describe('the pack of the guide', () => {
  it('is valid, and is told that its sources are examples', async () => {
    const { problems, records, checks } = await validate(examplePack());
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(problems.map(({ message }) => message)).toContain(
      'https://example.org/migraine-2019 is an example, not a source',
    );
    expect(records).toBe(4);
    expect(checks.every(({ checked }) => checked > 0)).toBe(true);
  });
});

describe('a wrong record is named with its place', () => {
  const wrong: [what: string, file: string, from: string, to: string, at: string, message: string][] = [
    [
      'an unknown field',
      SERIES,
      'followUpMonths',
      'followupMonths',
      'followupMonths',
      'followupMonths: is not a field of this record',
    ],
    [
      'an address that no browser should open',
      TRIALS,
      'https://example.org/migraine-2019',
      'javascript:alert(1)',
      '"javascript:alert(1)"',
      'an address that begins with https:// or http://',
    ],
    ['an unknown value', SERIES, 'single-arm', 'single-arn', 'single-arn', 'did you mean “single-arm”?'],
    [
      'an unknown term',
      SERIES,
      'treatments: [acupuncture]',
      'treatments: [acupunture]',
      'acupunture]',
      'did you mean “acupuncture”?',
    ],
    [
      'an unknown instrument',
      SERIES,
      'months: 12\n',
      'months: 12\n    instrument: nrs\n',
      'nrs',
      '“nrs” is not among the instruments',
    ],
    [
      'a field left to be filled in',
      SERIES,
      'conclusion: Forty people improved; without a control group that may be the course of the illness.',
      'conclusion: TODO',
      'TODO',
      'conclusion is still to be filled in',
    ],
    ['broken YAML', SERIES, 'year: 2023', 'year: [2023', '', ''],
    ['a number that is no DOI', SERIES, '10.5555/migraine.2023', 'migraine.2023', 'migraine.2023', 'doi'],
    [
      'a DOI of two records',
      TRIALS,
      '10.5555/migraine.2021',
      '10.5555/MIGRAINE.2023',
      '10.5555/MIGRAINE.2023',
      'also that of placeholder-2023',
    ],
    [
      'a title of two records',
      TRIALS,
      'An invented second trial of acupuncture for migraine',
      'An invented series of people, treated for migraine with ACUPUNCTURE!',
      'An invented series',
      'same title as placeholder-2023',
    ],
    [
      'a registration that is none',
      SERIES,
      'design: single-arm',
      'registrations: [NCT123]\ndesign: single-arm',
      'NCT123',
      '“NCT123” is not written like NCT01234567',
    ],
    [
      'more responders than people',
      SERIES,
      'n: 26, of: 40',
      'n: 41, of: 40',
      '{ n: 41',
      '41 of 40 is more than all',
    ],
    [
      'a percentage that is not the count',
      TRIALS,
      '(45 %)',
      '(46 %)',
      '27 of 60 people',
      '27 of 60 is 45 %, not 46 %',
    ],
    ['a change that does not follow', TRIALS, '-35', '-53', '-53', '(5.2 − 8) / 8 = -35 %, not -53 %'],
    [
      'arms that do not add up',
      TRIALS,
      'label: acupuncture, n: 60',
      'label: acupuncture, n: 61',
      '\n    - { label: acupuncture, n: 61',
      '61 + 60 = 121, but n is 120',
    ],
    [
      'significance against its p',
      TRIALS,
      'p: "0.58"',
      'p: "0.03"',
      '"0.03"',
      'p 0.03 with significant: false',
    ],
    [
      'a companion that does not exist',
      SERIES,
      'n: 40\n',
      'n: 40\ncompanionOf: sample-2012\n',
      'sample-2012',
      'did you mean “sample-2021”?',
    ],
    [
      'a retraction without a reason',
      SERIES,
      'n: 40\n',
      'n: 40\nintegrity: retracted\n',
      'retracted',
      'without an integrityNote',
    ],
    [
      'a day that does not exist',
      SERIES,
      '"2026-10-01"',
      '"2026-02-30"',
      '"2026-02-30"',
      'not a day of the calendar',
    ],
    ['a day to come', SERIES, '"2026-10-01"', '"2027-10-01"', '"2027-10-01"', 'is after 2026-11-22'],
    [
      'people counted wrong',
      SYNTHESIS,
      'people: 240',
      'people: 280',
      '280',
      '120 (example-2019) + 80 (sample-2021) + 40 (placeholder-2023) = 240',
    ],
    [
      'a design that no study has',
      SYNTHESIS,
      'bestDesign: rct',
      'bestDesign: meta-analysis',
      'meta-analysis',
      'the best of the studies is rct',
    ],
    [
      'more months than any study',
      SYNTHESIS,
      'followUpMonths: 12',
      'followUpMonths: 24',
      '24\ncertainty',
      'more than 12',
    ],
    [
      'a certainty that its steps do not give',
      SYNTHESIS,
      'certainty: low',
      'certainty: moderate',
      'moderate',
      '2 steps down from high is low',
    ],
    [
      'wording firmer than its certainty',
      SYNTHESIS,
      'modality: hedged',
      'modality: asserted',
      'asserted',
      '“may” is the most',
    ],
    [
      'a number in the short form that no record has',
      SYNTHESIS,
      'short: 27 of 60 people',
      'short: 37 of 60 people',
      '37 of 60 people',
      '37 stands neither in the statement nor in the studies',
    ],
    [
      'a study that does not exist',
      SYNTHESIS,
      'sample-2021, placeholder-2023]',
      'sample-2020, placeholder-2023]',
      'sample-2020',
      'did you mean “sample-2021”?',
    ],
    [
      'a term that is a kind of itself',
      VOCABULARY,
      'label: sham acupuncture',
      'label: sham\n    kindOf: sham-acupuncture',
      'sham-acupuncture\n    synonyms',
      'is a kind of itself',
    ],
  ];

  it.each(wrong)('%s', async (what, file, from, to, at, message) => {
    const files = changedPack(file, from, to);
    const { problems } = await validate(files);
    const errors = problems.filter(({ severity }) => severity === 'error');
    if (what === 'broken YAML') {
      expect(errors[0]).toMatchObject({ file, code: 'yaml' });
      return;
    }
    const found = errors.find((problem) => problem.message.includes(message));
    const place = placeOf(files, file, at.trimStart());
    expect(found, JSON.stringify(problems)).toMatchObject({ file, line: place.line });
    if (!at.startsWith('\n')) expect(found).toMatchObject(place);
  });
});

describe('what is not an error', () => {
  it('a mean of changes that is near the change of means', async () => {
    const { problems } = await validate(changedPack(TRIALS, '-35', '-38'));
    expect(problems.find(({ message }) => message.includes('mean of the changes'))).toMatchObject({
      severity: 'warning',
    });
  });

  it('a review that is due', async () => {
    const { problems } = await validate(examplePack(), '2028-01-01');
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(problems.map(({ message }) => message)).toContain('was to be reviewed by 2027-10-01');
  });

  it('a score out of a hundred beside a percentage', async () => {
    const files = changedPack(
      SERIES,
      '26 of 40 people (65 %)',
      'From 80.5 of 100 to 33.2 of 100 (58.8 % lower), 26 of 40 people (65 %)',
    );
    const { problems } = await validate(files);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('GRIM', () => {
  const withInstrument = (value: number) => {
    const vocabulary =
      '    synonyms: [side effect, complication, adverse event]\ninstruments:\n  - { id: nrs, label: NRS 0-10, outcome: pain, min: 0, max: 10, lowerIsBetter: true, integer: true }\n';
    const files = changedPack(
      SERIES,
      'months: 12\n',
      `months: 12\n    instrument: nrs\n    baseline: 7.0\n    value: ${value}\n    n: 40\n`,
    );
    const text = files[VOCABULARY] ?? '';
    return {
      ...files,
      [VOCABULARY]: text.replace('    synonyms: [side effect, complication, adverse event]\n', vocabulary),
    };
  };

  it('finds a mean that no forty whole numbers have', async () => {
    const { problems } = await validate(withInstrument(3.14));
    expect(problems.map(({ message }) => message)).toContain('no 40 whole numbers have the mean 3.14 (GRIM)');
  });

  it.each([3.15, 3.2, 3.18])('leaves a possible mean alone: %s', async (value) => {
    const { problems } = await validate(withInstrument(value));
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('a pack that proves nothing', () => {
  it('fails without a record', async () => {
    const { 'pack.yml': info = '', 'vocabulary.yml': vocabulary = '' } = examplePack();
    const { problems } = await validate({ 'pack.yml': info, 'vocabulary.yml': vocabulary });
    expect(problems).toMatchObject([{ severity: 'error', message: 'the pack has no record' }]);
  });

  it('fails where a check found nothing to compare', async () => {
    const { [SYNTHESIS]: _, ...files } = examplePack();
    const { problems } = await validate(files);
    expect(problems.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([
      'syntheses checked nothing: the pack has to hold a synthesis: without one no claim is judged that cites no study',
    ]);
  });

  it('fails where a folder is misnamed and its records would be skipped', async () => {
    const { [SYNTHESIS]: synthesis = '', ...files } = examplePack();
    const { problems } = await validate({ ...files, 'synthesis/pain.yml': synthesis });
    expect(problems.map(({ message }) => message).join('\n')).toContain('did you mean “syntheses”?');
  });
});
