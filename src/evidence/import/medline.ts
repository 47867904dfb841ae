/** Reads MEDLINE/nbib, the export of PubMed (tags: "MEDLINE/PubMed Data Element (Field) Descriptions", NLM). */
import { defined, designOf, type StatedStudy } from './draft.ts';

type Fields = ReadonlyMap<string, readonly string[]>;

/** The records of an nbib file; empty where it has no PMID line. */
export function readMedline(text: string): StatedStudy[] {
  return splitRecords(text).map(toStudy);
}

/** A record begins at PMID; a line without a tag continues the one before. */
function splitRecords(text: string): Fields[] {
  const records: Map<string, string[]>[] = [];
  let values: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [, tag, value = ''] = /^([A-Z]{2,4}) {0,2}- (.*)$/.exec(line) ?? [];
    if (tag === 'PMID') records.push(new Map());
    const record = records.at(-1);
    if (tag === undefined || record === undefined) {
      const last = values.pop();
      if (last !== undefined) values.push(line.trim() === '' ? last : `${last} ${line.trim()}`);
      continue;
    }
    values = record.get(tag) ?? [];
    values.push(value.trim());
    record.set(tag, values);
  }
  return records;
}

function toStudy(fields: Fields): StatedStudy {
  const first = (tag: string): string | undefined => fields.get(tag)?.[0];
  const ids = [...(fields.get('LID') ?? []), ...(fields.get('AID') ?? [])];
  const year = /^\d{4}/.exec(first('DP') ?? '')?.[0];
  return {
    title: (first('TI') ?? '').replace(/\.$/, ''),
    authors: fields.get('AU') ?? fields.get('CN') ?? [],
    registrations: registrationsOf(fields),
    ...designOf(fields.get('PT') ?? []),
    ...defined({
      year: year === undefined ? undefined : Number(year),
      journal: first('JT') ?? first('TA'),
      volume: first('VI'),
      issue: first('IP'),
      pages: first('PG'),
      doi: ids.find((id) => id.endsWith('[doi]'))?.replace(/ ?\[doi\]$/, ''),
      pmid: first('PMID'),
      pmcid: first('PMC'),
      interests: first('COIS'),
      funding: fields.get('GR')?.join('; '),
    }),
    ...integrityOf(fields),
  };
}

/** `ClinicalTrials.gov/NCT01234567` → `NCT01234567`. */
function registrationsOf(fields: Fields): string[] {
  return (fields.get('SI') ?? []).flatMap((source) => source.split('/').slice(1, 2));
}

/** RIN: retraction in; ECI: expression of concern in; EIN: erratum in. */
function integrityOf(fields: Fields): Pick<StatedStudy, 'integrity' | 'integrityNote'> {
  const notices = [
    ['RIN', 'retracted', 'Retraction in'],
    ['ECI', 'concern', 'Expression of concern in'],
    ['EIN', 'corrected', 'Erratum in'],
  ] as const;
  for (const [tag, integrity, words] of notices) {
    const notice = fields.get(tag)?.[0];
    if (notice !== undefined) return { integrity, integrityNote: `${words} ${notice}` };
  }
  return {};
}
