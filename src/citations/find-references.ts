/** Entries of reference lists: in a region marked as one, or under a heading or line that opens one. */
import type { Block, Document } from '../model.ts';
import type { Cited, Mention } from './cited.ts';
import { findIdentifiers } from './identifiers.ts';
import { latin } from './latin.ts';
import { parseReference } from './parse-reference.ts';

const OPENER =
  /^\W{0,3}(?:(?:scientific|clinical|selected|key|list of|study|research|medical)\s)?(?:references?|resources?|sources?|bibliography|citations?|works cited|literature(?: cited)?|further reading|footnotes|end ?notes|notes|studies(?: cited)?|publications?)(?:\s(?:&|and)\s(?:sources|references|resources|notes|citations|further reading))?\W{0,3}$/i;
/** Openers under which even a bare title is an entry. */
const STRICT =
  /^\W{0,3}(?:\w{4,12}\s)?(?:references|bibliography|works cited|literature cited|studies cited|citations)\W{0,3}$/i;
const YEAR = /\b(?:19|20)\d{2}\b/;
const VOLUME = /\b(?:19|20)\d{2}\b[^.;]{0,12};\s?\d|\b\d{1,4}\s?\(\d{1,3}\)\s?[:,]\s?[a-z]?\d/i;
/** A list that its opener introduces in the same line. */
const INLINE = /^(?:references|bibliography|works cited|literature cited)\s?:\s/i;
/** Running text that a list is followed by. */
const PROSE = /\b(?:has been|have been|will|our|you|your)\b/i;
const LABEL = /^\[?(\d{1,3})[\].)]\s/;
/** Two surnames with initials, as they open an entry. */
const NAMES = latin(
  /^(?:\S{1,5}\s)?\p{Lu}[\p{L}’'-]{1,25} \p{Lu}{1,3}(?:, \p{Lu}[\p{L}’'-]{1,25} \p{Lu}{1,3}|,? et al)/u,
);
const NUMBERED = latin(/(?:^|\s)(?:\[(\d{1,3})\]|(\d{1,3})[.)])\s(?=[\p{Lu}“"])/gu);

/** Finds the entries of all reference lists of a page, each with its label. */
export function findReferences(document: Document): Mention[] {
  const mentions: Mention[] = [];
  let open: { section: number; strict: boolean } | null = null;
  let number = 0;
  for (const block of document.blocks) {
    if (OPENER.test(block.text)) {
      open = { section: block.section, strict: STRICT.test(block.text) };
      number = 0;
    } else if (open !== null && (block.level !== null || block.section !== open.section)) {
      open = null;
    }
    const listed =
      (block.region === 'references' && block.level === null) ||
      INLINE.test(block.text) ||
      (open !== null && opens(block));
    for (const entry of listed ? entriesIn(block) : lonely(block)) {
      const cited = parseReference(entry.text);
      if (!looksLikeReference(block, entry, cited, listed, open?.strict ?? false)) continue;
      number += 1;
      mentions.push(
        mentionOf(block, entry, cited, entry.label ?? footnoteLabel(document, block) ?? String(number)),
      );
    }
  }
  return mentions;
}

interface Entry {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly label: string | null;
}

function opens({ region }: Block): boolean {
  return region === 'list' || region === 'body' || region === 'table';
}

/** One entry, or several where a block runs a numbered list together. */
function entriesIn({ text }: Block): Entry[] {
  const starts = [...text.matchAll(NUMBERED)].map((match) => ({
    start: match.index + (/^\s/.test(match[0]) ? 1 : 0),
    label: match[1] ?? match[2] ?? '',
  }));
  const rising = starts.filter(({ label }, at) => Number(label) === Number(starts[0]?.label) + at);
  if (rising.length < 2)
    return [{ start: 0, end: text.length, text, label: rising[0]?.start === 0 ? rising[0].label : null }];
  return rising.map(({ start, label }, at) => {
    const end = (rising[at + 1]?.start ?? text.length + 1) - 1;
    return { start, end, text: text.slice(start, end), label };
  });
}

/** A block outside any list that is printed like an entry of one: year, volume and pages. */
function lonely({ text, region, level, marks }: Block): Entry[] {
  const readable = region === 'list' || region === 'body' || region === 'footer';
  const label = LABEL.exec(text)?.[1] ?? marks.find(({ at }) => at === 0)?.labels[0] ?? null;
  if (level !== null || !readable || text.length > 600 || !(VOLUME.test(text) || (label && NAMES.test(text))))
    return [];
  return [{ start: 0, end: text.length, text, label }];
}

function looksLikeReference(
  block: Block,
  entry: Entry,
  cited: Cited,
  listed: boolean,
  strict: boolean,
): boolean {
  const dated = YEAR.test(entry.text);
  if (!listed) return cited.authors.length > 0 && dated && cited.title !== null;
  const linked =
    block.links.some(({ href }) => /^https?:|^www\./.test(href)) || findIdentifiers(entry.text).length > 0;
  const prose =
    PROSE.test(entry.text) &&
    !VOLUME.test(entry.text) &&
    !cited.authors.some(({ given }) => /^[A-Z][A-Z.\s]{0,5}$/.test(given));
  if (block.region === 'references') return linked || (entry.text.length > 15 && !prose);
  if (linked || (dated && !prose && entry.text.length > 30 && cited.title !== null)) return true;
  return strict && block.region === 'list' && entry.text.split(' ').length > 4;
}

/** The label that Markdown gives a footnote: `[^name]: …`. */
function footnoteLabel({ source }: Document, { map }: Block): string | null {
  const start = map.starts[0] ?? 0;
  return (
    /\[\^([^\]\s]{1,40})\]:\s{0,4}$/.exec(source.text.slice(Math.max(0, start - 50), start))?.[1] ?? null
  );
}

function mentionOf(block: Block, entry: Entry, cited: Cited, label: string): Mention {
  const address = /^\W{0,3}(?:https?:\/\/|www\.)\S+\W{0,2}$/.test(entry.text);
  const hrefs = block.links.filter((link) => link.start < entry.end && link.end > entry.start);
  const linked = hrefs.flatMap(({ href }) => findIdentifiers(href)).map(({ identifiers }) => identifiers);
  return {
    block: block.index,
    start: entry.start,
    end: entry.end,
    sentence: null,
    kind: address ? 'link' : 'reference',
    shape: 'reference',
    cited: {
      ...cited,
      ...(address ? { title: null, authors: [], journal: null } : {}),
      identifiers: Object.assign({}, ...linked, cited.identifiers),
    },
    people: null,
    label,
    span: null,
  };
}
