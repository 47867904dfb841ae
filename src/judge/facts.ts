/** The values that the templates of every rule may use, for one claim. */

import { tokenize } from '../claims/tokens.ts';
import type { Evidence } from '../evidence/index.ts';
import type { Match } from '../evidence/match.ts';
import type { Treatment } from '../evidence/schema.ts';
import { type Case, reportedBy } from './case.ts';
import type { PageContext } from './context.ts';
import { clause, embedded, type Facts, listed } from './message.ts';
import { contains, spellings } from './phrases.ts';
import { answer, contraryResult, nameOf, sourceOf, type Telling } from './records.ts';
import { statusSentence } from './wording.ts';

/** Harms named in a message; more would make it a list. */
const HARMS_NAMED = 2;

/**
 * `treatment`, `condition`, `outcome`: labels of the vocabulary, null where the claim names none.
 * `statement`: the controlled result that speaks most plainly, with its study, else what all the evidence says, which is
 * `synthesis`.
 * `other`, `compared`: the other treatment that the claim names, and a trial of the two.
 * `harms`, `example`: labels of recorded harms, and one record of them. `status`: the legal status as a sentence, `record`
 * as the first product on record has it. `limits`: size and design of the work that the claim leans on. `asof`: the
 * day of the pack.
 */
export function factsOf(one: Case, context: PageContext): Facts {
  const { vocabulary, infos } = context.evidence;
  const { claim, match } = one;
  const answering = answer(match);
  const synthesis = answering === null ? null : embedded(clause(answering.statement));
  const other = comparatorIn(one, context.evidence);
  // A label that is a list itself reads badly in a list.
  const serious = match.harms.filter((record) => record.serious && !record.label.includes(' and '));
  const harm = serious[0] ?? match.harms[0];
  const labels = [...new Set(serious.map((record) => record.label))];
  return {
    treatment: label(vocabulary.treatments, claim.subject) ?? 'this treatment',
    condition: label(vocabulary.conditions, match.question.condition),
    outcome: label(vocabulary.outcomes, claim.outcome),
    statement: tellingStatement(contraryResult(match)) ?? synthesis,
    synthesis,
    harms: labels.length === 0 ? null : listed(labels.slice(0, HARMS_NAMED)),
    example: harm === undefined ? null : `${embedded(clause(harm.what, ';'))} (${sourceOf(harm)})`,
    status: statusSentence(one, context),
    record: match.products[0] === undefined ? null : clause(match.products[0].statement),
    limits: limitsOf(one),
    other: other?.label ?? null,
    compared: other === null ? null : tellingStatement(comparedWith(other, match)),
    asof: infos[0]?.asOf ?? null,
  };
}

/** A result with its study, for a message; null where it has no figure to show. */
export function tellingStatement(telling: Telling | null): string | null {
  if (telling === null) return null;
  const statement = clause(telling.result?.statement ?? telling.study.conclusion);
  return /\d/.test(statement) ? `${embedded(statement)} (${nameOf(telling.study)})` : null;
}

/** The other treatment that a claim names beside its own, or null. */
function comparatorIn({ tokens }: Case, { vocabulary }: Evidence): Treatment | null {
  return vocabulary.treatments.find((term) => term.comparator && contains(tokens, spellings(term))) ?? null;
}

function comparedWith(other: Treatment, { studies }: Match): Telling | null {
  const found = studies.find(
    ({ study, fit }) =>
      fit === 'same' &&
      study.comparatorKind === 'active' &&
      contains(tokenize(study.comparator ?? ''), spellings(other)),
  );
  const result = found?.study.results.find(({ versus }) => versus !== undefined);
  return found === undefined ? null : { study: found.study, result: result ?? null };
}

/** Groups this small cannot show rare harms or separate an effect from chance. */
const SMALL = 100;

/** The limits of the work that the claim leans on: `26 people and no control group`. */
function limitsOf(one: Case): string | null {
  const study = reportedBy(one);
  if (study === null || study.species !== 'human') return null;
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
