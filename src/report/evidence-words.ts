/** The evidence of a claim or finding as a reader is told it. */
import type { Computation, EvidenceItem, Finding, JudgedClaim } from '../model.ts';

export const RELATION_WORDS: Readonly<Record<EvidenceItem['relation'], string>> = {
  'same-direction': 'points the same way',
  opposite: 'says otherwise',
  weaker: 'goes less far',
  'no-difference': 'found no difference',
  context: 'background',
};

/** The findings of a page, to be looked up by the ids that its claims name. */
export function findingsById({
  findings,
}: {
  readonly findings: readonly Finding[];
}): ReadonlyMap<string, Finding> {
  return new Map(findings.map((finding) => [finding.id, finding]));
}

/** The findings on a claim that the report holds, in the claim's order. */
export function findingsOf(
  { findings }: Pick<JudgedClaim, 'findings'>,
  byId: ReadonlyMap<string, Finding>,
): Finding[] {
  return findings.map((id) => byId.get(id)).filter((finding) => finding !== undefined);
}

/** Evidence of a claim and of its findings, each record's result once, in the order of the report. */
export function evidenceOf(
  entries: readonly { readonly evidence: readonly EvidenceItem[] }[],
): EvidenceItem[] {
  const items = new Map<string, EvidenceItem>();
  for (const item of entries.flatMap((entry) => entry.evidence)) {
    const key = `${item.study}\n${item.statement}`;
    if (!items.has(key)) items.set(key, item);
  }
  return [...items.values()];
}

/** What stands before records: those beside a claim that they do not decide are no evidence for or against it. */
export function evidenceLabel(claim: Pick<JudgedClaim, 'verdict'> | null): string {
  return claim?.verdict === 'not-checkable' ? 'Nearest on record' : 'Evidence';
}

/** Whether a message tells a statement: in its own sentence, so without the stop and the capital. */
export function tells({ message }: Pick<Finding, 'message'>, statement: string): boolean {
  return message.toLowerCase().includes(statement.replace(/\.$/, '').toLowerCase());
}

/** `(56.5 − 18.3) / 56.5 = 67.6 %; the page says 64 %; this does not change the conclusion`. */
export function sumWords({ sum, recomputed, cited, changesConclusion }: Computation): string {
  const weight = changesConclusion ? 'changes' : 'does not change';
  return `${sum} = ${recomputed}; the page says ${cited}; this ${weight} the conclusion`;
}
