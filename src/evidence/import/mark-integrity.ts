/** Writes integrity marks into the YAML of a pack without touching anything else of it. */
import { isMap, isNode, isScalar, isSeq, type Node, parseDocument, stringify, type YAMLMap } from 'yaml';
import type { IntegrityMark } from './retractions.ts';

/**
 * The text of a study file with `integrity` and `integrityNote` of the marked records set; the same text
 * where it holds none of them. Comments and layout stay as they are.
 */
export function markIntegrity(text: string, marks: readonly IntegrityMark[]): string {
  const { contents } = parseDocument(text);
  const records = isSeq(contents) ? contents.items : [contents];
  const edits = records.flatMap((record) => {
    if (!isMap(record)) return [];
    const mark = marks.find(({ study }) => Object.is(study, record.get('id')));
    return mark === undefined ? [] : editsOf(text, record, mark);
  });
  // From the end, so that the offsets of the edits before stay right.
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce((edited, { start, end, words }) => edited.slice(0, start) + words + edited.slice(end), text);
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** Replaces the values that stand there, and adds the missing lines above the record's `seen`. */
function editsOf(text: string, record: YAMLMap, mark: IntegrityMark): Edit[] {
  const fields = { integrity: mark.integrity, integrityNote: mark.note };
  const edits: Edit[] = [];
  let added = '';
  for (const [key, value] of Object.entries(fields)) {
    const words = stringify(value, {
      lineWidth: 0,
      defaultStringType: key === 'integrity' ? 'PLAIN' : 'QUOTE_DOUBLE',
    }).trim();
    const node: unknown = record.get(key, true);
    const range = isNode(node) ? node.range : null;
    if (range) edits.push({ start: range[0], end: range[1], words });
    else added += `${key}: ${words}\n`;
  }
  const seen = keyNode(record, 'seen')?.range?.[0];
  if (added !== '' && seen !== undefined) {
    const indent = ' '.repeat(seen - (text.lastIndexOf('\n', seen - 1) + 1));
    edits.push({ start: seen, end: seen, words: added.replace(/\n/g, `\n${indent}`) });
  }
  return edits;
}

function keyNode(map: YAMLMap, name: string): Node | undefined {
  const key = map.items.find((item) => isScalar(item.key) && item.key.value === name)?.key;
  return isNode(key) ? key : undefined;
}
