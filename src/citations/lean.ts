/** Which sentences lean on a citation: the one that it stands in, and those that go on about the same work. */
import type { Document, Sentence } from '../model.ts';
import type { Mention } from './cited.ts';
import type { Resolved } from './resolve-mention.ts';

/** Takes up a work that was named before: "In this study", "The authors", "the trial". */
const TAKES_UP =
  /^\W{0,3}(?:(?:in|from|based on|during|at the end of)\s)?(?:the|this|that|these|their)\s(?:same\s|very\s)?(?:study|trial|review|meta-?analysis|paper|authors|researchers|investigators|results|findings|data)\b/i;

/**
 * For each mention the indices of the sentences that lean on it. A work that is named carries the rest of its
 * paragraph and the list that its last sentence introduces, until another source is named; and a paragraph of
 * the same section that takes it up. An appeal to nothing carries its own sentence alone.
 */
export function leaning(
  resolved: readonly Resolved[],
  document: Document,
  sentences: readonly Sentence[],
): number[][] {
  const named = new Set(
    resolved.flatMap(({ mention, resolution }) =>
      resolution.status === 'vague' ? [] : (mention.sentence ?? []),
    ),
  );
  const mentioned = new Set(resolved.flatMap(({ mention }) => mention.sentence ?? []));
  return resolved.map(({ mention, resolution }) => {
    if (mention.sentence === null) return byMark(mention, sentences);
    const own = [mention.sentence];
    if (resolution.status === 'vague') return own;
    return own.concat(following(mention.sentence, named, mentioned, document, sentences));
  });
}

function byMark({ label }: Mention, sentences: readonly Sentence[]): number[] {
  if (label === null) return [];
  return sentences
    .filter(({ marks }) => marks.some(({ labels }) => labels.includes(label)))
    .map(({ index }) => index);
}

function following(
  from: number,
  named: ReadonlySet<number>,
  mentioned: ReadonlySet<number>,
  document: Document,
  sentences: readonly Sentence[],
): number[] {
  const found: number[] = [];
  const start = sentences[from];
  const section = document.blocks[start?.block ?? -1]?.section;
  let block = start?.block;
  for (const sentence of sentences.slice(from + 1)) {
    const here = document.blocks[sentence.block];
    if (!here || here.section !== section || named.has(sentence.index) || sentence.marks.length > 0) break;
    const continues = sentence.block === block || here.leadIn === block;
    if (!continues && !TAKES_UP.test(sentence.text)) break;
    if (!continues && here.leadIn === null) block = sentence.block;
    if (!mentioned.has(sentence.index)) found.push(sentence.index);
  }
  return found;
}
