/** A page of plain text: a Markdown page under another name, or a text with stray escapes. */
import type { Directive } from '../../model.ts';
import { readDirective } from '../directives.ts';
import { readMarkdown } from '../markdown/index.ts';
import type { Page } from '../page.ts';
import type { Locate } from '../position.ts';
import { decodeEscapes } from './escapes.ts';
import { readText } from './index.ts';

const FRONT_MATTER = /^---[ \t]*\r?\n[\w-]{1,40}:/;
const COMMENT = /<!--\s{0,8}(claimlint-[^<>]{1,400}?)-->/g;

/** A text that begins with front matter is the Markdown that a site is built from, and is read as such. */
export function readPlainText(text: string, locate: Locate): Page {
  if (FRONT_MATTER.test(text)) return readMarkdown(text, false, locate);
  const directives: Directive[] = [];
  for (const match of text.matchAll(COMMENT)) {
    const directive = readDirective(match[1] ?? '', locate(match.index, match.index + match[0].length));
    if (directive !== null) directives.push(directive);
  }
  const blocks = readText(decodeEscapes(text));
  return { blocks, notices: [], directives, declaredLanguage: null, dates: [], levels: false };
}
