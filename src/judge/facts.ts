/** The values that the templates of every rule may use, for one claim. */
import { type Case, reportedBy } from './case.ts';
import type { PageContext } from './context.ts';
import { clause, type Facts, listed } from './message.ts';
import { contraryResult, nameOf } from './records.ts';
import { statusSentence } from './wording.ts';

/** Harms named in a message; more would make it a list. */
const HARMS_NAMED = 3;

/**
 * `treatment`, `condition`, `outcome`: labels of the vocabulary, null where the claim names none.
 * `statement`: the controlled result that speaks most plainly, with its study, else what all the evidence says, which is
 * `synthesis`.
 * `harms`, `example`: labels of recorded harms, and one record of them. `status`: the legal status as a sentence, `record`
 * as the first product on record has it. `limits`: size and design of the work that the claim leans on. `asof`: the
 * day of the pack.
 */
export function factsOf(one: Case, context: PageContext): Facts {
  const { vocabulary, infos } = context.evidence;
  const { claim, match } = one;
  const contrary = contraryResult(match);
  const synthesis = match.synthesis === null ? null : clause(match.synthesis.statement);
  const harm = match.harms[0];
  const labels = [...new Set(match.harms.filter((record) => record.serious).map((record) => record.label))];
  return {
    treatment: label(vocabulary.treatments, claim.subject) ?? 'this treatment',
    condition: label(vocabulary.conditions, match.question.condition),
    outcome: label(vocabulary.outcomes, claim.outcome),
    statement:
      contrary === null
        ? synthesis
        : `${clause(contrary.result?.statement ?? contrary.study.conclusion)} (${nameOf(contrary.study)})`,
    synthesis,
    harms: labels.length === 0 ? null : listed(labels.slice(0, HARMS_NAMED)),
    example: harm === undefined ? null : `${clause(harm.what)} (${harm.source})`,
    status: statusSentence(one, context),
    record: match.products[0] === undefined ? null : clause(match.products[0].statement),
    limits: limitsOf(one),
    asof: infos[0]?.asOf ?? null,
  };
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
