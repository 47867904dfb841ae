/** Fills the slots of a claim from the reading of its sentence. */
import { hash } from 'node:crypto';
import type { Vocabulary } from '../evidence/schema.ts';
import type { Claim, Cue } from '../model.ts';
import type { Locate } from '../read/position.ts';
import { readAsserts } from './asserts.ts';
import { findAttribution } from './attribution.ts';
import type { Frame } from './frames.ts';
import type { Lexicon } from './lexicon.ts';
import { type GradedModality, gradeModality } from './modality.ts';
import { findNumbers } from './numbers.ts';
import type { ScoredSentence } from './page.ts';
import type { Reading } from './reading.ts';
import { findCondition, findOutcome, findPolarity } from './slots.ts';
import { spanWithin } from './spans.ts';
import { typesOf } from './types.ts';

/** A sentence that was found to claim, and what its slots are read with. */
export interface Found extends ScoredSentence {
  readonly lexicon: Lexicon;
  readonly vocabulary: Vocabulary;
  readonly locate: Locate;
}

export function buildClaim(found: Found): Claim {
  const { reading, subject, lexicon } = found;
  const { sentence, block } = reading;
  const leadIn = found.before.leadIn;
  const grade = gradeModality(sentence.text, lexicon, leadIn?.endsWith(':') ? { leadIn } : {});
  const types = typesOf(reading.frames);
  const polarity = findPolarity(found);
  const numbers = findNumbers(found);
  return {
    id: idOf(sentence.text),
    text: sentence.text,
    span: sentence.span,
    places: [],
    region: block.region,
    types,
    polarity,
    subject: subject.treatment,
    condition: findCondition(found),
    outcome: findOutcome(found),
    modality: grade.modality,
    attribution: findAttribution(found),
    numbers,
    cues: findCues(found, grade),
    asserts: readAsserts(found, grade.modality, numbers),
    sentence: sentence.index,
  };
}

/** The first 16 hexadecimal digits of the SHA-256 of the text in lower case, its words alone. */
function idOf(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}%]+/gu) ?? [];
  return hash('sha256', words.join(' ')).slice(0, 16);
}

/** The words that made the reading: each frame under the class of its effect, then what graded the modality. */
function findCues({ reading, locate }: Found, grade: GradedModality): Cue[] {
  const { sentence, block } = reading;
  const cue = (name: string, start: number, end: number): Cue => ({
    text: sentence.text.slice(start, end),
    class: name,
    span: spanWithin(sentence, block, locate, start, end),
  });
  const frames = reading.frames.flatMap((frame) => {
    const stretch = stretchOf(frame, reading);
    return stretch === null ? [] : [cue(frame.hits[0]?.class ?? frame.name, stretch.start, stretch.end)];
  });
  const graded = reading.hits.flatMap((hit) => {
    const stretch = GRADED.has(hit.file) ? stretchOf(hit, reading) : null;
    return stretch === null ? [] : [cue(`${hit.file}:${hit.class}`, stretch.start, stretch.end)];
  });
  return [...frames, ...graded, ...grade.cues.map(({ class: name, start, end }) => cue(name, start, end))];
}

/** Lists whose words place a claim on a scale; their cues are named `size:complete`, `people:most`. */
const GRADED = new Set(['size', 'safety', 'people']);

function stretchOf(
  frame: Pick<Frame, 'first' | 'last'>,
  { tokens }: Reading,
): { start: number; end: number } | null {
  const first = tokens[frame.first];
  const last = tokens[frame.last];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}
