import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { identifyPage } from '../src/citations/index.ts';
import { joinLibrary } from '../src/citations/library.ts';
import { type Cache, diskCache } from '../src/citations/online/cache.ts';
import { type Client, createClient } from '../src/citations/online/client.ts';
import { createFetcher, type Fetcher, type FetcherOptions } from '../src/citations/online/fetcher.ts';
import { resolveOnline } from '../src/citations/online/resolve-online.ts';
import { joinPacks } from '../src/evidence/index.ts';
import { read } from '../src/read/index.ts';
import { segment } from '../src/segment/index.ts';

type Reply = (response: ServerResponse, path: string) => void;

let server: Server;
/** What the local registry answers, by the beginning of the path. */
let replies: Map<string, Reply>;
let asked: string[];

beforeEach(async () => {
  replies = new Map();
  asked = [];
  server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const reply = [...replies].find(([prefix]) => path.startsWith(prefix))?.[1] ?? missing;
    reply(response, path);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const json =
  (body: unknown, status = 200): Reply =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };
const missing = json({ status: 'error' }, 404);

const WORK = {
  DOI: '10.1000/quill',
  title: ['Marrow cells for painful <i>lumbar</i> discs: two year results in thirty patients'],
  author: [
    { family: 'Quill', given: 'Ann B.' },
    { family: 'van der Berg', given: 'Jan' },
  ],
  issued: { 'date-parts': [[2015, 7, 10]] },
  'published-print': { 'date-parts': [[2016, 1]] },
  'published-online': { 'date-parts': [[2015, 7, 10]] },
  'container-title': ['International Orthopaedics'],
  volume: '40',
  page: '1-9',
};
const REFERENCE =
  'Quill AB, van der Berg J. Marrow cells for painful lumbar discs: two year results in thirty patients. Int Orthop. 2016;40:1-9.';
const SUMMARY = {
  uid: '12345678',
  title: `${REFERENCE.split('. ')[1]}.`,
  authors: [{ name: 'Quill AB' }, { name: 'van der Berg J' }],
  pubdate: '2016 Jan',
  epubdate: '2015 Jul 10',
  fulljournalname: 'International orthopaedics',
  volume: '40',
  issue: '',
  pages: '1-9',
  pubtype: ['Journal Article'],
  articleids: [{ idtype: 'doi', value: '10.1000/quill' }],
};

interface Setup extends Partial<FetcherOptions> {
  readonly cache?: Cache | null;
}

function setUp(options: Setup = {}): { fetcher: Fetcher; client: Client; waits: number[] } {
  const waits: number[] = [];
  const fetcher = createFetcher({
    contact: 'editor@example.org',
    cache: null,
    intervalMs: 0,
    retries: 2,
    sleep: async (ms) => void waits.push(ms),
    ...options,
  });
  const { port } = server.address() as AddressInfo;
  const at = (path: string): string => `http://127.0.0.1:${port}/${path}/`;
  const client = createClient(fetcher, {
    crossref: at('crossref'),
    doiOrg: at('doi'),
    pubmed: at('pubmed'),
    europePmc: at('epmc'),
    clinicalTrials: at('ctgov'),
  });
  return { fetcher, client, waits };
}

async function resolve(text: string, options: Setup = {}) {
  const evidence = joinPacks([]);
  const document = read({ path: 'page.md', format: 'markdown', text, sha256: '', retrieved: null });
  const citations = identifyPage(document, segment(document), [], evidence, joinLibrary(evidence, []));
  return resolveOnline(citations, setUp(options).client);
}

const list = (entry: string): string => `## References\n\n1. ${entry}\n`;

describe('a DOI', () => {
  it('is identified where the registry’s record agrees', async () => {
    replies.set('/crossref/works/', json({ message: WORK }));
    const { citations, failures } = await resolve(list(`${REFERENCE} doi:10.1000/quill`));
    expect(citations).toMatchObject([{ status: 'identified', asked: ['crossref'], problems: [] }]);
    expect(failures).toEqual([]);
    expect(asked[0]).toContain('mailto=editor%40example.org');
  });

  it('is a mismatch where it belongs to another work', async () => {
    replies.set(
      '/crossref/works/',
      json({ message: { ...WORK, title: ['Wound care in rural hospitals and its costs'] } }),
    );
    const { citations } = await resolve(list(`${REFERENCE} doi:10.1000/quill`));
    expect(citations[0]?.status).toBe('mismatch');
    expect(citations[0]?.problems[0]).toMatchObject({ field: 'title', kind: 'chimera' });
  });

  it('is not found where no agency has registered it', async () => {
    replies.set('/doi/doiRA/', json([{ DOI: '10.9999/none', status: 'DOI does not exist' }]));
    replies.set('/crossref/works?', json({ message: { items: [] } }));
    replies.set('/pubmed/esearch', json({ esearchresult: { idlist: [] } }));
    const { citations } = await resolve('See doi:10.9999/none for more.');
    expect(citations).toMatchObject([{ status: 'not-found', asked: ['crossref', 'doi.org'] }]);
  });

  it('stays unchecked where another agency has registered it', async () => {
    replies.set('/doi/doiRA/', json([{ DOI: '10.5281/zenodo.1', RA: 'DataCite' }]));
    const { citations } = await resolve('See doi:10.5281/zenodo.1 for more.');
    expect(citations[0]?.status).toBe('not-checked');
  });

  it('brings notices of retraction and correction', async () => {
    replies.set(
      '/crossref/works/',
      json({ message: { ...WORK, 'updated-by': [{ type: 'correction' }, { type: 'retraction' }] } }),
    );
    const { citations } = await resolve('See doi:10.1000/quill for more.');
    expect(citations).toMatchObject([{ status: 'identified', integrity: 'retracted' }]);
  });

  it('is not settled by an answer about another DOI', async () => {
    replies.set('/crossref/works/', json({ message: { ...WORK, DOI: '10.1000/other' } }));
    const { citations, failures } = await resolve('See doi:10.1000/quill for more.');
    expect(citations).toMatchObject([{ status: 'not-checked', asked: [] }]);
    expect(failures).toEqual(['Crossref answered about 10.1000/other when asked about 10.1000/quill']);
  });
});

describe('other identifiers', () => {
  it('a PMID is asked of PubMed', async () => {
    replies.set('/pubmed/esummary', json({ header: {}, result: { uids: ['12345678'], 12345678: SUMMARY } }));
    const { citations } = await resolve(list(`${REFERENCE} PMID: 12345678`));
    expect(citations).toMatchObject([
      { status: 'identified', asked: ['pubmed'], identifiers: { pmid: '12345678', doi: '10.1000/quill' } },
    ]);
    expect(asked[0]).toMatch(/tool=claimlint&email=editor%40example\.org/);
  });

  it('a PMID that PubMed does not have is not found', async () => {
    const error = { uid: '99999999', error: 'cannot get document summary' };
    replies.set('/pubmed/esummary', json({ result: { uids: ['99999999'], 99999999: error } }));
    const { citations } = await resolve('See PMID 99999999.');
    expect(citations).toMatchObject([{ status: 'not-found', asked: ['pubmed'] }]);
  });

  it('a retracted publication is told', async () => {
    const retracted = { ...SUMMARY, pubtype: ['Journal Article', 'Retracted Publication'] };
    replies.set('/pubmed/esummary', json({ result: { uids: ['12345678'], 12345678: retracted } }));
    const { citations } = await resolve('See PMID 12345678.');
    expect(citations[0]?.integrity).toBe('retracted');
  });

  it('a PMCID is asked of Europe PMC', async () => {
    const result = {
      id: '12345678',
      pmcid: 'PMC7654321',
      title: 'Discs in sheep.',
      authorList: { author: [{ fullName: 'Quill AB' }] },
      pubYear: '2016',
      journalInfo: { volume: '40', journal: { title: 'International orthopaedics' } },
    };
    replies.set('/epmc/search', json({ hitCount: 1, resultList: { result: [result] } }));
    const { citations } = await resolve('See PMC7654321 for more.');
    expect(citations).toMatchObject([{ status: 'identified', asked: ['europe-pmc'] }]);
    expect(citations[0]?.work?.title).toBe('Discs in sheep');
  });

  it('a registration is asked of ClinicalTrials.gov', async () => {
    const study = {
      protocolSection: { identificationModule: { nctId: 'NCT01234567', briefTitle: 'Cells in discs' } },
    };
    replies.set('/ctgov/studies/NCT01234567', json(study));
    const { citations } = await resolve('It is registered as NCT01234567. So is NCT09999999.');
    expect(citations.map(({ status }) => status)).toEqual(['identified', 'not-found']);
  });
});

describe('a reference without an identifier', () => {
  it('is identified by a search for what is printed', async () => {
    replies.set(
      '/crossref/works?',
      json({ message: { items: [{ ...WORK, title: ['Another tale of discs'] }, WORK] } }),
    );
    replies.set('/pubmed/esearch', json({ esearchresult: { idlist: [] } }));
    const { citations } = await resolve(list(REFERENCE));
    expect(citations).toMatchObject([{ status: 'identified', identifiers: { doi: '10.1000/quill' } }]);
  });

  it('is a mismatch where the search finds its title under other authors', async () => {
    replies.set('/crossref/works?', json({ message: { items: [WORK] } }));
    replies.set('/pubmed/esearch', json({ esearchresult: { idlist: ['12345678'] } }));
    replies.set('/pubmed/esummary', json({ result: { uids: ['12345678'], 12345678: SUMMARY } }));
    const { citations } = await resolve(
      list(REFERENCE.replace('Quill AB, van der Berg J', 'Heron C, Tern D')),
    );
    expect(citations[0]?.problems).toMatchObject([{ field: 'author', kind: 'chimera' }]);
  });

  it('is not found only after both searches answered', async () => {
    replies.set('/crossref/works?', json({ message: { items: [] } }));
    replies.set('/pubmed/esearch', json({ esearchresult: { idlist: [] } }));
    expect((await resolve(list(REFERENCE))).citations).toMatchObject([
      { status: 'not-found', asked: ['crossref', 'pubmed'] },
    ]);
    replies.set('/pubmed/esearch', json({}, 500));
    expect((await resolve(list(REFERENCE))).citations).toMatchObject([
      { status: 'not-checked', asked: ['crossref'] },
    ]);
  });

  it('is not searched for where it names no journal: the registries hold articles', async () => {
    await resolve(list('Quill AB. A leaflet on caring for your painful lumbar discs at home, 2016.'));
    expect(asked).toEqual([]);
  });
});

describe('trouble on the way', () => {
  it('throttled is not found: it is asked again after the time that the registry names', async () => {
    let times = 0;
    replies.set('/crossref/works/', (response, path) => {
      times += 1;
      if (times > 1) return json({ message: WORK })(response, path);
      response.writeHead(429, { 'retry-after': '7' });
      response.end();
    });
    const { client, waits } = setUp();
    expect((await client.crossref.byDoi('10.1000/quill')).kind).toBe('found');
    expect(waits).toEqual([7000]);
  });

  it('throttled for good leaves the citation unchecked, and says so', async () => {
    replies.set('/crossref/works/', json({}, 429));
    const { citations, failures } = await resolve('See doi:10.1000/quill for more.');
    expect(citations).toMatchObject([{ status: 'not-checked', asked: [] }]);
    expect(failures).toEqual([expect.stringMatching(/^127\.0\.0\.1:\d+ asks to be left alone \(429\)$/)]);
    expect(asked).toHaveLength(3);
  });

  it('a registry that asks for an hour is given up at once', async () => {
    replies.set('/crossref/works/', (response) => {
      response.writeHead(503, { 'retry-after': '3600' });
      response.end();
    });
    const { client } = setUp();
    expect(await client.crossref.byDoi('10.1000/quill')).toMatchObject({
      kind: 'failed',
      reason: 'throttled',
    });
    expect(asked).toHaveLength(1);
  });

  it('waits longer before each new try', async () => {
    replies.set('/crossref/works/', json({}, 500));
    const { client, waits } = setUp();
    expect(await client.crossref.byDoi('10.1000/quill')).toMatchObject({ reason: 'server-error' });
    expect(waits).toEqual([1000, 2000]);
  });

  it.each<[string, string, Reply]>([
    ['a slow answer', 'timeout', () => undefined],
    [
      'an answer that breaks off',
      'unreachable',
      (response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' });
        response.write('{"message": {');
        setTimeout(() => response.destroy(), 20);
      },
    ],
    ['half an answer', 'unreadable', (response) => void response.end('{"message": {"DOI": "10.10')],
    ['an answer of another shape', 'unreadable', json({ message: 'maintenance' })],
    ['a page instead of JSON', 'unreadable', (response) => void response.end('<html>Sign in</html>')],
    ['a refusal', 'refused', json({}, 403)],
  ])('%s is a failure, not a missing work', async (_, reason, reply) => {
    replies.set('/crossref/works/', reply);
    const { client } = setUp({ timeoutMs: 150, retries: 0 });
    expect(await client.crossref.byDoi('10.1000/quill')).toMatchObject({ kind: 'failed', reason });
  });

  it('a registry that nobody answers at is a failure', async () => {
    const { client } = setUp({ retries: 0 });
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(await client.pubmed.byPmid('1')).toMatchObject({ kind: 'failed', reason: 'unreachable' });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
});

describe('manners', () => {
  it('a contact address is required', () => {
    expect(() => createFetcher({ contact: '', cache: null })).toThrow(/contact/);
  });

  it('requests to one registry keep their distance', async () => {
    replies.set('/crossref/works/', json({ message: WORK }));
    let clock = 0;
    const waits: number[] = [];
    const { client } = setUp({
      intervalMs: 400,
      now: () => new Date(clock),
      sleep: async (ms) => {
        waits.push(ms);
        clock += ms;
      },
    });
    await client.crossref.byDoi('10.1000/quill');
    clock += 100;
    await client.crossref.byDoi('10.1000/quill');
    expect(waits).toEqual([300]);
  });

  it('a dry run sends nothing and shows what it would send', async () => {
    const { citations, failures } = await resolve('See doi:10.1000/quill for more.', { dryRun: true });
    expect(asked).toEqual([]);
    expect(citations[0]?.status).toBe('not-checked');
    expect(failures).toEqual([expect.stringMatching(/^would ask http:.*10\.1000%2Fquill\?mailto=/)]);
  });

  it('an answer is kept on disk with its day, without who asked, and asked for again when it is old', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'claimlint-registry-'));
    try {
      replies.set('/crossref/works/', json({ message: WORK }));
      const ask = (today: string, contact: string) =>
        setUp({
          contact,
          cache: diskCache(folder, today),
          now: () => new Date(`${today}T12:00:00Z`),
        }).client.crossref.byDoi('10.1000/quill');
      expect(await ask('2026-03-01', 'a@example.org')).toMatchObject({
        kind: 'found',
        retrieved: '2026-03-01',
      });
      expect(await ask('2026-03-20', 'b@example.org')).toMatchObject({
        kind: 'found',
        retrieved: '2026-03-01',
      });
      expect(asked).toHaveLength(1);
      const [file = ''] = await readdir(folder);
      expect(await readFile(join(folder, file), 'utf8')).not.toContain('example.org');
      expect(await ask('2026-06-01', 'a@example.org')).toMatchObject({ retrieved: '2026-06-01' });
      expect(asked).toHaveLength(2);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('a failure is not kept', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'claimlint-registry-'));
    try {
      replies.set('/crossref/works/', json({}, 429));
      await setUp({ cache: diskCache(folder, '2026-03-01'), retries: 0 }).client.crossref.byDoi(
        '10.1000/quill',
      );
      expect(await readdir(folder)).toEqual([]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
