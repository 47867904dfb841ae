/** How the terms of a vocabulary lie to one another: the same, narrower, wider, neighbouring. */
import type { Fit } from '../scales.ts';

/** The part of a vocabulary term that places it among the others. */
export interface PlacedTerm {
  readonly id: string;
  readonly kindOf?: string | undefined;
  readonly neighbours: readonly string[];
  readonly mayMean: readonly string[];
}

/**
 * How a recorded term lies to the term of a claim. `narrower`: a kind of it, or what an advertisement may
 * mean by it. `wider`: what it is a kind of. `near`: a neighbour, and what is narrower than a neighbour.
 */
export type Kinship = 'exact' | 'narrower' | 'wider' | 'near';

export interface Relative {
  readonly kinship: Kinship;
  /** From 0, the closest first; orders candidates of one kinship. */
  readonly rank: number;
}

/**
 * What evidence on a related term says about a claim. Evidence on a kind of the claimed thing is evidence
 * on the thing, because the claim does not say which kind it means; evidence on the wider class alone does
 * not show that this kind shares it.
 */
export const FIT_OF_KINSHIP: Readonly<Record<Kinship, Fit>> = {
  exact: 'same',
  narrower: 'same',
  wider: 'neighbouring',
  near: 'neighbouring',
};

/**
 * Every term that bears on `id`, by id, in order of closeness. Empty for a term that the vocabulary does
 * not have. With `siblings`, terms of one wider term are near one another: true of conditions (disc and
 * facet are both back pain), not of treatments (plasma and exosomes share a class and nothing else).
 */
export function relativesOf(
  id: string,
  terms: readonly PlacedTerm[],
  siblings: boolean,
): ReadonlyMap<string, Relative> {
  const byId = new Map(terms.map((term) => [term.id, term]));
  const relatives = new Map<string, Relative>();
  const start = byId.get(id);
  if (start === undefined) return relatives;
  const add = (ids: Iterable<string>, kinship: Kinship): void => {
    for (const found of ids) {
      if (byId.has(found) && !relatives.has(found)) relatives.set(found, { kinship, rank: relatives.size });
    }
  };
  add([id], 'exact');
  add(narrowerThan([id], terms, byId), 'narrower');
  const wider = widerThan(start, byId);
  add(wider, 'wider');
  const near = neighboursOf(start, terms);
  if (siblings && start.kindOf !== undefined) near.push(...kindsOf(start.kindOf, terms));
  add(near, 'near');
  add(narrowerThan(near, terms, byId), 'near');
  return relatives;
}

/** Breadth first: what the terms may mean, in the order given there, then their kinds, then the kinds of those. */
function narrowerThan(
  ids: readonly string[],
  terms: readonly PlacedTerm[],
  byId: ReadonlyMap<string, PlacedTerm>,
): Set<string> {
  const found = new Set(ids);
  for (const id of found) {
    for (const meant of byId.get(id)?.mayMean ?? []) found.add(meant);
    for (const kind of kindsOf(id, terms)) found.add(kind);
  }
  return found;
}

function kindsOf(id: string, terms: readonly PlacedTerm[]): string[] {
  return terms.filter((term) => term.kindOf === id).map((term) => term.id);
}

function widerThan(start: PlacedTerm, byId: ReadonlyMap<string, PlacedTerm>): Set<string> {
  const found = new Set<string>();
  let term: PlacedTerm | undefined = start;
  while (term?.kindOf !== undefined && !found.has(term.kindOf)) {
    found.add(term.kindOf);
    term = byId.get(term.kindOf);
  }
  return found;
}

/** Neighbours in either direction: a term that names this one is its neighbour too. */
function neighboursOf(start: PlacedTerm, terms: readonly PlacedTerm[]): string[] {
  const named = terms.filter((term) => term.neighbours.includes(start.id)).map((term) => term.id);
  return [...start.neighbours, ...named];
}
