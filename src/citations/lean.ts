/** Which sentences lean on a citation: the one that it stands in, and those that go on about the same work. */
import type { Document, Sentence } from '../model.ts';
import type { Mention } from './cited.ts';
import type { Resolved } from './resolve-mention.ts';

export interface Leaning extends Resolved {
  /** Indices of the sentences, in order. */
  readonly sentences: readonly number[];
}

/**
 * Gives each citation its sentences. A work that is named carries the rest of its paragraph and the list that
 * its last sentence introduces, until another source is named; and every later sentence that takes it up
 * ("in this trial") while it is the last one named. An appeal to nothing carries its own sentence alone.
 * What only takes up a work is no citation of its own and is left out.
 */
export function leaning(
  resolved: readonly Resolved[],
  document: Document,
  sentences: readonly Sentence[],
): Leaning[] {
  const taken = takenUp(resolved, document);
  const own = resolved.filter((one) => !isBackReference(one) && !restates(one, [...taken.keys()]));
  const ends = sentencesOf(own);
  return own.map((one) => {
    const { mention, resolution } = one;
    if (mention.sentence === null) return { ...one, sentences: byMark(mention, sentences) };
    if (resolution.status === 'vague') return { ...one, sentences: [mention.sentence] };
    const later = [...taken].filter(([, named]) => named === one).map(([back]) => back.mention.sentence ?? 0);
    const starts = [mention.sentence, ...later];
    const found = starts.flatMap((start) => [start, ...following(start, ends, document, sentences)]);
    return { ...one, sentences: [...new Set(found)].sort((a, b) => a - b) };
  });
}

/** For each back-reference that has one, the work that it takes up. */
function takenUp(resolved: readonly Resolved[], document: Document): Map<Resolved, Resolved> {
  const taken = new Map<Resolved, Resolved>();
  const named: Resolved[] = [];
  for (const one of resolved) {
    if (isNamed(one)) named.push(one);
    const last = named.at(-1);
    if (!isBackReference(one) || !last || last.mention.sentence === one.mention.sentence) continue;
    const between = resolved.slice(resolved.indexOf(last) + 1, resolved.indexOf(one));
    const near =
      sectionOf(one, document) === sectionOf(last, document) && between.every((other) => !isAppeal(other));
    const alone = named.every(({ resolution: { work } }) => work !== null && work === last.resolution.work);
    if (near || alone) taken.set(one, last);
  }
  return taken;
}

function isBackReference({ mention }: Resolved): boolean {
  return mention.shape === 'back-reference';
}

function isAppeal({ mention }: Resolved): boolean {
  return mention.shape === 'appeal' || mention.shape === 'description';
}

/** A work named in the text, not an appeal and not an entry of a list. */
function isNamed({ mention, resolution }: Resolved): boolean {
  return mention.sentence !== null && resolution.status !== 'vague';
}

function sectionOf({ mention }: Resolved, document: Document): number | undefined {
  return document.blocks[mention.block]?.section;
}

/** Whether an appeal only repeats a back-reference: "researchers in this trial found". */
function restates({ mention }: Resolved, taken: readonly Resolved[]): boolean {
  return (
    mention.shape === 'appeal' &&
    taken.some(
      ({ mention: back }) =>
        back.block === mention.block && back.start < mention.end && back.end > mention.start,
    )
  );
}

/** The sentences that speak of a source of their own. */
function sentencesOf(resolved: readonly Resolved[]): Set<number> {
  return new Set(resolved.flatMap(({ mention }) => mention.sentence ?? []));
}

function byMark({ label }: Mention, sentences: readonly Sentence[]): number[] {
  if (label === null) return [];
  return sentences
    .filter(({ marks }) => marks.some(({ labels }) => labels.includes(label)))
    .map(({ index }) => index);
}

/** A sentence that turns to the reader or the clinic has left the study. */
const LEAVES = /\b(?:we|our|ours|us|you|your|yours)\b/i;

/**
 * The sentences after `from` in its paragraph, up to the next source or a word to the reader; and the list
 * that `from` itself introduces.
 */
function following(
  from: number,
  sources: ReadonlySet<number>,
  document: Document,
  sentences: readonly Sentence[],
): number[] {
  const found: number[] = [];
  const block = sentences[from]?.block;
  const introduces = sentences[from + 1]?.block !== block;
  for (let index = from + 1; index < sentences.length; index += 1) {
    const sentence = sentences[index];
    if (!sentence || sources.has(index) || sentence.marks.length > 0 || LEAVES.test(sentence.text)) break;
    const listed = introduces && document.blocks[sentence.block]?.leadIn === block;
    if (sentence.block !== block && !listed) break;
    found.push(index);
  }
  return found;
}
