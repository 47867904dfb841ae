/** How the claims of a page were read, for people: `claimlint claims PAGE`. */
import pc from 'picocolors';
import type { Caveat, Claim, ClaimNumber, Document, Sentence, Span } from '../model.ts';

export interface DescribeOptions {
  /** Adds every slot of each claim. */
  readonly explain: boolean;
  readonly colour: boolean;
}

type Colours = ReturnType<typeof pc.createColors>;

/** Marks around a cue where there is no colour. */
const MARKS = ['[', ']'] as const;
const INDENT = '    ';

/**
 * One line a claim or caveat, in document order: its line, what it is, and its text with the cues marked. With
 * `explain`, each claim is followed by its slots. Ends with a count; a page without a claim says so.
 */
export function describeClaims(
  document: Document,
  sentences: readonly Sentence[],
  claims: readonly Claim[],
  caveats: readonly Caveat[],
  options: DescribeOptions,
): string {
  const colours = pc.createColors(options.colour);
  const entries = [
    ...claims.map((claim) => ({
      span: claim.span,
      lines: claimLines(claim, sentences[claim.sentence], document, options, colours),
    })),
    ...caveats.map((caveat) => ({ span: caveat.span, lines: [caveatLine(caveat, colours)] })),
  ];
  entries.sort((a, b) => a.span.start.offset - b.span.start.offset);
  const counts = `${count(claims.length, 'claim')}, ${count(caveats.length, 'caveat')} in ${count(sentences.length, 'sentence')}.`;
  return [...entries.flatMap(({ lines }) => lines), counts, ''].join('\n');
}

function claimLines(
  claim: Claim,
  sentence: Sentence | undefined,
  document: Document,
  { explain, colour }: DescribeOptions,
  colours: Colours,
): string[] {
  const what = `${claim.types.join('+')} · ${claim.subject} · ${claim.modality}`;
  const text =
    sentence === undefined ? printable(claim.text) : markCues(claim, sentence, document, colour, colours);
  const line = `${place(claim.span)}  ${colours.bold(what)}  ${text}`;
  return explain ? [line, ...slotLines(claim, colours)] : [line];
}

function caveatLine(caveat: Caveat, colours: Colours): string {
  return `${place(caveat.span)}  ${colours.dim(`caveat · ${caveat.kind}`)}  ${printable(caveat.text)}`;
}

function place({ start }: Span): string {
  return `${start.line}:${start.column}`.padEnd(8);
}

/** The text with each stretch that a cue covers marked; overlapping cues are marked as one. */
function markCues(
  claim: Claim,
  sentence: Sentence,
  document: Document,
  colour: boolean,
  colours: Colours,
): string {
  const block = document.blocks[sentence.block];
  if (block === undefined) return printable(claim.text);
  const marked = new Array<boolean>(claim.text.length).fill(false);
  for (let at = 0; at < claim.text.length; at += 1) {
    const offset = block.map.starts[sentence.start + at] ?? -1;
    marked[at] = claim.cues.some(({ span }) => span.start.offset <= offset && offset < span.end.offset);
  }
  const stretches: string[] = [];
  for (let at = 0; at < claim.text.length; ) {
    let end = at + 1;
    while (end < claim.text.length && marked[end] === marked[at]) end += 1;
    const stretch = printable(claim.text.slice(at, end));
    const mark = colour ? colours.yellow(stretch) : `${MARKS[0]}${stretch}${MARKS[1]}`;
    stretches.push(marked[at] === true ? mark : stretch);
    at = end;
  }
  return stretches.join('');
}

function slotLines(claim: Claim, colours: Colours): string[] {
  const { asserts } = claim;
  const slots: readonly (readonly [string, string | null])[] = [
    ['region', claim.region],
    ['polarity', claim.polarity],
    ['condition', claim.condition],
    ['outcome', claim.outcome],
    ['attribution', claim.attribution],
    ['numbers', list(claim.numbers.map(describeNumber))],
    ['relation', asserts.relation],
    ['share', asserts.share],
    ['size', asserts.size],
    ['duration', asserts.duration],
    ['stage', asserts.stage],
    ['safety', asserts.safety],
    ['comparison', asserts.comparison],
    ['status', list(asserts.status)],
    ['cues', list(claim.cues.map((cue) => `${cue.class} “${cue.text}”`))],
    ['also at', list(claim.places.map(({ span, region }) => `line ${span.start.line} (${region})`))],
    ['id', claim.id],
  ];
  return slots
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${INDENT}${colours.dim(name.padEnd(12))}${printable(value ?? '')}`);
}

function list(values: readonly string[]): string | null {
  return values.length === 0 ? null : values.join(', ');
}

function describeNumber({ text, unit, n, of, months }: ClaimNumber): string {
  const facts = [
    unit === '' ? null : unit,
    n === null ? null : `${n} people`,
    of === null ? null : `of ${of}`,
    months === null ? null : `at ${months} months`,
  ].filter((fact) => fact !== null);
  return facts.length === 0 ? text : `${text} (${facts.join(', ')})`;
}

/** Text of a page without the characters that steer a terminal or turn the direction of writing. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
