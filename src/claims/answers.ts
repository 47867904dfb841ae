/** A bare answer ("Yes, for most people") says what its question asks. */
import type { Frame } from './frames.ts';
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
 * Gives each bare answer the frames of its question; a "no" denies them. All other readings stay as they are, and
 * so does a bare answer that the next sentence spells out.
 */
export function answerQuestions(readings: readonly Reading[]): Reading[] {
  const questions = new Map<number, readonly Frame[]>();
  for (const { block, sentence, frames } of readings) {
    if (sentence.text.endsWith('?')) questions.set(block.index, frames);
  }
  return readings.map((reading, index) => {
    const { block, sentence } = reading;
    const next = readings[index + 1];
    if (next?.block === block && next.frames.length > 0) return reading;
    const asked = block.leadIn === null || sentence.start > 0 ? undefined : questions.get(block.leadIn);
    if (asked === undefined || reading.frames.length > 0) return reading;
    const denies = bareAnswer(reading);
    return denies === null
      ? reading
      : { ...reading, frames: asked.map((frame) => answer(frame, reading, denies)), answers: true };
  });
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
