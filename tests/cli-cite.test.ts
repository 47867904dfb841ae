import { describe, expect, it } from 'vitest';
import { auditCli, runCli, testFolder } from './support/cli.ts';

const RIS = `TY  - JOUR
AU  - Quill, Ann
TI  - Marrow cells for painful lumbar discs: two year results in thirty patients
T2  - Journal of Examples
PY  - 2016
DO  - 10.1000/quill
ER  -
`;
const NOTICES = `Record ID,RetractionDate,RetractionNature,Reason,OriginalPaperDOI,OriginalPaperPubMedID
1,1/2/2020 0:00,Retraction,+Error in Data;,10.1000/quill,0
`;
const PAGE = `# Back pain

Stem cell injections relieve back pain (Quill 2016).

## References

1. Quill A. Marrow cells for painful lumbar discs: two year results in thirty patients. Journal of Examples. 2016. doi:10.1000/quill
`;

function folderWith(files: Record<string, string> = {}): string {
  return testFolder({ 'a.md': PAGE, 'refs.ris': RIS, 'notices.csv': NOTICES, ...files });
}

const statuses = async (args: string[], cwd: string) =>
  (await auditCli(args, { cwd })).report?.documents[0]?.citations
    .filter(({ kind }) => kind === 'reference')
    .map(({ status, integrity, asked }) => ({ status, integrity, mine: asked.includes('library:refs.ris') }));

describe('bibliographies beside the packs', () => {
  it('identify what the packs do not hold', async () => {
    const cwd = folderWith();
    expect(await statuses(['a.md'], cwd)).toMatchObject([{ status: 'not-checked', mine: false }]);
    const asked = ['a.md', '--library', 'refs.ris'];
    expect(await statuses(asked, cwd)).toMatchObject([{ status: 'identified', mine: true }]);
    expect(await statuses([...asked, '--retractions', 'notices.csv'], cwd)).toMatchObject([
      { status: 'identified', integrity: 'retracted' },
    ]);
  });

  it('may be named in the configuration, from its folder', async () => {
    const cwd = folderWith({
      'claimlint.config.yml': 'libraries: [refs.ris]\nretractions: notices.csv\n',
      'deep/b.md': PAGE,
    });
    expect(await statuses(['b.md'], `${cwd}/deep`)).toMatchObject([
      { status: 'identified', integrity: 'retracted' },
    ]);
  });

  it('tell a file that is missing or none of the formats', async () => {
    const cwd = folderWith();
    const missing = await runCli(['a.md', '--library', 'gone.ris'], { cwd });
    expect(missing).toMatchObject({ code: 2, out: '' });
    expect(missing.err).toBe('claimlint: gone.ris: no such file or folder; check the path\n');
    expect((await runCli(['a.md', '--library', 'a.md'], { cwd })).err).toContain('neither CSL-JSON nor RIS');
    expect((await runCli(['a.md', '--retractions', 'a.md'], { cwd })).err).toContain('a.md: ');
  });
});

describe('claimlint cite', () => {
  it('lists the citations of a page with their status', async () => {
    const { out, code } = await runCli(['cite', 'a.md', '--library', 'refs.ris'], { cwd: folderWith() });
    expect(code).toBe(0);
    expect(out).toContain('a.md:7  identified  ');
    expect(out).toMatch(/\d citations in a\.md; asked: pack:/);
  });

  it('resolves a bibliography, and exports what was identified', async () => {
    const cwd = folderWith();
    const args = ['cite', 'refs.ris', '--library', 'refs.ris', '--format'];
    const [item] = JSON.parse((await runCli([...args, 'csl-json'], { cwd })).out);
    expect(item).toMatchObject({ DOI: '10.1000/quill', author: [{ family: 'Quill', given: 'Ann' }] });
    expect((await runCli([...args, 'markdown'], { cwd })).out).toContain('<https://doi.org/10.1000/quill>');
    expect((await runCli([...args, 'bibtex'], { cwd })).err).toContain('text, json, csl-json, markdown');
  });

  it('tells which registries it would ask, once they are wanted and a contact is given', async () => {
    const cwd = folderWith();
    const dry = await runCli(['cite', 'a.md', '--dry-run', '--contact', 'kim@example.org'], { cwd });
    expect(dry.code).toBe(0);
    expect(dry.err).toContain('would ask https://api.crossref.org/works/10.1000%2Fquill');
    expect((await runCli(['cite', 'a.md'], { cwd })).err).toBe('');
    expect((await runCli(['cite', 'a.md', '--online'], { cwd })).err).toContain('mail address');
  });
});
