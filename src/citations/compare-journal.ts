/** Whether two names of journals mean the same one: in full, abbreviated, or by initials. */
import { words } from './fold.ts';

const SMALL: ReadonlySet<string> = new Set([
  'the',
  'of',
  'and',
  'for',
  'in',
  'on',
  'a',
  'de',
  'la',
  'et',
  'und',
  'der',
]);
/** What follows a name to tell its edition: `J Bone Joint Surg Am`, `Proc Natl Acad Sci U S A`. */
const PLACES: ReadonlySet<string> = new Set([
  'am',
  'american',
  'volume',
  'br',
  'british',
  'u',
  's',
  'a',
  'usa',
  'london',
]);
/** Abbreviations that are no prefix of their word. */
const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['intl', 'international'],
  ['natl', 'national'],
  ['dept', 'department'],
  ['assn', 'association'],
  ['assoc', 'association'],
  ['jnl', 'journal'],
  ['bmj', 'bmj'],
]);

/** `Int Orthop`, `International Orthopaedics` and `International orthopaedics (SICOT)` are one. */
export function sameJournal(cited: string, recorded: string): boolean {
  const a = tellingWords(cited);
  const b = tellingWords(recorded);
  if (a.length === 0 || b.length === 0) return true;
  return (
    abbreviates(a, b) || abbreviates(b, a) || initialsOf(a) === b.join('') || initialsOf(b) === a.join('')
  );
}

function tellingWords(name: string): string[] {
  const all = words(name.split('(')[0] ?? '');
  const telling = all.filter((word) => !SMALL.has(word)).map((word) => IRREGULAR.get(word) ?? word);
  while (telling.length > 2 && PLACES.has(telling.at(-1) ?? '')) telling.pop();
  return telling.length > 0 ? telling : all;
}

/** Every word of the one is the start of a word of the other, in order, and no word is left out. */
function abbreviates(short: readonly string[], long: readonly string[]): boolean {
  if (short.length !== long.length) return false;
  return short.every((word, at) => {
    const full = long[at] ?? '';
    return full.startsWith(word) || (word.length > 2 && full[0] === word[0] && inOrder(word, full));
  });
}

/** Contracted abbreviations: `Amer`, `Natl`, `Behav`, `Jrnl`. */
function inOrder(short: string, long: string): boolean {
  let at = 0;
  for (const letter of long) if (letter === short[at]) at += 1;
  return at === short.length;
}

function initialsOf(name: readonly string[]): string {
  return name.length < 2 ? '' : name.map((word) => word[0] ?? '').join('');
}
