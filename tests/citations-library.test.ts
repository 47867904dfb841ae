import { describe, expect, it } from 'vitest';
import { readBibliography } from '../src/citations/bibliography.ts';
import { citeFile } from '../src/citations/commands.ts';
import { formatCitations } from '../src/citations/format.ts';
import { citePage } from '../src/citations/index.ts';
import { joinLibrary, packLibrary } from '../src/citations/library.ts';
import { noticesOf } from '../src/citations/notices.ts';
import { joinPacks } from '../src/evidence/index.ts';
import type { Source } from '../src/model.ts';
import { read } from '../src/read/index.ts';
import { segment } from '../src/segment/index.ts';
import { lexicon } from './support/claims.ts';

const evidence = joinPacks([]);

const CSL = JSON.stringify([
  {
    id: 'a',
    type: 'article-journal',
    title: 'Marrow cells for painful lumbar discs: two year results in thirty patients',
    author: [
      { family: 'Quill', given: 'Ann B.' },
      { family: 'van der Berg', given: 'Jan' },
    ],
    issued: { 'date-parts': [[2016, 3]] },
    'container-title': 'International Orthopaedics',
    volume: 40,
    page: '1-9',
    DOI: '10.1000/quill',
    PMID: 12345678,
  },
]);

const RIS = `TY  - JOUR
AU  - Quill, Ann B.
AU  - van der Berg, Jan
TI  - Marrow cells for painful lumbar discs: two year
results in thirty patients
T2  - International Orthopaedics
PY  - 2016/03/01
VL  - 40
SP  - 1
EP  - 9
DO  - 10.1000/quill
ER  - 

TY  - JOUR
T1  - Untold tales
ER  -
`;

const REFERENCE =
  'Quill AB, van der Berg J. Marrow cells for painful lumbar discs: two year results in thirty patients. Int Orthop. 2016;40:1-9.';

function page(text: string): Source {
  return { path: 'page.md', format: 'markdown', text, sha256: '', retrieved: null };
}

function cite(text: string, library = joinLibrary(evidence, [readBibliography(CSL, 'refs.json') ?? []])) {
  const document = read(page(text));
  return citePage(document, segment(document), [], evidence, library);
}

describe('a bibliography of the user’s', () => {
  it('reads the same work from CSL-JSON and RIS', () => {
    const [csl] = readBibliography(CSL, 'x') ?? [];
    const [ris, other] = readBibliography(RIS, 'x') ?? [];
    for (const work of [csl, ris]) {
      expect(work).toMatchObject({
        title: 'Marrow cells for painful lumbar discs: two year results in thirty patients',
        journal: 'International Orthopaedics',
        year: 2016,
        volume: '40',
        pages: '1-9',
        source: 'library:x',
        identifiers: { doi: '10.1000/quill' },
      });
      expect(work?.authors.map(({ family }) => family)).toEqual(['Quill', 'van der Berg']);
    }
    expect(other).toMatchObject({ title: 'Untold tales', authors: [], year: null });
  });

  it('is asked beside the packs, and says so', () => {
    const text = `## References\n\n1. ${REFERENCE}\n`;
    expect(cite(text, packLibrary(evidence))).toMatchObject([{ status: 'not-checked', asked: [] }]);
    expect(cite(text)).toMatchObject([
      {
        status: 'identified',
        study: null,
        asked: ['library:refs.json'],
        identifiers: { doi: '10.1000/quill', pmid: '12345678' },
      },
    ]);
  });

  it('is not mistaken where a file is something else', () => {
    expect(readBibliography('# A page\n\nText.', 'page.md')).toBeNull();
    expect(() => readBibliography('{"title": 3', 'x.json')).toThrow();
  });
});

describe('notices of retraction', () => {
  const csv = [
    'Record ID,RetractionDate,RetractionNature,Reason,OriginalPaperDOI,OriginalPaperPubMedID',
    '1,1/2/2020 0:00,Correction,+Error;,10.1000/QUILL,0',
    '2,3/4/2021 0:00,Retraction,+Fraud;,10.1000/quill,0',
    '3,3/4/2021 0:00,Retraction,+Fraud;,unavailable,87654321',
  ].join('\n');

  it('mark the work, the latest one first, whether or not a record of it is held', () => {
    const library = joinLibrary(evidence, [readBibliography(CSL, 'refs.json') ?? []], noticesOf(csv));
    const found = cite(
      `## References\n\n1. ${REFERENCE}\n2. Heron C. Other cells. PMID: 87654321\n`,
      library,
    );
    expect(found.map(({ status, integrity }) => [status, integrity])).toEqual([
      ['identified', 'retracted'],
      ['not-checked', 'retracted'],
    ]);
  });

  it('are refused from another kind of file', () => {
    expect(() => noticesOf('a,b\n1,2')).toThrow(/no column/);
  });
});

describe('the list of citations', () => {
  const context = {
    evidence,
    lexicon,
    library: joinLibrary(evidence, [readBibliography(CSL, 'refs.json') ?? []]),
  };

  it('exports what was identified as CSL-JSON that reads back as the same work', () => {
    const list = citeFile(page(`## References\n\n1. ${REFERENCE}\n`), context);
    const [work] = readBibliography(formatCitations([list], 'csl-json'), 'again') ?? [];
    const [original] = readBibliography(CSL, 'again') ?? [];
    expect(work).toEqual(original);
  });

  it('prints what was identified as Markdown that no title can break', () => {
    const odd = CSL.replace('Marrow cells', 'Marrow [cells](x) *now*');
    const library = joinLibrary(evidence, [readBibliography(odd, 'refs.json') ?? []]);
    const list = citeFile(page('See doi:10.1000/quill for more.'), { ...context, library });
    expect(formatCitations([list], 'markdown')).toBe(
      '1. Quill AB, van der Berg J. Marrow \\[cells\\](x) \\*now\\* for painful lumbar discs: two year results in thirty patients. *International Orthopaedics*. 2016;40:1-9. <https://doi.org/10.1000/quill>\n',
    );
  });

  it('says of each citation where it stands, what differs, and that nothing refers to it', () => {
    const list = citeFile(
      page(`# Discs\n\n## References\n\n1. ${REFERENCE.replace('2016;', '2012;')}\n`),
      context,
    );
    const text = formatCitations([list], 'text');
    expect(text).toContain('page.md:5  mismatch  ');
    expect(text).toContain('slip of year: “2012”, on record “2016”');
    expect(text).toContain('no sentence of the page refers to it');
    expect(text).toContain('1 citation in page.md; asked: library:refs.json');
  });

  it('resolves the records of a bibliography one by one', () => {
    const wrong = CSL.replace('"Quill"', '"Heron"')
      .replace('"van der Berg"', '"Tern"')
      .replace('10.1000/quill', '10.1000/other');
    const source: Source = {
      path: 'own.json',
      format: 'json',
      text: wrong.replace('12345678', '11111111'),
      sha256: '',
      retrieved: null,
    };
    const { citations } = citeFile(source, context);
    expect(citations).toMatchObject([{ status: 'mismatch', line: null }]);
    expect(citations[0]?.problems.map(({ field }) => field)).toEqual(['author', 'identifier']);
  });
});
