/** A small pack, and what a page cites of it. */
import { citePage } from '../../src/citations/index.ts';
import { joinPacks } from '../../src/evidence/index.ts';
import { packSchema, studySchema } from '../../src/evidence/schema.ts';
import type { Citation, Format } from '../../src/model.ts';
import { read } from '../../src/read/index.ts';
import { segment } from '../../src/segment/index.ts';

const seen = [{ url: 'https://example.org/', on: '2026-01-01' }];

function study(fields: Record<string, unknown>) {
  return studySchema.parse({
    design: 'single-arm',
    controlled: false,
    treatments: ['cells'],
    conditions: ['back-pain'],
    conclusion: 'Little is known.',
    direction: 'none',
    seen,
    ...fields,
  });
}

const pack = packSchema.parse({
  info: {
    id: 'demo',
    version: '1',
    title: 'Demo',
    asOf: '2026-01-01',
    scope: 'Demo',
    licence: 'CC0-1.0',
    statusSentence: { '*': 'It is not approved.' },
  },
  vocabulary: { treatments: [], conditions: [], outcomes: [] },
  studies: [
    study({
      id: 'quill-2016',
      authors: ['Quill AB', 'Morrow C', 'Oakes D'],
      year: 2016,
      onlineYear: 2015,
      title: 'Marrow cells for painful lumbar discs: a two year follow-up of thirty patients',
      journal: 'International Orthopaedics',
      doi: '10.1000/quill.2016',
      pmid: '12345678',
      n: 30,
    }),
    study({
      id: 'quill-2019',
      authors: ['Quill AB', 'Oakes D'],
      year: 2019,
      title: 'Stem cells in facet joints of the lumbar spine: a registry report',
      journal: 'Spine',
      doi: '10.1000/quill.2019',
      n: 210,
    }),
    study({
      id: 'tern-2021',
      authors: ['Tern E', 'Heron F'],
      year: 2021,
      title: 'Sham-controlled trial of donor cells for chronic back pain',
      journal: 'Annals of the Rheumatic Diseases',
      names: ['HERON', 'Spine Repair Trial'],
      registrations: ['NCT01234567'],
      n: 114,
    }),
  ],
  syntheses: [],
  harms: [],
  regulation: [],
  products: [],
});
const evidence = joinPacks([{ ...pack, hash: 'sha256-0' }]);

/** The citations of a page. */
export function cite(text: string, format: Format = 'markdown'): Citation[] {
  const document = read({ path: 'page', format, text, sha256: '', retrieved: null });
  return citePage(document, segment(document), [], evidence);
}
