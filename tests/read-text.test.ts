import { describe, expect, it } from 'vitest';
import { expectExactOffsets, leadInOf, outlineOf, page, sentencesOf } from './support/read.ts';

const text = (...lines: string[]) => page('text', lines.join('\n'));

describe('plain text', () => {
  it('reads paragraphs, a title and headings by their shape', () => {
    const document = text(
      'Healing Worn Discs Without Surgery',
      '',
      'Worn discs cause pain in many people, and rest helps most of them.',
      '',
      'How It Works',
      '',
      'We take cells from the bone marrow.',
    );
    expect(outlineOf(document)).toEqual([
      'heading: Healing Worn Discs Without Surgery',
      'body: Worn discs cause pain in many people, and rest helps most of them.',
      'heading: How It Works',
      'body: We take cells from the bone marrow.',
    ]);
    expect(document.title).toBe('Healing Worn Discs Without Surgery');
    expect(document.blocks.map(({ section }) => section)).toEqual([0, 0, 1, 1]);
    expect(document.blocks[3]?.heading).toBe(2);
  });

  it('gives list items their lead-in, with or without bullets', () => {
    const document = text(
      'Possible benefits include:',
      '',
      '• Less pain',
      '• More sleep',
      '',
      'It is used for:',
      'Worn knees and hips',
      'Slipped discs in the neck',
      'Some people need no treatment at all, and rest is enough for them.',
    );
    expect(leadInOf(document, 'Less pain')).toBe('Possible benefits include:');
    expect(leadInOf(document, 'Slipped discs in the neck')).toBe('It is used for:');
    expect(outlineOf(document).slice(-3)).toEqual([
      'list: Worn knees and hips',
      'list: Slipped discs in the neck',
      'body: Some people need no treatment at all, and rest is enough for them.',
    ]);
  });

  it('joins lines that a wrap broke, and keeps lines apart that stand for themselves', () => {
    expect(
      outlineOf(
        text(
          'Our injections are used to',
          'ease the pain of badly worn',
          ' Discs and joints.',
          'Ask us first.',
        ),
      ),
    ).toEqual([
      'body: Our injections are used to ease the pain of badly worn Discs and joints.',
      'body: Ask us first.',
    ]);
    expect(
      outlineOf(
        text(
          'It was shown in',
          'the Journal of Spines',
          ', and nowhere else.',
          'disc pain',
          'side effects',
          'stem cells',
        ),
      ),
    ).toEqual([
      'body: It was shown in the Journal of Spines, and nowhere else.',
      'body: disc pain',
      'body: side effects',
      'body: stem cells',
    ]);
    const wrapped = text(
      'Most people with a worn disc get better without an injection. Some',
      'do not, and they look for other ways to ease their pain. Stem cells',
      'have been tried in small trials. Most of them had no control group.',
    );
    expect(wrapped.blocks).toHaveLength(1);
  });

  it('decodes escapes and references that an extraction left, at their place', () => {
    const document = text(String.raw`It\u2019s safe\nNo side effects &amp; no pain.`);
    expect(document.blocks.map((block) => block.text)).toEqual(['It’s safe', 'No side effects & no pain.']);
    expectExactOffsets(document);
  });

  it('takes off bullets, check marks, links and emphasis', () => {
    const document = text(
      '  ✓',
      '  Proven relief from pain',
      '✓ Without **any** risk',
      '',
      'See [our page](https://a.example/b) for **more** facts.',
    );
    expect(outlineOf(document)).toEqual([
      'list: Proven relief from pain',
      'list: Without any risk',
      'body: See our page for more facts.',
    ]);
    expect(document.blocks[2]?.links).toEqual([{ start: 4, end: 12, href: 'https://a.example/b' }]);
    expectExactOffsets(document);
  });

  it('splits a line with several bullets in it', () => {
    expect(outlineOf(text('Our promise: ✓ No surgery ✓ No downtime'))).toEqual([
      'body: Our promise:',
      'list: No surgery',
      'list: No downtime',
    ]);
  });

  it('reads numbered entries under a title of their own as references', () => {
    const document = text(
      'It helps in some.',
      '',
      'Resources',
      '',
      '1. Ash, B. (2015). Cells for Discs. Journal of Spines.',
      '',
      '2. Oak, C. (2017). Trials. Spine.',
      '',
      'Recent Posts',
      '',
      'Ten Ways Cells Cure Pain',
      '',
      'Our clinic stands in the middle of the town, and its doors are open to all.',
    );
    expect(outlineOf(document)).toEqual([
      'body: It helps in some.',
      'references: Resources',
      'references: Ash, B. (2015). Cells for Discs. Journal of Spines.',
      'references: Oak, C. (2017). Trials. Spine.',
      'boilerplate: Recent Posts',
      'boilerplate: Ten Ways Cells Cure Pain',
      'body: Our clinic stands in the middle of the town, and its doors are open to all.',
    ]);
  });

  it('reads menus and forms as boilerplate, and fine print at the end as footer', () => {
    const document = text(
      'Home',
      'About us',
      'Treatments',
      'Blog',
      'Contact',
      'Back Pain Relief',
      'Our injections ease the pain of worn discs in most people.',
      'They are given once.',
      'This page is for educational purposes only.',
      '© 2026 Example Clinic. All rights reserved.',
    );
    expect(outlineOf(document)).toEqual([
      'boilerplate: Home',
      'boilerplate: About us',
      'boilerplate: Treatments',
      'boilerplate: Blog',
      'boilerplate: Contact',
      'heading: Back Pain Relief',
      'body: Our injections ease the pain of worn discs in most people.',
      'body: They are given once.',
      'footer: This page is for educational purposes only.',
      'footer: © 2026 Example Clinic. All rights reserved.',
    ]);
  });

  it('joins a figure with the label under it', () => {
    expect(
      outlineOf(text('Our Results', '', '95 %', 'success rate', '', '12 weeks', 'until the pain is gone')),
    ).toContain('body: 95 % success rate');
  });

  it('lets a question introduce its answer', () => {
    const document = text('Is it safe?', 'Yes, no harm is known.', 'Does it last?', 'It lasts for years.');
    expect(leadInOf(document, 'Yes, no harm is known.')).toBe('Is it safe?');
    expect(leadInOf(document, 'It lasts for years.')).toBe('Does it last?');
  });

  it('reads a text that begins with front matter as Markdown', () => {
    const document = text(
      '---',
      'title: Relief',
      'description: Cells that heal.',
      'date: 2023-08-24T01:54:28',
      '---',
      '',
      '## How',
      '',
      'It **works**.',
    );
    expect(outlineOf(document)).toEqual([
      'title: Relief',
      'meta: Cells that heal.',
      'heading: How',
      'body: It works.',
    ]);
    expect(document.published).toBe('2023-08-24');
  });

  it('reads a text with the headings and links of Markdown as Markdown', () => {
    const document = text(
      "import { Note } from './note'",
      '',
      '# Relief',
      '',
      '> It cured me.',
      '',
      '[Cells](/c) may',
      '*help*.',
    );
    expect(outlineOf(document)).toEqual([
      'heading: Relief',
      'quotation: It cured me.',
      'body: Cells may help.',
    ]);
  });

  it('splits sentences that lost the space between them', () => {
    expect(sentencesOf(text('It eased the pain.Don’t wait.'))).toEqual(['It eased the pain.', 'Don’t wait.']);
  });
});
