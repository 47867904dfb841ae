/** ClinicalTrials.gov, version 2 of its API: registrations by number. */
import { z } from 'zod';
import { readTrials } from '../../evidence/import/trial.ts';
import type { Work } from '../work.ts';
import type { Answer, Fetcher } from './fetcher.ts';
import { onlineWork } from './record.ts';

export interface ClinicalTrials {
  byNct(nct: string): Promise<Answer<Work>>;
}

const studySchema = z.unknown().transform((value, context) => {
  try {
    const [study] = readTrials(value);
    if (study !== undefined) return study;
  } catch {
    // Falls through: what the reader refuses is not the documented shape.
  }
  context.addIssue({ code: 'custom', message: 'not a registration' });
  return z.NEVER;
});

/** The ClinicalTrials.gov API, version 2. `api` ends with a slash. An answer about another trial is a failure. */
export function clinicalTrials(fetcher: Fetcher, api: string): ClinicalTrials {
  return {
    async byNct(nct) {
      const url = new URL(`studies/${encodeURIComponent(nct)}`, api);
      url.searchParams.set('format', 'json');
      const answer = await fetcher.get(url, studySchema);
      if (answer.kind !== 'found') return answer;
      const { title, year, registrations = [], names = [] } = answer.value;
      if (!registrations.includes(nct)) {
        const message = `ClinicalTrials.gov answered about ${registrations.join(', ')} when asked about ${nct}`;
        return { kind: 'failed', reason: 'unreadable', message };
      }
      const work = onlineWork('clinicaltrials.gov', {
        id: nct,
        title,
        year: year ?? null,
        names,
        identifiers: { nct },
      });
      return { ...answer, value: work };
    },
  };
}
