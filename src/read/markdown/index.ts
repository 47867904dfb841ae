/** Markdown and MDX pages. */
import type { Directive, Notice } from '../../model.ts';
import { Assembler } from '../assembler.ts';
import type { RawBlock } from '../blocks.ts';
import { readDirective, readFrontMatterDirectives } from '../directives.ts';
import { type Origin, wholeOf } from '../draft.ts';
import { type FrontMatter, readFrontMatter } from '../front-matter.ts';
import type { Locate } from '../position.ts';
import { parseMarkdown } from './parse.ts';
import { walkMarkdown } from './walk.ts';

export interface MarkdownPage {
  readonly blocks: RawBlock[];
  /** The values of the front matter, null without one. */
  readonly frontMatter: unknown;
  readonly directives: readonly Directive[];
  readonly notices: readonly Notice[];
}

export function readMarkdown(text: string, asMdx: boolean, locate: Locate): MarkdownPage {
  const origin = wholeOf(text);
  const { root, notices } = parseMarkdown(text, asMdx);
  const directives: Directive[] = [];
  const assembler = new Assembler();
  walkMarkdown(root, origin, assembler, {
    comment({ from, to }) {
      const directive = readDirective(commentText(text.slice(from, to)), locate(from, to));
      if (directive !== null) directives.push(directive);
    },
  });
  const front = frontMatterOf(root.children[0], origin);
  const first = root.children[0]?.position;
  const span = locate(first?.start.offset ?? 0, first?.end.offset ?? 0);
  const requested = isRecord(front.value) ? readFrontMatterDirectives(front.value.claimlint, span) : [];
  return {
    blocks: [...front.blocks, ...assembler.finish()],
    frontMatter: front.value,
    directives: [...requested, ...directives],
    notices: [...notices, ...front.notices],
  };
}

function frontMatterOf(
  first:
    | {
        type: string;
        position?:
          | { start: { offset?: number | undefined }; end: { offset?: number | undefined } }
          | undefined;
      }
    | undefined,
  origin: Origin,
): FrontMatter {
  const place = first?.position;
  if (first?.type !== 'yaml' || place === undefined) return { blocks: [], value: null, notices: [] };
  return readFrontMatter(origin, place.start.offset ?? 0, place.end.offset ?? 0);
}

/** The inside of `<!-- … -->`, or of the expression that MDX has instead. */
function commentText(comment: string): string {
  return comment.replace(/^(?:<!--|\{\s*\/\*)/, '').replace(/(?:--!?>|\*\/\s*\})$/, '');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
