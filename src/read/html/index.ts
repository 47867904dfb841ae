/** HTML pages. */
import type { Directive } from '../../model.ts';
import { Assembler } from '../assembler.ts';
import { type RawBlock, rawBlock } from '../blocks.ts';
import { blocksOfData } from '../data/index.ts';
import { readData } from '../data/scalars.ts';
import { readDirective } from '../directives.ts';
import { type Origin, wholeOf } from '../draft.ts';
import type { Attributes } from '../elements.ts';
import type { Page } from '../page.ts';
import type { Locate } from '../position.ts';
import { isRecord } from '../record.ts';
import { appendHtmlText } from '../references.ts';
import { feedHtml, type Stretch } from './tokens.ts';

const DESCRIPTION = /^(?:og:|twitter:|dc\.)?description$/i;
const PUBLISHED = /^(?:article:published_time|datepublished|date|dc\.date|pubdate|publish[-_]?date)$/i;

/** Reads a page by its tags. Descriptions and JSON-LD become blocks where they stand. */
export function readHtml(text: string, locate: Locate): Page {
  const origin = wholeOf(text);
  const assembler = new Assembler();
  const directives: Directive[] = [];
  const dates: string[] = [];
  let declaredLanguage: string | null = null;
  feedHtml(assembler, origin, 0, text.length, {
    tag(name, attributes, placeOf) {
      if (name === 'html') declaredLanguage = attributes.get('lang') ?? null;
      const date = dateOf(name, attributes);
      if (date !== null) dates.push(date);
      if (name === 'meta' && DESCRIPTION.test(nameOf(attributes)))
        assembler.insert(describe(origin, placeOf('content')));
    },
    script(attributes, { from, to }) {
      if (!/^application\/ld\+json\b/i.test(attributes.get('type') ?? '')) return;
      const data = readData(origin, from, to);
      dates.push(...publishedIn(data.value));
      assembler.insert(blocksOfData(data.strings, 'structured-data'));
    },
    comment({ from, to }) {
      if (assembler.region === 'code') return;
      const inside = text
        .slice(from, to)
        .replace(/^<!--/, '')
        .replace(/--!?>$/, '');
      const directive = readDirective(inside, locate(from, to));
      if (directive !== null) directives.push(directive);
    },
  });
  return { blocks: assembler.finish(), notices: [], directives, declaredLanguage, dates, levels: true };
}

function nameOf(attributes: Attributes): string {
  return attributes.get('name') ?? attributes.get('property') ?? attributes.get('itemprop') ?? '';
}

function describe(origin: Origin, content: Stretch | null): RawBlock[] {
  if (content === null) return [];
  const block = rawBlock('meta');
  appendHtmlText(block.draft, origin, content.from, content.to);
  return [block];
}

function dateOf(name: string, attributes: Attributes): string | null {
  if (name === 'meta' && PUBLISHED.test(nameOf(attributes))) return attributes.get('content') ?? null;
  const published =
    attributes.has('pubdate') ||
    /published/i.test(`${attributes.get('itemprop')} ${attributes.get('class')}`);
  return name === 'time' && published ? (attributes.get('datetime') ?? null) : null;
}

/** Every `datePublished` in JSON-LD, at any depth that `readData` lets through. */
function publishedIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(publishedIn);
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'datePublished' && typeof inner === 'string' ? [inner] : publishedIn(inner),
  );
}
