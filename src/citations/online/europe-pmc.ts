/** Europe PMC's search: works by PMCID. */
import { z } from 'zod';
import type { Integrity } from '../../model.ts';
import { authorOf, type Work } from '../work.ts';
import type { Answer, Fetcher } from './fetcher.ts';
import { onlineWork, unstamped } from './record.ts';

const resultSchema = z.object({
  id: z.string(),
  pmid: z.string().optional(),
  pmcid: z.string().optional(),
  doi: z.string().optional(),
  title: z.string().optional(),
  authorList: z.object({ author: z.array(z.object({ fullName: z.string().optional() })) }).optional(),
  pubYear: z.string().optional(),
  firstPublicationDate: z.string().optional(),
  pageInfo: z.string().optional(),
  journalInfo: z
    .object({
      volume: z.string().optional(),
      issue: z.string().optional(),
      journal: z.object({ title: z.string().optional() }).optional(),
    })
    .optional(),
  commentCorrectionList: z
    .object({ commentCorrection: z.array(z.object({ type: z.string().optional() })) })
    .optional(),
});
const searchSchema = z.object({ resultList: z.object({ result: z.array(resultSchema) }) });

export interface EuropePmc {
  byPmcid(pmcid: string): Promise<Answer<Work>>;
}

/** The Europe PMC REST API. `api` ends with a slash. */
export function europePmc(fetcher: Fetcher, api: string): EuropePmc {
  return {
    async byPmcid(pmcid) {
      const url = new URL('search', api);
      url.searchParams.set('query', `PMCID:${pmcid}`);
      url.searchParams.set('resultType', 'core');
      url.searchParams.set('format', 'json');
      url.searchParams.set('email', fetcher.contact);
      const answer = await fetcher.get(url, searchSchema);
      if (answer.kind !== 'found') return answer;
      const found = answer.value.resultList.result.find((result) => result.pmcid === pmcid);
      if (found === undefined) return { kind: 'absent', retrieved: answer.retrieved };
      return { ...answer, value: workOf(found) };
    },
  };
}

function workOf(result: z.output<typeof resultSchema>): Work {
  const { title, retracted } = unstamped(result.title ?? '');
  return onlineWork('europe-pmc', {
    id: result.id,
    title,
    authors: (result.authorList?.author ?? []).flatMap(({ fullName }) =>
      fullName === undefined ? [] : [authorOf(fullName)],
    ),
    year: result.pubYear === undefined ? null : Number(result.pubYear),
    onlineYear:
      result.firstPublicationDate === undefined ? null : Number(result.firstPublicationDate.slice(0, 4)),
    journal: result.journalInfo?.journal?.title ?? null,
    volume: result.journalInfo?.volume ?? null,
    issue: result.journalInfo?.issue ?? null,
    pages: result.pageInfo ?? null,
    identifiers: {
      ...(result.doi === undefined ? {} : { doi: result.doi.toLowerCase() }),
      ...(result.pmid === undefined ? {} : { pmid: result.pmid }),
      ...(result.pmcid === undefined ? {} : { pmcid: result.pmcid }),
    },
    integrity: retracted ? 'retracted' : integrityOf(result),
  });
}

function integrityOf({ commentCorrectionList }: z.output<typeof resultSchema>): Integrity {
  const types = (commentCorrectionList?.commentCorrection ?? []).map(({ type }) => type ?? '');
  if (types.some((type) => /^retraction in/i.test(type))) return 'retracted';
  if (types.some((type) => /^expression of concern in/i.test(type))) return 'concern';
  return types.some((type) => /^erratum in|^corrected/i.test(type)) ? 'corrected' : 'unknown';
}
