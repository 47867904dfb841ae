/** The name of the business behind a page: a treatment inside it ("Lakeside Stem Cells") treats nobody. */
import type { Document, Region } from '../model.ts';
import type { Mention } from './mentions.ts';
import { type Token, tokenize } from './tokens.ts';

const TITLES: ReadonlySet<Region> = new Set(['title', 'meta']);
/** Titles end with the site's name: "Knee pain in Ogden | Lakeside Stem Cells". */
const BEFORE_NAME = /\s[|–—-]\s|\s»\s/u;
/** A name may join two: "Lakeside Stem Cells & Lakeside Spa". */
const JOINS_NAMES = /\s(?:&|and)\s|,\s/u;
/** A longer ending is a phrase about the page; a single word is a treatment rather than a name. */
const LONGEST_NAME = 5;
const SHORTEST_NAME = 2;

/** The names that the page's titles end with, as words. */
export function siteNames(document: Document): readonly (readonly string[])[] {
  const endings = document.blocks
    .filter(({ region }) => TITLES.has(region))
    .map(({ text }) => text.split(BEFORE_NAME))
    .filter((parts) => parts.length > 1)
    .map((parts) => parts.at(-1) ?? '');
  return endings
    .flatMap((ending) => ending.split(JOINS_NAMES))
    .filter(isCapitalised)
    .map((name) => tokenize(name).map(({ text }) => text))
    .filter(({ length }) => length >= SHORTEST_NAME && length <= LONGEST_NAME);
}

/** Reads a treatment that is part of the site's name as its provider; the very mentions where the name is not there. */
export function withoutSiteNames(
  mentions: readonly Mention[],
  tokens: readonly Token[],
  names: readonly (readonly string[])[],
): readonly Mention[] {
  const places = names.flatMap((name) => placesOf(name, tokens));
  if (places.length === 0) return mentions;
  return mentions.map((mention) =>
    places.some(([first, last]) => first <= mention.first && mention.last <= last)
      ? { ...mention, kind: 'provider' }
      : mention,
  );
}

function isCapitalised(name: string): boolean {
  return name.split(/\s+/u).every((word) => /^[\p{Lu}\p{N}]/u.test(word) || word.length <= 3);
}

function placesOf(name: readonly string[], tokens: readonly Token[]): [number, number][] {
  const places: [number, number][] = [];
  for (let at = 0; at + name.length <= tokens.length; at += 1) {
    if (name.every((word, index) => tokens[at + index]?.text === word)) {
      places.push([at, at + name.length - 1]);
    }
  }
  return places;
}
