/** Marks such as `[3]` or `12345`: each is tied to the entry of a reference list that bears its label. */
import type { CitationMark, Sentence } from '../model.ts';
import type { UnitMention } from './cited.ts';
import { mention, type Unit } from './unit.ts';

/** The marks of a sentence with a label that no reference list has. */
export function findMarks(unit: Unit, { marks }: Sentence, labels: ReadonlySet<string>): UnitMention[] {
  return marks.filter((mark) => !isKnown(mark, labels)).map((mark) => markMention(unit, mark));
}

function isKnown(mark: CitationMark, labels: ReadonlySet<string>): boolean {
  return mark.labels.length > 0 && mark.labels.every((label) => labels.has(label));
}

function markMention(unit: Unit, mark: CitationMark): UnitMention {
  const at = Math.min(mark.at, unit.text.length);
  return { ...mention(unit, at, at, 'mark', 'mark', { text: mark.text }), span: mark.span };
}
