/**
 * Appeals to sources that nobody could look up: "studies show", "in a recent trial", "hundreds of papers".
 * Looks for the noun first, which few sentences have, and then at what stands before and after it.
 */
import type { Mention } from './cited.ts';
import { latin } from './latin.ts';
import { mention, type Unit } from './unit.ts';

const NOUN =
  /\b(?:studies|study|trials?|research|evidence|data|reviews?|meta-?analys[ei]s|registries|registry|literature|publications|papers|experiments?|investigations|reports|researchers|scientists|experts|science|journals)\b/gi;

const KIND =
  '(?:clinical|pre-?clinical|animal|laboratory|human|early|recent|new|latest|current|growing|mounting|emerging|extensive|scientific|medical|published|peer-?reviewed|independent|large|small|ongoing|numerous|several|multiple|many|various|some|few|initial|pilot|randomi[sz]ed|controlled|double-?blind(?:ed)?|long-?term|existing|available|strong|solid|preliminary|promising|university|academic)';
const AMOUNT =
  '(?:hundreds of|thousands of|dozens of|scores of|numerous|countless|multiple|many|several|(?:(?:over|more than|nearly|approximately|about|around)\\s)?\\d{1,5}|two|three|four|five|six|seven|eight|nine|ten)';
const WORDS = '(?:[\\p{L}-]{1,16}\\s)';

/** What stands before a noun that is appealed to, up to the noun; and the nouns that it goes with. */
const LEAD_INS: readonly { readonly before: RegExp; readonly nouns: RegExp }[] = [
  {
    before: latin(
      new RegExp(
        `\\baccording to\\s(?:(?:a|an|the|one|new|recent|many|some|several|most)\\s){0,2}(?:${KIND}\\s){0,3}$`,
        'iu',
      ),
    ),
    nouns: /^(?!science|journals)/i,
  },
  {
    before: latin(
      new RegExp(
        `\\bin\\s(?:a|an|one|another|some|several|many|most|these|those|multiple|numerous|various)\\s${WORDS}{0,3}$`,
        'iu',
      ),
    ),
    nouns: /^(?:study|studies|trials?|experiments?)$/i,
  },
  {
    before: latin(new RegExp(`\\bin\\s(?:${KIND},?\\s){1,4}$`, 'iu')),
    nouns: /^(?:studies|trials|experiments|research)$/i,
  },
  {
    before: latin(
      new RegExp(
        `\\b(?:shown|proven|demonstrated|supported|backed|confirmed|validated|tested|documented|established|based|evidenced)\\s(?:up\\s)?(?:in|by|on|with|through)\\s${WORDS}{0,4}$`,
        'iu',
      ),
    ),
    nouns: /^(?:studies|study|trials?|research|science|evidence|data|literature)$/i,
  },
  {
    before: latin(new RegExp(`(?<!phase )\\b${AMOUNT}\\s${WORDS}{0,4}$`, 'iu')),
    nouns: /^(?:studies|trials|papers|publications|meta-?analyses|registries)$/i,
  },
  {
    before: latin(new RegExp(`\\b(?:peer-?reviewed|published|scientific)\\s(?:${KIND}\\s){0,2}$`, 'iu')),
    nouns: /^(?:studies|research|literature|papers|publications|evidence|journals)$/i,
  },
  {
    before: latin(/\b(?:seen|read|know of|heard)\s(?:of\s)?(?:[\p{L}-]{1,16}\s){0,2}$/iu),
    nouns: /^reports$/i,
  },
];

/** The words that belong to a noun: "my recent clinical" study. */
const OWN_WORDS = latin(
  new RegExp(`(?:\\b(?:my|our|these|those|this|the|a|an|one|another)\\s)?(?:\\b${KIND},?\\s){0,4}$`, 'iu'),
);

/** The verb that a source is made to say. The gap holds words alone: no comma, stop or bracket. */
const SAYS = latin(
  /^(?:\s[\p{L}\d'’/+%-]{1,24}){0,12}?\s(?:shows?|showed|shown|showing|demonstrat(?:es?|ed|ing)|suggest(?:s|ed|ing)?|indicat(?:es?|ed|ing)|found|finds?|prov(?:es?|ed|en|ing)|confirm(?:s|ed|ing)?|report(?:s|ed)|reveal(?:s|ed|ing)?|supports|supported|supporting|support(?=\s(?:the|this|its|their|that|use|using)\b)|conclud(?:es?|ed)|documented|establish(?:es|ed)|validat(?:es?|ed)|observed|identified|agree|believe)\b/iu,
);

/** What shows that research is wished for, taken part in or offered, not appealed to. */
const NO_APPEAL = latin(
  /\b(?:more|further|additional|future|larger|better|enough|no|without|lack of|little|insufficient|limited)\s(?:[\p{L}-]{1,16},?\s){0,3}?(?:studies|trials?|research|evidence|data)\b|\b(?:studies|trials?|research|evidence|data)\s(?:[\p{L}-]{1,16}\s){0,4}?(?:needed|required|necessary|lacking|limited|underway|under way)\b|\b(?:enrol|enroll|participat|take part|join|qualif|recruit|purpose of|aim of|point you to|ask (?:for|about|whether)|(?:what|which|whether|if) (?:[\p{L}-]{1,14} ){0,2}(?:evidence|research|data|studies))\w{0,6}\b/iu,
);
/** "Evidence to support" wishes; "according to research" does not. */
const INFINITIVE = latin(/(?<!according)\sto\s(?:[\p{L}]{1,12}\s)?[\p{L}]{1,16}$/iu);

/** How far before and after its noun an appeal may reach, in characters. */
const BEFORE = 90;
const AFTER = 320;

export function findAppeals(unit: Unit): Mention[] {
  const { text } = unit;
  if (text.endsWith('?')) return [];
  return [...text.matchAll(NOUN)].flatMap((noun) => appealAt(unit, noun.index, noun[0]) ?? []);
}

function appealAt(unit: Unit, index: number, noun: string): Mention | null {
  const { text } = unit;
  const before = text.slice(Math.max(0, index - BEFORE), index);
  const after = text.slice(index + noun.length, index + noun.length + AFTER);
  const lead = LEAD_INS.find((shape) => shape.nouns.test(noun) && shape.before.test(before));
  const says = /^(?:science|journals|experiment)$/i.test(noun) ? null : SAYS.exec(after);
  if (!lead && !says) return null;
  const start = index - ((lead?.before ?? OWN_WORDS).exec(before)?.[0].length ?? 0);
  const end = index + noun.length + (says?.[0].length ?? 0);
  const appeal = text.slice(start, end);
  if (INFINITIVE.test(appeal) || NO_APPEAL.test(text.slice(Math.max(0, start - 30), end + 30))) return null;
  return mention(unit, start, end, 'appeal', 'inline');
}
