/** A claim together with everything on the page and in the packs that bears on its judgement. */
import { checkUse } from '../citations/use.ts';
import type { Evidence } from '../evidence/index.ts';
import { type Match, matchEvidence } from '../evidence/match.ts';
import { warrantOfMatch } from '../evidence/warrant.ts';
import type { Citation, Claim } from '../model.ts';
import type { Warranted } from '../scales.ts';
import type { Findings } from './index.ts';

export interface Case {
  readonly claim: Claim;
  /** What the packs hold on its treatment, condition and outcome. */
  readonly match: Match;
  /** The most that the evidence carries; null where the packs hold no record on the question. */
  readonly warranted: Warranted | null;
  /** The citations that its sentence leans on. */
  readonly citations: readonly Citation[];
}

/** Gathers, for each claim of a page, the records and citations that bear on it. */
export function casesOf(page: Findings, evidence: Evidence, jurisdiction: string | null): Case[] {
  const leaningOn = citationsBySentence(page.citations);
  return page.claims.map((claim) => {
    const { subject: treatment, condition, outcome } = claim;
    const match = matchEvidence({ treatment, condition, outcome }, evidence);
    return {
      claim,
      match,
      warranted: warrantOfMatch(match, jurisdiction),
      citations: (leaningOn.get(claim.sentence) ?? []).map((citation) => usedFor(claim, citation, evidence)),
    };
  });
}

/** A citation with its use for this claim alone: the page's citation has the worst over all its claims. */
function usedFor(claim: Claim, citation: Citation, evidence: Evidence): Citation {
  const study = evidence.studyById.get(citation.study ?? '');
  return study === undefined ? citation : { ...citation, use: checkUse(claim, study, evidence).use };
}

function citationsBySentence(citations: readonly Citation[]): Map<number, Citation[]> {
  const bySentence = new Map<number, Citation[]>();
  for (const citation of citations) {
    for (const sentence of citation.sentences) {
      const others = bySentence.get(sentence);
      if (others === undefined) bySentence.set(sentence, [citation]);
      else others.push(citation);
    }
  }
  return bySentence;
}
