/**
 * Suppressions: the page's owner asks not to be told, with a reason. A request without a reason, or past its
 * expiry, counts for nothing, and is a finding itself; so is one that nothing answers to.
 */
import type { Directive, Document, Finding, Notice, Suppression } from '../model.ts';
import type { Draft } from './finding.ts';

export interface Suppressed<F extends Finding> {
  readonly findings: F[];
  readonly suppressions: Suppression[];
  /** Requests on the page that were not obeyed, or that cover nothing. */
  readonly troubles: Draft[];
  /** The same of requests in the configuration, which stand on no page. */
  readonly notices: Notice[];
}

type Trouble = 'without-reason' | 'expired' | 'unused';

/** Takes out the findings that a directive in force covers. `today` is an ISO date. */
export function suppress<F extends Finding>(
  findings: readonly F[],
  document: Document,
  today: string,
): Suppressed<F> {
  const notices: Notice[] = [];
  const troubles: Draft[] = [];
  const tell = (trouble: Trouble, directive: Directive, what: string): void => {
    if (directive.kind === 'configured') notices.push(noticeOf(trouble, directive, what));
    else troubles.push(troubleOf(trouble, directive, what));
  };
  const suppressions: Suppression[] = [];
  const silenced = new Set<F>();
  for (const directive of document.directives) {
    if (directive.kind === 'enable') continue;
    if (directive.reason === null) {
      tell('without-reason', directive, 'gives no reason, so it was not obeyed');
      continue;
    }
    const configured = directive.kind === 'configured';
    const ended = endOf(directive, today);
    const covered = ended !== null ? [] : findings.filter((finding) => covers(directive, finding, document));
    for (const finding of covered) silenced.add(finding);
    // One in the configuration holds for many pages: where it covers nothing, that is as it should be.
    if (configured && covered.length === 0 && ended === null) continue;
    suppressions.push(...recordsOf(directive, directive.reason, covered, document.source.path));
    if (ended !== null) tell('expired', directive, `${ended}, so it was not obeyed`);
    else if (covered.length === 0) tell('unused', directive, 'covers no finding and can be removed');
  }
  const left = findings.filter((finding) => !silenced.has(finding));
  return { findings: left, suppressions, troubles, notices };
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Why a request is over; null where it holds. A date that cannot be read would never come. */
function endOf({ expires }: Directive, today: string): string | null {
  if (expires === null) return null;
  if (!DATE.test(expires)) return 'gives an expiry that is no date such as 2027-01-31';
  return expires < today ? `expired on ${expires}` : null;
}

/** One record for each rule that the directive names; `*` where it names none. */
function recordsOf(
  directive: Directive,
  reason: string,
  covered: readonly Finding[],
  path: string,
): Suppression[] {
  const rules = directive.rules.length === 0 ? ['*'] : directive.rules;
  return rules.map((ruleId) => ({
    ruleId,
    path,
    reason,
    owner: directive.owner,
    expires: DATE.test(directive.expires ?? '') ? directive.expires : null,
    used: covered.some((finding) => ruleId === '*' || names(ruleId, finding.ruleId)),
  }));
}

function covers(directive: Directive, finding: Finding, document: Document): boolean {
  const named = directive.rules.length === 0 || directive.rules.some((rule) => names(rule, finding.ruleId));
  if (!named) return false;
  switch (directive.kind) {
    case 'disable-file':
    case 'configured':
      return true;
    case 'disable-line':
      return onLine(finding, directive.span.start.line);
    case 'disable-next-line':
      return onLine(finding, nextLineWithText(document.source.text, directive));
    case 'disable':
      return (
        finding.span.start.offset >= directive.span.end.offset &&
        !reenabled(directive, finding, document.directives)
      );
    case 'enable':
      return false;
  }
}

/** A rule by its id, or all rules of a family by the family's name. */
function names(rule: string, ruleId: string): boolean {
  return ruleId === rule || ruleId.startsWith(`${rule}/`);
}

function onLine(finding: Finding, line: number): boolean {
  return finding.span.start.line <= line && line <= finding.span.end.line;
}

function reenabled(from: Directive, finding: Finding, directives: readonly Directive[]): boolean {
  return directives.some(
    (directive) =>
      directive.kind === 'enable' &&
      directive.span.start.offset >= from.span.end.offset &&
      directive.span.end.offset <= finding.span.start.offset &&
      (directive.rules.length === 0 || directive.rules.some((rule) => names(rule, finding.ruleId))),
  );
}

/** Markdown wants an empty line after a comment: the next line is the next one with text on it. */
function nextLineWithText(source: string, directive: Directive): number {
  let line = directive.span.end.line;
  let at = source.indexOf('\n', directive.span.end.offset);
  while (at >= 0) {
    line += 1;
    const next = source.indexOf('\n', at + 1);
    if (source.slice(at + 1, next < 0 ? source.length : next).trim() !== '') return line;
    at = next;
  }
  return line;
}

function noticeOf(trouble: Trouble, directive: Directive, what: string): Notice {
  return {
    code: `suppression-${trouble}`,
    message: `configuration: the suppression of ${directive.rules.join(', ') || 'all rules'} ${what}`,
  };
}

function troubleOf(trouble: Trouble, { kind, rules, span }: Directive, what: string): Draft {
  const request = [kind, ...rules].join(' ');
  return {
    ruleId: `suppression/${trouble}`,
    severity: 'info',
    scope: 'page',
    message: `“${request}” ${what}.`,
    span,
    claims: [],
    citation: null,
    evidence: [],
    computation: null,
    suggestion: null,
    help: 'docs/suppressions.md',
    anchor: request,
    contradicts: false,
  };
}
