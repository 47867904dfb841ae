/** A study record as far as a bibliographic file states it; what it does not state is marked to be filled in. */
import type { z } from 'zod';
import type { Study } from '../schema.ts';

/** Stands where a person has to look something up; no schema accepts it, so a draft cannot pass as a record. */
export const TODO = 'TODO';

type Stated = Pick<
  Study,
  | 'year'
  | 'journal'
  | 'volume'
  | 'issue'
  | 'pages'
  | 'doi'
  | 'pmid'
  | 'pmcid'
  | 'design'
  | 'controlled'
  | 'blinded'
  | 'comparator'
  | 'comparatorKind'
  | 'n'
  | 'integrity'
  | 'integrityNote'
  | 'funding'
  | 'interests'
>;

/** What an importer reads: authors as `Surname AB`; fields that the file does not state are absent. */
export interface StatedStudy extends Partial<Stated> {
  readonly title: string;
  readonly authors: readonly string[];
  readonly registrations?: readonly string[];
  readonly names?: readonly string[];
}

/** A draft in the order in which records are written. `TODO` stands for each required field that is missing. */
export type Draft = Readonly<Record<string, unknown>> & { readonly id: string };

/** Makes the draft of a study; `taken` holds the ids that are in use and gains the new one. */
export function draftStudy(stated: StatedStudy, taken: Set<string>): Draft {
  const id = freeId(stated, taken);
  taken.add(id);
  const { registrations = [], names = [] } = stated;
  const draft: Record<string, unknown> & { id: string } = {
    id,
    authors: stated.authors,
    year: stated.year ?? TODO,
    title: stated.title,
    journal: stated.journal,
    volume: stated.volume,
    issue: stated.issue,
    pages: stated.pages,
    doi: stated.doi,
    pmid: stated.pmid,
    pmcid: stated.pmcid,
    registrations: registrations.length > 0 ? registrations : undefined,
    names: names.length > 0 ? names : undefined,
    design: stated.design ?? TODO,
    controlled: stated.controlled ?? TODO,
    blinded: stated.blinded,
    comparator: stated.comparator,
    comparatorKind: stated.comparatorKind,
    treatments: [TODO],
    conditions: [TODO],
    n: stated.n ?? TODO,
    followUpMonths: TODO,
    results: [{ id: TODO, outcome: TODO, statement: TODO }],
    harms: { statement: TODO },
    conclusion: TODO,
    direction: TODO,
    interests: stated.interests,
    funding: stated.funding,
    integrity: stated.integrity,
    integrityNote: stated.integrityNote,
    seen: [{ url: TODO, on: TODO }],
  };
  for (const [key, value] of Object.entries(draft)) if (value === undefined) delete draft[key];
  return draft;
}

/** `surname-year`, with a letter where that is taken. */
function freeId({ authors, year, names, title }: StatedStudy, taken: ReadonlySet<string>): string {
  const first = names?.[0] ?? authors[0]?.replace(/ \S+$/, '') ?? title.split(' ').slice(0, 3).join(' ');
  const base = toId(year === undefined ? first : `${first}-${year}`);
  if (!taken.has(base)) return base;
  for (let letter = 98; ; letter += 1) {
    const id = `${base}${letter <= 122 ? String.fromCharCode(letter) : `-${letter}`}`;
    if (!taken.has(id)) return id;
  }
}

function toId(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'study';
}

/** `Pettine` and `Kenneth A.` → `Pettine KA`. */
export function authorName(family: string, given: string | undefined): string {
  const initials = (given ?? '')
    .match(/\p{L}+/gu)
    ?.map((name) => (name === name.toUpperCase() && name.length < 4 ? name : name.slice(0, 1)));
  return initials === undefined ? family : `${family} ${initials.join('').toUpperCase()}`;
}

/** The designs that bibliographic databases name as publication types, the most telling first. */
const PUBLICATION_TYPES: readonly (readonly [
  type: RegExp,
  design: Study['design'],
  controlled: boolean | undefined,
])[] = [
  [/meta-analysis/i, 'meta-analysis', undefined],
  [/systematic review/i, 'systematic-review', undefined],
  [/randomi[sz]ed controlled trial/i, 'rct', true],
  [/guideline/i, 'guideline', false],
  [/case reports?/i, 'case-report', false],
  [/^review/i, 'narrative-review', false],
];

/** Design and control group as far as the publication types state them. */
export function designOf(types: readonly string[]): Pick<StatedStudy, 'design' | 'controlled'> {
  for (const [pattern, design, controlled] of PUBLICATION_TYPES) {
    if (types.some((type) => pattern.test(type)))
      return controlled === undefined ? { design } : { design, controlled };
  }
  return {};
}

/** Leaves out the fields without a value. */
export function defined<T extends object>(fields: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  const kept: { [Key in keyof T]?: Exclude<T[Key], undefined> } = {};
  for (const key in fields) {
    const value = fields[key];
    if (value !== undefined) Object.assign(kept, { [key]: value });
  }
  return kept;
}

/** A value that a schema describes. Throws an Error in one line that says where it is something else. */
export function parseAs<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const { path, message } = deepest(parsed.error.issues);
  throw new Error(path === '' ? message : `${path}: ${message}`);
}

/** The issue that a union's branches agree most to be the trouble: the one furthest down. */
function deepest(issues: readonly z.core.$ZodIssue[]): { path: string; message: string } {
  const all = issues.flatMap((issue) =>
    issue.code === 'invalid_union' && issue.errors.length > 0
      ? issue.errors.map((branch) => deepest(branch))
      : { path: issue.path.join('.'), message: issue.message },
  );
  const [first = { path: '', message: 'not of this format' }, ...rest] = all;
  return rest.reduce((found, other) => (other.path.length > found.path.length ? other : found), first);
}
