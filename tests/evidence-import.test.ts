import { describe, expect, it } from 'vitest';
import { detectFormat, importStudies } from '../src/evidence/import/index.ts';
import { markIntegrity } from '../src/evidence/import/mark-integrity.ts';
import { readRetractions } from '../src/evidence/import/retractions.ts';
import { studySchema } from '../src/evidence/schema.ts';
import { study } from './support/evidence-records.ts';

const NONE: ReadonlySet<string> = new Set();

describe('CSL-JSON', () => {
  const item = {
    type: 'article-journal',
    title: 'An example of a trial',
    author: [
      { family: 'Muñoz', given: 'Ana María' },
      { family: 'van Dijk', given: 'J.-P.' },
      { literal: 'The Example Group' },
    ],
    issued: { 'date-parts': [[2021, 3]] },
    'container-title': 'Journal of Examples',
    volume: 12,
    page: '1-9',
    DOI: 'https://doi.org/10.5555/example.1',
  };

  it('becomes a draft with what it states, and TODO for the rest', () => {
    const [draft] = importStudies(JSON.stringify([item]), 'csl-json', NONE);
    expect(draft).toMatchObject({
      id: 'munoz-2021',
      authors: ['Muñoz AM', 'van Dijk JP', 'The Example Group'],
      year: 2021,
      journal: 'Journal of Examples',
      volume: '12',
      pages: '1-9',
      doi: '10.5555/example.1',
      design: 'TODO',
      direction: 'TODO',
      seen: [{ url: 'TODO', on: 'TODO' }],
    });
    expect(draft).not.toHaveProperty('issue');
  });

  it('gives two works of one author and year different ids, and none that is taken', () => {
    const drafts = importStudies(JSON.stringify([item, item]), 'csl-json', new Set(['munoz-2021']));
    expect(drafts.map(({ id }) => id)).toEqual(['munoz-2021b', 'munoz-2021c']);
  });

  it('never makes a draft that passes as a record', () => {
    const [draft] = importStudies(JSON.stringify(item), 'csl-json', NONE);
    expect(studySchema.safeParse(draft).success).toBe(false);
  });

  it('says what is wrong with a file of another kind', () => {
    expect(() => importStudies('[{"author": []}]', 'csl-json', NONE)).toThrow(/title/);
    expect(() => importStudies('[', 'csl-json', NONE)).toThrow(SyntaxError);
  });
});

describe('MEDLINE', () => {
  const record = `
PMID- 12345678
DP  - 2020 Jan-Feb
TI  - A long title that goes on
      over a second line.
LID - 10.5555/example.2 [doi]
AU  - Example AB
AU  - Sample C
PT  - Journal Article
PT  - Randomized Controlled Trial
SI  - ClinicalTrials.gov/NCT01234567
JT  - Journal of Examples
VI  - 5
IP  - 2
PG  - 10-20
PMC - PMC7654321
RIN - J Ex. 2022;7(1):3. PMID: 23456789
COIS- The first author owns shares of the maker.
`;

  it('becomes a draft with identifiers, design, interests and integrity', () => {
    expect(importStudies(record, 'medline', NONE)).toMatchObject([
      {
        id: 'example-2020',
        authors: ['Example AB', 'Sample C'],
        title: 'A long title that goes on over a second line',
        doi: '10.5555/example.2',
        pmid: '12345678',
        pmcid: 'PMC7654321',
        registrations: ['NCT01234567'],
        design: 'rct',
        controlled: true,
        interests: 'The first author owns shares of the maker.',
        integrity: 'retracted',
        integrityNote: 'Retraction in J Ex. 2022;7(1):3. PMID: 23456789',
      },
    ]);
  });

  it('reads several records, with either line end', () => {
    const two = `${record}\n${record.replace('12345678', '87654321')}`.replaceAll('\n', '\r\n');
    expect(importStudies(two, 'medline', NONE).map(({ pmid }) => pmid)).toEqual(['12345678', '87654321']);
  });
});

describe('ClinicalTrials.gov', () => {
  const trial = (enrollment: object, arms: object[]) => ({
    protocolSection: {
      identificationModule: {
        nctId: 'NCT01234567',
        officialTitle: 'A trial of an example',
        acronym: 'EXAMPLE',
      },
      statusModule: { studyFirstPostDateStruct: { date: '2018-05-04', type: 'ACTUAL' } },
      sponsorCollaboratorsModule: { leadSponsor: { name: 'Example University', class: 'OTHER' } },
      designModule: {
        designInfo: { allocation: 'RANDOMIZED', maskingInfo: { masking: 'DOUBLE' } },
        enrollmentInfo: enrollment,
      },
      armsInterventionsModule: { armGroups: arms },
    },
  });
  const arms = [
    { label: 'Cells', type: 'EXPERIMENTAL' },
    { label: 'Sham puncture', type: 'SHAM_COMPARATOR' },
  ];

  it('becomes the draft of a registration', () => {
    const json = JSON.stringify({ studies: [trial({ count: 60, type: 'ACTUAL' }, arms)] });
    expect(importStudies(json, 'clinicaltrials', NONE)).toMatchObject([
      {
        id: 'example-2018',
        title: 'A trial of an example',
        registrations: ['NCT01234567'],
        names: ['EXAMPLE'],
        design: 'trial-registration',
        controlled: true,
        blinded: true,
        comparator: 'Sham puncture',
        comparatorKind: 'sham',
        n: 60,
        funding: 'Example University',
        results: [{ id: 'TODO', outcome: 'TODO', statement: 'TODO' }],
      },
    ]);
  });

  it('does not take a planned enrolment for people, nor a placebo for saline', () => {
    const placebo = [arms[0] ?? {}, { label: 'Placebo', type: 'PLACEBO_COMPARATOR' }];
    const json = JSON.stringify(trial({ count: 60, type: 'ESTIMATED' }, placebo));
    const [draft] = importStudies(json, 'clinicaltrials', NONE);
    expect(draft).toMatchObject({ n: 'TODO', comparator: 'Placebo' });
    expect(draft).not.toHaveProperty('comparatorKind');
  });
});

describe('the format of a file', () => {
  it.each([
    ['[{"title": "x"}]', 'csl-json'],
    [' {"protocolSection": {}}', 'clinicaltrials'],
    ['\nPMID- 1\n', 'medline'],
    ['Record ID,Title,RetractionNature\n', 'retraction-watch'],
    ['title: a page', null],
  ])('%j is told by its content', (text, format) => expect(detectFormat(text)).toBe(format));
});

describe('Retraction Watch', () => {
  const columns =
    'Record ID,Title,RetractionDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason';
  const studies = [
    study({ id: 'a', doi: '10.5555/A.1' }),
    study({ id: 'b', pmid: '222' }),
    study({ id: 'c' }),
  ];
  const csv = [
    columns,
    '1,"A title, ""quoted""",3/9/2021 0:00,10.5555/a.1,0,Retraction,+Error in Data;+Unreliable Results;',
    '2,Another,1/2/2019 0:00,unavailable,222,Expression of concern,+Concerns/Issues About Data;',
    '3,Another,11/2/2020 0:00,unavailable,222,Correction,+Error in Text;',
    '4,Not here,1/1/2020 0:00,10.5555/z,999,Retraction,+Fraud;',
  ].join('\r\n');

  it('marks studies by DOI or PMID, the latest notice counting', () => {
    expect(readRetractions(csv, studies)).toEqual([
      {
        study: 'a',
        integrity: 'retracted',
        note: 'Retraction of 2021-03-09 (Retraction Watch record 1): Error in Data; Unreliable Results',
      },
      {
        study: 'b',
        integrity: 'corrected',
        note: 'Correction of 2020-11-02 (Retraction Watch record 3): Error in Text',
      },
    ]);
  });

  it('does not match studies without an identifier to rows without one', () => {
    const empty = `${columns}\n9,Empty,1/1/2020 0:00,,,Retraction,\n`;
    expect(readRetractions(empty, studies)).toEqual([]);
  });

  it('says which column a file lacks', () => {
    expect(() => readRetractions('Record ID,RetractionNature\n', studies)).toThrow(
      'no column RetractionDate',
    );
  });
});

describe('marks in a file', () => {
  const mark = {
    study: 'a',
    integrity: 'retracted',
    note: 'Retraction of 2021-03-09: "error" in data',
  } as const;

  it('are added above the sources, and leave the rest as it is', () => {
    const text =
      '- id: b\n  seen: []\n# why a is here\n- id: a\n  title: >-\n    folded\n    title\n  seen: [] # one\n';
    expect(markIntegrity(text, [mark])).toBe(
      text.replace(
        '  seen: [] # one',
        '  integrity: retracted\n  integrityNote: "Retraction of 2021-03-09: \\"error\\" in data"\n  seen: [] # one',
      ),
    );
  });

  it('replace the marks that stand there', () => {
    const text = 'id: a\nintegrity: ok\nintegrityNote: none # so far\nseen: []\n';
    expect(markIntegrity(text, [mark])).toBe(
      'id: a\nintegrity: retracted\nintegrityNote: "Retraction of 2021-03-09: \\"error\\" in data" # so far\nseen: []\n',
    );
    expect(markIntegrity(text, [])).toBe(text);
  });
});
