/** All registries that are asked, behind one fetcher. */
import { type ClinicalTrials, clinicalTrials } from './clinicaltrials.ts';
import { type Crossref, crossref } from './crossref.ts';
import { type EuropePmc, europePmc } from './europe-pmc.ts';
import type { Fetcher } from './fetcher.ts';
import { type PubMed, pubmed } from './pubmed.ts';

export interface Client {
  readonly crossref: Crossref;
  readonly pubmed: PubMed;
  readonly europePmc: EuropePmc;
  readonly clinicalTrials: ClinicalTrials;
}

/** Where the registries answer; each ends with a slash. */
const ADDRESSES = {
  crossref: 'https://api.crossref.org/',
  doiOrg: 'https://doi.org/',
  pubmed: 'https://eutils.ncbi.nlm.nih.gov/entrez/eutils/',
  europePmc: 'https://www.ebi.ac.uk/europepmc/webservices/rest/',
  clinicalTrials: 'https://clinicaltrials.gov/api/v2/',
} as const;

export type Addresses = Readonly<Record<keyof typeof ADDRESSES, string>>;

/** Asks the registries through one fetcher, so that they share its pace, its cache and its time-outs. */
export function createClient(fetcher: Fetcher, addresses: Addresses = ADDRESSES): Client {
  return {
    crossref: crossref(fetcher, addresses.crossref, addresses.doiOrg),
    pubmed: pubmed(fetcher, addresses.pubmed),
    europePmc: europePmc(fetcher, addresses.europePmc),
    clinicalTrials: clinicalTrials(fetcher, addresses.clinicalTrials),
  };
}
