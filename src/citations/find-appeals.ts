/** Appeals to sources that nobody could look up: "studies show", "in a recent trial", "hundreds of papers". */
import type { Mention } from './cited.ts';
import { mention, type Unit } from './unit.ts';

const NOUN =
  '(?:studies|study|trials?|research|evidence|data|reviews?|meta-?analys[ei]s|registries|registry|literature|publications|papers|experiments|investigations|reports|researchers|scientists|experts)';
const VERB =
  '(?:shows?|showed|shown|showing|demonstrat(?:es?|ed|ing)|suggest(?:s|ed|ing)?|indicat(?:es?|ed|ing)|found|finds?|prov(?:es?|ed|en|ing)|confirm(?:s|ed|ing)?|report(?:s|ed)|reveal(?:s|ed|ing)?|supports|supported|supporting|support(?=\\s(?:the|this|its|their|that|use|using)\\b)|conclud(?:es?|ed)|documented|establish(?:es|ed)|validat(?:es?|ed)|observed|identified|agree|believe)';
const KIND =
  '(?:clinical|pre-?clinical|animal|laboratory|human|early|recent|new|latest|current|growing|mounting|emerging|extensive|scientific|medical|published|peer-?reviewed|independent|large|small|ongoing|numerous|several|multiple|many|various|some|few|initial|pilot|randomi[sz]ed|controlled|double-?blind(?:ed)?|long-?term|existing|available|strong|solid|preliminary|promising|university|academic)';
const AMOUNT =
  '(?:hundreds of|thousands of|dozens of|scores of|numerous|countless|multiple|many|several|(?:(?:over|more than|nearly|approximately|about|around)\\s)?\\d{1,5}|two|three|four|five|six|seven|eight|nine|ten)';

/** The gap holds words alone: an appeal does not reach over a comma, a stop or a bracket. */
const WORDS = "(?:\\s[\\p{L}\\d'’/+%-]{1,24}){0,12}?";

const APPEALS: readonly RegExp[] = [
  new RegExp(
    `\\b(?:(?:my|our|these|those|this|the|a|an|one|another)\\s)?(?:${KIND},?\\s){0,4}${NOUN}${WORDS}\\s${VERB}\\b`,
    'giu',
  ),
  new RegExp(
    `\\baccording to\\s(?:(?:a|an|the|one|new|recent|many|some|several|most)\\s){0,2}(?:${KIND}\\s){0,3}${NOUN}\\b`,
    'giu',
  ),
  /\bin\s(?:a|an|one|another|some|several|many|most|these|those|multiple|numerous|various)\s(?:[\p{L}-]{1,16}\s){0,3}?(?:study|studies|trials?|experiments?)\b/giu,
  new RegExp(`\\bin\\s(?:${KIND},?\\s){1,4}(?:studies|trials|experiments|research)\\b`, 'giu'),
  /\b(?:shown|proven|demonstrated|supported|backed|confirmed|validated|tested|documented|established|based|evidenced)\s(?:up\s)?(?:in|by|on|with|through)\s(?:[\p{L}-]{1,16}\s){0,4}?(?:studies|study|trials?|research|science|evidence|data|literature)\b/giu,
  new RegExp(
    `(?<!phase )\\b${AMOUNT}\\s(?:[\\p{L}-]{1,16}\\s){0,4}?(?:studies|trials|papers|publications|meta-?analyses|registries)\\b`,
    'giu',
  ),
  new RegExp(
    `\\b(?:peer-?reviewed|published|scientific)\\s(?:${KIND}\\s){0,2}(?:studies|research|literature|papers|publications|evidence|journals)\\b`,
    'giu',
  ),
  /\b(?:seen|read|know of|heard)\s(?:of\s)?(?:[\p{L}-]{1,16}\s){0,2}reports?\sof\b/giu,
];

/** What shows that research is wished for, taken part in or offered, not appealed to. */
const NO_APPEAL =
  /\b(?:more|further|additional|future|larger|better|enough|no|without|lack of|little|insufficient|limited)\s(?:[\p{L}-]{1,16},?\s){0,3}?(?:studies|trials?|research|evidence|data)\b|\b(?:studies|trials?|research|evidence|data)\s(?:[\p{L}-]{1,16}\s){0,4}?(?:needed|required|necessary|lacking|limited|underway|under way)\b|\b(?:enrol|enroll|participat|take part|join|qualif|recruit|purpose of|aim of|point you to|ask (?:for|about|whether)|(?:what|which|whether|if) (?:[\p{L}-]{1,14} ){0,2}(?:evidence|research|data|studies))\w{0,6}\b/iu;
/** "evidence to support" wishes; "according to research" does not. */
const INFINITIVE = /(?<!according)\sto\s(?:[\p{L}]{1,12}\s)?[\p{L}]{1,16}$/iu;

/** Part of every appeal. The patterns above cost tens of milliseconds to compile, and most sentences need none. */
const HINT =
  /stud|trial|research|evidence|data|review|analys|registr|literature|publication|paper|experiment|investigation|report|scien|expert|journal/i;

export function findAppeals(unit: Unit): Mention[] {
  const { text } = unit;
  if (text.endsWith('?') || !HINT.test(text)) return [];
  return APPEALS.flatMap((pattern) =>
    [...text.matchAll(pattern)]
      .filter((match) => !INFINITIVE.test(match[0]) && !NO_APPEAL.test(around(text, match)))
      .map((match) =>
        mention(unit, match.index, match.index + match[0].trimEnd().length, 'appeal', 'inline'),
      ),
  );
}

/** The match with the words just before and after it. */
function around(text: string, match: RegExpExecArray): string {
  return text.slice(Math.max(0, match.index - 30), match.index + match[0].length + 30);
}
