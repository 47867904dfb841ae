/** Words that take up a work named before: "this trial", "the researchers found". */
import type { UnitMention } from './cited.ts';
import { latin } from './latin.ts';
import { mention, SOURCE_NOUN, type Unit } from './unit.ts';

const TAKES_UP = latin(
  new RegExp(
    `\\b(?:(?:the|this|that|the same)\\s(?:same\\s|very\\s|landmark\\s|randomi[sz]ed\\s|clinical\\s|controlled\\s){0,3}(?:${SOURCE_NOUN}|authors)(?![\\w-])(?!\\s(?:team|coordinator|staff|is for|will|excludes|includes))|(?:the\\s)?(?:researchers|investigators|study authors)\\s(?:\\p{Ll}{2,9}\\s){0,1}(?:found|report|conclud|observ|not|saw|caution|show|wr)\\p{Ll}{0,4})\\b`,
    'giu',
  ),
);

/** At most one a sentence: the first. */
export function findBackReferences(unit: Unit): UnitMention[] {
  const match = unit.text.matchAll(TAKES_UP).next().value;
  if (!match) return [];
  return [mention(unit, match.index, match.index + match[0].length, 'back-reference', 'inline')];
}
