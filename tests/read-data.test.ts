import { describe, expect, it } from 'vitest';
import { expectExactOffsets, leadInOf, outlineOf, page } from './support/read.ts';

describe('JSON and YAML content files', () => {
  it('reads the prose and leaves keys, addresses, dates and styles', () => {
    const document = page(
      'json',
      JSON.stringify({
        title: 'Relief for Backs',
        slug: 'relief for backs',
        date: '2025-02-03',
        hero: { image: '/img/a b.png', headline: 'Walk without pain', className: 'text-xl font-bold mt-4' },
        features: [
          { title: 'Lasting relief', text: 'It lasts for\n\nmany years.' },
          { value: '95%', label: 'success rate' },
        ],
        testimonials: [{ quote: 'It cured me.', author: 'Jo from Oslo' }],
        faq: [{ question: 'Is it safe?', answer: 'Yes, <em>very</em>.' }],
        nav: [{ label: 'Cells cure pain' }],
      }),
    );
    expect(outlineOf(document)).toEqual([
      'title: Relief for Backs',
      'body: Walk without pain',
      'body: Lasting relief',
      'body: It lasts for',
      'body: many years.',
      'body: 95% success rate',
      'testimonial: It cured me.',
      'question: Is it safe?',
      'answer: Yes, very.',
    ]);
    expect(leadInOf(document, 'It lasts for')).toBe('Lasting relief');
    expect(leadInOf(document, 'Yes, very.')).toBe('Is it safe?');
    expect(document.published).toBe('2025-02-03');
    expectExactOffsets(document);
  });

  it('reads YAML scalars of every kind', () => {
    const document = page(
      'yaml',
      "plain: It helps\n  most people.\nsingle: 'It''s safe.'\ndouble: \"Safe\\u2014and \\\n  sound.\"\nliteral: |\n  First it hurts.\n\n  Then it stops.\nalias: &a It comes back.\nagain: *a\n",
    );
    expect(document.blocks.map(({ text }) => text)).toEqual([
      'It helps most people.',
      "It's safe.",
      'Safe—and sound.',
      'First it hurts.',
      'Then it stops.',
      'It comes back.',
    ]);
    expectExactOffsets(document);
  });

  it('reads a broken file as far as it parses, with a notice', () => {
    const document = page('json', '{"title": "Relief for all", "text": "It helps.", ');
    expect(document.notices.map(({ code }) => code)).toEqual(['content-not-valid']);
    expect(outlineOf(document)).toContain('title: Relief for all');
  });

  it('reads past keys that are maps, one in the other', () => {
    const document = page(
      'yaml',
      `- ${'{'.repeat(100)}${'}'.repeat(100)}\n- ${'? '.repeat(100)}\n- It helps.\n`,
    );
    expect(outlineOf(document)).toEqual(['body: It helps.']);
  });

  it('does not follow a file that nests beyond reason', () => {
    for (const [format, text] of [
      ['json', `${'['.repeat(100_000)}"It helps."${']'.repeat(100_000)}`],
      ['yaml', `${'- '.repeat(20_000)}It helps.`],
    ] as const) {
      expect(page(format, text).notices.map(({ code }) => code)).toEqual(['content-not-valid']);
    }
  });
});
