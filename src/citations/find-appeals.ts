/**
 * Appeals to sources that nobody could look up: "studies show", "in a recent trial", "hundreds of papers".
 * Looks for the noun first, which few sentences have, and then word by word before and after it.
 */

import { wordSet } from '../word-set.ts';
import type { UnitMention } from './cited.ts';
import { mention, type Unit } from './unit.ts';

const NOUN =
  /\b(?:stud(?:y|ies)|trials?|rcts?|research|evidence|data|reviews?|meta-?analys[ei]s|pooled analys[ei]s|registr(?:y|ies)|literature|publications|papers|experiments?|investigations|reports?|researchers|scientists|experts|science|journals)\b/gi;

/** What a noun can be said to be. */
const KINDS = wordSet(
  'systematic umbrella network retrospective prospective observational multicenter multicentre cohort case later earlier larger second third separate similar clinical preclinical pre-clinical animal laboratory human early recent new latest current growing mounting emerging extensive scientific medical published peer-reviewed peerreviewed independent large small ongoing numerous several multiple many various some few initial pilot randomized randomised controlled double-blind double-blinded long-term longterm existing available strong solid preliminary promising university academic',
);
const DETERMINERS = wordSet('my our these those this the a an one another');
const SOME = wordSet('a an one another some several many most these those multiple numerous various');
const AMOUNTS = wordSet(
  'numerous countless multiple many several two three four five six seven eight nine ten eleven twelve fifteen twenty',
);
const CROWDS = wordSet('hundreds thousands dozens scores');
const ABOUT = wordSet('over than nearly approximately about around');
const SHOWN = wordSet(
  'shown proven demonstrated supported backed confirmed validated tested documented established based evidenced',
);
const PREPOSITIONS = wordSet('in by on with through');
const VERBS = wordSet(
  'show shows showed shown showing demonstrate demonstrates demonstrated demonstrating suggest suggests suggested suggesting indicate indicates indicated indicating found find finds prove proves proved proven proving confirm confirms confirmed confirming reports reported reveal reveals revealed revealing supports supported supporting conclude concludes concluded documented establishes established validate validates validated observed identified agree believe favor favors favored favour favours favoured say says state states stated linked',
);
/** What follows has another subject. */
const ENDS_CLAUSE = wordSet('before so until because but while whereas although unless if whether');
/** Before a verb they make the noun suffer it: "the evidence is shown". */
const BE = wordSet('is are was were be being');
/** "Support" is a verb where an object follows. */
const OBJECTS = wordSet('the this its their that use using');

/** A count of one's own works is no appeal to them. */
const WROTE = /^(?:(?:co-?)?authored|wrote|written|published|led|run|ran|conducted|completed)$/;
const STUDY = /^(?:study|studies|trials?|rcts?|experiments?)$/;
const STUDIES = /^(?:studies|trials|rcts|experiments|research)$/;
const COUNTED = /^(?:studies|trials|rcts|papers|publications|meta-?analyses|registries)$/;
const BACKING = /^(?:studies|study|trials?|research|science|evidence|data|literature)$/;
const PRINTED = /^(?:studies|research|literature|papers|publications|evidence|journals)$/;
/** "Our research team", "the data center": no source. */
const OF_A_CLINIC = wordSet(
  'team teams center centre centers hospital institute department facility facilities laboratory lab coordinator coordinators nurse staff collaboration collaborations interests fellow fellowship',
);
/** "Trial (RCT) of". */
const ASIDE = /^\s\([A-Za-z-]{2,10}\)/;
/** Said to show something only with the words before it. */
const MUTE = /^(?:science|journals|experiment|report)$/;

/** What shows that research is taken part in or offered. */
const TAKES_PART =
  /\b(?:enrol(?:l|ls|ling|lment|ment)?|enrolled in|participa\w+|t(?:ak(?:e|es|ing)|ook) part|join(?:s|ed|ing)?|engag(?:e|es|ed|ing) in|qualif(?:y|ies)|recruit(?:ing|s|ment)?|(?:purpose|aim|goal)s? of|point you to|ask (?:for|about|whether))\b/i;
/** What shows that research is wished for or asked about, not appealed to. */
const NO_APPEAL = [
  TAKES_PART,
  /\b(?:more|further|additional|future|larger|better|enough|no|without|lack of|little|insufficient|limited)\s(?:[^\s.,;]+,?\s){0,3}?(?:studies|trials?|research|evidence|data)\b/i,
  /\b(?:studies|trials?|research|evidence|data)\s(?:[^\s.,;]+\s){0,4}?(?:needed|required|necessary|lacking|limited|underway|under way)\b/i,
  // A trial of rest, or of a device before it is put in for good.
  /\btrial (?:of (?:nerve|spinal|stimulation|therapy|treatment|rest|conservative|exercise|medication|physical)|period|stimulation|lead|run|phase|session)\b/i,
  /\b(?:what|which|whether|if) (?:[^\s.,;]+ ){0,2}(?:evidence|research|data|studies)\b/i,
];

/** How far before and after its noun an appeal may reach, in characters and in words. */
const BEFORE = 110;
const AFTER = 320;
const WORDS_AFTER = 13;
/** How far around an appeal a wish for research may stand, in characters. */
const AROUND = 30;

/** Whether the words around a stretch say that somebody takes part in a study or is asked about one. */
export function isTakingPart(text: string, start: number, end: number): boolean {
  return TAKES_PART.test(text.slice(Math.max(0, start - AROUND), end + AROUND));
}

interface Word {
  readonly text: string;
  /** Offset in the sentence. */
  readonly start: number;
  readonly end: number;
}

export function findAppeals(unit: Unit): UnitMention[] {
  const { text } = unit;
  if (text.endsWith('?')) return [];
  return [...text.matchAll(NOUN)].flatMap((noun) => appealAt(unit, noun.index, noun[0].toLowerCase()) ?? []);
}

function appealAt(unit: Unit, index: number, noun: string): UnitMention | null {
  const { text } = unit;
  const aside = ASIDE.exec(text.slice(index + noun.length, index + noun.length + 14))?.[0].length ?? 0;
  const after = wordsAfter(text, index + noun.length + aside);
  if (OF_A_CLINIC.has(after[0]?.text ?? '')) return null;
  const before = wordsBefore(text, index);
  const verb = MUTE.test(noun) ? null : verbAfter(after);
  const lead = leadIn(noun, before);
  if (lead === null && verb === null) return null;
  const start = lead ?? before[before.length - ownWords(before)]?.start ?? index;
  const end = verb?.end ?? index + noun.length;
  const around = text.slice(Math.max(0, start - AROUND), end + AROUND);
  if (NO_APPEAL.some((pattern) => pattern.test(around))) return null;
  return mention(unit, start, end, 'appeal', 'inline');
}

/** The words before an offset back to a stop, a colon or a bracket, the last one last. */
function wordsBefore(text: string, index: number): Word[] {
  const from = Math.max(0, index - BEFORE);
  const words: Word[] = [];
  for (const match of text.slice(from, index).matchAll(/\S+/g)) {
    const [printed] = match;
    if (/[.;:!?)]$/.test(printed)) words.length = 0;
    else words.push(wordOf(printed, from + match.index));
  }
  return words;
}

/** The words after an offset up to a comma, a stop or a bracket. */
function wordsAfter(text: string, index: number): Word[] {
  const words: Word[] = [];
  for (const match of text.slice(index, index + AFTER).matchAll(/\S+/g)) {
    const [printed] = match;
    if (words.length === 0 && match.index === 0) return [];
    if (/^[(“"]/.test(printed) || words.length === WORDS_AFTER) break;
    words.push(wordOf(printed, index + match.index));
    if (/[.,;:!?)”"]$/.test(printed)) break;
  }
  return words;
}

function wordOf(printed: string, at: number): Word {
  const inner = /^["“‘'(]*(.*?)[.,;:!?)”"’']*$/.exec(printed)?.[1] ?? printed;
  const start = at + printed.indexOf(inner);
  return { text: inner.toLowerCase(), start, end: start + inner.length };
}

/** The verb that a source is made to say; "evidence to support" only wishes for it. */
function verbAfter(words: readonly Word[]): Word | null {
  for (const [at, word] of words.entries()) {
    const object = words[at + 1]?.text ?? '';
    if (ENDS_CLAUSE.has(word.text)) return null;
    const says = VERBS.has(word.text) || (word.text === 'support' && OBJECTS.has(object));
    if (!says) continue;
    const [before, earlier] = [words[at - 1]?.text ?? '', words[at - 2]?.text ?? ''];
    const said = BE.has(before) ? earlier === 'it' : !(BE.has(earlier) && before === 'not');
    return before === 'to' || earlier === 'to' || before === 'and' || !said ? null : word;
  }
  return null;
}

/** How many of the last words belong to the noun: "my recent clinical" study. */
function ownWords(before: readonly Word[]): number {
  let count = 0;
  while (count < 4 && KINDS.has(before.at(-1 - count)?.text ?? '')) count += 1;
  return DETERMINERS.has(before.at(-1 - count)?.text ?? '') ? count + 1 : count;
}

/** The words before a noun, counted back from it: the last is 1. */
type WordAt = (back: number) => string;
/** How far back an appeal begins that needs no verb; null where there is none of its shape. */
type LeadIn = (noun: string, word: WordAt, own: number) => number | null;

const LEAD_INS: readonly LeadIn[] = [accordingTo, inSome, provenBy, amountOf, inKinds, printed, seenReports];

/** Where the words begin that make the noun an appeal without a verb; null where there are none. */
function leadIn(noun: string, before: readonly Word[]): number | null {
  const word: WordAt = (back) => before.at(-back)?.text ?? '';
  const own = ownWords(before);
  for (const shape of LEAD_INS) {
    const back = shape(noun, word, own);
    if (back !== null) return before.at(-back)?.start ?? null;
  }
  return null;
}

/** The nearest of the last few words for which something holds, counted back; null for none. */
function nearest(from: number, to: number, holds: (back: number) => boolean): number | null {
  for (let back = from; back <= to; back += 1) if (holds(back)) return back;
  return null;
}

/** "According to (the latest) research". */
function accordingTo(_: string, word: WordAt, own: number): number | null {
  const to = nearest(own + 1, own + 3, (back) => word(back) === 'to' && word(back + 1) === 'according');
  return to === null ? null : to + 1;
}

/** "In a recent study". */
function inSome(noun: string, word: WordAt): number | null {
  if (!STUDY.test(noun)) return null;
  const some = nearest(1, 4, (back) => SOME.has(word(back)) && word(back + 1) === 'in');
  return some === null ? null : some + 1;
}

/** "Backed (up) by the science". */
function provenBy(noun: string, word: WordAt): number | null {
  if (!BACKING.test(noun)) return null;
  const verb = (back: number): number => (word(back + 1) === 'up' ? back + 2 : back + 1);
  const by = nearest(1, 4, (back) => PREPOSITIONS.has(word(back)) && SHOWN.has(word(verb(back))));
  return by === null ? null : verb(by);
}

function amountOf(noun: string, word: WordAt): number | null {
  if (!COUNTED.test(noun)) return null;
  for (let back = 1; back <= 5; back += 1) {
    const amount = amountAt(word, back);
    if (amount !== null) return WROTE.test(word(amount + 1)) ? null : amount;
  }
  return null;
}

/** "In clinical trials". */
function inKinds(noun: string, word: WordAt, own: number): number | null {
  const kinds = DETERMINERS.has(word(own)) ? own - 1 : own;
  return kinds > 0 && word(kinds + 1) === 'in' && STUDIES.test(noun) ? kinds + 1 : null;
}

/** "Peer-reviewed (clinical) studies". */
function printed(noun: string, word: WordAt, own: number): number | null {
  if (!PRINTED.test(noun)) return null;
  if (/^authors?$/.test(word(own + 2)) || /^authors?$/.test(word(own + 3))) return null;
  return nearest(1, own, (back) => /^(?:peer-?reviewed|published|scientific)$/.test(word(back)));
}

function seenReports(noun: string, word: WordAt): number | null {
  return noun === 'reports' ? nearest(1, 3, (back) => /^(?:seen|read|heard)$/.test(word(back))) : null;
}

/** "Hundreds of", "over 30", "several"; not the number of a phase. */
function amountAt(word: WordAt, back: number): number | null {
  if (word(back) === 'of' && CROWDS.has(word(back + 1))) return back + 1;
  const counted = AMOUNTS.has(word(back)) || /^\d{1,3}(?:,?\d{3}){0,2}$/.test(word(back));
  if (!counted || word(back + 1) === 'phase') return null;
  return ABOUT.has(word(back + 1)) ? back + 1 : back;
}
