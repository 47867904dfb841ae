import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Format } from '../src/model.ts';
import { expectExactOffsets, page, sentencesOf } from './support/read.ts';

/** A run of text, as a reader sees it and as each format may write it. */
interface Piece {
  readonly plain: string;
  readonly markdown: string;
  readonly html: string;
}

const same = (text: string): Piece => ({ plain: text, markdown: text, html: text });
const word = fc
  .constantFrom('relief', 'pain', 'discs', 'Ürün', 'naïve', '50', 'don’t', 'mesenchymal', 'L4-L5', '🙂ok')
  .map(same);
const encoded = fc.constantFrom(
  { plain: '50 %', markdown: '50&nbsp;%', html: '50&nbsp;%' },
  { plain: 'A&B', markdown: 'A&amp;B', html: 'A&amp;B' },
  { plain: '“well”', markdown: '&ldquo;well&rdquo;', html: '&#8220;well&#x201D;' },
  { plain: 'a*b', markdown: 'a\\*b', html: 'a*b' },
  { plain: 'x_y', markdown: 'x\\_y', html: 'x_y' },
  { plain: 'pati ent', markdown: 'pati&#32;ent', html: 'pati&#32;ent' },
  { plain: 'copay', markdown: 'co&shy;pay', html: 'co&shy;pay' },
  { plain: 'AT&T', markdown: 'AT&T', html: 'AT&T' },
  { plain: '¬it', markdown: '¬it', html: '&notit' },
);
const marked = fc.constantFrom(
  { plain: 'mortality', markdown: '**mor**tality', html: '<b>mor</b>tality' },
  { plain: 'a study', markdown: '[a study](https://x.org/s)', html: '<a href="https://x.org/s">a study</a>' },
  { plain: 'tissue here', markdown: '*tissue* here', html: '<em>tissue</em> here' },
  { plain: 'joint', markdown: 'joi<!-- -->nt', html: 'joi<!-- < -->nt' },
  { plain: 'fast', markdown: '`fast`', html: '<code>fast</code>' },
);
const piece = fc.oneof(
  { weight: 4, arbitrary: word },
  { weight: 2, arbitrary: encoded },
  { weight: 2, arbitrary: marked },
);
/** White space between pieces: a wrapped line reads as a space. */
const gap = fc.constantFrom(' ', ' ', '  ', '\n');

const paragraph = fc.array(fc.tuple(piece, gap), { minLength: 1, maxLength: 12 }).map((parts) => {
  const write = (form: (part: Piece) => string, between: (space: string) => string): string =>
    parts
      .map(([part, space], index) => form(part) + (index === parts.length - 1 ? '' : between(space)))
      .join('');
  return {
    plain: `Start ${write(
      (part) => part.plain,
      () => ' ',
    )} stop.`,
    markdown: `Start ${write(
      (part) => part.markdown,
      (space) => space,
    )} stop.`,
    html: `Start ${write(
      (part) => part.html,
      (space) => space,
    )} stop.`,
  };
});

type Block = { readonly plain: string; readonly markdown: string; readonly html: string };
const block: fc.Arbitrary<Block> = fc.oneof(
  paragraph.map(({ plain, markdown, html }) => ({ plain, markdown, html: `<p>${html}</p>` })),
  paragraph.map(({ plain, markdown, html }) => ({
    plain,
    markdown: `> ${markdown.replaceAll('\n', '\n> ')}`,
    html: `<blockquote><p>${html}</blockquote>`,
  })),
  paragraph.map(({ plain, markdown, html }) => ({
    plain,
    markdown: `- ${markdown.replaceAll('\n', '\n  ')}`,
    html: `<ul><li>${html}</ul>`,
  })),
  paragraph.map(({ plain, markdown, html }) => ({
    plain: `${plain}|Cell`,
    markdown: `| ${markdown.replaceAll('\n', ' ')} |\n| --- |\n| Cell |`,
    html: `<table><tr><th>${html}<tr><td>Cell</table>`,
  })),
);
const blocks = fc.array(block, { minLength: 1, maxLength: 4 });

const plainTexts = (parts: readonly Block[]): string[] => parts.flatMap(({ plain }) => plain.split('|'));

describe('generated pages', () => {
  it('Markdown gives the text that was written, each unit from its place', () => {
    fc.assert(
      fc.property(blocks, fc.constantFrom('\n', '\r\n'), (parts, lineEnd) => {
        const source = parts
          .map(({ markdown }) => markdown)
          .join('\n\n<!-- -->\n\n')
          .replaceAll('\n', lineEnd);
        const document = page('markdown', source);
        expect(document.blocks.map(({ text }) => text)).toEqual(plainTexts(parts));
        expectExactOffsets(document);
      }),
      { numRuns: 300, seed: 3 },
    );
  });

  it('HTML gives the text that was written, each unit from its place', () => {
    fc.assert(
      fc.property(blocks, fc.constantFrom('\n', '\r\n'), (parts, lineEnd) => {
        const source = `<!doctype html><body>${parts.map(({ html }) => html).join('\n')}`.replaceAll(
          '\n',
          lineEnd,
        );
        const document = page('html', source);
        expect(document.blocks.map(({ text }) => text)).toEqual(plainTexts(parts));
        expectExactOffsets(document);
      }),
      { numRuns: 300, seed: 3 },
    );
  });

  it('YAML and JSON strings give what the parser decodes, each unit from its place', () => {
    const prose = fc
      .array(paragraph, { minLength: 1, maxLength: 3 })
      .map((parts) => parts.map(({ plain }) => plain));
    fc.assert(
      fc.property(prose, (texts) => {
        const json = page('json', JSON.stringify({ texts }, null, 2).replaceAll('’', '\\u2019'));
        expect(json.blocks.map(({ text }) => text)).toEqual(texts);
        expectExactOffsets(json);
        const quoted = texts.map((text) => `  - '${text.replaceAll("'", "''").replace(' ', '\n      ')}'`);
        const folded = texts.map((text) => `  - >-\n    ${text.replaceAll(' ', '\n    ')}`);
        for (const lines of [quoted, folded]) {
          const yaml = page('yaml', `texts:\n${lines.join('\n')}\n`);
          expect(yaml.blocks.map(({ text }) => text)).toEqual(texts);
          expectExactOffsets(yaml);
        }
      }),
      { numRuns: 100, seed: 3 },
    );
  });

  it('any text at all is read without a fault, with exact offsets', () => {
    const signs = fc.constantFrom(
      ...'ab Z.1,;:!?()[]{}<>/\\&#*_`~|-=+^"\'\n\n\t>–“”%²'.split(''),
      '&amp;',
      '<p>',
      '</p>',
      '<sup>',
      '[1]',
      '](x)',
      '---\n',
      '<!--',
      '-->',
    );
    const soup = fc.array(signs, { maxLength: 60 }).map((parts) => parts.join(''));
    const formats: Format[] = ['text', 'html', 'markdown', 'yaml', 'json'];
    fc.assert(
      fc.property(soup, fc.constantFrom(...formats), (source, format) =>
        expectExactOffsets(page(format, source)),
      ),
      { numRuns: 1500, seed: 3 },
    );
  });
});

const FORMATS = new Map<string, Format>([
  ['md', 'markdown'],
  ['html', 'html'],
  ['txt', 'text'],
]);
const FOLDERS = ['../corpus/pages/', '../../shared/seeds/'].map((folder) => new URL(folder, import.meta.url));

describe('real pages', () => {
  for (const folder of FOLDERS) {
    const files = existsSync(folder)
      ? readdirSync(folder).filter((file) => FORMATS.has(file.split('.').at(-1) ?? ''))
      : [];
    it.skipIf(files.length === 0)(
      `exact offsets in ${folder.pathname.split('/').slice(-3).join('/')}`,
      () => {
        for (const file of files) {
          const format = FORMATS.get(file.split('.').at(-1) ?? '') ?? 'text';
          const document = page(format, readFileSync(new URL(file, folder), 'utf8'), file);
          expectExactOffsets(document);
          expect(sentencesOf(document).length).toBeGreaterThan(5);
        }
      },
    );
  }
});
