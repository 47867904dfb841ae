/** How many people a set of studies adds up to, each counted once. */
import type { Study } from './schema.ts';

/** Designs whose people are counted in other records, or that counted none. */
const WITHOUT_OWN_PEOPLE: readonly Study['design'][] = [
  'meta-analysis',
  'systematic-review',
  'narrative-review',
  'guideline',
  'trial-registration',
  'animal',
  'laboratory',
];

export interface PeopleCount {
  readonly people: number;
  /** Each cohort that was counted: the id of its record and its people. */
  readonly cohorts: readonly { readonly id: string; readonly people: number }[];
  /** Studies with people of their own whose number is not on record. */
  readonly unknown: readonly string[];
}

/**
 * Adds the treated or randomised people of the primary studies. Reports of the same patients are one cohort
 * (`companionOf`), which counts with its largest report. Reviews are left out: they pool other records.
 * `studyById` finds the record that a companion report belongs to.
 */
export function countPeople(studies: readonly Study[], studyById: ReadonlyMap<string, Study>): PeopleCount {
  const cohorts = new Map<string, number>();
  const unknown: string[] = [];
  for (const study of studies) {
    if (WITHOUT_OWN_PEOPLE.includes(study.design)) continue;
    const cohort = cohortOf(study, studyById);
    const n = study.n ?? studyById.get(cohort)?.n;
    if (n === undefined) unknown.push(study.id);
    else cohorts.set(cohort, Math.max(n, cohorts.get(cohort) ?? 0));
  }
  return {
    people: [...cohorts.values()].reduce((sum, n) => sum + n, 0),
    cohorts: [...cohorts].map(([id, people]) => ({ id, people })),
    unknown,
  };
}

/** Id of the record that counts a study's patients: its own, or the end of its chain of companions. */
export function cohortOf(study: Study, studyById: ReadonlyMap<string, Study>): string {
  const passed = new Set([study.id]);
  let cohort = study.id;
  for (let id = study.companionOf; id !== undefined && !passed.has(id); id = studyById.get(id)?.companionOf) {
    passed.add(id);
    cohort = id;
  }
  return cohort;
}
