/** How firmly a sentence speaks: speculative < hedged < asserted < absolute. */
import { onceForText } from '../once.ts';
import { MODALITY, type Modality } from '../scales.ts';
import type { ModalityClass } from './strength/classes.ts';
import { byClause, clearOf } from './strength/hits.ts';
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

const gradeText = onceForText((text: string, lexicon: Lexicon): GradedModality => {
  const words = wordsOf(text);
  const hits = findPhrases(words, matcherOf(lexicon.modality));
  const cues = standingCues(words, hits);
  const clauses = splitClauses(words, hits);
  const starts = clauses.map((clause) => clause.from);
  const effects = byClause(hits, starts).map((clause) => clause.some((hit) => hit.class === 'effect'));
  const denied = byClause(deniedAbsolutes(words, hits), starts).map((clause) => clause.length > 0);
  const telling = clauses.map(
    (clause, index) => !clause.contrast && effects[index] === true && denied[index] !== true,
  );
  const grades = byClause(cues, starts).map(gradeClause);
  const modality = telling.includes(true)
    ? grades.filter((_, index) => telling[index]).reduce(firmer)
    : (grades.find((grade) => grade !== 'asserted') ?? 'asserted');
  return {
    modality,
    cues: cues.filter((cue) => cue.class === modality).map((cue) => toCue(text, words, cue)),
  };
});

type CueHit = Hit<ModalityClass> & { readonly class: Exclude<Modality, 'asserted'> };

function isCue(hit: Hit<ModalityClass>): hit is CueHit {
  return hit.class === 'speculative' || hit.class === 'hedged' || hit.class === 'absolute';
}

/** The cues that speak about the effect: not inside an idle phrase, and no absolute that is negated. */
function standingCues(words: readonly Word[], hits: readonly Hit<ModalityClass>[]): CueHit[] {
  const denied = new Set(deniedAbsolutes(words, hits));
  return busyCues(words, hits).filter((cue) => !denied.has(cue));
}

/** Absolutes that a negation cancels: "is not a guaranteed cure" tells a limit. */
function deniedAbsolutes(words: readonly Word[], hits: readonly Hit<ModalityClass>[]): CueHit[] {
  const negated = new Set(hits.filter((hit) => hit.class === 'negation').map((hit) => hit.to));
  return busyCues(words, hits).filter((cue) => cue.class === 'absolute' && isNegated(words, negated, cue));
}

function busyCues(words: readonly Word[], hits: readonly Hit<ModalityClass>[]): CueHit[] {
  const idle = hits.filter((hit) => hit.class === 'idle');
  return clearOf(hits, idle, words.length).filter(isCue);
}

/** Words between a negation and the absolute that it cancels, at most. */
const NEGATION_REACH = 6;

/** Whether a negation ends shortly before the cue, with no comma between. `negated` holds where they end. */
function isNegated(words: readonly Word[], negated: ReadonlySet<number>, cue: CueHit): boolean {
  for (let end = cue.from; end >= cue.from - NEGATION_REACH; end--) {
    if (negated.has(end)) return true;
    const before = words[end - 1]?.word;
    if (before === ',' || before === ';') return false;
  }
  return false;
}

interface Clause {
  /** Index of its first word. */
  readonly from: number;
  /** Whether it speaks of something else, for contrast. */
  readonly contrast: boolean;
}

/**
 * Parts a sentence where a clause or an aside opens, and where a comma closes the aside. A comma that goes on
 * with a list ("may ease pain, restore movement, and …") or a participle ("…, easing pain") closes nothing.
 */
function splitClauses(words: readonly Word[], hits: readonly Hit<ModalityClass>[]): Clause[] {
  const opens = new Map(hits.filter(isOpening).map((hit) => [hit.from, hit]));
  const clauses: Clause[] = [{ from: 0, contrast: false }];
  let within: ModalityClass = 'clause';
  words.forEach(({ word }, index) => {
    const opening = opens.get(index);
    if (opening && !isParticiple(words[opening.to]) && !addsPhrase(words, opening)) {
      within = within === 'contrast' && opening.class === 'aside' ? 'contrast' : opening.class;
      clauses.push({ from: index, contrast: within === 'contrast' });
    } else if (within !== 'clause' && word === ',' && !opens.has(index + 1) && closesAside(words, index)) {
      within = 'clause';
      clauses.push({ from: index + 1, contrast: false });
    }
  });
  return clauses;
}

function isOpening(hit: Hit<ModalityClass>): boolean {
  return hit.class === 'aside' || hit.class === 'contrast' || hit.class === 'clause';
}

/** A dash or "but" before a preposition goes on with the same clause: "may ease pain — without surgery". */
function addsPhrase(words: readonly Word[], { class: name, to }: Hit<ModalityClass>): boolean {
  return name === 'clause' && PREPOSITIONS.has(words[to]?.word ?? '');
}

const PREPOSITIONS: ReadonlySet<string> = new Set(['with', 'without', 'for', 'from', 'at', 'in', 'by', 'to']);

function isParticiple(word: Word | undefined): boolean {
  return word !== undefined && word.word.length > 5 && word.word.endsWith('ing');
}

function closesAside(words: readonly Word[], comma: number): boolean {
  return !isParticiple(words[comma + 1]) && !continuesList(words, comma);
}

/** Words after a comma within which the last member of a list is looked for. */
const LIST_REACH = 8;

function continuesList(words: readonly Word[], comma: number): boolean {
  for (let index = comma + 1; index <= comma + LIST_REACH; index++) {
    const word = words[index]?.word;
    if ((word === 'and' || word === 'or') && words[index - 1]?.word === ',') return true;
  }
  return false;
}

/** The weakest cue decides inside a clause. */
function gradeClause(cues: readonly CueHit[]): Modality {
  if (cues.length === 0) return 'asserted';
  return cues.map((cue) => cue.class).reduce<Modality>(weaker, 'absolute');
}

const rank = (modality: Modality) => MODALITY.indexOf(modality);
const weaker = (a: Modality, b: Modality): Modality => (rank(a) < rank(b) ? a : b);
const firmer = (a: Modality, b: Modality): Modality => (rank(a) > rank(b) ? a : b);

function toCue(text: string, words: readonly Word[], cue: CueHit): ModalityCue {
  const start = words[cue.from]?.start ?? 0;
  const end = words[cue.to - 1]?.end ?? text.length;
  return { text: text.slice(start, end), start, end, class: cue.class };
}
