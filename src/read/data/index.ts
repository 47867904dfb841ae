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
  const records = new Map<string, Record>();
  for (const string of strings) {
    const { path, origin } = string;
    const keys = path.filter((part) => typeof part === 'string');
    const key = keys.at(-1) ?? '';
    if (isTechnical(keys) || !(isProse(origin.text) || (path.length === 1 && isHeadingKey(key)))) continue;
    const place = recordOf(path);
    const record = records.get(place) ?? { number: records.size + 1, heading: null };
    records.set(place, record);
    for (const block of readStringBlocks(origin, regionOfString(string, keys, region))) {
      block.parent = record.number;
      if (isTextUnderHeading(key)) block.leadIn ??= record.heading;
      if (isHeadingKey(key) && path.length > 1) record.heading = block;
      blocks.push(block);
    }
  }
  return blocks;
}

/** An object of the data: its siblings know each other by number, and their heading. */
interface Record {
  readonly number: number;
  heading: RawBlock | null;
}

/** JSON-LD repeats the title and description of a page: only questions, answers and reviews stand out in it. */
function regionOfString({ path, origin }: DataString, keys: readonly string[], fallback: Region): Region {
  if (path.length > 1 && isHeadingKey(keys.at(-1) ?? '') && origin.text.trimEnd().endsWith('?'))
    return 'question';
  const region = regionOfKeys(keys, keys.length < path.length) ?? fallback;
  return fallback === 'structured-data' && (region === 'title' || region === 'meta') ? fallback : region;
}

/** Identifies the record that holds a string. The answer of JSON-LD is a record within that of its question. */
function recordOf(path: readonly (string | number)[]): string {
  let { length } = path;
  do length--;
  while (length > 0 && /^(?:accepted|suggested)answer$/i.test(String(path[length - 1])));
  return JSON.stringify(path.slice(0, length));
}
