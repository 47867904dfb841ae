/**
 * Whether a sentence claims: treatment × effect × stance, as a sum of small integers with one threshold.
 * The weights were set by hand and checked with the pages of each site held out; see `WEIGHTS`.
 */
import type { Frame, FrameName } from './frames.ts';
import { hasHit, type Reading } from './reading.ts';
import type { StanceName } from './stance.ts';
import type { Before, Subject } from './subject.ts';
import type { Topic } from './topic.ts';

const THRESHOLD = 4;

/** A frame that says an effect weighs 3, one that often stands beside something else 2, a weak sign 1. */
const FRAMES: Readonly<Record<FrameName, number>> = {
  'relieve-symptom': 3,
  relief: 3,
  'restore-function': 3,
  'repair-structure': 3,
  'set-going': 3,
  'treat-disease': 2,
  help: 3,
  'avoid-procedure': 3,
  work: 3,
  cure: 2,
  'no-harm': 3,
  safe: 2,
  harm: 1,
  outlast: 2,
  'act-on-cause': 3,
  outdo: 2,
  instead: 2,
  'act-by': 2,
  become: 2,
  prove: 3,
  promise: 3,
  state: 2,
  status: 3,
};
const SEVERAL_FRAMES = 1;

const SUBJECTS: Readonly<Record<Subject['source'], number>> = {
  named: 2,
  pronoun: 1,
  general: 1,
  topic: 1,
  none: -1,
  comparator: -1,
};

const STANCES: Readonly<Partial<Record<StanceName, number>>> = {
  question: -9,
  report: -3,
  denial: -3,
  eligibility: -1,
  call: -1,
  epidemiology: -1,
  price: -1,
  staff: -2,
  'procedure-step': -1,
  aim: 1,
  advice: -3,
  talk: -3,
};

/** "Designed for people who want to avoid surgery" tells an aim, not who is eligible. */
const EXCUSED_BY_AIM: ReadonlySet<StanceName> = new Set(['eligibility', 'price']);
/** "Not approved" and "not a cure" limit; they are caveats. */
const DENIABLE: ReadonlySet<FrameName> = new Set(['status', 'cure', 'treat-disease', 'state']);

function isDenied(frame: Frame): boolean {
  return frame.negated && DENIABLE.has(frame.name);
}

/** A disease that gets worse, told without a treatment. */
const DECLINE_ALONE = -3;
const PEOPLE_WITH_OUTCOME = 1;
const HEADING = -1;
const HARM_ON_A_PAGE_ABOUT_HARM = 2;

export interface Score {
  readonly total: number;
  readonly claims: boolean;
}

/** Scores a sentence. A sentence without a frame never claims. */
export function score(
  reading: Reading,
  subject: Subject,
  stances: ReadonlySet<StanceName>,
  topic: Topic,
  before: Before,
): Score {
  if (reading.frames.length === 0) return { total: 0, claims: false };
  const names = new Set(reading.frames.filter((frame) => !isDenied(frame)).map((frame) => frame.name));
  if (names.size === 0) return { total: 0, claims: false };
  const weights = [...names].map((name) => FRAMES[name]);
  let total = Math.max(...weights) + (names.size > 1 ? SEVERAL_FRAMES : 0) + SUBJECTS[subject.source];
  for (const stance of stances) {
    if (!stances.has('aim') || !EXCUSED_BY_AIM.has(stance)) total += STANCES[stance] ?? 0;
  }
  const filled = subject.source === 'topic' || subject.source === 'none';
  if (stances.has('decline') && filled) total += DECLINE_ALONE;
  if (filled && countsPeople(reading)) total += PEOPLE_WITH_OUTCOME;
  if (reading.block.region === 'heading' || reading.block.region === 'title') total += HEADING;
  if (names.has('harm') && (topic.aboutHarm || before.headingOnHarm)) total += HARM_ON_A_PAGE_ABOUT_HARM;
  return { total, claims: total >= THRESHOLD };
}

const COUNTED = ['all', 'most', 'many', 'some', 'numbered'] as const;

function countsPeople(reading: Reading): boolean {
  return COUNTED.some((name) => hasHit(reading, 'people', name));
}
