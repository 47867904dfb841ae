/** Bibliographic records, from whatever source they come: studies of a pack, CSL-JSON, RIS. */
import type { Evidence } from '../evidence/index.ts';
import type { Study } from '../evidence/schema.ts';
import type { Identifiers, Integrity } from '../model.ts';

/** An author: `family` as printed, `given` a first name or initials, possibly empty. */
export interface Author {
  readonly family: string;
  readonly given: string;
}

/** A published work, as some source records it. */
export interface Work {
  /** A study's id, or the key of the record in its file. */
  readonly id: string;
  /** The source that holds it: `pack:regenerative-spine`, `library:refs.json`. */
  readonly source: string;
  readonly authors: readonly Author[];
  readonly year: number | null;
  /** Year of online publication where it is another. */
  readonly onlineYear: number | null;
  /** Empty where nobody saw it printed. */
  readonly title: string;
  readonly journal: string | null;
  readonly volume: string | null;
  readonly issue: string | null;
  readonly pages: string | null;
  readonly identifiers: Identifiers;
  /** Short names by which a text may call it. */
  readonly names: readonly string[];
  readonly integrity: Integrity;
  /** The study of the pack, where it is one. */
  readonly study: Study | null;
}

/** The studies of the packs as works. */
export function worksOf(evidence: Evidence): Work[] {
  return evidence.studies.map((study) => ({
    id: study.id,
    source: `pack:${evidence.packOf.get(study.id) ?? ''}`,
    authors: study.authors.map(authorOf),
    year: study.year ?? null,
    onlineYear: study.onlineYear ?? null,
    title: study.titleSeen === false ? '' : study.title,
    journal: study.journal ?? null,
    volume: study.volume ?? null,
    issue: study.issue ?? null,
    pages: study.pages ?? null,
    identifiers: identifiersOf(study),
    names: study.names,
    integrity: study.integrity,
    study,
  }));
}

/** Reads `Surname AB`: what follows the last space is initials if it is all capitals. */
export function authorOf(printed: string): Author {
  const match = /^(.{1,60}) ([\p{Lu}.-]{1,6})$/u.exec(printed.trim());
  return match ? { family: match[1] ?? '', given: match[2] ?? '' } : { family: printed.trim(), given: '' };
}

function identifiersOf(study: Study): Identifiers {
  const nct = study.registrations.find((registration) => /^NCT\d{8}$/.test(registration));
  return {
    ...(study.doi === undefined ? {} : { doi: study.doi }),
    ...(study.pmid === undefined ? {} : { pmid: study.pmid }),
    ...(study.pmcid === undefined ? {} : { pmcid: study.pmcid }),
    ...(nct === undefined ? {} : { nct }),
  };
}
