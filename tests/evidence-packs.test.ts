/** The packs that come with the package: valid, and what the syntheses say follows from the studies. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { sitesOf } from '../src/evidence/hosts.ts';
import { packOf } from '../src/evidence/load/compile.ts';
import { formatProblem } from '../src/evidence/load/problem.ts';
import { type PackFolder, readPackFolder } from '../src/evidence/load/read-pack.ts';
import { countPeople } from '../src/evidence/people.ts';
import { readingGrade } from '../src/evidence/reading-level.ts';
import { statsOf } from '../src/evidence/stats.ts';
import { validatePack } from '../src/evidence/validate/index.ts';
import { study } from './support/evidence-records.ts';

const root = fileURLToPath(new URL('../corpus/packs', import.meta.url));
const folders: PackFolder[] = [];
for (const name of readdirSync(root).sort()) folders.push(await readPackFolder(`${root}/${name}`));
const packs = folders.map(packOf);

describe('the packs', () => {
  it.each(folders.map((folder, index) => [folder.info?.record.id, folder, index] as const))(
    '%s has no error',
    (_, folder, index) => {
      const beside = packs.flatMap((pack, at) => (pack === null || at === index ? [] : pack));
      const { problems } = validatePack(folder, beside, folder.info?.record.asOf ?? '');
      expect(problems.filter(({ severity }) => severity === 'error').map(formatProblem)).toEqual([]);
    },
  );

  it('count the patients of several reports once', () => {
    const spine = packs.find((pack) => pack?.info.id === 'regenerative-spine');
    const pettine = spine?.studies.filter(({ id }) => id.startsWith('pettine-')) ?? [];
    expect(pettine.length).toBe(3);
    expect(countPeople(pettine, new Map(pettine.map((report) => [report.id, report]))).people).toBe(26);
  });
});

describe('counting people', () => {
  const byId = (studies: ReturnType<typeof study>[]) => new Map(studies.map((record) => [record.id, record]));

  it('adds cohorts, leaves out reviews, and names what is unknown', () => {
    const studies = [
      study({ id: 'a', n: 26 }),
      study({ id: 'a2', n: 21, companionOf: 'a' }),
      study({ id: 'a3', companionOf: 'a2' }),
      study({ id: 'b', n: 100 }),
      study({ id: 'review', n: 126, design: 'meta-analysis' }),
      study({ id: 'c' }),
    ];
    expect(countPeople(studies, byId(studies))).toEqual({
      people: 126,
      cohorts: [
        { id: 'a', people: 26 },
        { id: 'b', people: 100 },
      ],
      unknown: ['c'],
    });
  });

  it('counts a companion report by its cohort though that is not in the list', () => {
    const [first, second] = [study({ id: 'a', n: 26 }), study({ id: 'a2', companionOf: 'a' })];
    expect(countPeople([second], byId([first, second]))).toMatchObject({ people: 26, unknown: [] });
  });

  it('comes to an end in a ring of companions', () => {
    const ring = [study({ id: 'a', n: 5, companionOf: 'b' }), study({ id: 'b', n: 6, companionOf: 'a' })];
    expect(countPeople(ring, byId(ring)).people).toBeGreaterThan(0);
  });
});

describe('stats', () => {
  it('add up over the packs', () => {
    const { packs: counted, all } = statsOf(packs.flatMap((pack) => pack ?? []));
    expect(all.total).toBe(counted.reduce((sum, { total }) => sum + total, 0));
    expect(all.facts).toBe(counted.reduce((sum, { facts }) => sum + facts, 0));
    expect(all.twoSites).toBeLessThanOrEqual(all.sourced);
    expect(Object.values(all.records).reduce((sum, n) => sum + n, 0)).toBe(all.total);
  });
});

describe('the reading level', () => {
  it('is the Flesch-Kincaid grade', () => {
    // 5 words, 6 syllables, 1 sentence: 0.39 × 5 + 11.8 × 6 / 5 − 15.59.
    expect(readingGrade('Some people have less pain.')).toBeCloseTo(0.52, 2);
    // Four long words in one sentence.
    expect(readingGrade('Randomised transplantation facilitated amelioration.')).toBeGreaterThan(12);
    expect(readingGrade('')).toBe(0);
  });

  it('counts a semicolon as the end of a sentence', () => {
    expect(readingGrade('One group had less pain; the other had as much as before.')).toBeLessThan(
      readingGrade('One group had less pain and the other had as much as before.'),
    );
  });
});

describe('independent sources', () => {
  const sites = (...urls: string[]) => sitesOf(urls.map((url) => ({ url }))).size;

  it('are on different sites, not on different pages or hosts of one', () => {
    expect(sites('https://a.example.org/1', 'https://example.org/2')).toBe(1);
    expect(sites('https://one.ac.uk/', 'https://two.ac.uk/')).toBe(2);
    expect(sites('https://pdf.journal.co.uk/', 'https://www.journal.co.uk/')).toBe(1);
    expect(sites('https://example.org/', 'https://example.com/')).toBe(2);
  });
});
