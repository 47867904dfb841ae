/** Reads RIS, the export of reference managers (tags: "RIS Format Specifications", Research Information Systems). */
import type { Author, Work } from './work.ts';

type Fields = ReadonlyMap<string, readonly string[]>;

/** Whether a text is RIS: its first line that is not empty names a type of reference. */
export function isRis(text: string): boolean {
  return /^\ufeff?\s{0,20}TY {1,2}- /.test(text);
}

/** The works of a RIS text; records without a title are left out. `source` names the file. */
export function readRis(text: string, source: string): Work[] {
  return splitRecords(text).flatMap((fields, index) => workOf(fields, index, source) ?? []);
}

/** A record runs from TY to ER; a line without a tag continues the one before. */
function splitRecords(text: string): Fields[] {
  const records: Map<string, string[]>[] = [];
  let values: string[] = [];
  for (const line of text.split(/\r\n|\n|\r/)) {
    const [, tag, value = ''] = /^\ufeff?([A-Z][A-Z0-9]) {1,2}- ?(.*)$/.exec(line) ?? [];
    if (tag === 'TY') records.push(new Map());
    const record = records.at(-1);
    if (record === undefined) continue;
    if (tag === undefined) {
      const last = values.pop();
      if (last !== undefined) values.push(`${last} ${line}`.trim());
      continue;
    }
    values = record.get(tag) ?? [];
    values.push(value.trim());
    record.set(tag, values);
  }
  return records;
}

function workOf(fields: Fields, index: number, source: string): Work | null {
  const first = (...tags: readonly string[]): string | null =>
    tags.map((tag) => fields.get(tag)?.[0]).find((value) => value !== undefined && value !== '') ?? null;
  const title = first('TI', 'T1', 'CT', 'BT');
  if (title === null) return null;
  const year = /\b(1[5-9]|20)\d{2}\b/.exec(first('PY', 'Y1', 'DA') ?? '')?.[0];
  const doi = /10\.\d{4,9}\/\S+/.exec(first('DO', 'M3', 'UR') ?? '')?.[0];
  const pmid = /^\d{5,9}$/.exec(first('AN', 'C7') ?? '')?.[0];
  const pmcid = /PMC\d+/.exec(first('C2') ?? '')?.[0];
  const pages = [first('SP'), first('EP')].filter((page) => page !== null);
  return {
    id: first('ID') ?? `${index + 1}`,
    source,
    authors: ['AU', 'A1'].flatMap((tag) => fields.get(tag) ?? []).map(authorOf),
    year: year === undefined ? null : Number(year),
    onlineYear: null,
    title,
    journal: first('T2', 'JO', 'JF', 'JA', 'J2'),
    volume: first('VL'),
    issue: first('IS'),
    pages: pages.length > 0 ? pages.join('-') : null,
    identifiers: {
      ...(doi === undefined ? {} : { doi }),
      ...(pmid === undefined ? {} : { pmid }),
      ...(pmcid === undefined ? {} : { pmcid }),
    },
    names: [],
    integrity: 'unknown',
    study: null,
  };
}

/** `Pettine, Kenneth A.` */
function authorOf(printed: string): Author {
  const [family = '', given = ''] = printed.split(',');
  return { family: family.trim(), given: given.trim() };
}
