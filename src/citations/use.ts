/** Whether a study carries the claim that leans on it: outcome, treatment, condition, species, direction, numbers. */
import type { Evidence } from '../evidence/index.ts';
import { nearOutcomes } from '../evidence/outcomes.ts';
import type { Study, StudyResult } from '../evidence/schema.ts';
import { type Kinship, relativesOf } from '../evidence/terms.ts';
import type { CitationUse, Claim } from '../model.ts';
import { type Recomputation, recompute } from './arithmetic.ts';

export interface Use {
  readonly use: CitationUse;
  /** What does not fit, or null. */
  readonly reason:
    | 'treatment'
    | 'condition'
    | 'species'
    | 'outcome'
    | 'direction'
    | 'harms'
    | 'number'
    | 'comparison'
    | 'design'
    | null;
  /** The result that decides it, or null. */
  readonly result: StudyResult | null;
  readonly recomputation: Recomputation | null;
}

const NOT_ASSESSED: Use = { use: 'not-assessed', reason: null, result: null, recomputation: null };
/** Kinds of claim that results of a study do not settle. */
const UNSETTLED: readonly Claim['types'][number][] = ['mechanism', 'regulatory'];

/** Checks one claim against one study. What the record does not tell is `not-assessed`. */
export function checkUse(claim: Claim, study: Study, evidence: Evidence): Use {
  if (claim.types.every((type) => UNSETTLED.includes(type))) return NOT_ASSESSED;
  return (
    otherPeople(claim, study, evidence) ??
    otherDesign(claim, study) ??
    otherHarms(claim, study) ??
    otherDirection(claim, study) ??
    otherNumbers(claim, study, evidence) ??
    reported(claim, study, evidence)
  );
}

function otherPeople(claim: Claim, study: Study, evidence: Evidence): Use | null {
  const { treatments, conditions } = evidence.vocabulary;
  if (
    study.species !== 'human' &&
    !/\b(?:animals?|mice|mouse|rats?|rabbits?|dogs?|sheep|pigs?|laboratory|in vitro|pre-?clinical)\b/i.test(
      claim.text,
    )
  ) {
    return { ...NOT_ASSESSED, use: 'other-population', reason: 'species' };
  }
  const relatives = kinshipsOf(relativesOf(claim.subject, treatments, false));
  if (!bears(claim.subject, study.treatments, relatives) && !isOfDonors(claim, study, relatives, evidence)) {
    return { ...NOT_ASSESSED, use: 'does-not-report', reason: 'treatment' };
  }
  const condition = claim.condition ?? '';
  if (!bears(condition, study.conditions, kinshipsOf(relativesOf(condition, conditions, true)))) {
    return { ...NOT_ASSESSED, use: 'other-population', reason: 'condition' };
  }
  return null;
}

/** "Donor cells" may be of any kind that comes from donors: a study of such a neighbouring kind bears on them. */
function isOfDonors(
  { text }: Claim,
  study: Study,
  relatives: ReadonlyMap<string, Kinship>,
  { vocabulary }: Evidence,
): boolean {
  if (!/\b(?:donor|allogen)/i.test(text)) return false;
  return vocabulary.treatments.some(
    ({ id, origin }) =>
      study.treatments.includes(id) && relatives.has(id) && (origin === 'donor' || origin === 'either'),
  );
}

function kinshipsOf(relatives: ReadonlyMap<string, { kinship: Kinship }>): Map<string, Kinship> {
  return new Map([...relatives].map(([id, { kinship }]) => [id, kinship]));
}

/** A neighbour does not bear on a term; what is wider or narrower does. A term that nobody defines is not judged. */
function bears(term: string, recorded: readonly string[], relatives: ReadonlyMap<string, Kinship>): boolean {
  if (term === '' || relatives.size === 0) return true;
  return recorded.some((id) => relatives.has(id) && relatives.get(id) !== 'near');
}

/** A controlled design, said of the study itself; not one that is wished for or compared with. */
const CONTROLLED =
  /\b(?:randomi[sz]ed|placebo-controlled|sham-controlled|double-blind(?:ed)?)(?:,? [\w-]{3,14}){0,3} (?:trial|study)\b/i;
const WISHED_FOR =
  /\b(?:need\w*|lack\w*|require\w*|await\w*|unlike|without|no|not|more|further|future|larger|until)\b/i;
const PEOPLE_WITHOUT_CONTROL: readonly Study['design'][] = [
  'registry',
  'single-arm',
  'case-series',
  'case-report',
];

/** A series told as a trial with a control group. */
function otherDesign(claim: Claim, study: Study): Use | null {
  const told = CONTROLLED.test(claim.text) && !WISHED_FOR.test(claim.text);
  if (!told || study.controlled || !PEOPLE_WITHOUT_CONTROL.includes(study.design)) return null;
  return { ...NOT_ASSESSED, use: 'does-not-report', reason: 'design' };
}

/** Harm ruled out by a claim whose study recorded it. */
function otherHarms(claim: Claim, study: Study): Use | null {
  const denied = claim.asserts.safety;
  if (denied !== 'none' && denied !== 'none-serious') return null;
  const harms = study.results.filter(
    ({ outcome, responders }) => outcome === 'safety' && (responders?.n ?? 0) > 0,
  );
  const serious = (study.harms?.serious ?? 0) > 0;
  if (serious || (denied === 'none' && harms.length > 0)) {
    const result = harms.find(({ threshold }) => /serious/i.test(threshold ?? '')) ?? harms[0] ?? null;
    return { ...NOT_ASSESSED, use: 'says-otherwise', reason: 'harms', result };
  }
  return null;
}

/** A benefit claimed on a study that found none against its control. */
function otherDirection(claim: Claim, study: Study): Use | null {
  const benefit =
    claim.polarity === 'benefit' &&
    claim.types.some((type) => type === 'efficacy' || type === 'regeneration' || type === 'comparative');
  if (!benefit) return null;
  if (claim.asserts.comparison === 'head-to-head' && !study.controlled) {
    return { ...NOT_ASSESSED, use: 'does-not-report', reason: 'comparison' };
  }
  const compared = study.results.filter(
    ({ outcome, versus }) => versus !== undefined && (claim.outcome === null || outcome === claim.outcome),
  );
  if (compared.some((result) => tellsBothGroups(claim, result))) return null;
  const better = compared.some(({ versus }) => versus?.direction === 'better');
  const against = study.direction === 'no-difference' || study.direction === 'against';
  const none =
    compared.length > 0 &&
    compared.every(({ versus }) => versus?.direction === 'no-difference' || versus?.direction === 'worse');
  if (!better && (none || (against && compared.length === 0))) {
    return { ...NOT_ASSESSED, use: 'says-otherwise', reason: 'direction', result: compared[0] ?? null };
  }
  return null;
}

/** Whether a claim prints the figure of the treated and that of the control group: the reader sees the difference. */
function tellsBothGroups({ numbers }: Claim, { value, responders, versus }: StudyResult): boolean {
  const shares = [value, versus?.value, percentOf(responders), percentOf(versus?.responders)];
  const told = shares.filter(
    (share) => share !== undefined && numbers.some((number) => Math.abs(number.value - share) <= ROUNDED),
  );
  return told.length > 1;
}

/** A share printed without its decimals. */
const ROUNDED = 0.5;

function percentOf(share: StudyResult['responders']): number | undefined {
  return share === undefined ? undefined : (100 * share.n) / share.of;
}

function otherNumbers(claim: Claim, study: Study, evidence: Evidence): Use | null {
  for (const number of claim.numbers) {
    const recomputation = recompute(number, claim, study, evidence.vocabulary);
    if (recomputation?.agrees === 'not-reproduced' || recomputation?.agrees === 'impossible') {
      const result = study.results.find(({ id }) => id === recomputation.result) ?? null;
      return { use: 'numbers-differ', reason: 'number', result, recomputation };
    }
  }
  return null;
}

function reported(claim: Claim, study: Study, evidence: Evidence): Use {
  const near = nearOutcomes(claim.outcome, evidence.vocabulary.outcomes);
  const result = study.results.find(({ outcome }) => near.get(outcome)?.fit === 'same') ?? null;
  if (result) return { ...NOT_ASSESSED, use: 'reports-it', result };
  if (claim.types.includes('safety') && study.harms !== undefined)
    return { ...NOT_ASSESSED, use: 'reports-it' };
  // A record without a word on harms does not say that the study looked for none.
  if (claim.types.includes('safety')) return NOT_ASSESSED;
  if (study.results.length === 0 || claim.outcome === null) return NOT_ASSESSED;
  return { ...NOT_ASSESSED, use: 'does-not-report', reason: 'outcome' };
}

/** The use of a citation is the worst of the claims that lean on it. */
const WORST_FIRST: readonly CitationUse[] = [
  'says-otherwise',
  'numbers-differ',
  'other-population',
  'does-not-report',
  'reports-it',
];

export function worstUse(uses: readonly CitationUse[]): CitationUse {
  return WORST_FIRST.find((use) => uses.includes(use)) ?? 'not-assessed';
}
