/** What a sentence does other than claim: asks, reports, denies, describes a disease, calls, or counts. */
import type { Region } from '../model.ts';
import { wordSet } from '../word-set.ts';
import { CHANGES } from './anatomy.ts';
import type { FrameName } from './frames.ts';
import type { Reading } from './reading.ts';
import type { Hit } from './scan.ts';
import type { Token } from './tokens.ts';

export type StanceName =
  | 'question'
  | 'report'
  | 'denial'
  | 'eligibility'
  | 'call'
  | 'epidemiology'
  | 'decline'
  | 'worry'
  | 'price'
  | 'staff'
  | 'procedure-step'
  | 'aim'
  | 'negation'
  | 'advice'
  | 'talk'
  | 'instruction'
  | 'lifestyle'
  | 'said'
  | 'benefits';

const NAMES: readonly StanceName[] = [
  'report',
  'denial',
  'eligibility',
  'call',
  'epidemiology',
  'decline',
  'worry',
  'price',
  'staff',
  'procedure-step',
  'aim',
  'negation',
  'said',
  'benefits',
  'talk',
  'instruction',
  'lifestyle',
];

/** The stances of a sentence; `next` is the sentence after it. */
export function findStances(reading: Reading, next?: Reading): ReadonlySet<StanceName> {
  const main = withoutOpening(reading);
  const stances = new Set<StanceName>(NAMES.filter((name) => hasStance(main, name)));
  if (!declines(main)) stances.delete('decline');
  if (opensWithAdvice(main)) stances.add('advice');
  if (isQuestion(reading)) stances.add('question');
  if (isHeldUp(reading, next)) stances.add('report');
  return stances;
}

const QUOTED = /^["“][^"“”]{1,120}["”]$/;
const OWN_VOICE: ReadonlySet<Region> = new Set(['quotation', 'testimonial']);
/** Words by which a patient speaks of himself, and not a clinic of its wares. */
const PATIENT: ReadonlySet<string> = new Set(['i', "i'm", "i've", 'my', 'me', 'he', 'she']);

/** A line in quotation marks on which the page's own next sentence comments: '"Our cells are safe." They are not.' */
function isHeldUp({ sentence, block, tokens }: Reading, next: Reading | undefined): boolean {
  if (next?.block !== block || OWN_VOICE.has(block.region) || !QUOTED.test(sentence.text)) return false;
  if (tokens.some(({ text }) => PATIENT.has(text))) return false;
  return /^\p{Lu}/u.test(next.sentence.text) && next.sentence.text.endsWith('.');
}

function hasStance({ hits }: Pick<Reading, 'hits'>, name: StanceName): boolean {
  return hits.some((hit) => hit.file === 'stance' && hit.class === name);
}

/** What an opening clause may say without the sentence saying it: "While we cannot promise it, …", "If you have …, PRP …". */
const OPENINGS: ReadonlySet<string> = new Set([
  'while',
  'although',
  'though',
  'if',
  'when',
  'whether',
  'since',
  'because',
]);
const CONCEDED: ReadonlySet<string> = new Set([
  'stance/denial',
  'stance/advice',
  'stance/decline',
  'stance/worry',
]);

/** A reading without the stances of an opening clause that a main clause with an effect of its own follows. */
function withoutOpening(reading: Reading): Reading {
  const { tokens, hits, frames } = reading;
  if (!OPENINGS.has(tokens[0]?.text ?? '')) return reading;
  const end = tokens.findIndex(({ before }, at) => at > 0 && before.includes(','));
  if (end < 0 || !frames.some(({ first }) => first >= end)) return reading;
  return { ...reading, hits: hits.filter(({ key, last }) => last >= end || !CONCEDED.has(key)) };
}

/** Words between a denial and the word of decline that it takes back: "no longer a struggle". */
const LONGEST_WAY_TO_DENIED = 2;

/** Frames of a gain: what goes wrong after it ("most felt better, some got worse") does not undo it. */
const GAINS: ReadonlySet<FrameName> = new Set(['relief', 'relieve-symptom', 'prove', 'work', 'share']);

/**
 * A word of decline is no course of a disease where an effect has it as its object ("regrows worn cartilage"), where
 * it is denied, or where a gain is told before it.
 */
function declines({ hits, frames }: Reading): boolean {
  const denials = new Set(hits.filter(({ key }) => key === 'stance/negation').map(({ last }) => last));
  const denied = ({ first }: Hit) => {
    for (let at = first - 1; at >= first - 1 - LONGEST_WAY_TO_DENIED; at -= 1)
      if (denials.has(at)) return true;
    return false;
  };
  const undone = (hit: Hit) =>
    frames.some(
      ({ name, first, hits: [effect], last }) =>
        effect !== undefined && (CHANGES.has(name) ? first : effect.first) <= hit.first && hit.last <= last,
    );
  const gain = Math.min(
    ...frames.filter(({ name, negated }) => GAINS.has(name) && !negated).map(({ last }) => last),
  );
  return hits.some(
    (hit) => hit.key === 'stance/decline' && hit.first <= gain && !undone(hit) && !denied(hit),
  );
}

function isQuestion({ sentence, block, tokens }: Reading): boolean {
  const asks = sentence.text.trimEnd().endsWith('?') && !tokens.some(isWhyNot);
  if (asks || block.region === 'question') return true;
  return HEADINGS.has(block.region) && ASKING.has(tokens[0]?.text ?? '');
}

/** "It eases pain, so why not try it?" asks nothing. */
function isWhyNot({ text }: Token, at: number, tokens: readonly Token[]): boolean {
  return at > 0 && text === 'why' && tokens[at + 1]?.text === 'not';
}

const HEADINGS: ReadonlySet<Region> = new Set(['heading', 'title']);
/** A heading that begins so asks, with a question mark or without: "How PRP works". */
const ASKING: ReadonlySet<string> = wordSet(
  'what how why when where who which is are can could does do did will would should am may',
);

/** Advice counts where it opens the sentence, perhaps after one word such as "but"; "they look for" advises nobody. */
function opensWithAdvice({ tokens, hits }: Reading): boolean {
  const farthest = BEFORE_ADVICE.has(tokens[0]?.text ?? '') ? 1 : 0;
  return hits.some(({ key, first }) => key === 'stance/advice' && first <= farthest);
}

const BEFORE_ADVICE: ReadonlySet<string> = wordSet(
  'but and or so also always please then first just simply instead again still however therefore thus never only to',
);

/** What a lead-in says of all the items of its list. */
const INHERITED: readonly StanceName[] = [
  'report',
  'denial',
  'eligibility',
  'advice',
  'talk',
  'instruction',
  'lifestyle',
  'decline',
  'benefits',
];

/** The stances of a list item with those of the line that introduces it. A question hands down nothing. */
export function inheritStances(
  own: ReadonlySet<StanceName>,
  leadIn: ReadonlySet<StanceName> | undefined,
): ReadonlySet<StanceName> {
  if (leadIn === undefined || leadIn.has('question')) return own;
  return new Set([...own, ...INHERITED.filter((name) => leadIn.has(name))]);
}
