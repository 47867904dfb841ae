/** Front matter: the YAML between two rulers at the top of a Markdown page. */
import type { Directive, Notice } from '../model.ts';
import type { RawBlock } from './blocks.ts';
import { blocksOfData } from './data/index.ts';
import { readData } from './data/scalars.ts';
import { readFrontMatterDirectives } from './directives.ts';
import type { Origin } from './draft.ts';
import { datesOfFrontMatter, declaredIn } from './facts.ts';
import type { Locate } from './position.ts';
import { isRecord } from './record.ts';

export interface FrontMatter {
  readonly blocks: RawBlock[];
  readonly directives: readonly Directive[];
  readonly notices: readonly Notice[];
  readonly declaredLanguage: string | null;
  readonly dates: readonly unknown[];
}

export const NO_FRONT_MATTER: FrontMatter = {
  blocks: [],
  directives: [],
  notices: [],
  declaredLanguage: null,
  dates: [],
};

/** Reads origin.text[from, to), which includes the rulers. What is not YAML is left out, with a notice. */
export function readFrontMatter(origin: Origin, from: number, to: number, locate: Locate): FrontMatter {
  const start = origin.text.indexOf('\n', from) + 1;
  const end = origin.text.lastIndexOf('\n', to - 1);
  if (start === 0 || end < start) return NO_FRONT_MATTER;
  const { strings, value, error } = readData(origin, start, end);
  const record = isRecord(value) ? value : {};
  const cause = error ?? (isRecord(value) || value === null ? null : 'it holds no keys');
  return {
    blocks: blocksOfData(strings, 'front-matter'),
    directives: readFrontMatterDirectives(record.claimlint, locate(from, to)),
    notices:
      cause === null
        ? []
        : [
            {
              code: 'front-matter-not-yaml',
              message: `The front matter is not valid YAML and was read as far as it parses: ${cause}`,
            },
          ],
    declaredLanguage: declaredIn(record),
    dates: datesOfFrontMatter(record),
  };
}
