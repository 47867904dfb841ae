/** Reads a list of authors at the start of a reference, in the usual styles. */
import { lazily } from '../once.ts';
import { latin } from './latin.ts';
import type { Author } from './work.ts';

export interface AuthorList {
  readonly authors: readonly Author[];
  /** "et al." or an ellipsis follows. */
  readonly more: boolean;
  /** Offset in the string after the list and its roles ("eds."). */
  readonly end: number;
}

interface NameMatch {
  readonly author: Author;
  readonly end: number;
  /** The styles that the names after it may have. */
  readonly styles: readonly RegExp[];
}

const PARTICLE =
  "(?:(?:[Vv]an|[Vv]on|[Dd]e|[Dd]er|[Dd]en|[Dd]el|[Dd]a|[Dd]os|[Dd]i|[Dd]u|[Ll]a|[Ll]e|[Tt]en|[Tt]er|[Aa]l|[Ee]l|[Bb]in|zu|y|St\\.)[ -]|[Dd]['’]){0,3}";
const WORD = "(?:d[aeio]|la|van)?\\p{Lu}[\\p{L}\\p{M}'’´`-]{1,30}";
const SURNAME = `${PARTICLE}${WORD}(?:[ -]${WORD}){0,2}?`;
const INITIAL = '\\p{Lu}\\p{Ll}?\\.';
const INITIALS = `${INITIAL}(?:[ -]{0,2}(?:${INITIAL}|${PARTICLE.slice(0, -'{0,3}'.length)})){0,4}(?: \\p{Lu}(?= \\p{Lu}))?`;
const BARE = '\\p{Lu}{1,4}(?:-\\p{Lu})?';
const GIVEN = `${WORD}(?: ${WORD})?(?: ${INITIAL}| \\p{Lu}(?![\\p{L}.])){0,2}`;
const JUNIOR = '(?:,? (?:Jr|Sr|I{2,3})\\b\\.?)?';
/** What may follow a name written in full. */
const ENDS = '(?=\\s?[,.;:]|(?<=\\p{Lu}\\.) |,? and | & |,? \\(|,? et al| “| "|$)';
/** `Larry D.` before `Wittie,` begins a natural order, it is not `Larry D`. */
const NOT_NATURAL = `(?!\\.? ${WORD}(?:,| and | & |\\. ))`;

/**
 * The first that fits is taken. `family` and `given` name the parts.
 * @param guard what must not follow bare initials
 */
const stylesWith = (guard: string): readonly RegExp[] =>
  [
    // Pettine, K. A.
    `(?<family>${SURNAME}),\\s?(?<given>${INITIALS})${JUNIOR}`,
    // Pettine KA
    `(?<family>${SURNAME}),?\\s(?<given>${BARE})(?![\\p{L}'’]|\\.[- ]?\\p{Lu}\\.|\\.-?\\p{Lu})${guard}`,
    // SURNAME (K. A.)
    `(?<family>${SURNAME})\\s\\((?<given>${INITIALS})\\)`,
    // K. A. Pettine
    `(?<given>${INITIALS})\\s?(?<family>${PARTICLE}${WORD}(?:-${WORD}){0,1})${JUNIOR}${ENDS}`,
    `(?<given>${INITIALS} ${WORD}(?: ${INITIAL}){0,1}) (?<family>${PARTICLE}${WORD})${JUNIOR}${ENDS}`,
    `(?<given>${INITIALS})\\s?(?<family>${SURNAME})${JUNIOR}`,
    // K Pettine
    `(?<given>\\p{Lu}{1,2}) (?<family>${PARTICLE}${WORD})${ENDS}`,
    // Pettine K.A.
    `(?<family>${SURNAME})\\s(?<given>${INITIALS})${guard}`,
    // Kenneth A. Pettine
    `(?<given>${GIVEN}) (?<family>${PARTICLE}${WORD})${JUNIOR}${ENDS}`,
    // Pettine, Kenneth A.
    `(?<family>${SURNAME}), (?<given>${GIVEN})${ENDS}`,
  ].map((style) => latin(new RegExp(style, 'uy')));

/** Made when a page first cites by a reference, since most do not. */
const nameStyles = lazily(() => {
  const all = stylesWith(NOT_NATURAL);
  // The last styles write given names in full; titles look like them, so they do not follow initials.
  const fullNames = all.slice(-2);
  return { all, fullNames, afterInitials: stylesWith('').slice(0, -fullNames.length) };
});

const SEPARATOR = latin(
  /(?:\.?\s?[,;]?\s?(?:&|and|und|et|y|e|–)\s|\.?\s?[;,/]\s?|\s(?=\p{Lu}\p{L}{1,24}, \p{Lu}\.))(?!al\b)/uy,
);
const MORE = latin(/\.?[,;]?\s?(?:(?:and|&)\s)?(?:et\s?al\b\.?|\.\.\.|…|and others|and colleagues)/uy);
const ROLE = latin(
  /[,.]?\s?\(?(?:eds?|hrsg|editors?|edited by|comp|dir(?:ector)?|producers?|a cura di)\b\.?\)?/iuy,
);

/** Capitalised words that begin titles, not names. */
const TITLE_WORD = latin(
  /^(?:An?(?= )|And(?= )|(?:The|On|In|Of|For|From|To|Towards?|Introduction|Handbook|Principles|Theory|Analysis|Advances|Proceedings|Journal|Guide|How|Why|What|When|New|Study|Studies|Effects?|Stem|Cell|Chapter|Report|Annual|National|International|Department|University|Institute|World|American|European|United|Ministry|Council|Committee|Commission|Association|Society|Center|Centre)\b)/u,
);

/** Reads names from `start` on; null where there is none. */
export function parseAuthors(text: string, start = 0): AuthorList | null {
  const first = nameAt(text, start);
  if (!first) return null;
  const authors = [first.author];
  let end = first.end;
  for (;;) {
    const separator = endOf(SEPARATOR, text, end);
    const next = separator === null ? null : nameAt(text, separator, first.styles);
    if (!next) break;
    authors.push(next.author);
    end = next.end;
  }
  const more = endOf(MORE, text, end);
  end = more ?? end;
  return { authors, more: more !== null, end: endOf(ROLE, text, end) ?? end };
}

function nameAt(text: string, start: number, styles?: readonly RegExp[]): NameMatch | null {
  const { all, fullNames, afterInitials } = nameStyles();
  if (TITLE_WORD.test(text.slice(start, start + 20))) return null;
  for (const style of styles ?? all) {
    style.lastIndex = start;
    const match = style.exec(text);
    if (match?.groups) {
      const { family = '', given = '' } = match.groups;
      return {
        author: { family, given: given.trim() },
        end: start + match[0].length,
        styles: styles === undefined && fullNames.includes(style) ? all : afterInitials,
      };
    }
  }
  return null;
}

function endOf(pattern: RegExp, text: string, start: number): number | null {
  pattern.lastIndex = start;
  const match = pattern.exec(text);
  return match ? start + match[0].length : null;
}
