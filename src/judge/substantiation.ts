/**
 * Checks what a reviewer signed against what is there today: the claim on the page, the records that it rested on,
 * and the date. A signature does not change a verdict; it says who answers for the claim, and whether that still
 * holds.
 */
import { createHash } from 'node:crypto';
import type { Evidence } from '../evidence/index.ts';
import type { DocumentReport, JudgedClaim } from '../model.ts';
import { sortKeys } from '../sort-keys.ts';
import type { Substantiation } from './substantiation-schema.ts';

export type SignatureState =
  | 'holds'
  /** The signature is past its date. */
  | 'expired'
  /** A record differs from the one that was reviewed, or is gone. */
  | 'evidence-changed'
  /** No page carries the claim in these words; `nearest` is what stands there now, if anything like it does. */
  | 'claim-changed'
  /** The reviewer asked for another wording, or for the claim to go, and it is still there. */
  | 'decision-open';

export interface SignatureCheck {
  readonly signed: Substantiation;
  readonly state: SignatureState;
  /** One sentence for the person responsible; empty where the signature holds. */
  readonly message: string;
  /** The claim as it stands on a page, where it was found. */
  readonly claim: JudgedClaim | null;
  readonly nearest: JudgedClaim | null;
}

/** Checks every signature, in the order of the file. `today` is an ISO date. Pure. */
export function checkSubstantiation(
  signatures: readonly Substantiation[],
  reports: readonly Pick<DocumentReport, 'path' | 'claims'>[],
  evidence: Evidence,
  today: string,
): SignatureCheck[] {
  return signatures.map((signed) => {
    const claims = reports.filter(({ path }) => isPage(signed, path)).flatMap((report) => report.claims);
    const words = wordsOf(signed.claim);
    const claim = claims.find(({ text }) => wordsOf(text).join(' ') === words.join(' ')) ?? null;
    const nearest = claim === null ? nearestTo(words, claims) : null;
    return { signed, claim, nearest, ...stateOf(signed, claim, nearest, evidence, today) };
  });
}

function stateOf(
  signed: Substantiation,
  claim: JudgedClaim | null,
  nearest: JudgedClaim | null,
  evidence: Evidence,
  today: string,
): Pick<SignatureCheck, 'state' | 'message'> {
  const { reviewer, date, expires, decision } = signed;
  const by = `${reviewer} on ${date}`;
  if (claim === null) {
    // A claim that was to go or to be reworded, and is not there any more, is done with.
    if (decision !== 'stands') return HOLDS;
    const now = nearest === null ? 'it is among the claims of no page' : `it now reads “${nearest.text}”`;
    return { state: 'claim-changed', message: `“${signed.claim}” was signed by ${by}; ${now}.` };
  }
  if (decision !== 'stands') {
    const asked = decision === 'remove' ? 'is to go' : 'is to be reworded';
    return { state: 'decision-open', message: `“${claim.text}” ${asked} (${by}) and is still there.` };
  }
  const changed = signed.evidence.find(
    ({ record, fingerprint }) => recordFingerprint(record, evidence) !== fingerprint,
  );
  if (changed !== undefined) {
    const how = recordFingerprint(changed.record, evidence) === null ? 'is in no pack' : 'has changed since';
    return {
      state: 'evidence-changed',
      message: `“${claim.text}” was signed by ${by}; ${changed.record} ${how}.`,
    };
  }
  if (expires !== undefined && expires < today) {
    return { state: 'expired', message: `“${claim.text}” was signed by ${by}, until ${expires}.` };
  }
  return HOLDS;
}

const HOLDS = { state: 'holds', message: '' } as const;

/**
 * The first 16 hexadecimal digits of the SHA-256 of a study, synthesis or harm, its keys sorted; null where no pack
 * holds it. When and where it was seen does not count.
 */
export function recordFingerprint(id: string, evidence: Evidence): string | null {
  const { studyById, syntheses, harms } = evidence;
  const record = studyById.get(id) ?? [...syntheses, ...harms].find((candidate) => candidate.id === id);
  if (record === undefined) return null;
  const facts = Object.entries(record).filter(([key]) => key !== 'seen' && key !== 'searched');
  return createHash('sha256')
    .update(JSON.stringify(sortKeys(Object.fromEntries(facts))))
    .digest('hex')
    .slice(0, 16);
}

function isPage({ path }: Substantiation, page: string): boolean {
  return path === undefined || page === path || page.endsWith(`/${path}`);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}%]+/gu) ?? [];
}

/** Half of all words in common: a claim that was edited, and not another one. */
const ALIKE = 0.5;

function nearestTo(words: readonly string[], claims: readonly JudgedClaim[]): JudgedClaim | null {
  const wanted = new Set(words);
  let best: { claim: JudgedClaim; share: number } | null = null;
  for (const claim of claims) {
    const found = new Set(wordsOf(claim.text));
    const common = [...wanted].filter((word) => found.has(word)).length;
    const share = common / (wanted.size + found.size - common);
    if (share >= ALIKE && share > (best?.share ?? 0)) best = { claim, share };
  }
  return best?.claim ?? null;
}
