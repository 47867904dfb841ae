/** The strings of front matter, content files and JSON-LD, as blocks. */
import type { Region } from '../../model.ts';
import type { RawBlock } from '../blocks.ts';
import { isHeadingKey, isProse, isTechnical, isTextUnderHeading, regionOfKeys } from './keys.ts';
import type { DataString } from './scalars.ts';
import { readStringBlocks } from './strings.ts';

/**
 * Turns the prose among `strings` into blocks, in order. `region` is that of a string whose keys do not tell.
 * An answer, or a text beside a heading in the same record, is introduced by it.
 */
export function blocksOfData(strings: readonly DataString[], region: Region): RawBlock[] {
  const blocks: RawBlock[] = [];
  const headings = new Map<string, RawBlock>();
  const records = new Map<string, number>();
  for (const { path, origin } of strings) {
    const keys = path.filter((part) => typeof part === 'string');
    const key = keys.at(-1) ?? '';
    if (isTechnical(keys) || !(isProse(origin.text) || (path.length === 1 && isHeadingKey(key)))) continue;
    const record = recordOf(path);
    const parent = records.get(record) ?? records.size + 1;
    records.set(record, parent);
    const leadIn = isTextUnderHeading(key) ? (headings.get(record) ?? null) : null;
    const asks = isHeadingKey(key) && origin.text.trimEnd().endsWith('?') && path.length > 1;
    const own = asks ? 'question' : regionOfKeys(keys, keys.length < path.length);
    for (const block of readStringBlocks(origin, own ?? region)) {
      block.leadIn ??= leadIn;
      block.parent = parent;
      blocks.push(block);
      if (isHeadingKey(key) && path.length > 1) headings.set(record, block);
    }
  }
  return blocks;
}

/** Identifies the record that holds a string. The answer of JSON-LD is a record within that of its question. */
function recordOf(path: readonly (string | number)[]): string {
  let { length } = path;
  do length--;
  while (length > 0 && /^(?:accepted|suggested)answer$/i.test(String(path[length - 1])));
  return JSON.stringify(path.slice(0, length));
}
