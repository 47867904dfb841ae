/** Elements and components of MDX. */
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import type { Assembler } from '../assembler.ts';
import { type RawBlock, rawBlock } from '../blocks.ts';
import { isHeadingKey, isProse, isTechnical, regionOfKeys } from '../data/keys.ts';
import type { Origin } from '../draft.ts';
import { appendHtmlText } from '../references.ts';

interface Place {
  readonly assembler: Assembler;
  readonly origin: Origin;
}

/**
 * Reads an element. A component stands for an element whose class is its name, which often says what its text
 * is (`Testimonial`, `FooterNote`); those of its attributes that hold prose are read before its content.
 */
export function readComponent(
  node: MdxJsxFlowElement | MdxJsxTextElement,
  { assembler, origin }: Place,
  readContent: () => void,
): void {
  const name = node.name ?? '';
  const element = /^[a-z][a-z0-9]*$/.test(name);
  const tag = element ? name : node.type === 'mdxJsxFlowElement' ? 'div' : 'span';
  const written = node.attributes.filter((attribute) => attribute.type === 'mdxJsxAttribute');
  const attributes = new Map<string, string>();
  if (!element) attributes.set('class', name.toLowerCase());
  for (const { name: key, value } of written) {
    if (typeof value === 'string') attributes.set(key === 'className' ? 'class' : key, value);
  }
  assembler.start(tag, attributes);
  if (assembler.region !== 'boilerplate') {
    assembler.insert(written.flatMap((attribute) => readAttribute(attribute, element, origin)));
  }
  readContent();
  assembler.end(tag);
}

function readAttribute(
  { name, value, position }: MdxJsxAttribute,
  element: boolean,
  origin: Origin,
): RawBlock[] {
  if (typeof value !== 'string' || position === undefined || isTechnical([name]) || !isProse(value))
    return [];
  const told = regionOfKeys([name], true);
  if (element && told !== 'alt') return [];
  const start = position.start.offset ?? 0;
  const end = position.end.offset ?? start;
  const quote = origin.text.slice(start, end).search(/["']/);
  if (quote < 0) return [];
  const block = rawBlock(told ?? (isHeadingKey(name) ? 'heading' : 'body'));
  appendHtmlText(block.draft, origin, start + quote + 1, end - 1);
  return [block];
}
