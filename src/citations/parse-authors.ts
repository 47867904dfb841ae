/** Reads a list of authors at the start of a reference, in the usual styles. */
import type { Author } from './work.ts';

export interface AuthorList {
  readonly authors: readonly Author[];
  /** "et al." or an ellipsis follows. */
  readonly more: boolean;
  /** Offset in the string after the list. */
  readonly end: number;
}

interface NameMatch {
  readonly author: Author;
  readonly end: number;
}

const PARTICLE =
  '(?:(?:[Vv]an|[Vv]on|[Dd]e|[Dd]er|[Dd]en|[Dd]el|[Dd]a|[Dd]os|[Dd]i|[Dd]u|[Ll]a|[Ll]e|[Tt]en|[Tt]er|[Aa]l|[Ee]l|[Bb]in|St\\.)[ -]){0,3}';
const WORD = "\\p{Lu}[\\p{L}'’\\u00ad-]{1,30}";
const SURNAME = `${PARTICLE}(?:[dDlLO]['’])?${WORD}(?:[ -]${WORD}){0,2}?`;
const INITIALS = '\\p{Lu}\\p{Ll}?\\.(?:[ -]{0,2}\\p{Lu}\\p{Ll}?\\.){0,4}';
const BARE = '\\p{Lu}{1,3}(?:-\\p{Lu})?';

/** The first that fits is taken. `family` and `given` name the parts. */
const STYLES: readonly RegExp[] = [
  // Pettine, K. A.
  new RegExp(`(?<family>${SURNAME}),\\s?(?<given>${INITIALS})(?:,? (?:Jr|Sr|I{2,3})\\.?)?`, 'uy'),
  // Pettine KA
  new RegExp(`(?<family>${SURNAME}),?\\s(?<given>${BARE})(?![\\p{L}'’])`, 'uy'),
  // SURNAME (K. A.)
  new RegExp(`(?<family>${SURNAME})\\s\\((?<given>${INITIALS})\\)`, 'uy'),
  // K. A. Pettine
  new RegExp(`(?<given>${INITIALS})\\s?(?<family>${SURNAME})`, 'uy'),
  // Pettine K.A.
  new RegExp(`(?<family>${SURNAME})\\s(?<given>${INITIALS})`, 'uy'),
  // Kenneth A. Pettine
  new RegExp(
    `(?<given>${WORD}(?: \\p{Lu}\\.){0,2}) (?<family>${PARTICLE}${WORD})(?=[,.;:]| and | & | \\(|$)`,
    'uy',
  ),
  // Pettine, Kenneth
  new RegExp(
    `(?<family>${SURNAME}), (?<given>${WORD}(?: \\p{Lu}\\.| ${WORD}){0,2})(?=[,.;:]| and | & | \\(|$)`,
    'uy',
  ),
];

const SEPARATOR = /(?:\s?[,;]?\s?(?:&|and|und|et|y|e)\s|\s?[;,]\s?|\.,\s)(?!al\b)/uy;
const MORE = /[,;]?\s?(?:(?:and|&)\s)?(?:et\s?al\b\.?|\.\.\.|…|and others|and colleagues)/uy;

/** Reads names from `start` on; null where there is none. */
export function parseAuthors(text: string, start = 0): AuthorList | null {
  const first = nameAt(text, start);
  if (!first) return null;
  const authors = [first.author];
  let end = first.end;
  for (;;) {
    const separator = endOf(SEPARATOR, text, end);
    const next = separator === null ? null : nameAt(text, separator);
    if (!next) break;
    authors.push(next.author);
    end = next.end;
  }
  const more = endOf(MORE, text, end);
  return { authors, more: more !== null, end: more ?? end };
}

function nameAt(text: string, start: number): NameMatch | null {
  for (const style of STYLES) {
    style.lastIndex = start;
    const match = style.exec(text);
    if (match?.groups) {
      const { family = '', given = '' } = match.groups;
      return { author: { family, given: given.trim() }, end: start + match[0].length };
    }
  }
  return null;
}

function endOf(pattern: RegExp, text: string, start: number): number | null {
  pattern.lastIndex = start;
  const match = pattern.exec(text);
  return match ? start + match[0].length : null;
}
