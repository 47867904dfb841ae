import { decodeHTML } from 'entities/decode';
import { expect } from 'vitest';
import type { Block, Document, Format, Sentence } from '../../src/model.ts';
import { read } from '../../src/read/index.ts';
import { segment } from '../../src/segment/index.ts';

const PATHS: Record<Format, string> = {
  markdown: 'page.md',
  html: 'page.html',
  text: 'page.txt',
  json: 'page.json',
  yaml: 'page.yml',
};

/** Reads `text` as a page of that format. */
export function page(format: Format, text: string, path = PATHS[format]): Document {
  return read({ path, format, text, sha256: '', retrieved: null });
}

/** Each block as `region: text`. */
export function outlineOf(document: Document): string[] {
  return document.blocks.map(({ region, text }) => `${region}: ${text}`);
}

/** The sentences of the whole page. */
export function sentencesOf(document: Document): string[] {
  return segment(document).map(({ text }) => text);
}

/** The text of the block that introduces the block with that text. */
export function leadInOf(document: Document, text: string): string | null {
  const block = document.blocks.find((candidate) => candidate.text === text);
  expect(block, `a block "${text}"`).toBeDefined();
  const leadIn = block?.leadIn ?? null;
  return leadIn === null ? null : (document.blocks[leadIn]?.text ?? null);
}

/**
 * Checks that every unit of every block comes from where its map says: the stretch of the source is the unit
 * itself, or white space, or something that decodes to it; and that sentences agree with their blocks.
 */
export function expectExactOffsets(document: Document): void {
  const { text: source } = document.source;
  for (const block of document.blocks) expectExactBlock(block, source);
  for (const sentence of segment(document)) expectExactSentence(sentence, document);
}

function expectExactBlock({ text, map, links, marks }: Block, source: string): void {
  expect(text).toBe(text.trim());
  expect(text).not.toMatch(/\s\s|[\n\t\u00a0]/);
  expect(map.starts).toHaveLength(text.length);
  expect(map.ends).toHaveLength(text.length);
  let previous = 0;
  for (let index = 0; index < text.length; index++) {
    const start = map.starts[index] ?? -1;
    const end = map.ends[index] ?? -1;
    if (start < previous || end < start || !standsFor(source.slice(start, end), text.charAt(index))) {
      expect.fail(
        `unit ${index} "${text.charAt(index)}" of "${text}" maps to "${source.slice(start, end)}" (${start} to ${end})`,
      );
    }
    previous = start;
  }
  for (const { start, end } of links) expect(start >= 0 && start <= end && end <= text.length).toBe(true);
  for (const { at, span, text: printed } of marks) {
    expect(at >= 0 && at <= text.length).toBe(true);
    const written = source.slice(span.start.offset, span.end.offset);
    expect(digitsOf(written.replace(/<[^>]*>/g, ''))).toContain(digitsOf(printed));
  }
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/** Whether a stretch of the source can stand for one unit of text. */
function standsFor(written: string, unit: string): boolean {
  if (written === unit) return true;
  if (unit === ' ') return !/^[\p{L}\d]*$/u.test(written) || written === '';
  if (/^[⁰¹²³⁴-⁹]$/.test(unit)) return /^\d$/.test(written);
  return decodings(written).some((decoded) => decoded.includes(unit));
}

function decodings(written: string): string[] {
  const found = [decodeHTML(written)];
  if (/^\\u/i.test(written)) found.push(String.fromCharCode(Number.parseInt(written.slice(2), 16)));
  else if (written.startsWith('\\')) found.push(written.slice(1));
  if (written === "''") found.push("'");
  return found.filter((decoded) => decoded !== written);
}

function expectExactSentence(sentence: Sentence, document: Document): void {
  const block = document.blocks[sentence.block];
  expect(block?.text.slice(sentence.start, sentence.end)).toBe(sentence.text);
  expect(sentence.text).toBe(sentence.text.trim());
  expect(sentence.span.start.offset).toBe(block?.map.starts[sentence.start]);
  expect(sentence.span.end.offset).toBe(block?.map.ends[sentence.end - 1]);
  const lines = document.source.text.slice(0, sentence.span.start.offset).split(/\r\n|\r|\n/);
  expect(sentence.span.start.line).toBe(lines.length);
  expect(sentence.span.start.column).toBe((lines.at(-1)?.length ?? 0) + 1);
}
