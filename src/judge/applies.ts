/** Whether a rule looks at a claim: every condition of its `where` that is given must hold. */
import type { CaveatKind } from '../model.ts';
import { COMPARISON, MODALITY, RELATION, SAFETY } from '../scales.ts';
import { type Case, reportedBy } from './case.ts';
import { contains } from './phrases.ts';
import type { Where } from './rule.ts';

export function applies(where: Where, one: Case): boolean {
  const { claim } = one;
  const types: readonly string[] = claim.types;
  const cues = claim.cues.map((cue) => cue.class);
  return (
    anyOf(where.types, types) &&
    noneOf(where.notTypes, types) &&
    onlyFrom(where.onlyTypes, types) &&
    includes(where.polarity, claim.polarity) &&
    includes(where.attribution, claim.attribution) &&
    atLeast(MODALITY, claim.modality, where.modalityFrom) &&
    atMost(MODALITY, claim.modality, where.modalityTo) &&
    atLeast(RELATION, claim.asserts.relation, where.relationFrom) &&
    atMost(RELATION, claim.asserts.relation, where.relationTo) &&
    atLeast(COMPARISON, claim.asserts.comparison, where.comparisonFrom) &&
    (where.safetyFrom === undefined ||
      (claim.asserts.safety !== null && atLeast(SAFETY, claim.asserts.safety, where.safetyFrom))) &&
    noneOf(where.notRegions, [claim.region]) &&
    anyOf(where.cues, cues) &&
    noneOf(where.notCues, cues) &&
    (where.leansOnStudy === undefined || where.leansOnStudy === leansOnStudy(one)) &&
    (where.numbers === undefined ||
      anyOf(
        where.numbers,
        claim.numbers.filter(({ value }) => value !== 100).map(({ unit }) => unit),
      )) &&
    (where.reported === undefined || where.reported === (reportedBy(one) !== null)) &&
    (where.phrases === undefined || contains(one.tokens, where.phrases)) &&
    (where.notPhrases === undefined || !contains(one.tokens, where.notPhrases)) &&
    (where.tellsResult === undefined || where.tellsResult === tellsResult(one)) &&
    (where.reportsStudy === undefined || !reportsStudy(one)) &&
    (where.unlimited === undefined || !one.tells.some((kind) => LIMITS.includes(kind))) &&
    (where.onPeople === undefined || isOnPeople(one))
  );
}

/** Whether the claim leans on a work that was identified. */
export function leansOnStudy(one: Case): boolean {
  return one.leansOn.length > 0;
}

/**
 * Whether the claim tells what happened to patients ("most had less pain", "pain fell by 71 %") and not what the
 * treatment does. Such a sentence may be true; what it lacks is a comparison.
 */
export function tellsResult(one: Case): boolean {
  const { claim } = one;
  const { share, relation } = claim.asserts;
  const counted = claim.numbers.some(({ unit, n, of }) => unit === '%' || n !== null || of !== null);
  const shared = share !== null && relation !== 'causes' && contains(one.tokens, PEOPLE);
  return counted || shared || reportsStudy(one);
}

/** Whether the claim tells what an unnamed source found, and not in its own voice that the treatment acts. */
function reportsStudy({ claim, citations }: Case): boolean {
  const unnamed = citations.some(({ status, kind }) => status === 'vague' && kind === 'inline');
  return unnamed && claim.asserts.relation !== 'causes';
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

/** Animals and laboratory work, told as such, are no claim about people. */
function isOnPeople({ claim }: Case): boolean {
  return claim.asserts.stage !== 'animal' && claim.asserts.stage !== 'laboratory';
}

function anyOf(wanted: readonly string[] | undefined, given: readonly string[]): boolean {
  return wanted === undefined || wanted.some((value) => given.includes(value));
}

function noneOf(unwanted: readonly string[] | undefined, given: readonly string[]): boolean {
  return unwanted === undefined || !unwanted.some((value) => given.includes(value));
}

function onlyFrom(allowed: readonly string[] | undefined, given: readonly string[]): boolean {
  return allowed === undefined || given.every((value) => allowed.includes(value));
}

function includes(wanted: readonly string[] | undefined, given: string): boolean {
  return wanted === undefined || wanted.includes(given);
}

function atLeast<T extends string>(scale: readonly T[], given: T, least: T | undefined): boolean {
  return least === undefined || scale.indexOf(given) >= scale.indexOf(least);
}

function atMost<T extends string>(scale: readonly T[], given: T, most: T | undefined): boolean {
  return most === undefined || scale.indexOf(given) <= scale.indexOf(most);
}
