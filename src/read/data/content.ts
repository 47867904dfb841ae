/** JSON and YAML content files: their prose is the page. */
import type { Directive } from '../../model.ts';
import { readDirective, readFrontMatterDirectives } from '../directives.ts';
import { wholeOf } from '../draft.ts';
import { datesOfFrontMatter, declaredIn } from '../facts.ts';
import type { Page } from '../page.ts';
import type { Locate } from '../position.ts';
import { isRecord } from '../record.ts';
import { blocksOfData } from './index.ts';
import { readData } from './scalars.ts';

const COMMENT = /(?:^|\s)#\s{0,8}(claimlint-[^\n]{1,400})/g;

/** Reads a content file; what does not parse is left out, with a notice. */
export function readContent(text: string, locate: Locate): Page {
  const { strings, value, error } = readData(wholeOf(text), 0, text.length);
  const record = isRecord(value) ? value : {};
  const directives: Directive[] = readFrontMatterDirectives(record.claimlint, locate(0, 0));
  for (const match of text.matchAll(COMMENT)) {
    const directive = readDirective(match[1] ?? '', locate(match.index, match.index + match[0].length));
    if (directive !== null) directives.push(directive);
  }
  return {
    blocks: blocksOfData(strings, 'body'),
    notices:
      error === null ? [] : [{ code: 'content-not-valid', message: `Read as far as it parses: ${error}` }],
    directives,
    declaredLanguage: declaredIn(record),
    dates: datesOfFrontMatter(record),
    levels: true,
  };
}
