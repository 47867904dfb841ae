/** Runs every rule on every claim, citation and page, and keeps the worst finding a family a claim. */
import type { Severity } from '../model.ts';
import { applies } from './applies.ts';
import { askAbout, type Case } from './case.ts';
import { checkCaveat } from './checks/caveat.ts';
import { checkCitation, checkNamedWorks } from './checks/citation.ts';
import { checkCue } from './checks/cue.ts';
import { checkNumber } from './checks/number.ts';
import { checkPage } from './checks/page.ts';
import { checkScale } from './checks/scale.ts';
import { checkStatus } from './checks/status.ts';
import type { PageContext } from './context.ts';
import { isComparator } from './covered.ts';
import { factsOf } from './facts.ts';
import { type Draft, familyOf, helpFor } from './finding.ts';
import { type Facts, factsFrom, fillFirst, fillLongest } from './message.ts';
import type { Raised } from './raised.ts';
import type { Rule } from './rule.ts';
import { suggestionFor } from './wording.ts';

const SEVERITIES: readonly Severity[] = ['info', 'warning', 'error'];

/** All findings of a page: claims in document order, then named works, then the page as a whole. */
export function raiseFindings(rules: readonly Rule[], context: PageContext): Draft[] {
  return [
    ...context.cases.flatMap((one) => findingsOnClaim(rules, one, context)),
    ...rules.flatMap((rule) => (rule.check === 'citation' ? findingsOnWorks(rule, context) : [])),
    ...rules.flatMap((rule) => (rule.check === 'page' ? findingsOnPage(rule, context) : [])),
  ];
}

interface Candidate {
  readonly rule: Rule;
  /** The claim, with the evidence that the rule asked for. */
  readonly one: Case;
  readonly raised: Raised;
}

function findingsOnClaim(rules: readonly Rule[], asIs: Case, context: PageContext): Draft[] {
  const worst = new Map<string, Candidate>();
  const caseFor = casesFor(asIs, context);
  for (const rule of rules) {
    if (!looksAt(rule, asIs, context)) continue;
    const one = caseFor(rule);
    const raised = raiseOnClaim(rule, one, context);
    if (raised === null) continue;
    const family = familyOf(rule.id);
    const other = worst.get(family);
    if (other === undefined || weight(rule, raised) > weight(other.rule, other.raised)) {
      worst.set(family, { rule, one, raised });
    }
  }
  return withoutRepetition([...worst.values()]).flatMap(({ rule, one, raised }) => {
    const facts = factsOf(one, context, { ...raised.facts, cue: raised.quote.text });
    const draft = draftOf(rule, raised, facts);
    if (draft === null) return [];
    return [
      {
        ...draft,
        scope: 'claim' as const,
        claims: [one.claim.id],
        suggestion: suggestionFor(rule, one, facts, context),
        anchor: one.claim.text,
      },
    ];
  });
}

/** The claim with the evidence that a rule asks for; each question is asked once. */
function casesFor(asIs: Case, { evidence, ask }: PageContext): (rule: Rule) => Case {
  const asked = new Map<Rule['about'], Case>();
  return ({ about }) => {
    if (about === undefined) return asIs;
    const one = asked.get(about) ?? askAbout(about, asIs, evidence, ask);
    asked.set(about, one);
    return one;
  };
}

/**
 * Harm that is ruled out says it all: that the same sentence names no risk would be the same finding again. And that
 * nothing is on record is said where nothing else is found.
 */
function withoutRepetition(candidates: readonly Candidate[]): Candidate[] {
  const ruledOut = candidates.some(({ rule }) => rule.check === 'scale' && rule.scale === 'safety');
  return candidates.filter(
    ({ rule }) =>
      !(ruledOut && rule.check === 'caveat' && rule.need === 'risks') &&
      !(candidates.length > 1 && rule.where.offRecord === true),
  );
}

/** A page rule is asked once, elsewhere; every other check is asked of each claim that the rule looks at. */
function looksAt(rule: Rule, one: Case, { evidence }: PageContext): rule is Exclude<Rule, { check: 'page' }> {
  if (rule.check === 'page' || !applies(rule.where, one)) return false;
  return rule.check === 'citation' || !isComparator(one.claim, evidence);
}

function raiseOnClaim(
  rule: Exclude<Rule, { check: 'page' }>,
  one: Case,
  context: PageContext,
): Raised | null {
  switch (rule.check) {
    case 'scale':
      return checkScale(rule, one, context);
    case 'cue':
      return checkCue(rule, one, context);
    case 'caveat':
      return checkCaveat(rule, one, context);
    case 'number':
      return checkNumber(rule, one, context);
    case 'citation':
      return checkCitation(rule, one, context);
    case 'status':
      return checkStatus(rule, one, context);
  }
}

/** Ranks are below this: severity counts first. */
const RANKS = 1000;

function weight(rule: Rule, raised: Raised): number {
  return SEVERITIES.indexOf(raised.severity ?? rule.severity) * RANKS + rule.rank;
}

function draftOf(rule: Rule, raised: Raised, facts: Facts): Draft | null {
  const message = fillFirst(rule.message, facts);
  if (message === null) return null;
  return {
    ruleId: rule.id,
    severity: raised.severity ?? rule.severity,
    scope: 'page',
    message,
    span: raised.quote.span,
    claims: [],
    citation: raised.citation?.id ?? null,
    evidence: raised.evidence,
    computation: raised.computation ?? null,
    suggestion: null,
    help: helpFor(rule.id),
    anchor: raised.quote.text,
    contradicts: raised.contradicts ?? false,
  };
}

function findingsOnWorks(rule: Rule & { check: 'citation' }, context: PageContext): Draft[] {
  return checkNamedWorks(rule, context).flatMap((raised) => {
    const draft = draftOf(rule, raised, factsFrom({ ...raised.facts, cue: raised.quote.text }));
    return draft === null ? [] : [{ ...draft, scope: 'citation' as const }];
  });
}

function findingsOnPage(rule: Rule & { check: 'page' }, context: PageContext): Draft[] {
  const found = checkPage(rule, context);
  if (found === null) return [];
  const facts = factsOf(found.one, context, { ...found.raised.facts, cue: found.raised.quote.text });
  const draft = draftOf(rule, found.raised, facts);
  if (draft === null) return [];
  const suggestion = rule.suggestion === undefined ? null : fillLongest(rule.suggestion, facts);
  return [{ ...draft, suggestion, anchor: context.page.document.source.path }];
}
