/** Sources and integrity: every record says where it was seen, and why a study is not to be relied on. */

import { sitesOf } from '../hosts.ts';
import type { Located } from '../load/read-pack.ts';
import { type Check, Findings } from './check.ts';

/** Addresses that hold nothing: an example stands there until somebody has seen the fact. */
const PLACEHOLDER = /\/\/(?:[^/]{1,100}\.)?(?:example\.(?:com|org|net)|localhost|invalid)(?:[/:]|$)/;

interface Sourced {
  readonly seen: readonly { readonly url: string; readonly on: string }[];
}

export const sources: Check = {
  name: 'sources',
  needs: 'a record with a source',
  run: ({ folder }) => {
    const findings = new Findings('source');
    const { studies, harms, regulation, products } = folder.records;
    const sourced: readonly Located<Sourced>[] = [...studies, ...harms, ...regulation, ...products];
    for (const located of sourced) checkSeen(located, findings);
    return findings;
  },
};

function checkSeen(located: Located<Sourced>, findings: Findings): void {
  const { seen } = located.record;
  findings.expect(seen.length > 0, located, ['seen'], () => 'nobody says where this was seen');
  for (const [index, { url }] of seen.entries()) {
    if (PLACEHOLDER.test(url))
      findings.warn(located, ['seen', index, 'url'], `${url} is an example, not a source`);
  }
  if (seen.length > 1 && sitesOf(seen).size === 1) {
    findings.warn(located, ['seen'], 'all its sources are on one site: they count as one');
  }
}

export const integrity: Check = {
  name: 'integrity',
  needs: 'a study',
  run: ({ folder }) => {
    const findings = new Findings('integrity');
    for (const study of folder.records.studies) {
      const { integrity: status, integrityNote } = study.record;
      const needsNote = status === 'retracted' || status === 'concern' || status === 'corrected';
      findings.expect(
        !needsNote || integrityNote !== undefined,
        study,
        ['integrity'],
        () => `${status} without an integrityNote that says why`,
      );
    }
    return findings;
  },
};
