/** Markdown to syntax tree: CommonMark, GFM and front matter; MDX where it parses. */
import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Notice } from '../../model.ts';
import { maskModules, mdxSyntax } from './mdx.ts';

const markdown = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml']).freeze();
const mdx = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkFrontmatter, ['yaml', 'toml'])
  .use(mdxSyntax)
  .freeze();

/** Parses a page; text that MDX rejects (`<24 hours`) is parsed as Markdown, and a notice says so. */
export function parseMarkdown(text: string, asMdx: boolean): { root: Root; notices: Notice[] } {
  if (!asMdx) return { root: markdown.parse(text), notices: [] };
  try {
    return { root: mdx.parse(maskModules(text)), notices: [] };
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    const message = `Read as Markdown, because it does not parse as MDX: ${cause}`;
    return { root: markdown.parse(text), notices: [{ code: 'mdx-read-as-markdown', message }] };
  }
}
