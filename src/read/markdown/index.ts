/** Markdown and MDX pages. */
import type { Root } from 'mdast';
import type { Directive } from '../../model.ts';
import { Assembler } from '../assembler.ts';
import { directivesIn, readDirective } from '../directives.ts';
import { type Origin, wholeOf } from '../draft.ts';
import { type FrontMatter, NO_FRONT_MATTER, readFrontMatter } from '../front-matter.ts';
import type { Page } from '../page.ts';
import type { Locate } from '../position.ts';
import { decodeEscapes } from '../text/escapes.ts';
import { readText } from '../text/index.ts';
import { tooMuchBecause } from './limits.ts';
import { parseMarkdown } from './parse.ts';
import { walkMarkdown } from './walk.ts';

/** Reads a page by its syntax tree; HTML in it is read as HTML. What is too much for the parser is read as text. */
export function readMarkdown(text: string, asMdx: boolean, locate: Locate): Page {
  const origin = wholeOf(text);
  const cause = tooMuchBecause(text);
  if (cause !== null) return readAsText(text, cause, locate);
  const { root, notices } = parseMarkdown(text, asMdx);
  const front = frontMatterOf(root, origin, locate);
  const directives: Directive[] = [];
  const assembler = new Assembler();
  walkMarkdown(root, origin, assembler, {
    comment({ from, to }) {
      const directive = readDirective(commentText(text.slice(from, to)), locate(from, to));
      if (directive !== null) directives.push(directive);
    },
  });
  return {
    blocks: [...front.blocks, ...assembler.finish()],
    notices: [...notices, ...front.notices],
    directives: [...front.directives, ...directives],
    declaredLanguage: front.declaredLanguage,
    dates: front.dates,
    levels: true,
  };
}

const FRONT_MATTER = /^---[ \t]*\r?\n[\s\S]*?\n---[ \t]*(?=\r?\n|$)/;

function readAsText(text: string, cause: string, locate: Locate): Page {
  const head = FRONT_MATTER.exec(text)?.[0] ?? '';
  const front = head === '' ? NO_FRONT_MATTER : readFrontMatter(wholeOf(text), 0, head.length, locate);
  const body = head.replace(/[^\r\n]/g, ' ') + text.slice(head.length);
  const message = `Read as plain text, because ${cause}`;
  return {
    blocks: [...front.blocks, ...readText(decodeEscapes(body))],
    notices: [{ code: 'markdown-read-as-text', message }, ...front.notices],
    directives: [...front.directives, ...directivesIn(body, locate)],
    declaredLanguage: front.declaredLanguage,
    dates: front.dates,
    levels: false,
  };
}

function frontMatterOf(root: Root, origin: Origin, locate: Locate): FrontMatter {
  const first = root.children[0];
  if (first?.type !== 'yaml') return NO_FRONT_MATTER;
  const { start, end } = first.position ?? {};
  return readFrontMatter(origin, start?.offset ?? 0, end?.offset ?? 0, locate);
}

/** The inside of `<!-- … -->`, or of the expression that MDX has instead. */
function commentText(comment: string): string {
  return comment.replace(/^(?:<!--|\{\s*\/\*)/, '').replace(/(?:--!?>|\*\/\s*\})$/, '');
}
