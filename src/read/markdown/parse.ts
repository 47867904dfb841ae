/** Markdown to syntax tree: CommonMark, GFM and front matter; MDX where it parses. */
import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Notice } from '../../model.ts';
import { maskModules, mdxSyntax } from './mdx.ts';

const FRONT_MATTER = ['yaml', 'toml'] as const;
const gfm = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkFrontmatter, [...FRONT_MATTER])
  .freeze();
const commonMark = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, [...FRONT_MATTER])
  .freeze();
const mdx = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkFrontmatter, [...FRONT_MATTER])
  .use(mdxSyntax)
  .freeze();

/**
 * A part of all that GFM adds: addresses that are links by themselves (which may be spelled with references), tables,
 * strike-through, footnotes, task lists. Without its extensions a page takes half the time to parse.
 */
const GFM_HINT = /www|http|[@|~]|&[#a-z]|:-|-:|\[(?:\^|[\sx]\])/i;

function parseAsMarkdown(text: string): Root {
  return (GFM_HINT.test(text) ? gfm : commonMark).parse(text);
}

/** Parses a page; text that MDX rejects (`<24 hours`) is parsed as Markdown, and a notice says so. */
export function parseMarkdown(text: string, asMdx: boolean): { root: Root; notices: Notice[] } {
  if (!asMdx) return { root: parseAsMarkdown(text), notices: [] };
  try {
    return { root: mdx.parse(maskModules(text)), notices: [] };
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    const message = `Read as Markdown, because it does not parse as MDX: ${cause}`;
    return { root: parseAsMarkdown(text), notices: [{ code: 'mdx-read-as-markdown', message }] };
  }
}
