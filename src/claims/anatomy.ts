/** Whether a sentence is about the body or a disease rather than about a treatment. */
import type { FrameName } from './frames.ts';
import type { Hit } from './scan.ts';
import type { Token } from './tokens.ts';

/** Classes whose words open such a sentence. */
const BODY_WORDS: ReadonlySet<string> = new Set([
  'objects/tissue',
  'objects/condition',
  'objects/symptom',
  'objects/body',
]);
/** A word further on than this is not what the sentence opens with. */
const LAST_PLACE = 3;
/** Words after which a name of the body is an object: "by adjusting the spine". */
const BEFORE_OBJECTS =
  /^(?:once|after|before|until|by|for|from|with|of|in|to|on|no|less|more|your|my|our|their|his|her|[a-z]+ing)$/;

const TELLS_OF_HARM: ReadonlySet<FrameName> = new Set(['harm', 'harm-told', 'no-harm']);

/** "Sciatica patients" are people, and "headache relief" is an effect. */
const NO_BODY = /^(?:patients?|sufferers?|people|victims|relief|reduction|resolution)$/;

/** Effects whose object may open the sentence: "the pain subsides" tells an outcome. */
export const CHANGES: ReadonlySet<FrameName> = new Set([
  'relieve-symptom',
  'repair-structure',
  'restore-function',
]);

interface Sentence {
  readonly tokens: readonly Token[];
  readonly hits: readonly Hit[];
  readonly frames: readonly {
    readonly name: FrameName;
    readonly first: number;
    readonly hits: readonly Hit[];
  }[];
}

/** Whether a word for the body or a disease opens the sentence, before any effect. Harms of a treatment do not count. */
export function opensWithBody({ tokens, hits, frames }: Sentence): boolean {
  if (frames.some(({ name }) => TELLS_OF_HARM.has(name))) return false;
  const effect = Math.min(...frames.map((frame) => frame.hits[0]?.first ?? frame.first));
  const changed = frames.flatMap(({ name, hits: [, object] }) =>
    CHANGES.has(name) && object !== undefined ? [object] : [],
  );
  const label = labelEnd(tokens);
  return hits.some(
    (hit) =>
      hit.first <= LAST_PLACE &&
      hit.last >= label &&
      hit.last < effect &&
      !changed.some(({ first, last }) => first <= hit.last && hit.first <= last) &&
      !NO_BODY.test(tokens[hit.last + 1]?.text ?? '') &&
      !tokens.slice(0, hit.first).some(({ text }) => BEFORE_OBJECTS.test(text)) &&
      (hit.file === 'condition' || BODY_WORDS.has(hit.key)),
  );
}

/** Where a label ends that the opening words are: "Knee pain: 80 % better"; 0 where there is none. */
function labelEnd(tokens: readonly Token[]): number {
  return Math.max(
    0,
    tokens.slice(0, LONGEST_LABEL + 1).findIndex(({ before }, at) => at > 0 && before.includes(':')),
  );
}

const LONGEST_LABEL = 5;
