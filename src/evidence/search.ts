/** Full-text search of the records, for a person at a terminal. */
import { type AnyRecord, allRecords } from './records.ts';
import type { Pack } from './schema.ts';

/** Where a word is found matters: a name says what a record is, a statement what it mentions. */
const WEIGHT = { name: 8, text: 1 };

/**
 * The records that hold every word of the query, as the beginning of one of theirs and without regard to
 * case or accents; the best first, then by id. A record's words are those of its values, not of its sources.
 */
export function searchRecords(packs: readonly Pack[], query: string): AnyRecord[] {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  return allRecords(packs)
    .map((entry) => ({ entry, score: scoreOf(entry, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.entry.record.id < b.entry.record.id ? -1 : 1))
    .map(({ entry }) => entry);
}

/** Sum over the query's words of the weight of where each occurs; 0 where one does not. */
function scoreOf({ record }: AnyRecord, words: readonly string[]): number {
  const name =
    'title' in record
      ? record.title
      : 'label' in record
        ? record.label
        : 'product' in record
          ? record.product
          : '';
  const named = new Set(wordsOf(`${record.id} ${name}`));
  const text = new Set(wordsOf(textOf(record)));
  const scores = words.map(
    (word) => (has(named, word) ? WEIGHT.name : 0) + (has(text, word) ? WEIGHT.text : 0),
  );
  return scores.includes(0) ? 0 : scores.reduce((sum, score) => sum + score, 0);
}

function has(words: ReadonlySet<string>, start: string): boolean {
  for (const word of words) if (word.startsWith(start)) return true;
  return false;
}

function textOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value ?? '');
  return Object.entries(value)
    .map(([key, item]) => (key === 'seen' ? '' : textOf(item)))
    .join(' ');
}

function wordsOf(text: string): string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}
