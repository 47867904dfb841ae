/** Turns a stretch of a sentence into a span of the source. */
import type { Block, Sentence, Span } from '../model.ts';
import type { Locate } from '../read/position.ts';

/** The span in the source of `sentence.text.slice(start, end)`. */
export function spanWithin(
  sentence: Sentence,
  block: Block,
  locate: Locate,
  start: number,
  end: number,
): Span {
  const from = block.map.starts[sentence.start + start] ?? sentence.span.start.offset;
  const to = block.map.ends[sentence.start + end - 1] ?? sentence.span.end.offset;
  return locate(from, to);
}
