/** Turns pack records into what a finding shows: evidence items, and the one result that tells most. */
import type { Match } from '../evidence/match.ts';
import type { Harm, Product, Study, StudyResult, Synthesis } from '../evidence/schema.ts';
import type { EvidenceItem } from '../model.ts';
import { onceFor } from '../once.ts';
import type { Case } from './case.ts';

type Relation = EvidenceItem['relation'];

export function synthesisItem(synthesis: Synthesis): EvidenceItem {
  return {
    study: synthesis.id,
    result: null,
    relation: relationOf(synthesis.direction),
    statement: synthesis.statement,
    locator: null,
    url: null,
  };
}

export function studyItem(study: Study, result: StudyResult | null, relation: Relation): EvidenceItem {
  return {
    study: study.id,
    result: result?.id ?? null,
    relation,
    statement: result?.statement ?? study.conclusion,
    locator: result?.locator ?? null,
    url: addressOf(study),
  };
}

function harmItem(harm: Harm, relation: Relation): EvidenceItem {
  const url = harm.doi === undefined ? harm.seen[0]?.url : `https://doi.org/${harm.doi}`;
  return {
    study: harm.id,
    result: null,
    relation,
    statement: harm.what,
    locator: null,
    url: url ?? null,
  };
}

export function productItem(product: Product): EvidenceItem {
  return {
    study: product.id,
    result: null,
    relation: 'opposite',
    statement: product.statement,
    locator: null,
    url: product.seen[0]?.url ?? null,
  };
}

/** The products on record for a claim's treatment, those first whose names share most words with the claim. */
export function tellingProducts({ match, tokens }: Case): Product[] {
  const shared = ({ product, names }: Product): number => {
    const words = new Set(
      [product, ...names]
        .join(' ')
        .toLowerCase()
        .match(/[a-z]{4,}/g),
    );
    return [...words].filter((word) => tokens.some((token) => token.text.startsWith(word))).length;
  };
  return [...match.products].sort((a, b) => shared(b) - shared(a));
}

/** `Pers 2024`; where a record has no author, its short name, else its journal, else its title. */
export function nameOf(study: Study): string {
  const surname = study.authors[0]?.replace(/\s[A-Z]{1,4}$/, '');
  const name = surname ?? study.names[0] ?? study.journal ?? study.title;
  return study.year === undefined ? name : `${name} ${study.year}`;
}

/** `Jerome 2021`, or the name of the journal or report. */
export function sourceOf({ source, year }: Harm): string {
  const surname = /^(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?) \p{Lu}{1,3}(?=[, ]|$)/u.exec(source)?.[1];
  const name = surname ?? source.replace(/[.,;(].*$/, '').trim();
  return year === undefined || name.includes(String(year)) ? name : `${name} ${year}`;
}

export function addressOf(study: Study): string | null {
  if (study.doi !== undefined) return `https://doi.org/${study.doi}`;
  if (study.pmid !== undefined) return `https://pubmed.ncbi.nlm.nih.gov/${study.pmid}/`;
  return study.seen[0]?.url ?? null;
}

/**
 * The synthesis that answers a claim in its own terms: for the treatment or a kind of it, on the outcome asked for.
 * One of a wider class limits what is warranted, and its words would speak of other treatments; one of a neighbouring
 * condition would speak of another part of the body. Null where none does.
 */
export function answer({ synthesis, treatment, outcome, elsewhere }: Match): Synthesis | null {
  return treatment === 'same' && outcome === 'same' && !elsewhere ? synthesis : null;
}

export interface Telling {
  readonly study: Study;
  readonly result: StudyResult | null;
}

/**
 * The study and result that tell most about a question: of the studies that fit best, in the order in which
 * the synthesis names them, the first with a comparison on the outcome asked for, then the first with any
 * result on it, then the first of all.
 */
export const tellingResult = onceFor((match: Match): Telling | null => {
  const outcome = match.question.outcome ?? 'pain';
  const named = match.synthesis?.studies ?? [];
  const place = (id: string): number => (named.includes(id) ? named.indexOf(id) : named.length);
  const fitting = match.studies
    .filter(({ fit }) => fit === match.studies[0]?.fit)
    .sort((a, b) => place(a.study.id) - place(b.study.id));
  const onOutcome = fitting.flatMap(({ study }) =>
    study.results.filter((result) => result.outcome === outcome).map((result) => ({ study, result })),
  );
  const compared = onOutcome.find(({ result }) => result.versus !== undefined);
  const first = fitting[0];
  return compared ?? onOutcome[0] ?? (first === undefined ? null : { study: first.study, result: null });
});

/** Comparisons that show what would have happened anyway, the most telling first. */
const BLANKS: readonly string[] = ['sham', 'saline'];

/**
 * The controlled result that speaks most plainly against an effect: no better than its control on the outcome asked
 * for. Those that the synthesis names come first, in its order, then trials with a sham or saline control, then the
 * largest. Null where no record on the same question has one.
 */
export const contraryResult = onceFor(({ question, studies, synthesis }: Match): Telling | null => {
  const outcome = question.outcome ?? 'pain';
  const named = synthesis?.studies ?? [];
  const place = ({ id }: Study) => (named.includes(id) ? named.indexOf(id) : named.length);
  const found = studies
    .filter(
      ({ study, treatment, condition }) => study.controlled && treatment === 'same' && condition === 'same',
    )
    .flatMap(({ study }) =>
      study.results
        .filter((result) => result.outcome === outcome && NO_BETTER.includes(result.versus?.direction ?? ''))
        .map((result) => ({ study, result })),
    );
  const [first] = found.sort(
    (a, b) =>
      place(a.study) - place(b.study) ||
      blindness(b.study) - blindness(a.study) ||
      sizeOf(b.study) - sizeOf(a.study),
  );
  return first ?? null;
});

const NO_BETTER: readonly string[] = ['no-difference', 'worse'];

function blindness({ comparatorKind }: Study): number {
  return BLANKS.includes(comparatorKind ?? '') ? 1 : 0;
}

function sizeOf({ n }: Study): number {
  return n ?? 0;
}

/** How a result bears on a claim that a treatment helps. */
export function bearing({ study, result }: Telling): Relation {
  const direction = result?.versus?.direction;
  if (direction === 'no-difference') return 'no-difference';
  if (direction === 'worse') return 'opposite';
  if (direction === 'better') return 'same-direction';
  if (study.direction === 'no-difference') return 'no-difference';
  if (study.direction === 'against') return 'opposite';
  return study.controlled ? 'context' : 'weaker';
}

/**
 * What bears on a claim, the most telling first and at most two: a result of the same treatment and condition, and the
 * synthesis on the same outcome; for a harm, the recorded harms.
 */
export function evidenceFor(one: Case): EvidenceItem[] {
  const { claim, match, otherField } = one;
  if (otherField) return [];
  return claim.types.every((type) => type === 'safety') ? harmItems(one, 'context') : itemsOf(match);
}

const itemsOf = onceFor((match: Match): EvidenceItem[] => {
  const telling = namedResult(match) ?? contraryResult(match) ?? tellingResult(match);
  const fits = match.studies.some(({ study, fit }) => study === telling?.study && fit === 'same');
  return [
    ...(telling === null || !fits ? [] : [studyItem(telling.study, telling.result, bearing(telling))]),
    ...(match.synthesis === null || match.outcome !== 'same' ? [] : [synthesisItem(match.synthesis)]),
  ];
});

/** The result that the message tells of: of the study that the answering synthesis names in its short form. */
function namedResult(match: Match): Telling | null {
  const short = answer(match)?.short ?? '';
  const study = match.studies.find((found) => short.includes(nameOf(found.study)))?.study;
  if (study === undefined) return null;
  const onOutcome = study.results.filter(({ outcome }) => outcome === match.synthesis?.outcome);
  const result = onOutcome.find(({ versus }) => versus !== undefined) ?? onOutcome[0];
  return result === undefined ? null : { study, result };
}

export function harmItems({ harms }: Case, relation: Relation): EvidenceItem[] {
  return harms.map((harm) => harmItem(harm, relation));
}

function relationOf(direction: Synthesis['direction']): Relation {
  switch (direction) {
    case 'benefit':
      return 'same-direction';
    case 'no-difference':
      return 'no-difference';
    case 'harm':
      return 'opposite';
    default:
      return 'weaker';
  }
}
