/** How firmly a sentence speaks: speculative < hedged < asserted < absolute. */
import { MODALITY, type Modality } from '../scales.ts';
import type { ModalityClass } from './strength/classes.ts';
import type { StrengthLexicon } from './strength/lexicon-schema.ts';
import { findPhrases, type Hit, matcherCache } from './strength/phrases.ts';
import { type Word, wordsOf } from './strength/words.ts';

type Lexicon = Pick<StrengthLexicon, 'modality'>;

/** A word or phrase that moved the grade: offsets in the graded text, end exclusive. */
export interface ModalityCue {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly class: Modality;
}

export interface GradedModality {
  readonly modality: Modality;
  /** Empty where the sentence simply asserts. A hedge inherited from the lead-in has no cue here. */
  readonly cues: readonly ModalityCue[];
}

export interface ModalityOptions {
  /** The text that introduces a list: its hedge holds for each item. */
  readonly leadIn?: string;
}

const matcherOf = matcherCache<ModalityClass>();

/**
 * Grades a sentence by the firmest of its clauses that tells an effect, where the weakest cue decides inside a
 * clause: a hedge on an aside ("cells, which may release growth factors, relieve pain") softens nothing.
 * Without a cue a sentence asserts. "Promising results" is no hedge; "a promising treatment" says no more than
 * that it may work. Levels after design.md section 4; classes in rules/lexicon/modality.yml.
 */
export function gradeModality(text: string, lexicon: Lexicon, options: ModalityOptions = {}): GradedModality {
  const own = gradeText(text, lexicon);
  if (options.leadIn === undefined) return own;
  const inherited = gradeText(options.leadIn, lexicon).modality;
  return inherited === 'absolute' ? own : { ...own, modality: weaker(own.modality, inherited) };
}

function gradeText(text: string, lexicon: Lexicon): GradedModality {
  const words = wordsOf(text);
  const hits = findPhrases(words, matcherOf(lexicon.modality));
  const cues = standingCues(words, hits);
  const clauses = splitClauses(words, hits);
  const telling = clauses.filter((clause) =>
    hits.some((hit) => hit.class === 'effect' && inside(hit, clause)),
  );
  const grades = (telling.length > 0 ? telling : clauses).map((clause) => gradeClause(cues, clause));
  const modality =
    telling.length > 0 ? grades.reduce(firmer) : (grades.find((grade) => grade !== 'asserted') ?? 'asserted');
  return {
    modality,
    cues: cues
      .filter((cue) => cue.class === modality)
      .map(({ from, to, class: name }) => toCue(text, words, from, to, name)),
  };
}

type CueHit = Hit<ModalityClass> & { readonly class: Exclude<Modality, 'asserted'> };

function isCue(hit: Hit<ModalityClass>): hit is CueHit {
  return hit.class === 'speculative' || hit.class === 'hedged' || hit.class === 'absolute';
}

/** The cues that speak about the effect: not inside an idle phrase, and no absolute that is negated. */
function standingCues(words: readonly Word[], hits: readonly Hit<ModalityClass>[]): CueHit[] {
  const idle = hits.filter((hit) => hit.class === 'idle');
  const negations = hits.filter((hit) => hit.class === 'negation');
  return hits
    .filter(isCue)
    .filter((cue) => !idle.some((other) => other.from < cue.to && cue.from < other.to))
    .filter((cue) => cue.class !== 'absolute' || !negations.some((not) => governs(words, not, cue)));
}

/** Words after a negation within which an absolute is cancelled. */
const NEGATION_REACH = 4;

function governs(words: readonly Word[], negation: Hit<ModalityClass>, cue: CueHit): boolean {
  const gap = cue.from - negation.to;
  if (gap < 0 || gap > NEGATION_REACH) return false;
  return !words.slice(negation.to, cue.from).some(({ word }) => word === ',' || word === ';');
}

interface Clause {
  readonly from: number;
  readonly to: number;
}

const inside = (hit: Hit<ModalityClass>, clause: Clause) => hit.from >= clause.from && hit.from < clause.to;

/**
 * Parts a sentence where a clause or an aside opens, and where a comma closes the aside. A comma that goes on
 * with a list ("may ease pain, restore movement, and …") closes nothing.
 */
function splitClauses(words: readonly Word[], hits: readonly Hit<ModalityClass>[]): Clause[] {
  const opens = new Map<number, ModalityClass>();
  for (const hit of hits) if (hit.class === 'aside' || hit.class === 'clause') opens.set(hit.from, hit.class);
  const starts = [0];
  let aside = false;
  words.forEach(({ word }, index) => {
    const opened = opens.get(index);
    if (opened && index > 0) starts.push(index);
    if (opened) aside = opened === 'aside';
    else if (aside && word === ',' && !continuesList(words, index)) {
      starts.push(index + 1);
      aside = false;
    }
  });
  return starts
    .map((from, index) => ({ from, to: starts[index + 1] ?? words.length }))
    .filter(({ from, to }) => to > from);
}

/** Words after a comma within which the last member of a list is looked for. */
const LIST_REACH = 8;

function continuesList(words: readonly Word[], comma: number): boolean {
  const next = words.slice(comma + 1, comma + 1 + LIST_REACH);
  return next.some(({ word }, index) =>
    word === 'and' || word === 'or' ? index === 0 || next[index - 1]?.word === ',' : false,
  );
}

function gradeClause(cues: readonly CueHit[], clause: Clause): Modality {
  const own = cues.filter((cue) => inside(cue, clause)).map((cue) => cue.class);
  if (own.length === 0) return 'asserted';
  return own.reduce<Modality>(weaker, 'absolute');
}

const rank = (modality: Modality) => MODALITY.indexOf(modality);
const weaker = (a: Modality, b: Modality): Modality => (rank(a) < rank(b) ? a : b);
const firmer = (a: Modality, b: Modality): Modality => (rank(a) > rank(b) ? a : b);

function toCue(text: string, words: readonly Word[], from: number, to: number, name: Modality): ModalityCue {
  const start = words[from]?.start ?? 0;
  const end = words[to - 1]?.end ?? text.length;
  return { text: text.slice(start, end), start, end, class: name };
}
