/** What a check hands back when it fires, before it becomes a finding. */
import type { Citation, Computation, EvidenceItem, Severity, Span } from '../model.ts';
import type { Case } from './case.ts';
import type { PageContext } from './context.ts';
import type { Rule, RuleOf } from './rule.ts';

/** Words of the page that a message quotes. */
export interface Quote {
  readonly text: string;
  readonly span: Span;
}

export interface Raised {
  readonly quote: Quote;
  /** Values for placeholders of the message that only this check knows. */
  readonly facts?: Readonly<Record<string, string>>;
  readonly evidence: readonly EvidenceItem[];
  readonly computation?: Computation;
  readonly citation?: Citation;
  /** Where the case is graver, or lighter, than the rule says. */
  readonly severity?: Severity;
  /** Whether a recorded result says the opposite of the claim. */
  readonly contradicts?: boolean;
}

/** Judges one claim by one rule; null where the rule has nothing to say. Pure. */
export type ClaimCheck<K extends Rule['check']> = (
  rule: RuleOf<K>,
  one: Case,
  context: PageContext,
) => Raised | null;
