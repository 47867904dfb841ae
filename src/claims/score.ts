/**
 * Whether a sentence claims: treatment × effect × stance, as a sum of small integers with one threshold.
 * The weights were set by hand. On labelled pages of twelve sites no single step of one weight moves F1 by more
 * than 0.02, and weights climbed on eleven sites found the twelfth as well as these do (0.94).
 */
import { opensWithBody } from './anatomy.ts';
import type { FrameName } from './frames.ts';
import { hasHit, type Reading } from './reading.ts';
import type { StanceName } from './stance.ts';
import type { Before, Subject } from './subject.ts';
import type { Topic } from './topic.ts';

const THRESHOLD = 4;

/** A frame that says an effect weighs 3, one that often stands beside something else 2, a weak sign 1. */
const FRAMES: Readonly<Record<FrameName, number>> = {
  'relieve-symptom': 3,
  relief: 3,
  share: 2,
  'restore-function': 3,
  'repair-structure': 3,
  'set-going': 3,
  'treat-disease': 2,
  help: 3,
  deliver: 1,
  hype: 2,
  'avoid-procedure': 3,
  'avoid-burden': 2,
  work: 3,
  cure: 2,
  'no-harm': 3,
  'less-harm': 2,
  'relative-harm': 2,
  safe: 2,
  without: 1,
  harm: 1,
  'harm-told': 3,
  'cause-harm': 3,
  degree: 0,
  outlast: 2,
  last: 3,
  'act-on-cause': 2,
  outdo: 2,
  'outdo-treatment': 3,
  instead: 2,
  belittle: 3,
  level: 3,
  'act-by': 2,
  'act-on': 3,
  gain: 3,
  become: 2,
  prove: 3,
  promise: 3,
  state: 3,
  count: 2,
  status: 3,
};
const SEVERAL_FRAMES = 1;
/** A sentence that tells a limit, unless it claims strongly as well. */
const LIMIT = -1;
/** What is told of the evidence claims, also where it tells its limits. */
const EVIDENCE: ReadonlySet<FrameName> = new Set(['prove', 'state', 'count', 'level']);

const SUBJECTS: Readonly<Record<Subject['source'], number>> = {
  named: 2,
  pronoun: 2,
  general: 1,
  topic: 1,
  none: -1,
  comparator: 1,
  disease: -2,
  agent: -3,
};

const STANCES: Readonly<Partial<Record<StanceName, number>>> = {
  question: -9,
  report: -3,
  denial: -4,
  eligibility: -1,
  call: -1,
  epidemiology: -1,
  price: -1,
  staff: -2,
  'procedure-step': -1,
  aim: 1,
  advice: -3,
  talk: -3,
  instruction: -2,
};

/** "Designed for people who want to avoid surgery" tells an aim, not who is eligible. */
const EXCUSED_BY_AIM: ReadonlySet<StanceName> = new Set(['eligibility', 'price']);
/** "Not approved" and "not a cure" limit; they are caveats. */
const DENIABLE: ReadonlySet<FrameName> = new Set(['status', 'cure', 'treat-disease', 'state', 'help']);

/**
 * What is denied of a treatment ("does not repair") praises nothing; it claims only where the treatment is named.
 * That no study has shown it tells the state of the evidence in full.
 */
const NEGATED = -1;

/** What pages deny of the treatments that they set themselves off from. */
const FAILURES: ReadonlySet<FrameName> = new Set([
  'relieve-symptom',
  'relief',
  'share',
  'restore-function',
  'repair-structure',
  'work',
  'cure',
  'help',
  'outlast',
  'last',
]);

/** A disease that gets worse, or is feared, told without a treatment. */
const DECLINE_ALONE = -3;
/** A sentence that opens with the body or a disease, told without a treatment. */
const ANATOMY = -2;
/** Prices, told without a treatment. */
const PRICE = -2;
/** Advice for everyday life, told without a treatment. */
const LIFESTYLE = -3;
const PEOPLE_WITH_OUTCOME = 1;
/** A heading names its subject, unless it introduces what follows; only a strong frame makes it claim. */
const HEADING = -2;
const STRONG = 3;
/** An item of a list of benefits. */
const BENEFIT = 1;
/** A bare answer affirms its question. */
const ANSWER = 1;
const HARM_ON_A_PAGE_ABOUT_HARM = 2;

export interface Score {
  readonly total: number;
  readonly claims: boolean;
  /** What added up to the total, by name. */
  readonly parts: Readonly<Record<string, number>>;
}

/** What a score is made of. */
export interface Scorable {
  readonly reading: Reading;
  readonly subject: Subject;
  readonly stances: ReadonlySet<StanceName>;
  readonly before: Before;
  readonly topic: Topic;
  /** Whether the sentence tells a limit of the treatment or of its evidence. */
  readonly tellsLimit: boolean;
}

/** Scores a sentence. A sentence without a frame never claims. */
export function scoreSentence(scorable: Scorable): Score {
  const weights = weigh(scorable);
  if (weights.size === 0) return { total: 0, claims: false, parts: {} };
  const strongest = Math.max(...weights.values());
  const parts = {
    ...effectParts(scorable, weights),
    ...stanceParts(scorable),
    ...placeParts(scorable, strongest),
  };
  const total = Object.values(parts).reduce((sum, part) => sum + part, 0);
  return { total, claims: total >= THRESHOLD, parts };
}

/**
 * The weight of each frame of a sentence; one that is denied in one place and told in another counts as told. That
 * another treatment fails ("fusion does not relieve it") is what a page has to say of it, and denied to nobody.
 */
function weigh({ reading, subject }: Scorable): Map<FrameName, number> {
  const weights = new Map<FrameName, number>();
  const fails = subject.source === 'comparator';
  for (const frame of reading.frames) {
    const denied = frame.negated && !(fails && FAILURES.has(frame.name));
    if (denied && DENIABLE.has(frame.name)) continue;
    const weight = FRAMES[frame.name] + (denied && frame.name !== 'prove' ? NEGATED : 0);
    weights.set(frame.name, Math.max(weight, weights.get(frame.name) ?? weight));
  }
  return weights;
}

function effectParts(
  { reading, subject, topic, before }: Scorable,
  weights: ReadonlyMap<FrameName, number>,
): Record<string, number> {
  const strongest = [...weights].reduce((best, next) => (next[1] > best[1] ? next : best));
  const strong = [...weights.values()].filter((weight) => weight > 1).length;
  const onHarm = topic.aboutHarm || before.headingOnHarm || before.sentenceOnHarm;
  const told = onHarm && (weights.has('harm') || weights.has('degree')) && !isLabel(reading);
  return {
    [strongest[0]]: strongest[1],
    several: strong > 1 ? SEVERAL_FRAMES : 0,
    [`subject-${subject.source}`]: SUBJECTS[subject.source],
    'page-about-harm': told ? HARM_ON_A_PAGE_ABOUT_HARM : 0,
  };
}

/** One or two words name a thing and say nothing of it. */
const LONGEST_LABEL = 2;

function isLabel({ tokens }: Reading): boolean {
  return tokens.length <= LONGEST_LABEL;
}

function stanceParts(scorable: Scorable): Record<string, number> {
  const { reading, stances, tellsLimit } = scorable;
  const { frames } = reading;
  const parts: Record<string, number> = {};
  for (const stance of stances) {
    if (!stances.has('aim') || !EXCUSED_BY_AIM.has(stance)) parts[stance] = STANCES[stance] ?? 0;
  }
  // Harm is reported of others by whoever warns; a page may tell it.
  if (stances.has('report') && frames.some(({ name }) => TOLD_HARM.has(name))) parts.report = 0;
  if (tellsLimit && !frames.some(({ name }) => EVIDENCE.has(name))) parts.limit = LIMIT;
  return { ...parts, ...filledParts(scorable) };
}

const TOLD_HARM: ReadonlySet<FrameName> = new Set(['harm-told', 'cause-harm']);

/** What counts only where no treatment is named and the page's topic fills the place. */
function filledParts({ reading, stances, subject, topic, before }: Scorable): Record<string, number> {
  if (subject.source !== 'topic' && subject.source !== 'none') return {};
  const parts: Record<string, number> = {};
  if (stances.has('price')) parts.price = PRICE;
  if (stances.has('lifestyle') && reading.block.region !== 'testimonial') parts.lifestyle = LIFESTYLE;
  // What an infection leads to is told of the treatment on a page about its harms.
  const harms = reading.agent.harm && (topic.aboutHarm || before.headingOnHarm);
  if ((stances.has('decline') && !harms) || stances.has('worry')) parts.decline = DECLINE_ALONE;
  if (opensWithBody(reading)) parts.anatomy = ANATOMY;
  if (countsPeople(reading)) parts.people = PEOPLE_WITH_OUTCOME;
  return parts;
}

function placeParts({ reading, stances, before }: Scorable, strongest: number): Record<string, number> {
  const { region } = reading.block;
  const introduces = reading.sentence.text.trimEnd().endsWith(':');
  const names = (region === 'heading' || region === 'title') && !introduces;
  const praised = region === 'list' && (stances.has('benefits') || before.headingOnBenefits);
  return {
    heading: names && (strongest < STRONG || namesHarm(reading)) ? HEADING : 0,
    answer: reading.answers ? ANSWER : 0,
    benefit: praised ? BENEFIT : 0,
  };
}

const HARM_FRAMES: ReadonlySet<FrameName> = new Set(['harm', 'harm-told', 'degree', 'less-harm']);

/** "Possible risks and side effects": a heading about harm tells none. */
function namesHarm({ frames }: Reading): boolean {
  return frames.every(({ name }) => HARM_FRAMES.has(name));
}

const COUNTED = ['all', 'most', 'many', 'some', 'numbered', 'first-person'] as const;

function countsPeople(reading: Reading): boolean {
  return COUNTED.some((name) => hasHit(reading, 'people', name));
}
