/** Whether a rule looks at a claim: every condition of its `where` that is given must hold. */
import type { CaveatKind, Citation } from '../model.ts';
import { onceFor } from '../once.ts';
import { COMPARISON, MODALITY, SAFETY } from '../scales.ts';
import { type Case, reportedBy } from './case.ts';
import { contains } from './phrases.ts';
import type { Where } from './rule.ts';

/** What a condition asks for, where it is given. */
type Wanted = { readonly [K in keyof Where]-?: NonNullable<Where[K]> };
type Conditions = { readonly [K in keyof Wanted]: (wanted: Wanted[K], one: Case) => boolean };

/** One line a condition; what each means is told where the rule's schema names it. */
const CONDITIONS: Conditions = {
  types: (wanted, { claim }) => wanted.some((type) => claim.types.includes(type)),
  notTypes: (unwanted, { claim }) => !unwanted.some((type) => claim.types.includes(type)),
  polarity: (wanted, { claim }) => wanted.includes(claim.polarity),
  attribution: (wanted, { claim }) => wanted.includes(claim.attribution),
  notRegions: (unwanted, { claim }) => !unwanted.includes(claim.region),
  modalityFrom: (least, { claim }) => atLeast(MODALITY, claim.modality, least),
  modalityTo: (most, { claim }) => atLeast(MODALITY, most, claim.modality),
  comparisonFrom: (least, { claim }) => atLeast(COMPARISON, claim.asserts.comparison, least),
  safetyFrom: (least, { claim }) => atLeast(SAFETY, claim.asserts.safety, least),
  cues: (wanted, { claim }) => claim.cues.some((cue) => wanted.includes(cue.class)),
  notCues: (unwanted, { claim }) => !claim.cues.some((cue) => unwanted.includes(cue.class)),
  phrases: (wanted, { tokens }) => contains(tokens, wanted),
  notPhrases: (unwanted, { tokens }) => !contains(tokens, unwanted),
  numbers: (units, { claim }) =>
    claim.numbers.some(({ unit, value }) => units.includes(unit) && value !== 100),
  leansOnStudy: (wanted, one) => wanted === one.leansOn.length > 0,
  cited: (_, { citations }) => citations.every(({ status }) => status === 'vague'),
  offRecord: (_, one) => one.offRecord,
  reported: (wanted, one) => wanted === (reportedBy(one) !== null),
  tellsResult: (wanted, one) => wanted === tellsResult(one),
  reportsStudy: (wanted, one) => wanted === reportsStudy(one),
  unlimited: (_, { tells, answered }) => !answered && !tells.some((kind) => LIMITS.includes(kind)),
  onPeople: (_, { claim }) => claim.asserts.stage !== 'animal' && claim.asserts.stage !== 'laboratory',
};

export function applies(where: Where, one: Case): boolean {
  return conditionsOf(where).every((holds) => holds(one));
}

const NAMES = Object.keys(CONDITIONS) as (keyof Wanted)[];

/** The conditions that are given, in the order of the table: the cheap ones come first. */
const conditionsOf = onceFor((where: Where) => NAMES.flatMap((name) => given(name, where[name])));

function given<K extends keyof Wanted>(name: K, wanted: Wanted[K] | undefined): ((one: Case) => boolean)[] {
  return wanted === undefined ? [] : [(one) => CONDITIONS[name](wanted, one)];
}

/**
 * Whether the claim tells what happened to patients ("most had less pain", "pain fell by 71 %") and not what the
 * treatment does. Such a sentence may be true; what it lacks is a comparison.
 */
export function tellsResult(one: Case): boolean {
  const { share, relation } = one.claim.asserts;
  const counted = one.claim.numbers.some(
    ({ unit, n, of, value }) => unit === '%' || of !== null || (n !== null && n !== value),
  );
  const ofPeople = contains(one.tokens, PEOPLE);
  const associated = relation !== 'causes';
  const source = unnamedSource(one);
  return (
    counted || (share !== null && associated && ofPeople) || (source !== null && (associated || ofPeople))
  );
}

/** Whether an unnamed source is said to have found it: it heads the sentence, or no effect is asserted beside it. */
function reportsStudy(one: Case): boolean {
  const source = unnamedSource(one);
  if (source === null) return false;
  const at = one.claim.text.indexOf(source.text);
  return one.claim.asserts.relation !== 'causes' || (at >= 0 && at <= HEAD);
}

/** Room for "However, in " before the source that heads a sentence. */
const HEAD = 12;

function unnamedSource({ citations }: Case): Citation | null {
  return citations.find(({ status, kind }) => status === 'vague' && kind === 'inline') ?? null;
}

const LIMITS: readonly CaveatKind[] = ['evidence-limited', 'trials-needed'];

const PEOPLE: readonly string[] = [
  'patients',
  'people',
  'clients',
  'participants',
  'subjects',
  'individuals',
];

function atLeast<T extends string>(scale: readonly T[], given: T | null, least: T): boolean {
  return given !== null && scale.indexOf(given) >= scale.indexOf(least);
}
