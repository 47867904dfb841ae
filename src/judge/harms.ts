/** Which of the recorded harms a finding names, and how. */
import type { Token } from '../claims/tokens.ts';
import type { Evidence } from '../evidence/index.ts';
import type { Match } from '../evidence/match.ts';
import type { Harm } from '../evidence/schema.ts';
import { listed } from './message.ts';
import { contains } from './phrases.ts';
import { sourceOf } from './records.ts';

/** More would make a list of a message. */
const NAMED = 2;

/**
 * The recorded harms that tell most about a claim, at most two: serious ones before others, each kind once, and of a
 * claim about a patient's own cells those that such cells have done.
 */
export function tellingHarms(match: Match, tokens: readonly Token[], evidence: Evidence): Harm[] {
  // A label that is a list itself reads badly in a list; one that names no harm tells least.
  const serious = match.harms.filter((harm) => harm.serious && !harm.label.includes(' and '));
  const known = namedFirst(serious.length > 0 ? serious : match.harms);
  const fitting = contains(tokens, OWN) ? known.filter((harm) => isOfOwnCells(harm, evidence)) : known;
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
  return [...harms].sort((a, b) => Number(a.label.endsWith('events')) - Number(b.label.endsWith('events')));
}

/** "Disc infection" says no more than "disc infection needing surgery". */
function isSameKind(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}

function isOfOwnCells({ treatments }: Harm, { vocabulary }: Evidence): boolean {
  return vocabulary.treatments.some(({ id, origin }) => origin === 'own' && treatments.includes(id));
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
