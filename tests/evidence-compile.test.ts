import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { DATA_FORMAT, loadBuiltIn } from '../src/data.ts';
import { CompileError, compilePack, compilePacks, compileRules } from '../src/evidence/load/compile.ts';
import { nearestName } from '../src/evidence/load/nearest.ts';
import { readPackFolder } from '../src/evidence/load/read-pack.ts';
import { compiledPackSchema } from '../src/evidence/schema.ts';
import { makeFolder } from './support/cli.ts';
import { changedPack, examplePack } from './support/example-pack.ts';

const folders: ReturnType<typeof makeFolder>[] = [];
const make = (files: Record<string, string>): string => {
  const folder = makeFolder(files);
  folders.push(folder);
  return folder.path;
};
const loadPack = async (dir: string) => compilePack(await readPackFolder(dir));
afterAll(() => {
  for (const folder of folders) folder.remove();
});

describe('a pack', () => {
  it('has a hash of its records, which layout does not change and a figure does', async () => {
    const { hash } = await loadPack(make(examplePack()));
    const laidOut = await loadPack(
      make(changedPack('studies/trials.yml', 'year: 2019\n', '\n  # printed\n  year:   2019\n')),
    );
    const changed = await loadPack(make(changedPack('studies/trials.yml', 'year: 2019\n', 'year: 2018\n')));
    expect(laidOut.hash).toBe(hash);
    expect(changed.hash).not.toBe(hash);
  });

  it('that does not pass its schema names every place that is wrong', async () => {
    const files = changedPack('studies/trials.yml', 'year: 2019', 'year: nineteen');
    const dir = make({ ...files, 'harms/h.yml': 'id: h\n' });
    const error = await loadPack(dir).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(CompileError);
    const message = String(error);
    expect(message).toContain(`${dir}/studies/trials.yml:3:9 error schema: 0.year:`);
    expect(message).toContain(`${dir}/harms/h.yml:1:1 error schema: treatments:`);
  });

  it('is compiled beside others in order of their folders', async () => {
    const files = examplePack();
    const dir = make(
      Object.fromEntries(
        ['b', 'a'].flatMap((name) =>
          Object.entries(files).map(([path, text]) => [
            `${name}/${path}`,
            text.replace('id: migraine\nv', `id: ${name}\nv`),
          ]),
        ),
      ),
    );
    expect((await compilePacks(dir)).map((pack) => pack.info.id)).toEqual(['a', 'b']);
  });
});

describe('rules', () => {
  it('are refused with the place in their file, and word lists in theirs', async () => {
    const rule = readFileSync(new URL('../rules/overstatement/safety-absolute.yml', import.meta.url), 'utf8');
    const dir = make({
      'overstatement/wrong.yml': rule.replace(/^severity: .*$/m, 'severity: eror'),
      'lexicon/no-such-list.yml': 'words: [a]\n',
    });
    const line = rule.split('\n').findIndex((text) => text.startsWith('severity:')) + 1;
    const message = String(await compileRules(dir).catch((reason: unknown) => reason));
    expect(message).toContain(
      `${dir}/overstatement/wrong.yml:${line}:11 error schema: severity: “eror” is none of`,
    );
    expect(message).toContain('did you mean “error”?');
    expect(message).toContain('no-such-list: is not a field');
  });
});

describe('the compiled data', () => {
  it('hold what the schemas describe, as the build read it', () => {
    const { packs, rules, lexicon } = loadBuiltIn();
    expect(DATA_FORMAT).toBeGreaterThan(0);
    expect(packs.length).toBeGreaterThan(0);
    expect(rules.length).toBeGreaterThan(0);
    expect(Object.keys(lexicon).length).toBeGreaterThan(0);
    for (const pack of packs) expect(compiledPackSchema.parse(pack)).toEqual(pack);
  });
});

describe('the nearest name', () => {
  const names = ['disc-degeneration', 'disc-herniation', 'pain', 'function'];
  it.each([
    ['disc-degeneraton', 'disc-degeneration'],
    ['pian', 'pain'],
    ['functon', 'function'],
    ['xyz', null],
    ['a-name-of-something-else', null],
  ])('%s → %s', (name, nearest) => expect(nearestName(name, names)).toBe(nearest));
});
