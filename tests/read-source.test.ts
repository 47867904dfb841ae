import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type DecodeOptions, decodeSource } from '../src/read/source.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function failureOf(content: Uint8Array, path = 'page.md', options: DecodeOptions = {}): string {
  const result = decodeSource(content, path, options);
  if ('source' in result) return 'none';
  expect(result.failure.path).toBe(path);
  expect(result.failure.message).toMatch(/^[^\n]{6,200}; [^\n]{5,200}$/);
  return result.failure.code;
}

function sourceOf(content: Uint8Array, path: string, options: DecodeOptions = {}) {
  const result = decodeSource(content, path, options);
  if ('failure' in result) return expect.fail(result.failure.message);
  return result.source;
}

describe('bytes to a page', () => {
  it('decodes UTF-8 and UTF-16, without the byte order mark', () => {
    const utf16 = (littleEndian: boolean): Uint8Array => {
      const text = '\uFEFFÄ cure';
      const view = new DataView(new ArrayBuffer(2 * text.length));
      for (let index = 0; index < text.length; index++)
        view.setUint16(2 * index, text.charCodeAt(index), littleEndian);
      return new Uint8Array(view.buffer);
    };
    for (const content of [bytes('Ä cure'), bytes('\uFEFFÄ cure'), utf16(true), utf16(false)]) {
      const source = sourceOf(content, 'page.txt');
      expect(source.text).toBe('Ä cure');
      expect(source.sha256).toBe(createHash('sha256').update(content).digest('hex'));
    }
  });

  it('reads an old encoding where the page or the server declares it', () => {
    const latin1 = Uint8Array.from('<html><meta charset="iso-8859-1"><p>\u00c4 cure', (char) =>
      char.charCodeAt(0),
    );
    expect(sourceOf(latin1, 'page.html').text).toContain('Ä cure');
    expect(
      sourceOf(Uint8Array.of(0xc4, 0x20, 0x62), 'https://a.example/', { charset: 'windows-1252' }).text,
    ).toBe('Ä b');
  });

  it('says why a page cannot be read', () => {
    expect(failureOf(bytes(''))).toBe('empty-file');
    expect(failureOf(bytes(' \n\t'))).toBe('empty-file');
    expect(failureOf(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1, 2))).toBe('binary-file');
    expect(
      failureOf(
        Uint8Array.from({ length: 200 }, (_, index) =>
          index % 2 === 0 ? 0x80 + (index % 100) : 1 + (index % 7),
        ),
      ),
    ).toBe('binary-file');
    expect(failureOf(Uint8Array.of(0x61, 0xff, 0x62))).toBe('invalid-encoding');
    expect(failureOf(bytes('x'.repeat(1_000_001)))).toBe('too-large');
    expect(failureOf(bytes('x'.repeat(11)), 'page.md', { maxSize: 10 })).toBe('too-large');
    expect(failureOf(bytes('export default () => <p>It heals.</p>'), 'page.tsx')).toBe('unsupported-format');
  });

  it.each([
    ['page.md', 'x', 'markdown'],
    ['page.MDX', 'x', 'markdown'],
    ['page.htm', 'x', 'html'],
    ['page.txt', 'x', 'text'],
    ['page.txt', '<!doctype html><p>x', 'html'],
    ['page.json', '{}', 'json'],
    ['page.yml', 'a: b', 'yaml'],
    ['-', '<!DOCTYPE html><p>x', 'html'],
    ['-', '---\ntitle: x\n---\n', 'markdown'],
    ['-', '# Title\n\nText', 'markdown'],
    ['-', '{"a": "b"}', 'json'],
    ['-', 'Plain words.', 'text'],
    ['https://a.example/page.md?v=2#x', 'x', 'markdown'],
    ['https://a.example/', '<html>', 'html'],
  ])('%s with %j is %s', (path, content, format) => {
    expect(sourceOf(bytes(content), path).format).toBe(format);
  });

  it('believes the server on what a fetched page is', () => {
    expect(sourceOf(bytes('<p>x'), 'https://a.example/a.php', { mediaType: 'text/html' }).format).toBe(
      'html',
    );
    expect(sourceOf(bytes('x'), 'https://a.example/', { retrieved: '2026-01-02' }).retrieved).toBe(
      '2026-01-02',
    );
  });
});
