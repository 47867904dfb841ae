/**
 * Asks the registries about the citations that no pack and no file could identify. A work is `not-found` only
 * where a registry that should hold it answered that it does not; whatever went wrong on the way leaves the
 * citation as it was.
 */
import type { Citation } from '../../model.ts';
import { isCommon, words } from '../fold.ts';
import type { IdentifiedCitation } from '../index.ts';
import { buildLibrary } from '../library.ts';
import { resolveReference } from '../resolve.ts';
import type { Work } from '../work.ts';
import type { Client } from './client.ts';
import type { Answer } from './fetcher.ts';

export interface OnlineResult<T> {
  readonly citations: readonly T[];
  /** One line for each request that failed, without repeats. */
  readonly failures: readonly string[];
}

/** A title with fewer telling words is not searched for: it would find anything. */
const TELLING_WORDS = 4;

/** Asks about each citation in turn. The order and the number of the citations stay as they are. */
export async function resolveOnline<T extends Askable>(
  citations: readonly T[],
  client: Client,
): Promise<OnlineResult<T>> {
  const failures = new Set<string>();
  const resolved: T[] = [];
  for (const citation of citations) {
    const inquiry = new Inquiry(client, failures);
    resolved.push({ ...citation, ...(await ask(citation, inquiry)) });
  }
  return { citations: resolved, failures: [...failures] };
}

/** What a citation needs so that it can be asked about, and what an answer may change. */
export type Askable = Pick<
  IdentifiedCitation,
  'status' | 'asked' | 'identifiers' | 'nearest' | 'problems' | 'integrity' | 'cited' | 'work'
>;
type Outcome = Partial<Askable>;

async function ask(citation: Askable, inquiry: Inquiry): Promise<Outcome> {
  if (citation.status === 'identified') return askIntegrity(citation, inquiry);
  if (citation.status !== 'not-checked') return {};
  const { cited } = citation;
  const byIdentifier = await inquiry.byIdentifiers(citation.identifiers);
  const found =
    byIdentifier.works.length > 0 ? byIdentifier : await askByTitle(citation, inquiry, byIdentifier);
  const asked = [...new Set([...citation.asked, ...inquiry.asked])];
  const library = buildLibrary(found.works, []);
  const { status, work, problems } = resolveReference(cited, library);
  if (work !== null && (status === 'identified' || status === 'mismatch')) {
    const identifiers = status === 'identified' ? work.identifiers : citation.identifiers;
    return {
      status,
      asked,
      work,
      problems,
      identifiers,
      integrity: worse(citation.integrity, work.integrity),
    };
  }
  return { asked, ...(found.complete ? { status: 'not-found' as const } : {}) };
}

interface Found {
  readonly works: readonly Work[];
  /** Whether a registry that should hold the work answered that it does not. */
  readonly complete: boolean;
}

/** Searches for an article's title; a page or a book would be missing from these registries for good reason. */
async function askByTitle({ cited }: Askable, inquiry: Inquiry, before: Found): Promise<Found> {
  const telling = words(cited.title ?? '').filter((word) => !isCommon(word)).length;
  if (cited.title === null || telling < TELLING_WORDS || (cited.journal === null && !before.complete))
    return before;
  const searched = await inquiry.byTitle(cited.text, cited.title);
  return { works: searched.works, complete: before.complete || searched.complete };
}

/** A record that is held may have been retracted since. */
async function askIntegrity({ identifiers, integrity, asked }: Askable, inquiry: Inquiry): Promise<Outcome> {
  if (identifiers.doi === undefined || integrity === 'retracted') return {};
  const work = await inquiry.note('crossref', inquiry.client.crossref.byDoi(identifiers.doi));
  if (work === null) return {};
  return { integrity: worse(integrity, work.integrity), asked: [...new Set([...asked, ...inquiry.asked])] };
}

const GRAVITY: readonly Citation['integrity'][] = ['unknown', 'ok', 'corrected', 'concern', 'retracted'];

function worse(a: Citation['integrity'], b: Citation['integrity']): Citation['integrity'] {
  return GRAVITY.indexOf(b) > GRAVITY.indexOf(a) ? b : a;
}

/** One citation's round of questions. */
class Inquiry {
  readonly client: Client;
  /** The registries that answered. */
  readonly asked: string[] = [];
  readonly #failures: Set<string>;

  constructor(client: Client, failures: Set<string>) {
    this.client = client;
    this.#failures = failures;
  }

  /** The value of an answer, or null; notes who answered and what failed. */
  async note<T>(source: string, asking: Promise<Answer<T>>): Promise<T | null> {
    const answer = await asking;
    if (answer.kind === 'failed') this.#failures.add(answer.message);
    else this.asked.push(source);
    return answer.kind === 'found' ? answer.value : null;
  }

  async byIdentifiers({ doi, pmid, pmcid, nct }: Askable['identifiers']): Promise<Found> {
    const { crossref, pubmed, europePmc, clinicalTrials } = this.client;
    const works: Work[] = [];
    const add = async (source: string, asking: Promise<Answer<Work>>): Promise<boolean> => {
      const answer = await asking;
      const work = await this.note(source, Promise.resolve(answer));
      if (work !== null) works.push(work);
      return answer.kind === 'absent';
    };
    const missing: boolean[] = [];
    if (doi !== undefined)
      missing.push((await add('crossref', crossref.byDoi(doi))) && (await this.#isUnregistered(doi)));
    if (pmid !== undefined) missing.push(await add('pubmed', pubmed.byPmid(pmid)));
    if (pmcid !== undefined) missing.push(await add('europe-pmc', europePmc.byPmcid(pmcid)));
    if (nct !== undefined) missing.push(await add('clinicaltrials.gov', clinicalTrials.byNct(nct)));
    return { works, complete: works.length === 0 && missing.some(Boolean) };
  }

  async byTitle(text: string, title: string): Promise<Found> {
    const { crossref, pubmed } = this.client;
    const first = await this.note('crossref', crossref.search(text));
    const second = await this.note('pubmed', pubmed.search(title));
    return { works: [...(first ?? []), ...(second ?? [])], complete: first !== null && second !== null };
  }

  /** Whether no agency at all knows a DOI; Crossref does not hold those of the others. */
  async #isUnregistered(doi: string): Promise<boolean> {
    const answer = await this.client.crossref.agencyOf(doi);
    await this.note('doi.org', Promise.resolve(answer));
    return answer.kind === 'absent';
  }
}
