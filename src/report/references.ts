/** The records that a report leans on, numbered in the order in which it first names them, in words. */
import type { Evidence } from '../evidence/index.ts';
import type { Harm, Product, Regulation, Study, Synthesis } from '../evidence/schema.ts';
import { addressOf, nameOf } from '../judge/records.ts';
import type { EvidenceItem, Report } from '../model.ts';
import { count, list } from './text.ts';

export interface Reference {
  /** From 1. */
  readonly number: number;
  readonly id: string;
  /** What the record is: `Study`, `Pooled evidence`, `Harm on record`, … */
  readonly kind: string;
  /** Two or three words: `Pers 2024`. */
  readonly name: string;
  /** Design, people, follow-up, comparator: what tells how much a result carries. */
  readonly facts: readonly string[];
  /** The work as a reference list prints it. */
  readonly work: string;
  /** What a reader should know of the source: retraction, interests, funding, limits. */
  readonly notes: readonly string[];
  readonly address: string | null;
  /** Records that a synthesis sums up. */
  readonly members: readonly { readonly name: string; readonly address: string | null }[];
}

export type References = ReadonlyMap<string, Reference>;

/** Every record that a claim or finding of the report names, by id. Ids that no pack holds keep their address. */
export function collectReferences(report: Report, evidence: Evidence): References {
  const records = indexRecords(evidence);
  const references = new Map<string, Reference>();
  for (const { claims, findings } of report.documents) {
    for (const item of [...claims, ...findings].flatMap((entry) => entry.evidence)) {
      if (references.has(item.study)) continue;
      const described = records.get(item.study)?.() ?? unknownRecord(item);
      references.set(item.study, { number: references.size + 1, id: item.study, ...described });
    }
  }
  return references;
}

type Description = Omit<Reference, 'number' | 'id'>;

/** In the order in which an id is looked up where two kinds of record share it. */
function indexRecords(evidence: Evidence): ReadonlyMap<string, () => Description> {
  const { studies, syntheses, harms, products, regulation } = evidence;
  return new Map<string, () => Description>([
    ...regulation.map((record) => [record.id, () => describeRegulation(record)] as const),
    ...products.map((record) => [record.id, () => describeProduct(record)] as const),
    ...harms.map((record) => [record.id, () => describeHarm(record)] as const),
    ...syntheses.map((record) => [record.id, () => describeSynthesis(record, evidence)] as const),
    ...studies.map((record) => [record.id, () => describeStudy(record)] as const),
  ]);
}

const DESIGN_WORDS: Readonly<Record<Study['design'], string>> = {
  'meta-analysis': 'meta-analysis',
  'systematic-review': 'systematic review',
  rct: 'randomised trial',
  'controlled-nonrandomized': 'controlled, not randomised',
  registry: 'registry',
  'single-arm': 'study without a control group',
  'case-series': 'case series',
  'case-report': 'case report',
  'narrative-review': 'narrative review',
  guideline: 'guideline',
  'trial-registration': 'trial registration, no results',
  animal: 'study in animals',
  laboratory: 'laboratory study',
};

function describeStudy(study: Study): Description {
  const { design, comparator, n, included, followUpMonths, funding, interests } = study;
  return {
    kind: 'Study',
    name: nameOf(study),
    facts: [
      DESIGN_WORDS[design],
      ...(comparator === undefined ? [] : [`compared with ${comparator}`]),
      ...(n === undefined ? [] : [count(n, 'person', 'people')]),
      ...(included === undefined ? [] : [`pooled ${included}`]),
      ...(followUpMonths === undefined ? [] : [`followed for ${count(followUpMonths, 'month')}`]),
    ],
    work: workOf(study),
    notes: [
      ...integrityNotes(study),
      ...(funding === undefined ? [] : [`Funding: ${funding}`]),
      ...(interests === undefined ? [] : [`Interests: ${interests}`]),
      ...seenNotes(study),
    ],
    address: addressOf(study),
    members: [],
  };
}

/** Where and when the pack's curators read the facts. */
function seenNotes({ seen }: Pick<Study, 'seen'>): string[] {
  const hosts = [...new Set(seen.map(({ url }) => new URL(url).host))];
  const days = [...new Set(seen.map(({ on }) => on))].sort();
  return [`Recorded from ${list(hosts)}, read on ${list(days)}.`];
}

const INTEGRITY_WORDS: Readonly<Partial<Record<Study['integrity'], string>>> = {
  corrected: 'Corrected after publication',
  concern: 'Under an expression of concern',
  retracted: 'Retracted',
};

function integrityNotes({ integrity, integrityNote }: Study): string[] {
  const word = INTEGRITY_WORDS[integrity];
  if (word === undefined) return [];
  return [integrityNote === undefined ? `${word}.` : `${word}: ${integrityNote}`];
}

const AUTHORS_SHOWN = 6;

function workOf(study: Study): string {
  const { authors, title, journal, year, volume, issue, pages, pmid, pmcid, registrations } = study;
  const shown = authors.slice(0, AUTHORS_SHOWN).join(', ');
  const by = authors.length > AUTHORS_SHOWN ? `${shown} and others` : shown;
  const number = issue === undefined ? volume : `${volume ?? ''}(${issue})`;
  const place = [number, pages].filter((part) => part !== undefined).join(':');
  const dated = [year, place].filter((part) => part !== undefined && part !== '').join(';');
  const ids = [pmid === undefined ? null : `PMID ${pmid}`, pmcid ?? null, ...registrations];
  return sentences([by, title, journal, dated, list(ids.filter((id) => id !== null))]);
}

/** Parts as sentences, each closed with one stop; empty and missing ones left out. */
function sentences(parts: readonly (string | undefined)[]): string {
  return parts
    .filter((part) => part !== undefined && part !== '')
    .map((part) => (/[.?!]$/.test(part ?? '') ? part : `${part}.`))
    .join(' ');
}

function describeSynthesis(
  synthesis: Synthesis,
  { studyById, vocabulary, infos, packOf }: Evidence,
): Description {
  const { treatment, condition, outcome, bestDesign, people, certainty, followUpMonths } = synthesis;
  const label = (terms: readonly { readonly id: string; readonly label: string }[], id: string) =>
    terms.find((term) => term.id === id)?.label ?? id;
  const question = [
    label(vocabulary.treatments, treatment),
    label(vocabulary.conditions, condition),
    label(vocabulary.outcomes, outcome),
  ].join(', ');
  const pack = infos.find(({ id }) => id === packOf.get(synthesis.studies[0] ?? ''));
  return {
    kind: 'Pooled evidence',
    name: `All evidence on ${question}`,
    facts: [
      `certainty ${certainty.replace('-', ' ')} (GRADE)`,
      `best design: ${DESIGN_WORDS[bestDesign]}`,
      ...(people === 0 ? [] : [`${count(people, 'person', 'people')} in all`]),
      ...(followUpMonths === 0 ? [] : [`up to ${count(followUpMonths, 'month')}`]),
    ],
    work: sentences([
      `Summary of the pack ${pack?.id ?? 'of records'} on ${question}`,
      `Literature searched on ${synthesis.searched}`,
    ]),
    notes: synthesis.downgrades.map(
      ({ domain, reason }) => `Certainty lowered for ${domain.replaceAll('-', ' ')}: ${reason}`,
    ),
    address: null,
    members: synthesis.studies.map((id) => {
      const study = studyById.get(id);
      return study === undefined
        ? { name: id, address: null }
        : { name: nameOf(study), address: addressOf(study) };
    }),
  };
}

function describeHarm(harm: Harm): Description {
  const { label, n, serious, source, doi, pmid, seen } = harm;
  return {
    kind: 'Harm on record',
    name: label,
    facts: [serious ? 'serious' : 'not serious', ...(n === undefined ? [] : [count(n, 'person', 'people')])],
    work: sentences([source, ...(pmid === undefined ? [] : [`PMID ${pmid}`])]),
    notes: seenNotes(harm),
    address: doi === undefined ? (seen[0]?.url ?? null) : `https://doi.org/${doi}`,
    members: [],
  };
}

function describeProduct(record: Product): Description {
  const { product, maker, jurisdiction, asOf, approvedFor, seen } = record;
  return {
    kind: 'Status of a product',
    name: product,
    facts: [
      jurisdiction,
      `as of ${asOf}`,
      ...(approvedFor === undefined ? [] : [`approved for ${approvedFor}`]),
    ],
    work: sentences([product, maker]),
    notes: seenNotes(record),
    address: seen[0]?.url ?? null,
    members: [],
  };
}

function describeRegulation(regulation: Regulation): Description {
  const { authority, instrument, section, year, jurisdiction, url } = regulation;
  return {
    kind: 'Regulation or guidance',
    name: authority,
    facts: [jurisdiction],
    work: sentences([authority, [instrument, section].filter(Boolean).join(', '), year?.toString()]),
    notes: seenNotes(regulation),
    address: url,
    members: [],
  };
}

function unknownRecord({ study, url }: EvidenceItem): Description {
  return { kind: 'Record', name: study, facts: [], work: `${study}.`, notes: [], address: url, members: [] };
}
