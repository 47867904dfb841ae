/**
 * Suppressions: the page's owner asks not to be told, with a reason. A request without a reason, or past its
 * expiry, counts for nothing, and the report says so; so does one that nothing answers to.
 */
import type { Directive, Document, Finding, Notice, Suppression } from '../model.ts';

export interface Suppressed<F extends Finding> {
  readonly findings: F[];
  readonly suppressions: Suppression[];
  readonly notices: Notice[];
}

/** Takes out the findings that a directive in force covers. `today` is an ISO date. */
export function suppress<F extends Finding>(
  findings: readonly F[],
  document: Document,
  today: string,
): Suppressed<F> {
  const notices: Notice[] = [];
  const suppressions: Suppression[] = [];
  const silenced = new Set<F>();
  for (const directive of document.directives) {
    if (directive.kind === 'enable') continue;
    if (directive.reason === null) {
      notices.push(notice('suppression-without-reason', directive, 'has no reason, so it was not obeyed'));
      continue;
    }
    const configured = directive.kind === 'configured';
    const expired = directive.expires !== null && directive.expires < today;
    const covered = expired ? [] : findings.filter((finding) => covers(directive, finding, document));
    for (const finding of covered) silenced.add(finding);
    // One in the configuration holds for many pages: where it covers nothing, that is as it should be.
    if (configured && covered.length === 0 && !expired) continue;
    suppressions.push(...recordsOf(directive, directive.reason, covered, document.source.path));
    if (expired) {
      notices.push(
        notice('suppression-expired', directive, `expired on ${directive.expires}, so it was not obeyed`),
      );
    } else if (covered.length === 0) {
      notices.push(notice('suppression-unused', directive, 'covers no finding and can be removed'));
    }
  }
  return { findings: findings.filter((finding) => !silenced.has(finding)), suppressions, notices };
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
    expires: directive.expires,
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

function notice(code: string, directive: Directive, what: string): Notice {
  const rules = directive.rules.length === 0 ? 'all rules' : directive.rules.join(', ');
  const place = directive.kind === 'configured' ? 'configuration' : `line ${directive.span.start.line}`;
  return { code, message: `${place}: the suppression of ${rules} ${what}` };
}
