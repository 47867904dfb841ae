/** Crossref's REST API: works by DOI and by what is printed of them; and which agency registered a DOI. */
import { z } from 'zod';
import type { Integrity } from '../../model.ts';
import type { Work } from '../work.ts';
import type { Answer, Fetcher } from './fetcher.ts';
import { author, onlineWork, unstamped } from './record.ts';

const dateSchema = z.object({ 'date-parts': z.array(z.array(z.number().nullable())).optional() }).optional();

const workSchema = z.object({
  DOI: z.string(),
  title: z.array(z.string()).optional(),
  author: z
    .array(
      z.object({
        family: z.string().optional(),
        given: z.string().optional(),
        name: z.string().optional(),
      }),
    )
    .optional(),
  issued: dateSchema,
  'published-print': dateSchema,
  'published-online': dateSchema,
  'container-title': z.array(z.string()).optional(),
  volume: z.string().optional(),
  issue: z.string().optional(),
  page: z.string().optional(),
  /** Notices on this work: retractions, corrections, expressions of concern. */
  'updated-by': z.array(z.object({ type: z.string() })).optional(),
});

const oneSchema = z.object({ message: workSchema });
const listSchema = z.object({ message: z.object({ items: z.array(workSchema) }) });
/** An agency that registered the DOI, or why there is none. */
const agencySchema = z.array(z.object({ RA: z.string().optional(), status: z.string().optional() })).min(1);

export interface Crossref {
  byDoi(doi: string): Promise<Answer<Work>>;
  /** The works that resemble a printed reference most, at most five. */
  search(reference: string): Promise<Answer<Work[]>>;
  /** The registration agency of a DOI; absent where no agency knows it. */
  agencyOf(doi: string): Promise<Answer<string>>;
}

/** The Crossref REST API, and the look-up of agencies at doi.org; both addresses end with a slash. */
export function crossref(fetcher: Fetcher, api: string, doiOrg: string): Crossref {
  return {
    async byDoi(doi) {
      const url = new URL(`works/${encodeURIComponent(doi)}`, api);
      url.searchParams.set('mailto', fetcher.contact);
      const answer = await fetcher.get(url, oneSchema);
      if (answer.kind !== 'found') return answer;
      const { message } = answer.value;
      if (message.DOI.toLowerCase() !== doi.toLowerCase()) {
        const text = `Crossref answered about ${message.DOI} when asked about ${doi}`;
        return { kind: 'failed', reason: 'unreadable', message: text };
      }
      return { ...answer, value: workOf(message) };
    },
    async search(reference) {
      const url = new URL('works', api);
      url.searchParams.set('query.bibliographic', reference.slice(0, 400));
      url.searchParams.set('rows', '5');
      url.searchParams.set('mailto', fetcher.contact);
      const answer = await fetcher.get(url, listSchema);
      return answer.kind === 'found' ? { ...answer, value: answer.value.message.items.map(workOf) } : answer;
    },
    async agencyOf(doi) {
      const answer = await fetcher.get(
        new URL(`doiRA/${doi.split('/').map(encodeURIComponent).join('/')}`, doiOrg),
        agencySchema,
      );
      if (answer.kind !== 'found') return answer;
      const { RA, status } = answer.value[0] ?? {};
      if (RA !== undefined) return { ...answer, value: RA };
      if (status === 'DOI does not exist' || status === 'Invalid DOI') {
        return { kind: 'absent', retrieved: answer.retrieved };
      }
      return {
        kind: 'failed',
        reason: 'unreadable',
        message: `doi.org answered “${status ?? ''}” about ${doi}`,
      };
    },
  };
}

function workOf(message: z.output<typeof workSchema>): Work {
  const print = yearOf(message['published-print']);
  const online = yearOf(message['published-online']);
  const { title, retracted } = unstamped(message.title?.[0] ?? '');
  return onlineWork('crossref', {
    id: message.DOI,
    title,
    authors: (message.author ?? []).flatMap(({ family, given, name }) => {
      const surname = family ?? name;
      return surname === undefined ? [] : [author(surname, given)];
    }),
    year: print ?? yearOf(message.issued),
    onlineYear: online,
    journal: message['container-title']?.[0] ?? null,
    volume: message.volume ?? null,
    issue: message.issue ?? null,
    pages: message.page ?? null,
    identifiers: { doi: message.DOI.toLowerCase() },
    integrity: retracted ? 'retracted' : integrityOf((message['updated-by'] ?? []).map(({ type }) => type)),
  });
}

function yearOf(date: z.output<typeof dateSchema>): number | null {
  return date?.['date-parts']?.[0]?.[0] ?? null;
}

/** The gravest notice; a work without one is not known to be sound. */
function integrityOf(types: readonly string[]): Integrity {
  const has = (pattern: RegExp): boolean => types.some((type) => pattern.test(type));
  if (has(/retraction|withdrawal|removal/)) return 'retracted';
  if (has(/concern/)) return 'concern';
  return has(/correction|erratum|corrigendum/) ? 'corrected' : 'unknown';
}
