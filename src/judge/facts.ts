/** The values that the templates of every rule may use, for one claim. */
import type { Case } from './case.ts';
import type { PageContext } from './context.ts';
import { clause, type Facts, listed } from './message.ts';
import { nameOf, tellingResult } from './records.ts';
import { statusSentence } from './wording.ts';

/** Harms named in a message; more would make it a list. */
const HARMS_NAMED = 3;

/**
 * `treatment`, `condition`, `outcome`: labels of the vocabulary, null where the claim names none.
 * `statement`: the result on record that tells most, with its study. `synthesis`: what all the evidence says.
 * `harms`, `example`: labels of recorded harms, and one record of them. `status`: the legal status. `asof`: the
 * day of the pack.
 */
export function factsOf(one: Case, context: PageContext): Facts {
  const { vocabulary, infos } = context.evidence;
  const { claim, match } = one;
  const telling = tellingResult(match);
  const harm = match.harms[0];
  const labels = [...new Set(match.harms.filter((record) => record.serious).map((record) => record.label))];
  return {
    treatment: label(vocabulary.treatments, claim.subject) ?? 'this treatment',
    condition: label(vocabulary.conditions, match.question.condition),
    outcome: label(vocabulary.outcomes, claim.outcome),
    statement:
      telling === null
        ? null
        : `${clause(telling.result?.statement ?? telling.study.conclusion)} (${nameOf(telling.study)})`,
    synthesis: match.synthesis === null ? null : clause(match.synthesis.statement),
    harms: labels.length === 0 ? null : listed(labels.slice(0, HARMS_NAMED)),
    example: harm === undefined ? null : `${clause(harm.what)} (${harm.source})`,
    status: statusSentence(context),
    asof: infos[0]?.asOf ?? null,
  };
}

function label(
  terms: readonly { readonly id: string; readonly label: string }[],
  id: string | null,
): string | null {
  return terms.find((term) => term.id === id)?.label ?? null;
}
