/** Wording that the evidence carries, for an editor to paste. Never applied by itself. */
import type { Case } from './case.ts';
import type { PageContext } from './context.ts';
import { type Facts, fillFirst } from './message.ts';
import type { Rule } from './rule.ts';

/** Where a product may not be advertised to the public at all, no wording is offered (TGA, biologicals). */
const NO_ADVERTISING: readonly string[] = ['AU'];

/** The pack's sentence on legal status for the page's jurisdiction, or for any, with the treatment named. */
export function statusSentence({ claim }: Case, { evidence, jurisdiction }: PageContext): string | null {
  const sentences = evidence.infos[0]?.statusSentence;
  const sentence = sentences?.[jurisdiction ?? '*'] ?? sentences?.['*'] ?? null;
  const treatment = evidence.vocabulary.treatments.find(({ id }) => id === claim.subject);
  if (sentence === null || treatment === undefined) return sentence;
  const label = treatment.label.charAt(0).toUpperCase() + treatment.label.slice(1);
  return sentence.replace(/^It\b/, label);
}

/** The rule's own suggestion, else the wording of the synthesis with the status sentence; null where neither is. */
export function suggestionFor(rule: Rule, one: Case, facts: Facts, context: PageContext): string | null {
  if (context.jurisdiction !== null && NO_ADVERTISING.includes(context.jurisdiction)) return null;
  if (rule.suggestion !== undefined) return fillFirst(rule.suggestion, facts);
  const { synthesis } = one.match;
  if (synthesis === null || one.claim.polarity === 'harm') return null;
  const status = statusSentence(one, context);
  return status === null ? synthesis.wording : `${synthesis.wording} ${status}`;
}
