/** Front matter: the YAML between two rulers at the top of a Markdown page. */
import type { Notice } from '../model.ts';
import type { RawBlock } from './blocks.ts';
import { blocksOfData } from './data/index.ts';
import { readData } from './data/scalars.ts';
import { type Origin, startIn } from './draft.ts';

export interface FrontMatter {
  readonly blocks: RawBlock[];
  readonly value: unknown;
  readonly notices: readonly Notice[];
}

/** Reads origin.text[from, to), which includes the rulers. What is not YAML is left out, with a notice. */
export function readFrontMatter(origin: Origin, from: number, to: number): FrontMatter {
  const { text } = origin;
  const start = text.indexOf('\n', from) + 1;
  const end = text.lastIndexOf('\n', to - 1);
  if (start === 0 || end <= start) return { blocks: [], value: null, notices: [] };
  const data = readData(origin, start, end);
  const notices: Notice[] = [];
  if (data.error !== null) {
    const place = `front matter at offset ${startIn(origin, start)}`;
    notices.push({
      code: 'front-matter-not-yaml',
      message: `The ${place} is not valid YAML (${firstLine(data.error)}): read as far as it parses.`,
    });
  }
  return { blocks: blocksOfData(data.strings, 'front-matter'), value: data.value, notices };
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? text;
}
