/** A claim together with everything on the page and in the packs that bears on its judgement. */
import { checkUse, type Use } from '../citations/use.ts';
import { type Token, tokenize } from '../claims/tokens.ts';
import type { Evidence } from '../evidence/index.ts';
import { type Match, matchEvidence } from '../evidence/match.ts';
import type { Study } from '../evidence/schema.ts';
import { warrantOfMatch } from '../evidence/warrant.ts';
import type { CaveatKind, Citation, Claim } from '../model.ts';
import type { Warranted } from '../scales.ts';
import type { Findings } from './index.ts';

/** A recorded work that a claim leans on, and whether it carries the claim. */
export interface Leaning {
  readonly citation: Citation;
  readonly study: Study;
  readonly carries: Use;
}

export interface Case {
  readonly claim: Claim;
  /** The words of its text. */
  readonly tokens: readonly Token[];
  /** What the packs hold on its treatment, condition and outcome. */
  readonly match: Match;
  /** The most that the evidence carries; null where the packs hold no record on the question. */
  readonly warranted: Warranted | null;
  /** The citations that its sentence leans on. */
  readonly citations: readonly Citation[];
  /** Kinds of caveat that its own sentence tells. */
  readonly tells: readonly CaveatKind[];
  /** Those of its citations that a pack records. */
  readonly leansOn: readonly Leaning[];
}

/** Gathers, for each claim of a page, the records and citations that bear on it. */
export function casesOf(page: Findings, evidence: Evidence, jurisdiction: string | null): Case[] {
  const bySentence = citationsBySentence(page.citations);
  const told = new Map<number, CaveatKind[]>();
  for (const { sentence, kind } of page.caveats) told.set(sentence, [...(told.get(sentence) ?? []), kind]);
  return page.claims.map((claim) => {
    const { subject: treatment, condition, outcome } = claim;
    const match = matchEvidence({ treatment, condition, outcome }, evidence);
    const citations = bySentence.get(claim.sentence) ?? [];
    const leansOn = citations.flatMap((citation) => {
      const study = evidence.studyById.get(citation.study ?? '');
      return study === undefined ? [] : [{ citation, study, carries: checkUse(claim, study, evidence) }];
    });
    const tells = told.get(claim.sentence) ?? [];
    return {
      claim,
      tokens: tokenize(claim.text),
      match,
      citations,
      tells,
      leansOn,
      warranted: warrantOfMatch(match, jurisdiction),
    };
  });
}

/** The same claim with the evidence asked about another outcome; the outcome's kind is the vocabulary's. */
export function askAbout(
  about: 'structure' | 'effect',
  one: Case,
  evidence: Evidence,
  jurisdiction: string | null,
): Case {
  const { outcomes } = evidence.vocabulary;
  const kind = outcomes.find(({ id }) => id === one.claim.outcome)?.kind;
  const outcome = about === 'structure' ? outcomes.find((term) => term.kind === 'structure')?.id : null;
  const suits = about === 'structure' ? kind === 'structure' : kind !== 'structure' && kind !== 'harm';
  if (suits || outcome === undefined) return one;
  const { subject: treatment, condition } = one.claim;
  const match = matchEvidence({ treatment, condition, outcome }, evidence);
  return { ...one, match, warranted: warrantOfMatch(match, jurisdiction) };
}

/** The first work that reports what the claim says, or null. */
export function reportedBy({ leansOn }: Case): Study | null {
  return leansOn.find(({ carries }) => carries.use === 'reports-it')?.study ?? null;
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
