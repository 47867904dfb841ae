/** Which words of a claim a message quotes. */
import type { Claim } from '../model.ts';
import type { Quote } from './raised.ts';

/** Longer quotations are cut at a word, so that a message stays one line or two. */
const LONGEST = 90;

/** The first cue of one of the classes, the classes in order of preference; else the sentence, shortened. */
export function quoteOf(claim: Claim, classes: readonly string[]): Quote {
  for (const wanted of classes) {
    const cue = claim.cues.find((candidate) => candidate.class === wanted);
    if (cue !== undefined) return { text: shorten(cue.text), span: cue.span };
  }
  return { text: shorten(claim.text), span: claim.span };
}

/** Cuts a text after a whole word and marks the cut. */
export function shorten(text: string): string {
  const plain = text.replace(/[.!]\s*$/, '');
  if (plain.length <= LONGEST) return plain;
  const space = plain.lastIndexOf(' ', LONGEST);
  return `${plain.slice(0, space > 0 ? space : LONGEST)} …`;
}
