/** A page of plain text: a Markdown page under another name, or a text with stray escapes. */
import { directivesIn } from '../directives.ts';
import { readMarkdown } from '../markdown/index.ts';
import type { Page } from '../page.ts';
import type { Locate } from '../position.ts';
import { decodeEscapes } from './escapes.ts';
import { readText } from './index.ts';

const FRONT_MATTER = /^---[ \t]*\r?\n[\w-]{1,40}:/;
const HEADING = /^#{1,6} \S/gm;
const MARKUP = /\]\(\S|\*\*\S|^[-*] \S/m;
const MODULE = /^(?:import|export)\s[^\n]{1,300}\sfrom\s["']/m;

/** Text that is written as Markdown, as the pages are that a site is built from, is read as such. */
export function readPlainText(text: string, locate: Locate): Page {
  if (isMarkdown(text)) return readMarkdown(text, MODULE.test(text), locate);
  return {
    blocks: readText(decodeEscapes(text)),
    notices: [],
    directives: directivesIn(text, locate),
    declaredLanguage: null,
    dates: [],
    levels: false,
  };
}

function isMarkdown(text: string): boolean {
  if (FRONT_MATTER.test(text)) return true;
  const headings = text.match(HEADING)?.length ?? 0;
  return headings > 1 || (headings === 1 && MARKUP.test(text));
}
