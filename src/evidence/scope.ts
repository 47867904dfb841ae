/** What a claim asks of the evidence, and how well a record fits it. */
import { FIT, type Fit } from '../scales.ts';
import type { Evidence } from './index.ts';
import { type NearOutcome, nearOutcomes } from './outcomes.ts';
import type { Study } from './schema.ts';
import { FIT_OF_KINSHIP, type Relative, relativesOf } from './terms.ts';

/** What a claim is about, in vocabulary ids. */
export interface Question {
  readonly treatment: string;
  /** Null where neither the sentence nor the page names one: read as the first pack's default condition. */
  readonly condition: string | null;
  /** Null for an effect without a name ("it works"): read as symptoms. */
  readonly outcome: string | null;
}

/** How well a record fits a question, part by part; `fit` is the worst of the three. */
export interface Fits {
  readonly fit: Fit;
  readonly treatment: Fit;
  readonly condition: Fit;
  readonly outcome: Fit;
}

/** The terms that bear on each part of a question, by id. */
export interface Scope {
  /** The question with the default condition filled in. */
  readonly question: Question;
  readonly treatments: ReadonlyMap<string, Relative>;
  readonly conditions: ReadonlyMap<string, Relative>;
  readonly outcomes: ReadonlyMap<string, NearOutcome>;
}

/** Scopes already worked out: a page asks the same few questions again and again. */
const scopes = new WeakMap<Evidence, Map<string, Scope>>();

/** The terms that bear on a question. The same question of the same evidence returns the same object. */
export function scopeOf(question: Question, evidence: Evidence): Scope {
  const known = scopes.get(evidence) ?? new Map<string, Scope>();
  scopes.set(evidence, known);
  const key = `${question.treatment}|${question.condition ?? ''}|${question.outcome ?? ''}`;
  const scope = known.get(key) ?? findScope(question, evidence);
  known.set(key, scope);
  return scope;
}

function findScope(question: Question, evidence: Evidence): Scope {
  const { treatments, conditions, outcomes } = evidence.vocabulary;
  const condition = question.condition ?? defaultCondition(evidence);
  return {
    question: { ...question, condition },
    treatments: relativesOf(question.treatment, treatments, false),
    conditions: condition === null ? anyCondition(evidence) : relativesOf(condition, conditions, true),
    outcomes: nearOutcomes(question.outcome, outcomes),
  };
}

function defaultCondition(evidence: Evidence): string | null {
  return evidence.infos.find((info) => info.defaultCondition !== undefined)?.defaultCondition ?? null;
}

/** With no condition to go by, every one is near and none is meant. */
function anyCondition(evidence: Evidence): Map<string, Relative> {
  return new Map(evidence.vocabulary.conditions.map(({ id }, rank) => [id, { kinship: 'near', rank }]));
}

/**
 * How well one study, such as a cited one, fits a question. A study without recorded results is
 * `neighbouring` in its outcome; work on animals or in a dish is at most `neighbouring` to a claim about people.
 */
export function fitStudy(question: Question, study: Study, evidence: Evidence): Fits {
  const scope = scopeOf(question, evidence);
  const condition = closest(study.conditions, scope.conditions);
  return joinFits(
    closest(study.treatments, scope.treatments),
    study.species === 'human' ? condition : worst(condition, 'neighbouring'),
    fitOutcomes(study, scope),
  );
}

function fitOutcomes(study: Study, { outcomes }: Scope): Fit {
  const fits = study.results.map((result) => outcomes.get(result.outcome)?.fit ?? 'other');
  if (study.results.length === 0) fits.push('neighbouring');
  if (study.harms !== undefined) fits.push(outcomes.get('safety')?.fit ?? 'other');
  return fits.reduce(best, 'other');
}

/** The best fit of any of a record's terms. */
export function closest(ids: readonly string[], relatives: ReadonlyMap<string, Relative>): Fit {
  return ids.map((id) => fitOf(relatives.get(id))).reduce(best, 'other');
}

/** The fit of a term that lies so to the claimed one; `other` for one that does not bear on it. */
export function fitOf(relative: Relative | undefined): Fit {
  return relative === undefined ? 'other' : FIT_OF_KINSHIP[relative.kinship];
}

/** How well a record fits a claim in all: no better than its worst part. */
export function joinFits(treatment: Fit, condition: Fit, outcome: Fit): Fits {
  return { fit: [treatment, condition, outcome].reduce(worst), treatment, condition, outcome };
}

function best(a: Fit, b: Fit): Fit {
  return FIT.indexOf(a) >= FIT.indexOf(b) ? a : b;
}

function worst(a: Fit, b: Fit): Fit {
  return FIT.indexOf(a) <= FIT.indexOf(b) ? a : b;
}
