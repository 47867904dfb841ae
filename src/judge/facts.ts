/** The values that the templates of every rule may use, for one claim. */

import type { Evidence } from '../evidence/index.ts';
import type { Match } from '../evidence/match.ts';
import { onceFor } from '../once.ts';
import { type Case, reportedBy } from './case.ts';
import { comparatorIn, comparedWith } from './comparator.ts';
import type { PageContext } from './context.ts';
import { treatmentCovered } from './covered.ts';
import { riskOf } from './harms.ts';
import { clause, embedded, type Facts, listed } from './message.ts';
import { answer, contraryResult, nameOf, type Telling, tellingProducts } from './records.ts';
import { standingOf, statusSentence } from './wording.ts';

/**
 * `treatment`, `condition`, `outcome`: labels of the vocabulary, null where the claim names none.
 * `statement`: what the evidence says on the claim's own question, in one sentence; null where the packs do not answer
 * it. `unstudied`: the treatment, where no controlled study of it for this use is on record.
 * `other`, `uncompared`: the other treatment that the claim names, and the same where no trial compares the two;
 * `compared`, `versus`: the result and the name of a trial that does.
 * `risk`, `harm`: the recorded harms, and the first of them, with their sources; `harms` without. `status`, `standing`: the legal status as a sentence
 * of its own and inside another, `record` as the product on record has it that fits best. `limits`: size and design of
 * the work that the claim leans on, and what it `cannot` do. `asof`: the day of the pack.
 */
export function factsOf(one: Case, context: PageContext): Facts {
  const { vocabulary, infos } = context.evidence;
  const { claim, match, harms } = one;
  const other = comparatorIn(one, context.evidence);
  const trial = other === null ? null : comparedWith(other, match);
  const treatment = label(vocabulary.treatments, claim.subject);
  const product = tellingProducts(one)[0];
  return {
    treatment: treatment ?? 'this treatment',
    condition: label(vocabulary.conditions, match.question.condition),
    outcome: label(vocabulary.outcomes, claim.outcome),
    statement: statementFor(one),
    unstudied: isUnstudied(one, context.evidence) ? treatment : null,
    harm: riskOf(harms.slice(0, 1)),
    harms: harms.length === 0 ? null : listed(harms.map((harm) => harm.label)),
    risk: riskOf(harms),
    status: statusSentence(one, context),
    standing: standingOf(one, context),
    record: product === undefined ? null : embedded(clause(product.statement)),
    limits: limitsOf(one),
    cannot: claim.types.includes('safety') ? 'rule out rare harm' : 'show that the treatment was the reason',
    other: other?.label ?? null,
    uncompared: other !== null && trial === null ? other.label : null,
    compared: tellingStatement(trial),
    versus: trial === null ? null : nameOf(trial.study),
    asof: infos[0]?.asOf ?? null,
  };
}

/** The short form of the synthesis that answers; without one, the controlled result that speaks most plainly. */
function statementFor({ claim, match, otherField }: Case): string | null {
  if (otherField || claim.condition === null) return null;
  const answering = answer(match);
  if (answering?.short !== undefined) return embedded(clause(answering.short));
  return contraryStatement(match) ?? (answering === null ? null : embedded(clause(answering.statement)));
}

const contraryStatement = onceFor((match: Match) => tellingStatement(contraryResult(match)));

function isUnstudied({ claim, match, otherField }: Case, evidence: Evidence): boolean {
  const covered = treatmentCovered(claim, evidence) && !otherField && claim.condition !== null;
  return covered && !match.studies.some(({ study, fit }) => fit === 'same' && study.controlled);
}

/** A result with its study, for a message; null where it has no figure to show. */
export function tellingStatement(telling: Telling | null): string | null {
  if (telling === null) return null;
  const statement = clause(telling.result?.statement ?? telling.study.conclusion);
  return /\d/.test(statement) ? `${embedded(statement)} (${nameOf(telling.study)})` : null;
}

/** Groups this small cannot show rare harms or separate an effect from chance. */
const SMALL = 100;

/** The limits of the work that the claim leans on: `26 people and no control group`. */
function limitsOf(one: Case): string | null {
  const study = reportedBy(one);
  if (study === null || study.species !== 'human') return null;
  if (study.included !== undefined || study.n === undefined) {
    return study.controlled ? null : `${nameOf(study)} pooled studies without a control group`;
  }
  const limits = [
    ...(study.n !== undefined && study.n < SMALL ? [`${study.n} people`] : []),
    ...(study.controlled ? [] : ['no control group']),
  ];
  return limits.length === 0 ? null : `${nameOf(study)} had ${listed(limits)}`;
}

function label(
  terms: readonly { readonly id: string; readonly label: string }[],
  id: string | null,
): string | null {
  return terms.find((term) => term.id === id)?.label ?? null;
}
