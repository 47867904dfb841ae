/** Finds the phrases of a rule in a claim. */
import type { Claim } from '../model.ts';
import type { Findings } from './index.ts';
import type { Quote } from './raised.ts';
import type { RuleOf } from './rule.ts';
export function phraseIn(_claim: Claim, _rule: RuleOf<'cue'>, _page: Findings): Quote | null { return null; }
