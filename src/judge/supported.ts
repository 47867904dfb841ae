/**
 * When a claim without a finding may be called supported: a recorded result for the treatment, the condition and the
 * outcome that it names carries all that it says.
 */
import type { Evidence } from '../evidence/index.ts';
import type { Match } from '../evidence/match.ts';
import type { Claim } from '../model.ts';
import { onceFor } from '../once.ts';
import {
  type Asserted,
  DURATION,
  exceeds,
  MODALITY,
  SAFETY,
  SHARE,
  SIZE,
  type Warranted,
} from '../scales.ts';
import { tellsResult } from './applies.ts';
import { type Case, reportedBy } from './case.ts';
import { contains, spellings } from './phrases.ts';

export function isSupported(one: Case, evidence: Evidence): boolean {
  const { claim, match, warranted } = one;
  if (claim.polarity === 'harm') return claim.types.includes('safety') && isRecordedHarm(one);
  if (reportedBy(one) !== null) return true;
  if (warranted === null || match.synthesis === null || warranted.fit !== 'same') return false;
  if (claim.types.every((type) => type === 'regulatory')) return statusHolds(claim.asserts, warranted);
  if (claim.types.every((type) => type === 'evidence')) return one.leansOn.length > 0;
  if (claim.polarity === 'neutral') return isNullResult(one) || one.leansOn.length > 0;
  if (claim.types.some((type) => UNSETTLED.includes(type)) || !namesQuestion(one, evidence)) return false;
  return (isWithin(claim.asserts, warranted) && isNamed(claim)) || isToldWithItsLimit(one);
}

/** What a claim says beside its effect, and no result on the effect settles. */
const UNSETTLED: readonly Claim['types'][number][] = ['mechanism', 'durability', 'regulatory'];

/** Whether a harm on record for the treatment, or in one of its studies, is the one that the claim tells. */
function isRecordedHarm({ match, tokens }: Case): boolean {
  const words = wordsOfHarms(match);
  return tokens.some(({ text }) => text.length > STEM && words.has(text.slice(0, STEM)));
}

/** Enough letters to tell words apart and to join "infected" and "infections". */
const STEM = 5;

const wordsOfHarms = onceFor(({ harms, studies, synthesis }: Match): ReadonlySet<string> => {
  const told = [
    ...harms.map(({ label, what }) => `${label} ${what}`),
    ...studies.flatMap(({ study, treatment }) =>
      treatment === 'same' ? (study.harms?.statement ?? []) : [],
    ),
    synthesis?.outcome === 'safety' ? synthesis.statement : '',
  ];
  const words =
    told
      .join(' ')
      .toLowerCase()
      .match(/[a-z]{6,}/g) ?? [];
  return new Set(words.map((word) => word.slice(0, STEM)));
});

/** Whether the claim itself names what the record is about: its outcome or its condition. */
function namesQuestion({ claim, tokens }: Case, { vocabulary }: Evidence): boolean {
  const outcome = vocabulary.outcomes.find(({ id }) => id === claim.outcome);
  const condition = vocabulary.conditions.find(({ id }) => id === claim.condition);
  return [outcome, condition].some((term) => term !== undefined && contains(tokens, spellings(term)));
}

/** A result on pain carries no more than "may help" of an effect without a name. */
function isNamed({ outcome, modality }: Claim): boolean {
  return outcome !== null || MODALITY.indexOf(modality) < MODALITY.indexOf('asserted');
}

/** What studies reported, told with their limit in the same sentence, where a study on record reports as much. */
function isToldWithItsLimit(one: Case): boolean {
  const { claim, match, tells } = one;
  return (
    tells.includes('evidence-limited') &&
    claim.modality === 'asserted' &&
    tellsResult(one) &&
    match.studies.some(({ study, fit }) => fit === 'same' && IMPROVED.includes(study.direction))
  );
}

const IMPROVED: readonly string[] = ['favours', 'uncontrolled-improvement', 'mixed'];

/** A result without a difference, told as one. */
function isNullResult({ match, tokens }: Case): boolean {
  return NULL_RESULTS.includes(match.synthesis?.direction ?? '') && contains(tokens, DENIALS);
}

const NULL_RESULTS: readonly string[] = ['no-difference', 'mixed', 'unknown'];
const DENIALS: readonly string[] = [
  'no|not|never|none|neither|nor|cannot|without|little|unclear|unknown|unproven|mixed|similar|same|equal*',
  "doesn't|don't|isn't|aren't|hasn't|haven't|can't|won't|didn't",
];

/**
 * "Not approved" holds where no product is; any other status where a product on record has it. That a facility is
 * registered says nothing of the treatment.
 */
function statusHolds(asserts: Asserted, warranted: Warranted): boolean {
  return (
    asserts.status.length > 0 &&
    !asserts.status.includes('registered-facility') &&
    asserts.status.every((status) =>
      status === 'none' ? !warranted.status.includes('approved-this-use') : warranted.status.includes(status),
    )
  );
}

/** Whether a claim of benefit stands within what the evidence carries, on every scale on which it says something. */
function isWithin(asserts: Asserted, warranted: Warranted): boolean {
  return !(
    exceeds(MODALITY, asserts.modality, warranted.modality) ||
    exceeds(SHARE, asserts.share, warranted.share) ||
    exceeds(SIZE, asserts.size, warranted.size) ||
    exceeds(DURATION, asserts.duration, warranted.duration) ||
    exceeds(SAFETY, asserts.safety, warranted.safety) ||
    (asserts.comparison === 'head-to-head' && warranted.comparison !== 'head-to-head')
  );
}
