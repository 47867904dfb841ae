/** Strings brought to one form, so that the same title or name compares equal however it is printed. */
import { wordSet } from '../word-set.ts';

/** Letters that Unicode decomposition leaves alone. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/** Most texts; they need no tables of Unicode. */
const ASCII = /^[\x20-\x7e\s]*$/;

/** Lower case, without diacritics, apostrophes and the braces of BibTeX; other characters become one space. */
export function fold(text: string): string {
  if (ASCII.test(text)) {
    return text
      .toLowerCase()
      .replace(/['{}]/g, '')
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  }
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f\u2018\u2019'{}]/g, '')
    .replace(/[ßøłđðþæœı]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The words of a text, folded. */
export function words(text: string): string[] {
  const folded = fold(text);
  return folded === '' ? [] : folded.split(' ');
}

/**
 * The words of a title with spelling variants brought together: British and American spelling,
 * "disk" and "disc".
 */
export function titleWords(title: string): string[] {
  const all = words(title).map(spelling);
  return all.some((word) => JOINED.has(word)) ? numerals(followup(all)) : all;
}

/** Words that may be part of what is written in two ways. */
const JOINED: ReadonlySet<string> = new Set(['follow', 'hundred', 'thousand']);

/** "Follow-up" and "followup" are one. */
function followup(all: readonly string[]): string[] {
  return all.flatMap((word, at) => {
    if (word === 'follow' && all[at + 1] === 'up') return ['followup'];
    return word === 'up' && all[at - 1] === 'follow' ? [] : [word];
  });
}

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** Numbers from one hundred on as numerals: "two thousand three hundred and seventy two" is `2372`. */
function numerals(all: readonly string[]): string[] {
  const out: string[] = [];
  let at = 0;
  while (at < all.length) {
    const { value, end } = numberAt(all, at);
    if (value >= 100) out.push(String(value));
    else out.push(all[at] ?? '');
    at = value >= 100 ? end : at + 1;
  }
  return out;
}

/** The number whose words begin at `start`, and where they end; 0 where none does. */
function numberAt(all: readonly string[], start: number): { value: number; end: number } {
  let value = 0;
  let part = 0;
  let at = start;
  for (; at < all.length; at += 1) {
    const word = all[at] ?? '';
    const unit = UNITS.indexOf(word);
    const ten = TENS.indexOf(word);
    if (unit > 0) part += unit;
    else if (ten >= 0) part += 20 + 10 * ten;
    else if (word === 'hundred' && part > 0) part *= 100;
    else if (word === 'thousand' && part > 0) [value, part] = [value + part * 1000, 0];
    else if (word !== 'and' || part + value < 100) break;
  }
  return { value: value + part, end: all[at - 1] === 'and' ? at - 1 : at };
}

/** Part of every word that is spelled in two ways. */
const VARIANT = /[ao]e|is[aei]|our|centre|disk|allogenic/;

function spelling(word: string): string {
  if (word === 'vs') return 'versus';
  if (word.length < 4 || !VARIANT.test(word)) return word;
  return word
    .replace(/disk/, 'disc')
    .replace(/ae|oe/g, 'e')
    .replace(/is(e|ed|es|ing|ation|ations)$/, 'iz$1')
    .replace(/our(s?)$/, 'or$1')
    .replace(/centre/, 'center')
    .replace(/^allogenic$/, 'allogeneic');
}

/** A surname as a key: `Hernández-Ramajo` and `Hernandez Ramajo` are one. */
export function surnameKey(surname: string): string {
  return fold(surname).replaceAll(' ', '');
}

/** Words too common to tell one title from another. */
const COMMON: ReadonlySet<string> = wordSet(
  'a an and are as at by for from in into is its of on or the to with without using use via between among during after before than that this',
);

export function isCommon(word: string): boolean {
  return COMMON.has(word);
}

/** Abbreviations of treatments have no vowels: PRP, MSC, SVF. */
const ABBREVIATION = /^[^aeiouy\d]{3}$/;

/** Title words that tell one work from another, without a plural s: what two texts on one subject share. */
export function subjectWords(text: string): Set<string> {
  return new Set(
    titleWords(text)
      .filter((word) => (word.length > 3 || ABBREVIATION.test(word)) && !isCommon(word))
      .map((word) => word.replace(/s$/, '')),
  );
}

/** The commonest surnames of authors: beside one of them a single shared word proves nothing. */
const COMMON_NAMES: ReadonlySet<string> = wordSet(
  'wang li zhang chen liu yang huang zhao wu zhou xu sun zhu lin he hu guo ma gao luo lu kim lee park choi jung kang cho smith jones johnson williams brown miller davis wilson anderson taylor thomas moore martin thompson white harris clark lewis garcia martinez rodriguez lopez gonzalez silva santos kumar singh patel sharma gupta khan ali ahmed nguyen tran sato suzuki tanaka yamamoto ito kobayashi muller schmidt',
);

/** Whether a surname, as a key, is borne by so many authors that it tells little. */
export function isCommonName(key: string): boolean {
  return COMMON_NAMES.has(key);
}
