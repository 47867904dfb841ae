import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { loadBuiltIn } from '../src/data.ts';
import { parseYaml } from '../src/evidence/load/yaml-source.ts';
import { allRecords } from '../src/evidence/records.ts';
import { makeFolder, runCli } from './support/cli.ts';
import { changedPack, examplePack } from './support/example-pack.ts';

const builtIn = allRecords(loadBuiltIn().packs);
const evidence = (args: string[], cwd?: string) =>
  runCli(['evidence', ...args], cwd === undefined ? {} : { cwd });
const lines = (text: string): string[] => text.trimEnd().split('\n');

const work = makeFolder({
  ...Object.fromEntries(Object.entries(examplePack()).map(([path, text]) => [`migraine/${path}`, text])),
  ...Object.fromEntries(
    Object.entries(changedPack('studies/trials.yml', 'n: 120', 'n: 121')).map(([path, text]) => [
      `wrong/${path}`,
      text,
    ]),
  ),
  'references.json': JSON.stringify([
    { title: 'A new study', author: [{ family: 'Newman', given: 'Nora' }] },
  ]),
  'sample.json': JSON.stringify({
    title: 'A further study',
    author: [{ family: 'Sample' }],
    issued: { 'date-parts': [[2021]] },
  }),
  'page.html': '<p>Not a bibliography</p>',
  'broken.json': '[{"author": 1}]',
  'retractions.csv': [
    'Record ID,RetractionDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason',
    '7,2/3/2026 0:00,10.5555/migraine.2021,0,Retraction,+Error in Data;',
    '8,2/3/2026 0:00,10.1002/stem.1845,0,Correction,+Error in Text;',
  ].join('\n'),
});
afterAll(work.remove);

describe('evidence list', () => {
  it('prints one line a record, and how many', async () => {
    const { code, out } = await evidence(['list']);
    expect(code).toBe(0);
    expect(lines(out)).toHaveLength(builtIn.length + 1);
    expect(out).toContain('pettine-2015 (study) 2015, single-arm, 26 people:');
    expect(lines(out).at(-1)).toBe(`${builtIn.length} records`);
  });

  it('takes a kind and a further pack, and prints JSON', async () => {
    const { out } = await evidence(
      ['list', '--kind', 'synthesis', '--pack', './migraine', '--json'],
      work.path,
    );
    const records: { kind: string; pack: string }[] = JSON.parse(out);
    expect(new Set(records.map(({ kind }) => kind))).toEqual(new Set(['synthesis']));
    expect(records.map(({ pack }) => pack)).toContain('migraine');
  });

  it('refuses a kind that does not exist and a pack that does not validate', async () => {
    expect(await evidence(['list', '--kind', 'paper'])).toMatchObject({ code: 2, out: '' });
    const { code, err } = await evidence(['list', '--pack', './wrong'], work.path);
    expect(code).toBe(2);
    expect(err).toContain('60 + 60 = 120, but n is 121');
  });
});

describe('evidence show', () => {
  it('prints a record as its file holds it', async () => {
    const { code, out } = await evidence(['show', 'pettine-2016']);
    expect(code).toBe(0);
    expect(out).toMatch(/^# study of regenerative-spine, fingerprint [0-9a-f]{16}\nid: pettine-2016\n/);
    const record = builtIn.find((entry) => entry.record.id === 'pettine-2016')?.record;
    expect(parseYaml('out', out).value).toEqual(record);
  });

  it('names the nearest id where there is none', async () => {
    const { code, err } = await evidence(['show', 'petine-2016']);
    expect([code, err]).toEqual([2, 'claimlint: no record “petine-2016”; did you mean “pettine-2016”?\n']);
  });
});

describe('evidence search', () => {
  it('finds records that hold all of the words, those named by them first', async () => {
    const { out } = await evidence(['search', 'respine', 'sham']);
    expect(lines(out)[0]).toMatch(/^pers-2024-respine /);
    const { out: none } = await evidence(['search', 'respine', 'xylophone']);
    expect(none).toBe('0 records\n');
  });

  it('does not mind accents and case', async () => {
    const { out } = await evidence(['search', 'VADALA']);
    expect(out).toContain('vadala-2025-dream');
  });
});

describe('evidence stats', () => {
  it('counts records, facts and sources by pack', async () => {
    const { code, out } = await evidence(['stats', '--json', '--pack', './migraine'], work.path);
    expect(code).toBe(0);
    const { packs, all } = JSON.parse(out);
    expect(packs.at(-1)).toMatchObject({
      pack: 'migraine',
      total: 4,
      records: { study: 3, synthesis: 1 },
      sources: 4,
      sites: 2,
      sourced: 3,
      twoSites: 1,
      people: 240,
      designs: { rct: 2, 'single-arm': 1 },
    });
    expect(all.total).toBe(builtIn.length + 4);
  });

  it('prints the same for reading', async () => {
    const { out } = await evidence(['stats', '--pack', './migraine'], work.path);
    expect(out).toContain('migraine 0.1.0, as of 2026-10-01\n  records      4 (study 3, synthesis 1)');
    expect(out).toContain('1 of 3 records (33 %) on two sites or more');
  });
});

describe('evidence validate', () => {
  it('exits 0 and says what was compared', async () => {
    const { code, out } = await evidence(['validate', 'migraine', '--today', '2026-11-22'], work.path);
    expect(code).toBe(0);
    expect(lines(out).at(-1)).toMatch(
      /^migraine: 4 records, 0 errors, 4 warnings; compared: schema 4, complete \d/,
    );
  });

  it('exits 1 and prints file, line and column of what is wrong', async () => {
    const { code, out } = await evidence(
      ['validate', 'migraine', 'wrong', '--today', '2026-11-22'],
      work.path,
    );
    expect(code).toBe(1);
    expect(out).toContain('wrong/studies/trials.yml:16:5 error arithmetic: 60 + 60 = 120, but n is 121');
  });

  it('fails for a folder without a pack', async () => {
    const { code, out } = await evidence(['validate', 'nowhere'], work.path);
    expect(code).toBe(1);
    expect(out).toContain('nowhere: 0 records');
  });
});

describe('evidence new', () => {
  it.each(['study', 'synthesis', 'harm', 'regulation', 'product'])('prints a %s to fill in', async (kind) => {
    const { code, out } = await evidence(['new', kind]);
    expect(code).toBe(0);
    expect(parseYaml('out', out).problems).toEqual([]);
    // Every field of the template is a field of the record: only what stands as TODO is still wrong.
    const folder = makeFolder({ [`${KIND_FOLDERS[kind]}/new.yml`]: out });
    const { out: problems } = await evidence(['validate', folder.path, '--json']);
    folder.remove();
    const [result]: { problems: { code: string; file: string; message: string }[] }[] = JSON.parse(problems);
    const schema =
      result?.problems.filter(({ code: check, file }) => check === 'schema' && file.endsWith('new.yml')) ??
      [];
    expect(schema.length).toBeGreaterThan(0);
    expect(
      schema.filter(
        ({ message }) => message.includes('not a field') || message.includes('received undefined'),
      ),
    ).toEqual([]);
  });

  it('makes the folder of a pack, and never writes over one', async () => {
    const { code } = await evidence(['new', 'pack', 'fresh'], work.path);
    expect(code).toBe(0);
    expect(readFileSync(`${work.path}/fresh/pack.yml`, 'utf8')).toContain('id: fresh');
    const again = await evidence(['new', 'pack', 'migraine'], work.path);
    expect(again.code).toBe(2);
    expect(again.err).toContain('is there already');
    expect(readFileSync(`${work.path}/migraine/pack.yml`, 'utf8')).toContain('id: migraine');
  });

  it('refuses an unknown kind', async () => {
    expect(await evidence(['new', 'paper'])).toMatchObject({ code: 2, out: '' });
  });
});

const KIND_FOLDERS: Readonly<Record<string, string>> = {
  study: 'studies',
  synthesis: 'syntheses',
  harm: 'harms',
  regulation: 'regulation',
  product: 'products',
};

describe('evidence import', () => {
  it('prints drafts as YAML', async () => {
    const { code, out } = await evidence(['import', 'references.json'], work.path);
    expect(code).toBe(0);
    expect(parseYaml('out', out).value).toMatchObject([
      { id: 'newman', authors: ['Newman N'], year: 'TODO' },
    ]);
  });

  it('gives drafts ids that the pack does not have', async () => {
    const { out } = await evidence(['import', 'sample.json', '--pack', 'migraine'], work.path);
    expect(parseYaml('out', out).value).toMatchObject([{ id: 'sample-2021b' }]);
  });

  it('says what it cannot read', async () => {
    expect((await evidence(['import', 'page.html'], work.path)).err).toContain(
      'is none of csl-json, medline',
    );
    expect((await evidence(['import', 'nowhere.json'], work.path)).err).toContain(
      'nowhere.json: no such file',
    );
    const { code, err } = await evidence(['import', 'broken.json'], work.path);
    expect([code, err.split('\n').length]).toEqual([2, 2]);
  });

  it('lists which built-in studies a Retraction Watch CSV names', async () => {
    const { out } = await evidence(['import', 'retractions.csv'], work.path);
    expect(out).toContain('pettine-2015: corrected. Correction of 2026-02-03 (Retraction Watch record 8)');
  });

  it('marks the studies of a pack folder, which stays valid', async () => {
    const { code, out } = await evidence(['import', 'retractions.csv', '--pack', 'migraine'], work.path);
    expect(code).toBe(0);
    expect(lines(out).at(-1)).toBe('1 studies listed, 1 files changed');
    const { out: shown } = await evidence(['show', 'sample-2021', '--pack', './migraine'], work.path);
    expect(shown).toContain('integrity: retracted');
  });
});
