/** What the registries' records have in common. */
import type { Author, Work } from '../work.ts';

/** A work as a registry tells of it; what it does not tell is empty. `source` names the registry. */
export function onlineWork(source: string, fields: Partial<Work> & Pick<Work, 'id' | 'title'>): Work {
  return {
    source,
    authors: [],
    year: null,
    onlineYear: null,
    journal: null,
    volume: null,
    issue: null,
    pages: null,
    identifiers: {},
    names: [],
    integrity: 'unknown',
    study: null,
    ...fields,
  };
}

/** An author by surname, with given names or initials where the registry has them. */
export function author(family: string, given = ''): Author {
  return { family, given };
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** A title without markup, character references and the stop at its end. */
function plainTitle(title: string): string {
  return title
    .replace(/<\/?[a-z][^<>]{0,60}>/gi, '')
    .replace(/&([a-z]{2,6});/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\.$/, '');
}

/** Publishers put it before the title of a retracted work. */
const RETRACTED = /^(?:RETRACTED(?: ARTICLE)?|WITHDRAWN)\s?[:.]\s?/i;

/** The title without the publisher's stamp, and whether it bears one. */
export function unstamped(title: string): { title: string; retracted: boolean } {
  const plain = plainTitle(title);
  return { title: plain.replace(RETRACTED, ''), retracted: RETRACTED.test(plain) };
}
