/**
 * MDX without a JavaScript parser: elements and expressions are found by their brackets, imports and exports
 * by their first word. Nothing is evaluated, so nothing needs to be understood.
 */
import { mdxExpressionFromMarkdown } from 'mdast-util-mdx-expression';
import { mdxJsxFromMarkdown } from 'mdast-util-mdx-jsx';
import { mdxExpression } from 'micromark-extension-mdx-expression';
import { mdxJsx } from 'micromark-extension-mdx-jsx';
import { mdxMd } from 'micromark-extension-mdx-md';
import type { Processor } from 'unified';

/** A unified plugin, as remark-mdx is, for text whose modules are masked. */
export function mdxSyntax(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), mdxExpression(), mdxJsx(), mdxMd()];
  data.fromMarkdownExtensions = [
    ...(data.fromMarkdownExtensions ?? []),
    mdxExpressionFromMarkdown(),
    mdxJsxFromMarkdown(),
  ];
}

/** How many lines a module may have: an unclosed bracket must not swallow the page. */
const LONGEST_MODULE = 400;

/**
 * Blanks the imports and exports of a page, so that all offsets stay. One begins a line after a blank line, or
 * after another, and ends at the first blank line at which its brackets are closed. Code samples stay.
 */
export function maskModules(text: string): string {
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  let masked = '';
  let fence = false;
  let afterBlank = true;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (/^\s{0,3}(?:```|~~~)/.test(line)) fence = !fence;
    if (fence || !afterBlank || !/^(?:import|export)\s/.test(line)) {
      masked += line;
      afterBlank = /^\s*(?:---\s*)?$/.test(line);
      continue;
    }
    const end = endOfModule(lines, index);
    masked += lines
      .slice(index, end)
      .join('')
      .replace(/[^\r\n]/g, ' ');
    index = end - 1;
  }
  return masked;
}

/** The line after a module: where it is never closed, the first blank line ends it. */
function endOfModule(lines: readonly string[], from: number): number {
  let depth = 0;
  let firstBlank: number | null = null;
  const limit = Math.min(lines.length, from + LONGEST_MODULE);
  for (let index = from; index < limit; index++) {
    const line = lines[index] ?? '';
    if (line.trim() === '') {
      if (depth <= 0) return index;
      firstBlank ??= index;
    }
    depth += bracketBalance(line);
  }
  return depth <= 0 ? limit : (firstBlank ?? limit);
}

function bracketBalance(line: string): number {
  let balance = 0;
  for (const [bracket] of line.matchAll(/[()[\]{}]/g)) balance += '([{'.includes(bracket) ? 1 : -1;
  return balance;
}
