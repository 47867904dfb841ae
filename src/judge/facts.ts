/** The values that the templates of every rule may use, for one claim. */

import type { Evidence } from '../evidence/index.ts';
import type { Match } from '../evidence/match.ts';
import type { Study } from '../evidence/schema.ts';
import { onceFor } from '../once.ts';
import { type Case, reportedBy } from './case.ts';
import { comparatorIn, comparedWith } from './comparator.ts';
import type { PageContext } from './context.ts';
import { treatmentCovered, treatmentOf } from './covered.ts';
import { riskOf } from './harms.ts';
import type { Findings } from './index.ts';
import { clause, embedded, type Facts, listed } from './message.ts';
import { answer, contraryResult, nameOf, type Telling, tellingProducts } from './records.ts';
import { standingOf, statusSentence } from './wording.ts';

type Fact = (one: Case, context: PageContext) => string | null;

/** By the name of their placeholder; null where the packs, or the claim, hold none. */
const FACTS: ReadonlyMap<string, Fact> = new Map(
  Object.entries<Fact>({
    // Labels of the vocabulary.
    treatment: (one, context) => treatmentIn(one, context) ?? 'this treatment',
    condition: ({ match }, { evidence }) => label(evidence.vocabulary.conditions, match.question.condition),
    outcome: ({ claim }, { evidence }) => label(evidence.vocabulary.outcomes, claim.outcome),
    // What the evidence says on the claim's own question, in one sentence.
    statement: statementFor,
    // The treatment, where no controlled study of it for this use is on record.
    unstudied: (one, context) => (isUnstudied(one, context.evidence) ? treatmentIn(one, context) : null),
    // The recorded harms, and the first of them, with their sources; `harms` without.
    risk: ({ harms }) => riskOf(harms),
    harm: ({ harms }) => riskOf(harms.slice(0, 1)),
    harms: ({ harms }) => (harms.length === 0 ? null : listed(harms.map((harm) => harm.label))),
    // The legal status as a sentence of its own, inside another, and as the product on record has it that fits best.
    status: statusSentence,
    standing: standingOf,
    record: (one) => {
      const product = tellingProducts(one)[0];
      return product === undefined ? null : embedded(clause(product.statement));
    },
    // Size and design of the work that the claim leans on, and what it cannot do.
    limits: limitsOf,
    cannot: ({ claim }) =>
      claim.types.includes('safety') ? 'rule out rare harm' : 'show that the treatment was the reason',
    // The other treatment that the claim names, and the same where no trial compares the two; result and name of one that does.
    other: (one, { evidence }) => comparatorIn(one, evidence)?.label ?? null,
    uncompared: (one, { evidence }) =>
      trialOf(one, evidence) === null ? (comparatorIn(one, evidence)?.label ?? null) : null,
    compared: (one, { evidence }) => tellingStatement(trialOf(one, evidence)),
    versus: (one, { evidence }) => {
      const trial = trialOf(one, evidence);
      return trial === null ? null : nameOf(trial.study);
    },
    // The day of the pack.
    asof: (_, { evidence }) => evidence.infos[0]?.asOf ?? null,
  }),
);

/** The facts on a claim, each worked out when a template asks for it; `own` are those of the check that fired. */
export function factsOf(one: Case, context: PageContext, own: Readonly<Record<string, string>>): Facts {
  const known = new Map<string, string | null>(Object.entries(own));
  return (name) => {
    if (!known.has(name)) known.set(name, FACTS.get(name)?.(one, context) ?? null);
    return known.get(name) ?? null;
  };
}

function treatmentIn({ claim }: Case, { evidence }: PageContext): string | null {
  return treatmentOf(claim, evidence)?.label ?? null;
}

function trialOf(one: Case, evidence: Evidence): Telling | null {
  const other = comparatorIn(one, evidence);
  return other === null ? null : comparedWith(other, one.match);
}

/**
 * The short form of the synthesis that answers; without one, the controlled result that speaks most plainly. That comes
 * first where the synthesis is of one kind of the treatment: another kind may have been tested better.
 */
function statementFor({ claim, match, otherField }: Case): string | null {
  if (otherField || claim.condition === null) return null;
  const answering = answer(match);
  const ofOneKind = answering !== null && answering.treatment !== match.question.treatment;
  const contrary = ofOneKind ? contraryStatement(match) : null;
  if (contrary !== null && contrary.length <= LONGEST_RESULT) return contrary;
  if (answering?.short !== undefined) return embedded(clause(answering.short));
  return contraryStatement(match) ?? (answering === null ? null : embedded(clause(answering.statement)));
}

/** A longer result leaves no room for the rest of a message. */
const LONGEST_RESULT = 150;

const contraryStatement = onceFor((match: Match) => tellingStatement(contraryResult(match)));

function isUnstudied({ claim, match, otherField }: Case, evidence: Evidence): boolean {
  if (match.elsewhere) return false;
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

/** The limits of the work that the claim leans on and that it does not tell: `26 people and no control group`. */
function limitsOf(one: Case, { page }: PageContext): string | null {
  const study = reportedBy(one);
  if (study === null || study.species !== 'human') return null;
  if (study.included !== undefined || study.n === undefined) {
    return study.controlled ? null : `${nameOf(study)} pooled studies without a control group`;
  }
  const limits = [
    ...(study.n < SMALL && !isCounted(one, study, page) ? [`${study.n} people`] : []),
    ...(study.controlled ? [] : ['no control group']),
  ];
  return limits.length === 0 ? null : `${nameOf(study)} had ${listed(limits)}`;
}

/** Whether the paragraph says how many people the study had, or how many of them it looked at. */
function isCounted({ claim }: Case, study: Study, { document, sentences }: Findings): boolean {
  const paragraph = document.blocks[sentences[claim.sentence]?.block ?? -1]?.text ?? '';
  const counts = [study.n, ...study.results.map(({ n }) => n)].filter((count) => count !== undefined);
  return counts.some((count) => new RegExp(`\\b${count}\\b`).test(paragraph));
}

function label(
  terms: readonly { readonly id: string; readonly label: string }[],
  id: string | null,
): string | null {
  return terms.find((term) => term.id === id)?.label ?? null;
}
