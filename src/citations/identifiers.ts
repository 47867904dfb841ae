/** Identifiers of works in text and in addresses: DOI, PMID, PMCID, ClinicalTrials.gov number. */
import type { Identifiers } from '../model.ts';

export interface FoundIdentifier {
  readonly start: number;
  readonly end: number;
  readonly identifiers: Identifiers;
}

/** Every shape has one group: the identifier itself. All are linear: a fixed head and one class. */
const SHAPES: readonly { readonly key: keyof Identifiers; readonly pattern: RegExp }[] = [
  {
    key: 'doi',
    pattern: /\b(?:doi:?\s{0,2})?(?:https?:\/\/)?(?:dx\.)?(?:doi\.org\/)?(10\.\d{4,9}\/[^\s"<>]{1,200})/gi,
  },
  { key: 'pmid', pattern: /\b(?:PMID:?\s{0,2}|pubmed\/|pubmed\.ncbi\.nlm\.nih\.gov\/)(\d{5,9})\b/gi },
  { key: 'pmcid', pattern: /\b(PMC\d{4,9})\b/gi },
  { key: 'nct', pattern: /\b(NCT\d{8})\b/gi },
];

/** A part of every identifier: most texts have none. */
const HINT = /10\.\d{4}|PMID|pubmed|PMC\d|NCT\d/i;

/** Finds the identifiers in a text; `start` and `end` are offsets in it. */
export function findIdentifiers(text: string): FoundIdentifier[] {
  if (!HINT.test(text)) return [];
  const found: FoundIdentifier[] = [];
  for (const { key, pattern } of SHAPES) {
    for (const match of text.matchAll(pattern)) {
      const raw = match[1] ?? '';
      const value = key === 'doi' ? trimDoi(raw) : raw;
      if (value === '') continue;
      const end = match.index + match[0].length - (raw.length - value.length);
      found.push({ start: match.index, end, identifiers: { [key]: normalIdentifier(key, value) } });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** All identifiers of a text as one record; the first of each kind. */
export function identifiersIn(text: string): Identifiers {
  return Object.assign(
    {},
    ...findIdentifiers(text)
      .map(({ identifiers }) => identifiers)
      .reverse(),
  );
}

export function normalIdentifier(key: keyof Identifiers, value: string): string {
  if (key === 'doi') return value.toLowerCase();
  return key === 'pmid' ? value : value.toUpperCase();
}

/** Cuts what follows a DOI in running text: a stop, a comma, a bracket that it did not open. */
function trimDoi(raw: string): string {
  let end = raw.search(/[?#]/) >= 0 ? raw.search(/[?#]/) : raw.length;
  while (end > 0) {
    const last = raw[end - 1] ?? '';
    const closing = last === ')' || last === ']';
    if (closing && count(raw, last === ')' ? '(' : '[', end) >= count(raw, last, end)) break;
    if (!closing && !".,;:'’”»*_".includes(last)) break;
    end -= 1;
  }
  return raw.slice(0, end);
}

function count(text: string, character: string, end: number): number {
  let n = 0;
  for (let at = 0; at < end; at += 1) if (text[at] === character) n += 1;
  return n;
}

/** Keys under which a work's identifiers are indexed: `doi:10.1000/x`. */
export function identifierKeys(identifiers: Identifiers): string[] {
  return (['doi', 'pmid', 'pmcid', 'nct'] as const).flatMap((key) => {
    const value = identifiers[key];
    return value === undefined ? [] : [`${key}:${normalIdentifier(key, value)}`];
  });
}
