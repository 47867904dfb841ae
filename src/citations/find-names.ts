/** Trials called by a name: "the RESPINE trial", and those that the packs know by one. */
import type { UnitMention } from './cited.ts';
import type { Library } from './library.ts';
import { mention, type Unit } from './unit.ts';

const UNKNOWN_TRIAL =
  /\b(?:the|The) ([A-Z][A-Z0-9]{2,12}(?:-[A-Z0-9]{1,8})?)(?: (?:[a-z]{4,12} ){0,2}(?:trial|study))\b/g;
/** Abbreviations of treatments, bodies and methods, which name no trial. */
const NO_TRIAL =
  /^(?:FDA|NIH|EMA|NHS|MSCS?|BMAC|BMC|PRP|SVF|DDD|MRI|RCT|IRB|IND|ESWT|HIV|AIDS|COVID|COVID-19|USA|DNA|RNA|TENS|LBP)$/;

const WORD = /[\p{L}\p{N}]+/gu;
const SHORTEST_NAME = 3;

/** Names of studies in the packs by their first word, made once for a library. */
const namesOf = new WeakMap<Library, ReadonlyMap<string, readonly string[]>>();

export function findNames(unit: Unit): UnitMention[] {
  const { text } = unit;
  const known = knownNames(text, unit.library);
  const mentions = known
    .filter(({ name, at }) => distinctive(name) || introduced(text, at, name))
    .map(({ name, at }) => mention(unit, at, at + name.length, 'name', 'inline', { text: name }));
  if (!unit.namesSource) return mentions;
  for (const match of text.matchAll(UNKNOWN_TRIAL)) {
    const name = match[1] ?? '';
    if (NO_TRIAL.test(name) || known.some((one) => one.name === name)) continue;
    const start = match.index + 4;
    mentions.push(mention(unit, start, match.index + match[0].length, 'name', 'inline', { text: name }));
  }
  return mentions;
}

interface Place {
  readonly name: string;
  readonly at: number;
}

/** The names of studies that stand in a text as whole words. */
function knownNames(text: string, library: Library): Place[] {
  const byFirstWord = namesOf.get(library) ?? groupNames(library);
  namesOf.set(library, byFirstWord);
  const places: Place[] = [];
  for (const { 0: word, index: at } of text.matchAll(WORD)) {
    for (const name of byFirstWord.get(word) ?? []) {
      if (text.startsWith(name, at) && !isWordCharacter(text[at + name.length])) places.push({ name, at });
    }
  }
  return places;
}

function groupNames(library: Library): Map<string, string[]> {
  const byFirstWord = new Map<string, string[]>();
  for (const name of library.byName.keys()) {
    const [word] = name.match(WORD) ?? [];
    if (name.length < SHORTEST_NAME || word === undefined || !name.startsWith(word)) continue;
    byFirstWord.set(word, [...(byFirstWord.get(word) ?? []), name]);
  }
  return byFirstWord;
}

function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

/** A name of several words, or with a digit, is no other word in capitals. */
function distinctive(name: string): boolean {
  return /[\s\d-]/.test(name);
}

/** Whether a name in capitals stands as that of a trial, not as a word that is shouted. */
function introduced(text: string, at: number, name: string): boolean {
  const before = text.slice(Math.max(0, at - 24), at);
  const after = text.slice(at + name.length, at + name.length + 30);
  if (/^['’)\s,:-]{0,3}(?:[a-z]{4,12}\s){0,2}(?:trial|study|investigators|authors|results)/i.test(after))
    return true;
  if (/(?:trials?|study|studies|known as|called|named|in|like|from)\s[("“]?$/i.test(before)) return true;
  // In brackets, or between commas: “the largest of them, RESPINE, …”.
  return (before.endsWith('(') && after.startsWith(')')) || (before.endsWith(', ') && after.startsWith(','));
}
