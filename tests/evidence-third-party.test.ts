import { afterAll, describe, expect, it } from 'vitest';
import { CompileError } from '../src/evidence/load/compile.ts';
import { loadNamedPack } from '../src/evidence/load/named-pack.ts';
import { createAuditor, joinPacks, loadBuiltIn } from '../src/index.ts';
import type { Source } from '../src/model.ts';
import { auditCli, makeFolder } from './support/cli.ts';
import { changedPack, examplePack } from './support/example-pack.ts';

const TODAY = '2026-11-22';
const page: Source = {
  path: 'migraine.md',
  format: 'markdown',
  text: '# Acupuncture for migraine\n\nAcupuncture is proven to relieve migraine pain for good.\n',
  sha256: '0',
  retrieved: null,
};

function below(folder: string, files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
}

describe('a pack of another field', () => {
  const project = makeFolder({
    'claimlint.config.yml': 'packs: [regenerative-spine, ./migraine]\n',
    'page.md': page.text,
    ...below('migraine', examplePack()),
    ...below('node_modules/@example/migraine-pack', examplePack()),
    ...below('wrong', changedPack('syntheses/acupuncture-migraine-pain.yml', 'people: 240', 'people: 24')),
  });
  afterAll(project.remove);
  const builtIn = loadBuiltIn().packs;

  it('is found as a folder and as an npm package, above the working folder too', async () => {
    const folder = await loadNamedPack('./migraine', project.path, builtIn, TODAY);
    const installed = await loadNamedPack(
      '@example/migraine-pack',
      `${project.path}/migraine/studies`,
      builtIn,
      TODAY,
    );
    expect(folder).toEqual(installed);
    expect(folder).toMatchObject({
      info: { id: 'migraine' },
      hash: expect.stringMatching(/^sha256-[0-9a-f]{64}$/),
    });
  });

  it('judges a page beside the built-in packs', async () => {
    const pack = await loadNamedPack('./migraine', project.path, builtIn, TODAY);
    const { audit } = createAuditor({ evidence: joinPacks([...builtIn, pack]), today: TODAY });
    const claim = audit(page).claims.find(({ text }) => text.startsWith('Acupuncture is proven'));
    expect(claim).toMatchObject({ subject: 'acupuncture', condition: 'migraine' });
    expect(['overstated', 'contradicted']).toContain(claim?.verdict);
    const records = new Set(claim?.evidence.map(({ study }) => study));
    expect([...records].some((id) => /migraine|example-2019|sample-2021|placeholder-2023/.test(id))).toBe(
      true,
    );
  });

  it('leaves the same page unchecked without it', () => {
    const { audit } = createAuditor({ today: TODAY });
    const claims = audit(page).claims.filter(({ subject }) => subject === 'acupuncture');
    expect(claims.flatMap(({ evidence }) => evidence)).toEqual([]);
  });

  it('is used by an audit whose configuration names it', async () => {
    const { code, report } = await auditCli(['page.md'], { cwd: project.path });
    expect(report?.evidence.packs.map(({ id }) => id)).toEqual(['regenerative-spine', 'migraine']);
    expect(report?.documents[0]?.claims.map(({ subject }) => subject)).toContain('acupuncture');
    expect(code).toBeLessThan(2);
  });

  it('is refused where it does not validate, with file, line and column', async () => {
    const refused = loadNamedPack('./wrong', project.path, builtIn, TODAY);
    await expect(refused).rejects.toThrow(CompileError);
    await expect(refused).rejects.toThrow(
      /acupuncture-migraine-pain\.yml:8:9 error synthesis: 24, but the studies have/,
    );
  });

  it('is refused where there is none of that name', async () => {
    await expect(loadNamedPack('./nowhere', project.path, builtIn, TODAY)).rejects.toThrow(
      'no pack “./nowhere”',
    );
    await expect(loadNamedPack('not-installed', project.path, builtIn, TODAY)).rejects.toThrow(
      'no pack “not-installed”',
    );
  });
});
