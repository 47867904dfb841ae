/** Fires on what a citation is (status), what became of the work (integrity), and what it carries (use). */
import type { Use } from '../../citations/use.ts';
import type { Study, Vocabulary } from '../../evidence/schema.ts';
import type { Citation } from '../../model.ts';
import { MODALITY } from '../../scales.ts';
import type { Case, Leaning } from '../case.ts';
import type { PageContext } from '../context.ts';
import { clause, embedded } from '../message.ts';
import { quoteNumber, quoteOf, shorten } from '../quote.ts';
import type { ClaimCheck, Raised } from '../raised.ts';
import { evidenceFor, nameOf, studyItem } from '../records.ts';
import type { RuleOf } from '../rule.ts';

type CitationRule = RuleOf<'citation'>;

/** Judges the citations that a claim leans on; the first that the rule is about decides. */
export const checkCitation: ClaimCheck<'citation'> = (rule, one, context) => {
  if (rule.on !== 'claim') return null;
  if (rule.absent) return raiseOnMissing(rule, one);
  const { uses } = rule;
  if (uses !== undefined) {
    const leaning = one.leansOn.find(
      ({ citation, study, carries }) =>
        concerns(rule, citation) &&
        uses.includes(carries.use) &&
        (carries.reason !== 'direction' || (statesEffect(one) && PLAIN.includes(study.direction))),
    );
    return leaning === undefined ? null : raiseOnUse(leaning, one, context);
  }
  const citation = one.citations.find((candidate) => concerns(rule, candidate));
  if (citation === undefined) return null;
  const raised = raiseOn(citation, context);
  return citation.status === 'vague' ? { ...raised, evidence: evidenceFor(one) } : raised;
};

/** Classes of cue that are verbs of effect. */
const EFFECTS: readonly string[] = ['reduce', 'improve', 'repair', 'works', 'cure', 'treat', 'avoid'];

/**
 * "What the trial found about pain relief" names a work and says nothing of what it found; "may help" is not
 * contradicted by a trial without a difference.
 */
function statesEffect({ claim }: Case): boolean {
  const firm = MODALITY.indexOf(claim.modality) >= MODALITY.indexOf('asserted');
  const certain = claim.asserts.relation === 'causes' || claim.modality === 'absolute';
  const acts = certain && claim.cues.some((cue) => EFFECTS.includes(cue.class));
  return firm && (acts || claim.numbers.some(({ unit, n, value }) => !(unit === 'people' && n === value)));
}

/** A number quoted without a source that could be looked up. */
function raiseOnMissing(rule: CitationRule, one: Case): Raised | null {
  if (one.citations.some(({ status }) => status !== 'vague')) return null;
  const number = one.claim.numbers.find(({ unit }) => rule.where.numbers?.includes(unit));
  const quote = number === undefined ? quoteOf(one.claim, rule.quote) : quoteNumber(one.claim, number);
  return { quote, evidence: evidenceFor(one) };
}

/** Judges the citations of a page, each once, where the work is named. */
export function checkNamedWorks(rule: CitationRule, context: PageContext): Raised[] {
  if (rule.on !== 'citation') return [];
  return context.page.citations
    .filter((citation) => concerns(rule, citation))
    .map((citation) => raiseOn(citation, context));
}

function concerns(rule: CitationRule, citation: Citation): boolean {
  return (
    (rule.statuses === undefined || rule.statuses.includes(citation.status)) &&
    (rule.integrity === undefined || rule.integrity.includes(citation.integrity)) &&
    (rule.kinds === undefined || rule.kinds.includes(citation.kind))
  );
}

function raiseOn(citation: Citation, { evidence }: PageContext): Raised {
  const study = evidence.studyById.get(citation.study ?? citation.nearest ?? '') ?? null;
  const problem = citation.problems[0];
  return {
    quote: { text: shorten(citation.text), span: citation.span },
    facts: {
      ...(study === null ? {} : { study: nameOf(study) }),
      ...(study?.integrityNote === undefined ? {} : { note: clause(study.integrityNote) }),
      ...(problem === undefined
        ? {}
        : { field: problem.field, cited: problem.cited, recorded: problem.recorded }),
    },
    evidence: study === null ? [] : [studyItem(study, null, 'context')],
    citation,
  };
}

/** What a work is about instead, by the reason that it does not carry a claim. */
const ABOUT: Readonly<Record<NonNullable<Use['reason']>, string>> = {
  treatment: 'another treatment',
  condition: 'another condition',
  species: 'animals or the laboratory',
  outcome: 'another outcome',
  comparison: 'one treatment, without a comparison',
  design: 'a treated group, without a control group',
  direction: 'the same question',
  harms: 'the same question',
  number: 'the same question',
};

function raiseOnUse(
  { citation, study, carries }: Leaning,
  { claim }: Case,
  { evidence }: PageContext,
): Raised {
  const { use, reason, result } = carries;
  const opposite = use === 'says-otherwise' && (reason === 'harms' || PLAIN.includes(study.direction));
  const recorded = result?.statement ?? (reason === 'harms' ? harmsOf(study) : study.conclusion);
  return {
    quote: quoteOf(claim, []),
    facts: {
      study: nameOf(study),
      recorded: embedded(clause(recorded)),
      conclusion: embedded(clause(study.conclusion)),
      about: aboutOf(reason ?? 'outcome', study, evidence.vocabulary),
    },
    evidence: [studyItem(study, result, opposite ? 'opposite' : 'context')],
    citation,
    contradicts: opposite,
    // A study that its record calls mixed does not carry the claim, and does not contradict it either.
    ...(use === 'says-otherwise' && !opposite ? { severity: 'warning' as const } : {}),
  };
}

/** What a work is about instead, with the name of its own treatment or condition. */
function aboutOf(reason: NonNullable<Use['reason']>, study: Study, vocabulary: Vocabulary): string {
  const own = {
    treatment: vocabulary.treatments.find(({ id }) => id === study.treatments[0]),
    condition: vocabulary.conditions.find(({ id }) => id === study.conditions[0]),
  };
  const term = reason === 'treatment' || reason === 'condition' ? own[reason] : undefined;
  return term === undefined ? ABOUT[reason] : `${ABOUT[reason]}, ${term.label}`;
}

/** Directions of a study that speak plainly against an effect. */
const PLAIN: readonly string[] = ['no-difference', 'against'];

function harmsOf(study: Study): string {
  return study.harms?.statement ?? study.conclusion;
}
