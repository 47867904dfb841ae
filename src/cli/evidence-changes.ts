/** What differs between two reports on one page, judged by different evidence. */
import type { DocumentReport, Finding, JudgedClaim } from '../model.ts';
import { plain } from '../report/text.ts';

/** How a claim, or a page as a whole, is judged. */
interface Judged {
  readonly verdict: string | null;
  readonly findings: readonly Pick<Finding, 'ruleId' | 'severity' | 'message'>[];
}

export interface Change {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** Null for findings about the page as a whole. */
  readonly claim: string | null;
  readonly text: string;
  /** Null where the sentence is not read as a claim. */
  readonly old: Judged | null;
  readonly new: Judged | null;
}

/** The claims, and the page as a whole, that are judged otherwise now, in the order of the page. */
export function changesOf(old: DocumentReport, now: DocumentReport): Change[] {
  const changes: Change[] = [];
  const claims = new Map([...old.claims, ...now.claims].map((claim) => [claim.id, claim]));
  for (const [id, { text, span }] of claims) {
    const [was, is] = [judgedClaim(old, id), judgedClaim(now, id)];
    if (!sameJudgement(was, is)) {
      const { line, column } = span.start;
      changes.push({ path: now.path, line, column, claim: id, text, old: was, new: is });
    }
  }
  const [was, is] = [judgedPage(old), judgedPage(now)];
  if (!sameJudgement(was, is)) {
    changes.push({
      path: now.path,
      line: 1,
      column: 1,
      claim: null,
      text: now.title ?? '',
      old: was,
      new: is,
    });
  }
  return changes.sort((a, b) => a.line - b.line || a.column - b.column);
}

function judgedClaim(document: DocumentReport, id: string): Judged | null {
  const claim = document.claims.find((one) => one.id === id);
  if (claim === undefined) return null;
  const findings = document.findings.filter((finding) => finding.claims.includes(id));
  return { verdict: verdictOf(claim), findings: findings.map(shown) };
}

function judgedPage(document: DocumentReport): Judged {
  const findings = document.findings.filter((finding) => finding.claims.length === 0);
  return { verdict: null, findings: findings.map(shown) };
}

function verdictOf({ verdict, reason }: JudgedClaim): string {
  return reason === null ? verdict : `${verdict} (${reason})`;
}

function shown({ ruleId, severity, message }: Finding): Judged['findings'][number] {
  return { ruleId, severity, message };
}

function sameJudgement(a: Judged | null, b: Judged | null): boolean {
  if (a === null || b === null) return a === b;
  return a.verdict === b.verdict && onlyIn(a, b).length === 0 && onlyIn(b, a).length === 0;
}

/** Findings by rule and severity: another message alone is no other finding. */
function onlyIn(a: Judged | null, b: Judged | null): Judged['findings'] {
  const key = ({ ruleId, severity }: Judged['findings'][number]) => `${severity} ${ruleId}`;
  const others = new Set(b?.findings.map(key));
  return (a?.findings ?? []).filter((finding) => !others.has(key(finding)));
}

/** A change for people: place, verdicts, the claim, and the findings that come and go. */
export function changeText({ path, line, column, claim, text, old, new: now }: Change): string {
  const words = (judged: Judged | null): string => judged?.verdict ?? 'no claim';
  const verdicts =
    claim === null
      ? 'the page as a whole'
      : old?.verdict === now?.verdict
        ? `${words(now)}, with other findings`
        : `${words(old)} → ${words(now)}`;
  const findings = [
    ...onlyIn(old, now).map((finding) => ['gone', finding] as const),
    ...onlyIn(now, old).map((finding) => ['new ', finding] as const),
  ].map(([what, { severity, ruleId, message }]) => `    ${what} ${severity} ${ruleId}: ${plain(message)}\n`);
  return `${plain(path)}:${line}:${column} ${verdicts}\n    “${plain(text)}”\n${findings.join('')}`;
}
