/** Drives an assembler with a Markdown syntax tree, as the HTML that it stands for. */
import type { Image, ImageReference, Nodes, Parents, Table, Text } from 'mdast';
import { align, type Syntax } from '../align.ts';
import type { Assembler } from '../assembler.ts';
import { rawBlock } from '../blocks.ts';
import { append, endIn, type Origin, startIn } from '../draft.ts';
import type { Attributes } from '../elements.ts';
import { feedHtml, type HtmlListener } from '../html/tokens.ts';
import { decodeReference } from '../references.ts';
import { readComponent } from './component.ts';

/** Nesting beyond this is read without its structure, so that no page can exhaust the stack. */
const DEPTH = 400;
const NONE: Attributes = new Map();

const MARKDOWN: Syntax = {
  linePrefix: '>',
  decode(text, index) {
    const char = text.charAt(index);
    if (char === '&') return decodeReference(text, index, true);
    const escaped = char === '\\' ? text.charAt(index + 1) : '';
    return /[!-/:-@[-`{-~]/.test(escaped) ? { text: escaped, length: 2 } : null;
  },
};

const TAGS: Readonly<Partial<Record<Nodes['type'], string>>> = {
  paragraph: 'p',
  blockquote: 'blockquote',
  listItem: 'li',
  strong: 'strong',
  emphasis: 'em',
  delete: 'del',
  tableRow: 'tr',
};

interface Walk {
  readonly assembler: Assembler;
  readonly origin: Origin;
  readonly listener: HtmlListener;
  readonly definitions: ReadonlyMap<string, string>;
  /** Offset up to which the source has been read, for nodes that come without a position. */
  at: number;
}

/** Reads the children of `root`, whose positions are offsets in origin.text. */
export function walkMarkdown(
  root: Parents,
  origin: Origin,
  assembler: Assembler,
  listener: HtmlListener,
): void {
  const definitions = new Map<string, string>();
  for (const node of root.children)
    if (node.type === 'definition') definitions.set(node.identifier, node.url);
  visitAll(root, { assembler, origin, listener, definitions, at: 0 }, 0);
}

function visitAll(parent: Parents, walk: Walk, depth: number): void {
  for (const child of parent.children) visit(child, walk, depth + 1);
}

function visit(node: Nodes, walk: Walk, depth: number): void {
  const { assembler, origin } = walk;
  const from = node.position?.start.offset ?? walk.at;
  const to = node.position?.end.offset ?? from;
  const tag = TAGS[node.type];
  if (depth > DEPTH) {
    assembler.text((draft) => append(draft, origin, from, to));
    return;
  }
  if (tag !== undefined && 'children' in node) {
    wrap(tag, NONE, node, walk, depth);
    return;
  }
  switch (node.type) {
    case 'text':
      readText(node, from, walk);
      break;
    case 'heading':
      wrap(`h${node.depth}`, NONE, node, walk, depth);
      break;
    case 'list':
      wrap(node.ordered ? 'ol' : 'ul', NONE, node, walk, depth);
      break;
    case 'table':
      readTable(node, walk, depth);
      break;
    case 'link':
      wrap('a', new Map([['href', node.url]]), node, walk, depth);
      break;
    case 'linkReference':
      wrap('a', new Map([['href', walk.definitions.get(node.identifier) ?? '']]), node, walk, depth);
      break;
    case 'image':
    case 'imageReference':
      readImage(node, from, to, walk);
      break;
    case 'inlineCode':
      readVerbatim(from, to, walk);
      break;
    case 'code':
      readCode(from, to, walk);
      break;
    case 'break':
      assembler.lineBreak(startIn(origin, from), endIn(origin, to));
      break;
    case 'thematicBreak':
      assembler.start('hr', NONE);
      break;
    case 'html':
      feedHtml(assembler, origin, from, to, walk.listener);
      break;
    case 'footnoteReference':
      readFootnoteCall(from, to, walk);
      break;
    case 'footnoteDefinition':
      wrap('div', new Map([['class', 'footnotes']]), node, walk, depth);
      break;
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      readComponent(node, walk, () => visitAll(node, walk, depth));
      break;
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      walk.listener.comment?.({ from, to });
      break;
    default:
  }
}

function wrap(tag: string, attributes: Attributes, node: Parents, walk: Walk, depth: number): void {
  walk.assembler.start(tag, attributes);
  visitAll(node, walk, depth);
  walk.assembler.end(tag);
}

/** Text without a position is what GFM split an address off from: it follows what was read last. */
function readText(node: Text, from: number, walk: Walk): void {
  const start = node.position === undefined ? walk.at : from;
  const end = node.position?.end.offset ?? walk.origin.text.length;
  const raw = walk.origin.text.slice(start, Math.min(end, start + node.value.length));
  if (raw === node.value) {
    walk.at = start + raw.length;
    walk.assembler.text((draft) => append(draft, walk.origin, start, walk.at));
    return;
  }
  const aligned = align(walk.origin, start, end, node.value, MARKDOWN);
  walk.at = aligned.map?.ends.at(-1) ?? start;
  walk.assembler.text((draft) => append(draft, aligned, 0, node.value.length));
}

function readTable(node: Table, walk: Walk, depth: number): void {
  const { assembler } = walk;
  assembler.start('table', NONE);
  for (const [index, row] of node.children.entries()) {
    assembler.start('tr', NONE);
    for (const cell of row.children) wrap(index === 0 ? 'th' : 'td', NONE, cell, walk, depth + 2);
    assembler.end('tr');
  }
  assembler.end('table');
}

function readImage(node: Image | ImageReference, from: number, to: number, walk: Walk): void {
  if (!node.alt) return;
  const block = rawBlock('alt');
  append(block.draft, align(walk.origin, from + 2, to, node.alt, MARKDOWN), 0, node.alt.length);
  walk.assembler.aside(block);
}

function readVerbatim(from: number, to: number, walk: Walk): void {
  const { text } = walk.origin;
  let fence = 0;
  while (text.charAt(from + fence) === '`') fence++;
  walk.assembler.text((draft) => append(draft, walk.origin, from + fence, to - fence));
}

function readCode(from: number, to: number, walk: Walk): void {
  walk.assembler.start('pre', NONE);
  walk.assembler.text((draft) => append(draft, walk.origin, from, to));
  walk.assembler.end('pre');
}

function readFootnoteCall(from: number, to: number, walk: Walk): void {
  walk.assembler.text((draft) => {
    const start = draft.text.length;
    append(draft, walk.origin, from, to);
    draft.raised.push({ start, end: draft.text.length, kind: 'footnote' });
  });
}
