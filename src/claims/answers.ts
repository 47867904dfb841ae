/** A bare answer ("Yes, for most people") says what its question asks. */
import type { Frame, FrameName } from './frames.ts';
import type { Reading } from './reading.ts';

/** Words of an answer that says no more than yes or no. */
const LONGEST_BARE_ANSWER = 10;
const YES = new Set([
  'yes',
  'absolutely',
  'definitely',
  'certainly',
  'sure',
  'indeed',
  'of',
  'it',
  'very',
  'completely',
]);
const NO = new Set(['no', 'never', 'none', 'not']);

/**
 * Gives each bare answer the frames of its question; a "no" denies them, and "many do" makes a share of people. All
 * other readings stay as they are, and so does a bare answer that the next sentence spells out.
 */
export function answerQuestions(readings: readonly Reading[]): Reading[] {
  const questions = new Map<number, readonly Frame[]>();
  for (const { block, sentence, frames } of readings) {
    if (sentence.text.endsWith('?')) questions.set(block.index, frames);
  }
  return readings.map((reading, index) => {
    const { block, sentence } = reading;
    const before = readings[index - 1];
    const follows = before?.block === block && before.sentence.text.endsWith('?');
    const opens = block.leadIn !== null && sentence.start === 0;
    const asked = follows ? before.frames : opens ? questions.get(block.leadIn ?? -1) : undefined;
    if (asked === undefined || reading.frames.some(({ name }) => !COUNTS.has(name))) return reading;
    const next = readings[index + 1];
    if (next?.block === block && next.frames.length > 0) return reading;
    const share = sharedAnswer(reading);
    if (share !== null) return { ...reading, frames: [share], answers: true };
    const denies = bareAnswer(reading);
    return denies === null
      ? reading
      : { ...reading, frames: asked.map((frame) => answer(frame, reading, denies)), answers: true };
  });
}

/** Frames of an answer that says no more than how many. */
const COUNTS: ReadonlySet<FrameName> = new Set(['share', 'degree']);
const SHARES: readonly string[] = ['all', 'most', 'many', 'some', 'numbered'];
/** "Many do", "most of them will". */
const AFFIRMS = /^(?:do|does|did|are|is|can|have|has|will|would|yes)$/;
const SMALL_NUMBER = /^\d{1,3}%?$/;
const LONGEST_SHARE = 8;

/** The frame of an answer that only says for how many it is so ("For eight in ten, yes"), else null. */
function sharedAnswer({ tokens, hits }: Reading): Frame | null {
  if (tokens.length > LONGEST_SHARE || !AFFIRMS.test(tokens.at(-1)?.text ?? '')) return null;
  const counted = hits.some(({ file, class: name }) => file === 'people' && SHARES.includes(name));
  if (!counted && !tokens.some(({ text }) => SMALL_NUMBER.test(text))) return null;
  return { name: 'share', first: 0, last: tokens.length - 1, hits: [], negated: false };
}

/** Whether a reading only says no (true) or yes (false); null where it says more. */
function bareAnswer({ tokens }: Reading): boolean | null {
  const first = tokens[0]?.text;
  if (first === undefined || tokens.length > LONGEST_BARE_ANSWER) return null;
  if (NO.has(first)) return true;
  return YES.has(first) ? false : null;
}

function answer(frame: Frame, { tokens }: Reading, denies: boolean): Frame {
  const name = denies && frame.name === 'harm' ? 'no-harm' : frame.name;
  return { ...frame, name, first: 0, last: tokens.length - 1, negated: denies && name !== 'no-harm' };
}
