/** Finds the records that answer a claim: its synthesis, the studies, the known harms and the products. */
import { FIT } from '../scales.ts';
import { DESIGNS } from './designs.ts';
import type { Evidence } from './index.ts';
import type { Harm, Product, Study, Synthesis } from './schema.ts';
import {
  closest,
  type Fits,
  fitOf,
  fitStudy,
  joinFits,
  type Question,
  type Scope,
  scopeOf,
} from './scope.ts';
import type { Relative } from './terms.ts';

export interface StudyMatch extends Fits {
  readonly study: Study;
}

/** The records that answer a question; the fits are the synthesis' own. */
export interface Match extends Fits {
  /** What was asked, with the default condition filled in. */
  readonly question: Question;
  /** The one that answers best; null where none is on the same or a neighbouring question: every fit is `other` then. */
  readonly synthesis: Synthesis | null;
  /** Whether the synthesis is of a neighbouring condition (the ankle, for the shoulder), not of the asked one, its kinds or its class. */
  readonly elsewhere: boolean;
  /** Studies on the same or a neighbouring question: best fit first, then the strongest design, then the newest. */
  readonly studies: readonly StudyMatch[];
  /** Harms of the treatment, its kinds and its class: serious ones first, then the closest. */
  readonly harms: readonly Harm[];
  /** Products of the treatment, its kinds and its class, the closest first. */
  readonly products: readonly Product[];
}

/** The records by what they are about, so that a look-up costs the same in a large base. */
interface RecordIndex {
  /** By `treatment|condition`. */
  readonly syntheses: ReadonlyMap<string, readonly Synthesis[]>;
  readonly studies: ReadonlyMap<string, readonly Study[]>;
  /** By treatment. */
  readonly harms: ReadonlyMap<string, readonly Harm[]>;
  readonly products: ReadonlyMap<string, readonly Product[]>;
}

const indices = new WeakMap<Evidence, RecordIndex>();
const matches = new WeakMap<Scope, Match>();

/**
 * Finds what answers a question. A general term ("stem cells") is answered by the synthesis of the general
 * term, since an advertisement may mean any kind of it; without one, by the first kind that has one. The
 * outcome falls back to those near it (see `nearOutcomes`), which makes the fit `neighbouring`.
 * Pure: the same question of the same evidence returns the same answer, kept after the first time. The
 * work depends on the records that fit, not on the size of the base.
 */
export function matchEvidence(question: Question, evidence: Evidence): Match {
  const scope = scopeOf(question, evidence);
  const match = matches.get(scope) ?? findMatch(scope, evidence);
  matches.set(scope, match);
  return match;
}

function findMatch(scope: Scope, evidence: Evidence): Match {
  const index = indexOf(evidence);
  const found = findSynthesis(scope, index, evidence);
  return {
    question: scope.question,
    synthesis: found?.synthesis ?? null,
    elsewhere: found !== null && scope.conditions.get(found.synthesis.condition)?.kinship === 'near',
    ...(found?.fits ?? joinFits('other', 'other', 'other')),
    studies: findStudies(scope, index, evidence),
    harms: findHarms(scope, index),
    products: recordsOfFamily(index.products, scope).map(({ record }) => record),
  };
}

// ── Synthesis ───────────────────────────────────────────────────────────────────────────────────

interface Candidate {
  readonly synthesis: Synthesis;
  readonly fits: Fits;
  /** Distances of outcome, treatment and condition: of two that fit alike, the closer outcome decides first. */
  readonly distances: readonly number[];
}

function findSynthesis(scope: Scope, index: RecordIndex, evidence: Evidence): Candidate | null {
  let best: Candidate | null = null;
  for (const treatment of scope.treatments.keys()) {
    for (const condition of scope.conditions.keys()) {
      for (const synthesis of index.syntheses.get(pairKey(treatment, condition)) ?? []) {
        const candidate = candidateOf(synthesis, scope, evidence);
        if (candidate !== null && (best === null || isBetter(candidate, best))) best = candidate;
      }
    }
  }
  return best;
}

function candidateOf(synthesis: Synthesis, scope: Scope, evidence: Evidence): Candidate | null {
  const treatment = scope.treatments.get(synthesis.treatment);
  const condition = scope.conditions.get(synthesis.condition);
  const outcome = scope.outcomes.get(synthesis.outcome);
  if (treatment === undefined || condition === undefined || outcome === undefined) return null;
  const studies = synthesis.studies.flatMap((id) => evidence.studyById.get(id) ?? []);
  // A synthesis of the wider class answers as the same where one of its studies is on the very term.
  const counts = (kind: 'treatments' | 'conditions', id: string | null): boolean =>
    id !== null && studies.some((study) => study[kind].includes(id));
  return {
    synthesis,
    fits: joinFits(
      treatment.kinship === 'wider' && counts('treatments', scope.question.treatment)
        ? 'same'
        : fitOf(treatment),
      condition.kinship === 'wider' && counts('conditions', scope.question.condition)
        ? 'same'
        : fitOf(condition),
      outcome.fit,
    ),
    distances: [outcome.rank, treatment.rank, condition.rank],
  };
}

function isBetter(a: Candidate, b: Candidate): boolean {
  const byFit = FIT.indexOf(a.fits.fit) - FIT.indexOf(b.fits.fit);
  if (byFit !== 0) return byFit > 0;
  const byDistance = compareInOrder(a.distances, b.distances);
  return byDistance !== 0 ? byDistance < 0 : a.synthesis.id < b.synthesis.id;
}

// ── Studies, harms, products ────────────────────────────────────────────────────────────────────

function findStudies(scope: Scope, index: RecordIndex, evidence: Evidence): StudyMatch[] {
  const found = new Set<Study>();
  for (const treatment of scope.treatments.keys()) {
    for (const condition of scope.conditions.keys()) {
      for (const study of index.studies.get(pairKey(treatment, condition)) ?? []) found.add(study);
    }
  }
  return [...found]
    .map((study) => ({ study, ...fitStudy(scope.question, study, evidence) }))
    .filter((match) => match.fit !== 'other')
    .sort((a, b) => compareInOrder(studyOrder(a), studyOrder(b)) || (a.study.id < b.study.id ? -1 : 1));
}

function studyOrder({ study, fit }: StudyMatch): number[] {
  return [-FIT.indexOf(fit), DESIGNS.indexOf(study.design), -(study.year ?? 0)];
}

/**
 * Harms of the treatment at the claimed place, or at any place where the record names none. A harm recorded
 * for the class and for another kind of it is that kind's: contaminated cord blood is no harm of a patient's
 * own marrow.
 */
function findHarms(scope: Scope, index: RecordIndex): Harm[] {
  const isOfThisKind = ({ record, kinship }: FamilyRecord<Harm>): boolean =>
    kinship !== 'wider' || record.treatments.every((id) => scope.treatments.get(id)?.kinship === 'wider');
  const order = ({ record, rank }: FamilyRecord<Harm>): number[] => [
    record.serious ? 0 : 1,
    record.conditions.length > 0 ? 0 : 1,
    rank,
    -(record.n ?? 0),
  ];
  return recordsOfFamily(index.harms, scope)
    .filter(isOfThisKind)
    .filter(
      ({ record }) =>
        record.conditions.length === 0 || closest(record.conditions, scope.conditions) !== 'other',
    )
    .sort((a, b) => compareInOrder(order(a), order(b)))
    .map(({ record }) => record);
}

/** A record, with how its treatment lies to the claimed one: the closest of several. */
interface FamilyRecord<T> {
  readonly record: T;
  readonly kinship: Relative['kinship'];
  readonly rank: number;
}

/** The records of the treatment, then of its class, then of its kinds; not those of neighbours. */
function recordsOfFamily<T>(byTreatment: ReadonlyMap<string, readonly T[]>, scope: Scope): FamilyRecord<T>[] {
  const order: readonly Relative['kinship'][] = ['exact', 'wider', 'narrower'];
  const family = [...scope.treatments]
    .filter(([, { kinship }]) => order.includes(kinship))
    .sort(([, a], [, b]) => order.indexOf(a.kinship) - order.indexOf(b.kinship) || a.rank - b.rank);
  const found = new Map<T, FamilyRecord<T>>();
  for (const [rank, [treatment, { kinship }]] of family.entries()) {
    for (const record of byTreatment.get(treatment) ?? []) {
      if (!found.has(record)) found.set(record, { record, kinship, rank });
    }
  }
  return [...found.values()];
}

// ── Index ───────────────────────────────────────────────────────────────────────────────────────

function indexOf(evidence: Evidence): RecordIndex {
  const index = indices.get(evidence) ?? {
    syntheses: groupBy(evidence.syntheses, ({ treatment, condition }) => [pairKey(treatment, condition)]),
    studies: groupBy(evidence.studies, ({ treatments, conditions }) =>
      treatments.flatMap((treatment) => conditions.map((condition) => pairKey(treatment, condition))),
    ),
    harms: groupBy(evidence.harms, (harm) => harm.treatments),
    products: groupBy(evidence.products, (product) => product.treatments),
  };
  indices.set(evidence, index);
  return index;
}

function groupBy<T>(records: readonly T[], keysOf: (record: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const record of records) {
    for (const key of keysOf(record)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [record]);
      else group.push(record);
    }
  }
  return groups;
}

function pairKey(treatment: string, condition: string): string {
  return `${treatment}|${condition}`;
}

/** Compares two lists of numbers of one length, the first difference deciding. */
function compareInOrder(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
