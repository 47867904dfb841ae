/** Wording that the evidence carries, for an editor to paste. Never applied by itself. */
import type { Evidence } from '../evidence/index.ts';
import type { PackInfo } from '../evidence/schema.ts';
import type { Case } from './case.ts';
import type { PageContext } from './context.ts';
import { treatmentOf } from './covered.ts';
import { clause, embedded, type Facts, fillLongest } from './message.ts';
import { answer } from './records.ts';
import type { Rule } from './rule.ts';

/** Where products of human cells and tissue may not be advertised to the public at all (TGA): no wording is offered. */
const NO_ADVERTISING: readonly string[] = ['AU'];

/**
 * The pack's sentence on legal status for the page's jurisdiction, or for any, with the treatment named (by default
 * the claim's). Null where the sentence would speak of another field, and where there is nothing to approve.
 */
export function statusSentence(
  one: Case,
  context: PageContext,
  subject: string = one.claim.subject,
): string | null {
  const sentence = sentenceOfPack(one, context);
  if (sentence === null || one.otherField || !needsApproval(one, context)) return null;
  const treatment = treatmentOf({ subject }, context.evidence);
  if (treatment === undefined) return null;
  const label = treatment.label.charAt(0).toUpperCase() + treatment.label.slice(1);
  return sentence.replace(/^It\b/, label);
}

/** Whether the treatment is one that a regulator approves for a use: approval is for products, not for care. */
export function needsApproval({ claim }: Case, { evidence }: PageContext): boolean {
  return treatmentOf(claim, evidence)?.regulated !== false;
}

/** The same sentence as a clause for another one: `it is not FDA-approved for back or joint pain`. */
export function standingOf(one: Case, context: PageContext): string | null {
  const sentence = one.otherField ? null : sentenceOfPack(one, context);
  return sentence === null ? null : embedded(clause(sentence));
}

function sentenceOfPack(one: Case, context: PageContext): string | null {
  const sentences = packOf(one, context.evidence)?.statusSentence;
  return sentences?.[context.jurisdiction ?? '*'] ?? sentences?.['*'] ?? null;
}

/** The pack whose records answer the claim; without one, the pack that reads a page's unnamed condition. */
function packOf({ match }: Case, { infos, packOf: packOfStudy }: Evidence): PackInfo | undefined {
  const study = match.synthesis?.studies[0] ?? match.studies[0]?.study.id;
  const answering = infos.find(({ id }) => id === packOfStudy.get(study ?? ''));
  return answering ?? infos.find((info) => info.defaultCondition !== undefined) ?? infos[0];
}

/**
 * The rule's own suggestion, else the wording of the synthesis with the status sentence. Where no synthesis answers
 * the claim in its own terms, the wording says that no study does. Null for harms, and where nothing may be said.
 */
export function suggestionFor(rule: Rule, one: Case, facts: Facts, context: PageContext): string | null {
  if (mayNotBeAdvertised(one, context)) return null;
  if (rule.suggestion !== undefined) return fillLongest(rule.suggestion, facts);
  if (one.claim.polarity === 'harm' || one.otherField) return null;
  const synthesis = answer(one.match);
  const wording = synthesis?.wording ?? unanswered(rule, one, facts);
  if (wording === null || one.claim.condition === null) return null;
  const status = statusSentence(one, context, synthesis?.treatment);
  return status === null ? wording : `${wording} ${status}`;
}

function unanswered(rule: Rule, { match }: Case, facts: Facts): string | null {
  if (facts('unstudied') === null) return null;
  if (rule.about === 'structure') return fillLongest(NO_REPAIR_SHOWN, facts);
  return match.treatment === 'same' ? null : fillLongest(NOTHING_SHOWN, facts);
}

const NO_REPAIR_SHOWN: readonly string[] = [
  'No controlled study that we know of shows that {treatment} repairs or rebuilds tissue.',
];
const NOTHING_SHOWN: readonly string[] = [
  'No controlled study that we know of shows what {treatment} does for {condition}.',
  'No controlled study that we know of shows what {treatment} does.',
];

function mayNotBeAdvertised({ claim }: Case, { evidence, jurisdiction }: PageContext): boolean {
  if (jurisdiction === null || !NO_ADVERTISING.includes(jurisdiction)) return false;
  const treatment = treatmentOf(claim, evidence);
  return treatment !== undefined && treatment.origin !== 'none';
}
