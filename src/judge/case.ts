/** A claim together with everything on the page and in the packs that bears on its judgement. */
import { checkUse, type Use } from '../citations/use.ts';
import { type Token, tokenize } from '../claims/tokens.ts';
import type { Evidence } from '../evidence/index.ts';
import { type Match, matchEvidence } from '../evidence/match.ts';
import type { Harm, Study } from '../evidence/schema.ts';
import type { Question } from '../evidence/scope.ts';
import { warrantOfMatch } from '../evidence/warrant.ts';
import type { CaveatKind, Citation, Claim } from '../model.ts';
import { onceFor, onceForText } from '../once.ts';
import type { Warranted } from '../scales.ts';
import { inOtherField, treatmentCovered, treatmentOf } from './covered.ts';
import { originOf, tellingHarms } from './harms.ts';
import type { Findings } from './index.ts';
import { contains, spellings } from './phrases.ts';
import type { Rule } from './rule.ts';

/** A recorded work that a claim leans on, and whether it carries the claim. */
export interface Leaning {
  readonly citation: Citation;
  readonly study: Study;
  readonly carries: Use;
}

/** What the packs hold on a question. */
export interface Answer {
  readonly match: Match;
  /** The most that the evidence carries; null where the packs hold no record on the question. */
  readonly warranted: Warranted | null;
}

/** Asks the packs on behalf of a page that is published in one jurisdiction. */
export type Ask = (question: Question) => Answer;

export function createAsk(evidence: Evidence, jurisdiction: string | null): Ask {
  const key = jurisdiction ?? '';
  return (question) => {
    const match = matchEvidence(question, evidence);
    const answers = answersTo(match);
    const answer = answers.get(key) ?? { match, warranted: warrantOfMatch(match, jurisdiction) };
    answers.set(key, answer);
    return answer;
  };
}

/** By jurisdiction; empty for where it is not known. */
const answersTo = onceFor((_match: Match) => new Map<string, Answer>());

/** A claim, with what the packs hold on its treatment, condition and outcome. */
export interface Case extends Answer {
  readonly claim: Claim;
  /** The words of its text. */
  readonly tokens: readonly Token[];
  /** The recorded harms that tell most, at most two. */
  readonly harms: readonly Harm[];
  /** Whether only evidence of another field would settle it: the packs know nothing then, not even that nothing is known. */
  readonly otherField: boolean;
  /** Whether the packs know nothing of what it is about: another field, or a treatment that they do not name. */
  readonly offRecord: boolean;
  /** The citations that its sentence leans on. */
  readonly citations: readonly Citation[];
  /** Kinds of caveat that its own sentence tells. */
  readonly tells: readonly CaveatKind[];
  /** Whether its paragraph tells a result without a difference. */
  readonly answered: boolean;
  /** Those of its citations that a pack records. */
  readonly leansOn: readonly Leaning[];
}

/** The words of a claim, kept as long as the evidence is that it is weighed by. */
const wordsOf = onceForText((text: string, _evidence: Evidence) => tokenize(text));

/** Gathers, for each claim of a page, the records and citations that bear on it. */
export function casesOf(page: Findings, evidence: Evidence, ask: Ask): Case[] {
  const bySentence = citationsBySentence(page.citations);
  const told = new Map<number, CaveatKind[]>();
  for (const { sentence, kind } of page.caveats) told.set(sentence, [...(told.get(sentence) ?? []), kind]);
  const blockOf = (sentence: number) => page.sentences[sentence]?.block;
  const answered = new Set(nullResults(page).map(blockOf));
  const origin = originOf(page.claims, evidence);
  return page.claims.map((claim) => {
    const { subject: treatment, condition, outcome } = claim;
    const answer = ask({ treatment, condition, outcome });
    const citations = bySentence.get(claim.sentence) ?? [];
    const tokens = wordsOf(claim.text, evidence);
    const meaning = (asIs: Claim, study: Study) =>
      namesTreatment(asIs, tokens, evidence) ? asIs : asToldOf(asIs, study);
    const leansOn = citations.flatMap((citation) => {
      const study = evidence.studyById.get(citation.study ?? '');
      return study === undefined
        ? []
        : [{ citation, study, carries: checkUse(meaning(claim, study), study, evidence) }];
    });
    const tells = told.get(claim.sentence) ?? [];
    const otherField = inOtherField(claim, evidence);
    return {
      claim,
      tokens,
      ...answer,
      harms: tellingHarms(answer.match, tokens, origin, evidence),
      otherField,
      offRecord: otherField || !treatmentCovered(claim, evidence),
      citations,
      tells,
      answered: answered.has(blockOf(claim.sentence)),
      leansOn,
    };
  });
}

/** Results without a difference, told of an effect. */
function nullResults({ claims }: Findings): number[] {
  return claims
    .filter(({ types, cues }) => types.includes('efficacy') && cues.some((cue) => cue.class === 'level'))
    .map(({ sentence }) => sentence);
}

function namesTreatment(claim: Claim, tokens: readonly Token[], evidence: Evidence): boolean {
  const treatment = treatmentOf(claim, evidence);
  return treatment !== undefined && contains(tokens, spellings(treatment));
}

/** "Those who were treated improved more" is told of what the study gave them, and not of the page's own treatment. */
function asToldOf(claim: Claim, { treatments }: Study): Claim {
  return { ...claim, subject: treatments[0] ?? claim.subject };
}

/**
 * The same claim with the evidence asked about another outcome. A claim that is about that already stays as it is, and
 * so does one of which no record answers the other question; only repair is always asked of scans.
 */
export function askAbout(about: NonNullable<Rule['about']>, one: Case, evidence: Evidence, ask: Ask): Case {
  const { outcomes } = evidence.vocabulary;
  const own = outcomes.find(({ id }) => id === one.claim.outcome)?.kind;
  const { subject: treatment, condition } = one.claim;
  const answered = (outcome: string | null): Case => ({ ...one, ...ask({ treatment, condition, outcome }) });
  if (about === 'effect') return own === 'structure' || own === 'harm' ? answered(null) : one;
  const outcome = outcomes.find(({ id, kind }) => id === about || kind === about);
  if (outcome === undefined || own === about) return one;
  const asked = answered(outcome.id);
  return about === 'structure' || asked.match.synthesis?.outcome === outcome.id ? asked : one;
}

/** The first work that reports what the claim says, and as much of it, or null. */
export function reportedBy({ claim, leansOn }: Case): Study | null {
  const found = leansOn.find(({ study, carries }) => carries.use === 'reports-it' && !saysMore(claim, study));
  return found?.study ?? null;
}

/** Whether a claim tells complete relief, or a longer effect than the study followed its people. */
function saysMore({ asserts: { size, duration } }: Claim, { followUpMonths }: Study): boolean {
  const outlasts = duration === 'years' && followUpMonths !== undefined && followUpMonths <= 12;
  return size === 'complete' || duration === 'permanent' || outlasts;
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
