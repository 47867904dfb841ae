import { describe, expect, it } from 'vitest';
import type { Format } from '../src/model.ts';
import { page } from './support/read.ts';

describe('language', () => {
  const ENGLISH =
    'The cells are taken from the hip and given to the disc in one visit, and most people feel better after it.';
  const SPANISH =
    'Las células se toman de la cadera y se inyectan en el disco en una visita, y la mayoría de los pacientes se siente mejor.';
  const GERMAN =
    'Die Zellen werden aus der Hüfte entnommen und in die Bandscheibe gespritzt, und die meisten fühlen sich danach besser.';

  it.each([
    [ENGLISH, 'en'],
    [SPANISH, 'es'],
    [GERMAN, 'de'],
    ['Lasting relief', 'en'],
    ['Длительное облегчение боли без операции и без риска', 'und'],
  ])('%s', (text, language) => {
    expect(page('text', text).language).toBe(language);
  });

  it('believes the words before the declaration', () => {
    expect(page('html', `<html lang="en-US"><p>${GERMAN}`).language).toBe('de');
    expect(page('html', `<html lang="de"><p>${ENGLISH}`).language).toBe('en');
    expect(page('html', '<html lang="fi"><p>Kipu helpottaa').language).toBe('fi');
    expect(page('markdown', '---\nlang: ja\n---\n\n痛みがなくなります').language).toBe('ja');
  });
});

describe('date of publication', () => {
  it.each<[Format, string, string | null]>([
    ['markdown', '---\npubDate: 2017-09-14\nupdated: 2020-01-01\n---\n\nText.', '2017-09-14'],
    ['markdown', "---\ndate: '2018-03-16T05:35:07.322Z'\n---\n\nText.", '2018-03-16'],
    ['markdown', '---\ndate: 2018-02-31\n---\n\nText.', null],
    ['html', '<meta property="article:published_time" content="2021-04-05T06:07:08Z"><p>x', '2021-04-05'],
    ['html', '<time class="entry-date published" datetime="2019-01-02">2 Jan</time>', '2019-01-02'],
    ['text', 'Relief\n\nUpdated: March 4, 2022 | 5 min read\n\nText of the page.', '2022-03-04'],
    ['text', 'In 2016 a trial was run.', null],
  ])('%s %j', (format, text, published) => {
    expect(page(format, text).published).toBe(published);
  });
});

describe('directives', () => {
  const DIRECTIVE =
    'claimlint-disable-next-line overstatement/hype, missing-caveat -- a quote (owner: Kim, expires: 2027-01-01)';

  it.each<[Format, string]>([
    ['markdown', `Text.\n\n<!-- ${DIRECTIVE} -->\nMore.`],
    ['html', `<p>Text.</p><!-- ${DIRECTIVE} --><p>More.</p>`],
    ['text', `Text.\n<!-- ${DIRECTIVE} -->\nMore.`],
    ['yaml', `text: It helps.\n# ${DIRECTIVE}\nmore: It heals.`],
  ])('reads a comment in %s', (format, text) => {
    const document = page(format, text);
    const [directive] = document.directives;
    expect(directive).toMatchObject({
      kind: 'disable-next-line',
      rules: ['overstatement/hype', 'missing-caveat'],
      reason: 'a quote',
      owner: 'Kim',
      expires: '2027-01-01',
    });
    expect(text.slice(directive?.span.start.offset, directive?.span.end.offset)).toContain(
      'claimlint-disable-next-line',
    );
    expect(document.blocks.map((block) => block.text).join(' ')).not.toContain('claimlint');
  });

  it.each([
    ['claimlint-disable-file', { kind: 'disable-file', rules: [], reason: null, owner: null, expires: null }],
    ['claimlint-enable overstatement/hype', { kind: 'enable', rules: ['overstatement/hype'] }],
    [
      'claimlint-disable-line x -- told (see below)',
      { kind: 'disable-line', reason: 'told (see below)', owner: null },
    ],
  ])('%s', (comment, directive) => {
    expect(page('markdown', `Text. <!-- ${comment} -->`).directives).toMatchObject([directive]);
  });

  it('takes none from code, from other comments, or from text', () => {
    const source =
      '```html\n<!-- claimlint-disable-file -->\n```\n\n`<!-- claimlint-disable -->` <!-- claimlint is good --> claimlint-disable';
    expect(page('markdown', source).directives).toEqual([]);
    expect(
      page(
        'html',
        '<pre>&lt;!-- claimlint-disable --&gt;</pre><pre><code><!-- claimlint-disable --></code></pre><textarea><!-- claimlint-disable --></textarea>',
      ).directives,
    ).toEqual([]);
  });

  it('reads the front matter key', () => {
    const source =
      '---\nclaimlint:\n  disable:\n    - rule: overstatement/hype\n      reason: a quote\n      expires: 2027-01-01\n    - missing-caveat\n---\n\nText.';
    expect(page('markdown', source).directives).toMatchObject([
      { kind: 'disable-file', rules: ['overstatement/hype'], reason: 'a quote', expires: '2027-01-01' },
      { kind: 'disable-file', rules: ['missing-caveat'], reason: null },
    ]);
  });
});
