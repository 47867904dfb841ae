/** Which of the recorded harms a finding names, and how. */
import type { Token } from '../claims/tokens.ts';
import type { Evidence } from '../evidence/index.ts';
import type { Match } from '../evidence/match.ts';
import type { Harm } from '../evidence/schema.ts';
import type { Claim } from '../model.ts';
import { listed } from './message.ts';
import { contains } from './phrases.ts';
import { sourceOf } from './records.ts';

/** More would make a list of a message. */
const NAMED = 2;

/** Whose cells a page gives: the patient's own, a donor's, or null where it says neither, or both. */
export type Origin = 'own' | 'donor' | null;

/** Whose cells the claims of a page are about, by the kinds of cell treatment that they name. */
export function originOf(claims: readonly Claim[], { vocabulary }: Evidence): Origin {
  const named = new Set(claims.map(({ subject }) => subject));
  const kinds = vocabulary.treatments.filter(({ id, kindOf }) => kindOf === CELLS && named.has(id));
  const own = kinds.some(({ origin }) => origin === 'own');
  const donor = kinds.some(({ origin }) => origin === 'donor');
  return own === donor ? null : own ? 'own' : 'donor';
}

const CELLS = 'stem-cells';

/**
 * The recorded harms that tell most about a claim, at most two: serious ones before others, each kind once, and those
 * that the patient's own cells have done, or a donor's, where the sentence or its page says which it is about.
 */
export function tellingHarms(
  match: Match,
  tokens: readonly Token[],
  page: Origin,
  evidence: Evidence,
): Harm[] {
  // A label that is a list itself reads badly in a list; one that names no harm tells least.
  const serious = match.harms.filter((harm) => harm.serious && !harm.label.includes(' and '));
  const known = namedFirst(serious.length > 0 ? serious : match.harms);
  const origin = contains(tokens, OWN) ? 'own' : page;
  const fitting = origin === null ? known : known.filter((harm) => isOf(origin, harm, evidence));
  const kinds = new Map<string, Harm>();
  for (const harm of fitting.length > 0 ? fitting : known) {
    if (![...kinds.keys()].some((label) => isSameKind(label, harm.label))) kinds.set(harm.label, harm);
  }
  return [...kinds.values()].slice(0, NAMED);
}

const OWN: readonly string[] = [
  "own cells|stem|blood|body|body's|tissue|fat|bone|platelet+|biologic+|marrow",
  'own adult stem',
  'within your own',
  'autologous',
  "from the patient|patient's|patients",
  "patient's own",
];

function namedFirst(harms: readonly Harm[]): Harm[] {
  return [...harms].sort((a, b) => Number(isVague(a)) - Number(isVague(b)));
}

/** "Disc infection" says no more than "disc infection needing surgery". */
function isSameKind(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}

function isOf(wanted: 'own' | 'donor', { treatments }: Harm, { vocabulary }: Evidence): boolean {
  return vocabulary.treatments.some(({ id, origin }) => origin === wanted && treatments.includes(id));
}

function isVague({ label }: Harm): boolean {
  return /\bevents\b/.test(label);
}

/** A source longer than this is a title, and would fill the message. */
const LONGEST_SOURCE = 40;

/** `disc infection (Jerome 2021) and epidural abscess (Chen 2012)`; null where no harm is on record. */
export function riskOf(harms: readonly Harm[]): string | null {
  if (harms.length === 0) return null;
  return listed(
    harms.map((harm) => {
      const source = sourceOf(harm);
      return source.length > LONGEST_SOURCE ? harm.label : `${harm.label} (${source})`;
    }),
  );
}
