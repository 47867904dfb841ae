import { describe, expect, it } from 'vitest';
import { expectExactOffsets, leadInOf, outlineOf, page, sentencesOf } from './support/read.ts';

const markdown = (...lines: string[]) => page('markdown', lines.join('\n'));

describe('Markdown', () => {
  it('tags headings, lists with their lead-in, quotations, tables, code and images', () => {
    const document = markdown(
      '# Relief',
      '',
      'It may:',
      '',
      '- ease pain',
      '  - at night',
      '- calm nerves',
      '',
      '> It cured me.',
      '',
      '| Treatment | Risk |',
      '| --- | --- |',
      '| Stem cells | None \\| low |',
      '',
      '```',
      'cells.heal()',
      '```',
      '',
      '![A pain&#8209;free *back*](x.png)',
    );
    expect(outlineOf(document)).toEqual([
      'heading: Relief',
      'body: It may:',
      'list: ease pain',
      'list: at night',
      'list: calm nerves',
      'quotation: It cured me.',
      'table: Treatment',
      'table: Risk',
      'table: Stem cells',
      'table: None | low',
      'code: ``` cells.heal() ```',
      'alt: A pain‑free back',
    ]);
    expect(leadInOf(document, 'ease pain')).toBe('It may:');
    expect(leadInOf(document, 'at night')).toBe('ease pain');
    expect(leadInOf(document, 'calm nerves')).toBe('It may:');
    expect(leadInOf(document, 'None | low')).toBe('Risk');
    expectExactOffsets(document);
  });

  it('takes a paragraph in bold alone for a heading, unless it is a sentence', () => {
    const document = markdown('**What is it?**', '', 'A cell.', '', '**It works in all people.**');
    expect(outlineOf(document)).toEqual([
      'heading: What is it?',
      'body: A cell.',
      'body: It works in all people.',
    ]);
    expect(leadInOf(document, 'A cell.')).toBe('What is it?');
  });

  it('reads the prose of front matter and leaves what is technical', () => {
    const document = markdown(
      '---',
      'title: "Relief \\u2014 at last"',
      "description: 'It''s safe and lasting.'",
      'slug: relief-at-last',
      'image: ../img/relief at last.png',
      'imageAlt: A woman without pain',
      'pubDate: 2024-05-06',
      'author: Dr. Ann Ash',
      'usp: >-',
      '  No surgery and',
      '  no downtime.',
      'faqs:',
      '  - q: Is it safe?',
      '    a: Yes, always.',
      '---',
      '',
      'Body.',
    );
    expect(outlineOf(document)).toEqual([
      'title: Relief — at last',
      "meta: It's safe and lasting.",
      'alt: A woman without pain',
      'front-matter: No surgery and no downtime.',
      'question: Is it safe?',
      'answer: Yes, always.',
      'body: Body.',
    ]);
    expect(leadInOf(document, 'Yes, always.')).toBe('Is it safe?');
    expect(document.title).toBe('Relief — at last');
    expect(document.published).toBe('2024-05-06');
    expectExactOffsets(document);
  });

  it('says so where front matter is not YAML, and still reads the page', () => {
    const document = markdown('---', 'title: [open', 'x: : :', '---', '', 'It helps some people.');
    expect(document.notices.map(({ code }) => code)).toEqual(['front-matter-not-yaml']);
    expect(sentencesOf(document)).toContain('It helps some people.');
  });

  it('reads HTML in Markdown as HTML, and what it encloses in its region', () => {
    const document = markdown(
      '<div class="testimonial">',
      '',
      'It **cured** me.',
      '',
      '</div>',
      '',
      'Pain fell<br>by half.<sup>1</sup>',
      '',
      '<p>Worn&nbsp;discs</p>',
    );
    expect(outlineOf(document)).toEqual([
      'testimonial: It cured me.',
      'body: Pain fell by half.',
      'body: Worn discs',
    ]);
    expect(document.blocks[1]?.marks.map(({ text }) => text)).toEqual(['1']);
    expectExactOffsets(document);
  });

  it('keeps link targets, by reference too, and addresses that GFM finds', () => {
    const document = markdown(
      'See [a *study*][s], https://b.example/x and mail us@clinic.example today.',
      '',
      '[s]: https://a.example/s',
    );
    const [block] = document.blocks;
    expect(block?.links.map(({ start, end, href }) => [block.text.slice(start, end), href])).toEqual([
      ['a study', 'https://a.example/s'],
      ['https://b.example/x', 'https://b.example/x'],
      ['us@clinic.example', 'mailto:us@clinic.example'],
    ]);
    expect(block?.text).toBe('See a study, https://b.example/x and mail us@clinic.example today.');
    expectExactOffsets(document);
  });

  it('reads MDX with its components, and falls back to Markdown with a notice', () => {
    const mdx = page(
      'markdown',
      'import X from \'./x\'\n\n<Callout type="info">\n  It **helps**.\n</Callout>\n\n{/* claimlint-disable-file */}\n\nDone.\n',
      'page.mdx',
    );
    expect(outlineOf(mdx)).toEqual(['body: It helps.', 'body: Done.']);
    expect(mdx.directives.map(({ kind }) => kind)).toEqual(['disable-file']);
    const parts = page(
      'markdown',
      [
        '---',
        'title: Relief',
        '---',
        "import { Card } from './card'",
        '',
        'export const meta = {',
        '  claim: "It cures",',
        '',
        '};',
        '',
        '<Card title="Safe &amp; sound for all" href="/a b" icon={<Icon />}>It helps {name}.</Card>',
        '',
        '<Testimonial>It cured me.</Testimonial>',
        '',
        '<img src="x.png" alt="A man who walks" />',
      ].join('\n'),
      'parts.mdx',
    );
    expect(outlineOf(parts)).toEqual([
      'title: Relief',
      'heading: Safe & sound for all',
      'body: It helps .',
      'testimonial: It cured me.',
      'alt: A man who walks',
    ]);
    expect(parts.notices).toEqual([]);
    expectExactOffsets(parts);
    const broken = page('markdown', 'Relief in <24 hours for most.', 'page.mdx');
    expect(broken.notices.map(({ code }) => code)).toEqual(['mdx-read-as-markdown']);
    expect(outlineOf(broken)).toEqual(['body: Relief in <24 hours for most.']);
  });

  it('reads what stands under References, Related articles and Disclaimer as such', () => {
    const document = markdown(
      '## Facts',
      '',
      'It helps.',
      '',
      '## Related articles',
      '',
      '- [Cells cure all](/c)',
      '',
      '### Ten cures',
      '',
      '## More',
      '',
      'Text.',
      '',
      '## Disclaimer',
      '',
      'Results vary.',
      '',
      '## References',
      '',
      '1. Ash B. Spine. 2015;3:4.',
    );
    expect(outlineOf(document)).toEqual([
      'heading: Facts',
      'body: It helps.',
      'boilerplate: Related articles',
      'boilerplate: Cells cure all',
      'boilerplate: Ten cures',
      'heading: More',
      'body: Text.',
      'heading: Disclaimer',
      'footer: Results vary.',
      'references: References',
      'references: Ash B. Spine. 2015;3:4.',
    ]);
  });

  it('takes a paragraph of bullets for a list, and a template tag alone for code', () => {
    const document = markdown(
      'Our promise:',
      '',
      '👉 No surgery',
      '👉 No downtime',
      '',
      '{% include form.html %}',
    );
    expect(outlineOf(document)).toEqual([
      'body: Our promise:',
      'list: No surgery',
      'list: No downtime',
      'code: {% include form.html %}',
    ]);
    expect(leadInOf(document, 'No downtime')).toBe('Our promise:');
  });

  it.each([
    ['quotations in quotations', '> '.repeat(5000)],
    ['items in items', '1. '.repeat(5000)],
    ['emphasis in emphasis', '*a **b '.repeat(2000)],
    ['links that never end', '[a]('.repeat(3000)],
    ['a list of thousands', '- a\n  - b\n'.repeat(2000)],
    ['comments that never end', 'a <!-- '.repeat(2000)],
    ['a run of backticks', '`'.repeat(5000)],
  ])('reads what is too much for the parser as text, with a notice: %s', (_, much) => {
    const front = '---\ntitle: Back pain\nlang: en\n---\n';
    const comment = '<!-- claimlint-disable-file overstatement/hype -- checked -->';
    const document = page('markdown', `${front}${much} text\n\n${comment}\n\nIt helps.\n`);
    expect(document.notices.map(({ code }) => code)).toEqual(['markdown-read-as-text']);
    expect(outlineOf(document)[0]).toBe('title: Back pain');
    expect(sentencesOf(document).at(-1)).toBe('It helps.');
    expect(document.directives.map(({ rules }) => rules)).toEqual([['overstatement/hype']]);
  });
});
