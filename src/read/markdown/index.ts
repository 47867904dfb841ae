/** Markdown and MDX pages. */
import type { Root } from 'mdast';
import type { Directive } from '../../model.ts';
import { Assembler } from '../assembler.ts';
import { readDirective } from '../directives.ts';
import { type Origin, wholeOf } from '../draft.ts';
import { type FrontMatter, NO_FRONT_MATTER, readFrontMatter } from '../front-matter.ts';
import { indentWidth } from '../nesting.ts';
import type { Page } from '../page.ts';
import type { Locate } from '../position.ts';
import { readText } from '../text/index.ts';
import { parseMarkdown } from './parse.ts';
import { walkMarkdown } from './walk.ts';

/** The parser's time grows with the square of the nesting, and it recurses. */
const MAX_INDENT = 300;

/** Reads a page by its syntax tree; HTML in it is read as HTML. Nested beyond reason, it is read as plain text. */
export function readMarkdown(text: string, asMdx: boolean, locate: Locate): Page {
  const origin = wholeOf(text);
  if (indentWidth(text) > MAX_INDENT) {
    const message = `Read as plain text, because a line of it is indented by more than ${MAX_INDENT} columns`;
    const notices = [{ code: 'markdown-read-as-text', message }];
    return {
      blocks: readText(origin),
      notices,
      directives: [],
      declaredLanguage: null,
      dates: [],
      levels: false,
    };
  }
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
