/** Faults that a second reading of drawn records found, as rules for every record of the packs. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { packOf } from '../src/evidence/load/compile.ts';
import { readPackFolder } from '../src/evidence/load/read-pack.ts';

const root = fileURLToPath(new URL('../corpus/packs', import.meta.url));
const packs = await Promise.all(
  readdirSync(root).map(async (name) => packOf(await readPackFolder(`${root}/${name}`))),
);
const studies = packs.flatMap((pack) => pack?.studies ?? []);
const results = studies.flatMap((study) =>
  study.results.map((result) => ({ name: `${study.id}/${result.id}`, study, result })),
);

/** Wording that says that a source is silent on the comparison. */
const SILENCE =
  /not stated|not reported|gives no (?:figure|test|result)|no test (?:was|between)|was not seen/i;

describe('a result of the packs', () => {
  it('claims no comparison where its statement says that the source is silent', () => {
    const inferred = results.filter(
      ({ result }) =>
        SILENCE.test(result.statement) &&
        (result.versus?.direction === 'no-difference' || result.versus?.significant === true) &&
        result.versus.p === undefined,
    );
    expect(inferred.map(({ name }) => name)).toEqual([]);
  });

  it('is not significant in a direction that favours neither side', () => {
    const muddled = results.filter(
      ({ result }) => result.versus?.direction === 'no-difference' && result.versus.significant === true,
    );
    expect(muddled.map(({ name }) => name)).toEqual([]);
  });

  it('lies within the follow-up of its study', () => {
    const later = results.filter(
      ({ study, result }) => (result.months ?? 0) > (study.followUpMonths ?? Number.POSITIVE_INFINITY),
    );
    expect(later.map(({ name }) => name)).toEqual([]);
  });

  it('names who is counted where people were lost', () => {
    const whole = results.filter(
      ({ study, result }) =>
        result.n !== undefined &&
        study.n !== undefined &&
        result.n < study.n / 2 &&
        !result.statement.includes(String(result.n)),
    );
    expect(whole.map(({ name }) => name)).toEqual([]);
  });
});

describe('the draw', () => {
  const built = existsSync(new URL('../data/packs.json', import.meta.url));
  const draw = (seed: string, count: string): string[] =>
    execFileSync(
      process.execPath,
      [
        fileURLToPath(new URL('../scripts/draw-records.mjs', import.meta.url)),
        'regenerative-spine',
        '--seed',
        seed,
        '--count',
        count,
      ],
      { encoding: 'utf8' },
    )
      .trim()
      .split('\n');

  it.skipIf(!built)(
    'of a smaller count is the beginning of the larger, and another seed draws others',
    () => {
      expect(draw('7', '20').slice(0, 5)).toEqual(draw('7', '5'));
      expect(new Set(draw('7', '20')).size).toBe(20);
      expect(draw('8', '20')).not.toEqual(draw('7', '20'));
    },
  );
});
