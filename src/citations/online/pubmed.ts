/** PubMed through NCBI's E-utilities: summaries by PMID, and a search in titles. */
import { z } from 'zod';
import { isCommon, words } from '../fold.ts';
import { authorOf, type Work } from '../work.ts';
import type { Answer, Fetcher } from './fetcher.ts';
import { onlineWork, unstamped } from './record.ts';

const searchSchema = z.object({ esearchresult: z.object({ idlist: z.array(z.string()) }) });

const summarySchema = z.object({
  uid: z.string(),
  error: z.string().optional(),
  title: z.string().optional(),
  authors: z.array(z.object({ name: z.string() })).optional(),
  pubdate: z.string().optional(),
  epubdate: z.string().optional(),
  fulljournalname: z.string().optional(),
  volume: z.string().optional(),
  issue: z.string().optional(),
  pages: z.string().optional(),
  pubtype: z.array(z.string()).optional(),
  articleids: z.array(z.object({ idtype: z.string(), value: z.string() })).optional(),
});
/** `result` holds `uids` and, under each of them, a summary. */
const summariesSchema = z.object({
  result: z.object({ uids: z.array(z.string()) }).catchall(z.union([summarySchema, z.array(z.string())])),
});

export interface PubMed {
  byPmid(pmid: string): Promise<Answer<Work>>;
  /** Works with all telling words of a title in theirs, at most five. */
  search(title: string): Promise<Answer<Work[]>>;
}

/** NCBI's E-utilities over PubMed. `api` ends with a slash. */
export function pubmed(fetcher: Fetcher, api: string): PubMed {
  const address = (tool: string, parameters: Readonly<Record<string, string>>): URL => {
    const url = new URL(`${tool}.fcgi`, api);
    const about = { db: 'pubmed', retmode: 'json', tool: 'claimlint', email: fetcher.contact };
    for (const [name, value] of Object.entries({ ...parameters, ...about }))
      url.searchParams.set(name, value);
    return url;
  };
  const summaries = async (ids: readonly string[]): Promise<Answer<Work[]>> => {
    const answer = await fetcher.get(address('esummary', { id: ids.join(',') }), summariesSchema);
    if (answer.kind !== 'found') return answer;
    const { result } = answer.value;
    const found = ids.flatMap((id) => {
      const summary = result[id];
      return summary === undefined || Array.isArray(summary) ? [] : (workOf(summary) ?? []);
    });
    return { ...answer, value: found };
  };
  return {
    async byPmid(pmid) {
      const answer = await summaries([pmid]);
      if (answer.kind !== 'found') return answer;
      const [work] = answer.value;
      return work ? { ...answer, value: work } : { kind: 'absent', retrieved: answer.retrieved };
    },
    async search(title) {
      const telling = words(title).filter((word) => !isCommon(word));
      const term = telling
        .slice(0, 12)
        .map((word) => `${word}[Title]`)
        .join(' AND ');
      const answer = await fetcher.get(address('esearch', { term, retmax: '5' }), searchSchema);
      if (answer.kind !== 'found') return answer;
      const { idlist } = answer.value.esearchresult;
      return idlist.length === 0 ? { ...answer, value: [] } : summaries(idlist);
    },
  };
}

/** Null for an id that PubMed says it does not have. */
function workOf(summary: z.output<typeof summarySchema>): Work | null {
  if (summary.error !== undefined || summary.title === undefined) return null;
  const { title, retracted } = unstamped(summary.title);
  const id = (type: string): string | undefined =>
    summary.articleids?.find(({ idtype }) => idtype === type)?.value;
  const [doi, pmcid] = [id('doi'), id('pmc')];
  return onlineWork('pubmed', {
    id: summary.uid,
    title,
    authors: (summary.authors ?? []).map(({ name }) => authorOf(name)),
    year: yearOf(summary.pubdate),
    onlineYear: yearOf(summary.epubdate),
    journal: summary.fulljournalname ?? null,
    volume: summary.volume || null,
    issue: summary.issue || null,
    pages: summary.pages || null,
    identifiers: {
      pmid: summary.uid,
      ...(doi === undefined ? {} : { doi: doi.toLowerCase() }),
      ...(pmcid === undefined ? {} : { pmcid }),
    },
    integrity: retracted || summary.pubtype?.includes('Retracted Publication') ? 'retracted' : 'unknown',
  });
}

function yearOf(date: string | undefined): number | null {
  const year = /^\d{4}/.exec(date ?? '')?.[0];
  return year === undefined ? null : Number(year);
}
