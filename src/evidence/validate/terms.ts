/** The vocabulary itself: its terms refer to one another, and a word means one of them. */
import { didYouMean } from '../load/nearest.ts';
import type { Located } from '../load/read-pack.ts';
import type { Path } from '../load/yaml-source.ts';
import type { Vocabulary } from '../schema.ts';
import type { CheckContext, Findings } from './check.ts';

/** Reports a term that the vocabulary does not have, with the nearest that it has. */
export type TermCheck = (located: Located<unknown>, path: Path, id: string, findings: Findings) => void;
export type KnownTerms = Readonly<Record<keyof Vocabulary, TermCheck>>;

/** A check for each kind of term in the vocabulary. */
export function knownTerms(vocabulary: Vocabulary): KnownTerms {
  const check = (kind: keyof Vocabulary): TermCheck => {
    const ids = new Set(vocabulary[kind].map((term) => term.id));
    return (located, path, id, findings) =>
      findings.expect(
        ids.has(id),
        located,
        path,
        () => `“${id}” is not among the ${kind} of the vocabulary${didYouMean(id, ids)}`,
      );
  };
  return {
    treatments: check('treatments'),
    conditions: check('conditions'),
    outcomes: check('outcomes'),
    instruments: check('instruments'),
  };
}

/** Terms refer to terms of their own list, a synonym means one term, and no term is a kind of itself. */
export function checkTerms(
  { folder, vocabulary }: CheckContext,
  known: KnownTerms,
  findings: Findings,
): void {
  if (folder.vocabulary === null) return;
  const located = folder.vocabulary;
  for (const kind of ['treatments', 'conditions', 'outcomes'] as const) {
    const parents = new Map(vocabulary[kind].map((term) => [term.id, term.kindOf]));
    for (const [index, term] of located.record[kind].entries()) {
      checkLinks(located, [kind, index], term, known[kind], findings);
      findings.expect(
        !isOwnKind(term.id, parents),
        located,
        [kind, index, 'kindOf'],
        () => `${term.id} is a kind of itself`,
      );
    }
    checkSynonyms(located, kind, findings);
  }
  for (const [index, instrument] of located.record.instruments.entries()) {
    known.outcomes(located, ['instruments', index, 'outcome'], instrument.outcome, findings);
  }
}

type Term = Vocabulary['conditions'][number];

function checkLinks(
  located: Located<Vocabulary>,
  path: Path,
  term: Term,
  known: TermCheck,
  findings: Findings,
): void {
  for (const field of ['neighbours', 'mayMean'] as const) {
    for (const [at, id] of term[field].entries()) known(located, [...path, field, at], id, findings);
  }
  if (term.kindOf !== undefined) known(located, [...path, 'kindOf'], term.kindOf, findings);
}

function checkSynonyms(
  located: Located<Vocabulary>,
  kind: 'treatments' | 'conditions' | 'outcomes',
  findings: Findings,
): void {
  const meanings = new Map<string, string>();
  for (const [index, term] of located.record[kind].entries()) {
    for (const [at, synonym] of term.synonyms.entries()) {
      const word = synonym.toLowerCase();
      const other = meanings.get(word);
      const path = [kind, index, 'synonyms', at];
      if (other === term.id) findings.warn(located, path, `“${synonym}” stands twice`);
      else if (other !== undefined) findings.warn(located, path, `“${synonym}” also stands for ${other}`);
      meanings.set(word, term.id);
    }
  }
}

function isOwnKind(id: string, parents: ReadonlyMap<string, string | undefined>): boolean {
  const passed = new Set<string>();
  for (let at = parents.get(id); at !== undefined && !passed.has(at); at = parents.get(at)) {
    if (at === id) return true;
    passed.add(at);
  }
  return false;
}
