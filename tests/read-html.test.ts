import { describe, expect, it } from 'vitest';
import { expectExactOffsets, leadInOf, outlineOf, page } from './support/read.ts';

const html = (...lines: string[]) => page('html', lines.join('\n'));

describe('HTML', () => {
  it('reads title, description, headings, body and alternative texts', () => {
    const document = html(
      '<!doctype html><html lang="en"><head><title>Relief &amp; Rest</title>',
      '<meta name="description" content="Cells &quot;that&quot; heal.">',
      '<style>p { color: red }</style><script>let claim = "It cures.";</script></head>',
      '<body><h1>Less <b>pain</b></h1><p>It **helps**, and <i>mor</i>tality falls.<p>Open to all.',
      '<img src="a.png" alt="A man who walks again"><noscript>Turn it on.</noscript><template>None.</template>',
    );
    expect(outlineOf(document)).toEqual([
      'title: Relief & Rest',
      'meta: Cells "that" heal.',
      'heading: Less pain',
      'body: It **helps**, and mortality falls.',
      'body: Open to all.',
      'alt: A man who walks again',
    ]);
    expectExactOffsets(document);
  });

  it('tags menus, banners, forms, teasers, comments and footers', () => {
    const document = html(
      '<body class="single related-enabled"><header><nav><a href="/">Cells cure</a></nav><p>Relief for all.</p></header>',
      '<main><p>It helps.</p><form><label>Your name</label><button>Send</button></form></main>',
      '<aside class="related-posts"><h3>Cells cure all</h3></aside><div id="comments"><p>It cured me.</p></div>',
      '<div class="cookie-banner"><p>We use cookies.</p></div>',
      '<footer><p>Results vary.</p><ul><li><a href="/p">Privacy policy</a></ul></footer>',
    );
    expect(outlineOf(document)).toEqual([
      'boilerplate: Cells cure',
      'body: Relief for all.',
      'body: It helps.',
      'boilerplate: Your name',
      'boilerplate: Send',
      'boilerplate: Cells cure all',
      'boilerplate: It cured me.',
      'boilerplate: We use cookies.',
      'footer: Results vary.',
      'boilerplate: Privacy policy',
    ]);
  });

  it('takes a table of contents and a teaser list for menus, and the text after them for text', () => {
    const document = html(
      '<h2>📋 Table of Contents</h2><ul><li><a href="#a">Does it cure pain?</a></ul>',
      '<p>Most people who ask us about cells have tried rest and medicine for many months.</p>',
      '<h2>Other clinics near you</h2><p>Cells cured a man of forty, and he walks again after years of pain in bed.</p>',
      '<footer><p>Results vary.</p></footer>',
    );
    expect(outlineOf(document)).toEqual([
      'boilerplate: 📋 Table of Contents',
      'boilerplate: Does it cure pain?',
      'body: Most people who ask us about cells have tried rest and medicine for many months.',
      'boilerplate: Other clinics near you',
      'boilerplate: Cells cured a man of forty, and he walks again after years of pain in bed.',
      'footer: Results vary.',
    ]);
  });

  it('tags testimonials, quotations, questions and answers', () => {
    const document = html(
      '<div class="testimonial-slider"><p>It cured me.</p></div><blockquote>Cells heal.</blockquote>',
      '<details><summary>Is it safe?</summary>Yes.<p>Always.</details>',
      '<dl><dt>Does it last?<dd>For years.</dl>',
      '<h3>Does it hurt?</h3><p>No.</p>',
    );
    expect(outlineOf(document)).toEqual([
      'testimonial: It cured me.',
      'quotation: Cells heal.',
      'question: Is it safe?',
      'answer: Yes.',
      'answer: Always.',
      'question: Does it last?',
      'answer: For years.',
      'heading: Does it hurt?',
      'body: No.',
    ]);
    expect(leadInOf(document, 'Yes.')).toBe('Is it safe?');
    expect(leadInOf(document, 'Always.')).toBe('Is it safe?');
    expect(leadInOf(document, 'For years.')).toBe('Does it last?');
    expect(leadInOf(document, 'No.')).toBe('Does it hurt?');
  });

  it('reads the folding panels that sites build of divisions and buttons', () => {
    const document = html(
      '<div><button aria-expanded="false"><i aria-hidden="true">+</i>Will it last?</button><div aria-hidden="true"><p>Yes, for years.</p></div></div>',
      '<div class="faq-question">Is it new?</div><div class="faq-answer"><p>It is not.</p></div>',
      '<div class="tab-title">Is it legal?</div><div class="tab-text">It is.</div><button>Book now</button>',
    );
    expect(outlineOf(document)).toEqual([
      'question: Will it last?',
      'body: Yes, for years.',
      'question: Is it new?',
      'answer: It is not.',
      'body: Is it legal?',
      'body: It is.',
      'boilerplate: Book now',
    ]);
    expect(leadInOf(document, 'Yes, for years.')).toBe('Will it last?');
    expect(leadInOf(document, 'It is not.')).toBe('Is it new?');
    expect(leadInOf(document, 'It is.')).toBe('Is it legal?');
  });

  it('gives cells their header, or the label of their row', () => {
    const document = html(
      '<table><tr><th>Treatment<th>Risk<tr><td>Cells<td>None</table>',
      '<table><tr><td>Success rate<td>95 %</table>',
    );
    expect(leadInOf(document, 'None')).toBe('Risk');
    expect(leadInOf(document, '95 %')).toBe('Success rate');
  });

  it('joins the parts of a tile, whichever comes first', () => {
    const document = html(
      '<div class="stats"><div><span>95%</span><span>success rate</span></div>',
      '<div><p>Pain relief</p><p>60-72%</p><p>(0-10 scale)</p></div></div>',
      '<div><div>1</div><h3>Consultation</h3></div>',
    );
    expect(outlineOf(document)).toEqual([
      'body: 95% success rate',
      'body: Pain relief 60-72% (0-10 scale)',
      'body: 1',
      'heading: Consultation',
    ]);
    expectExactOffsets(document);
  });

  it('reads JSON-LD, with HTML in its strings', () => {
    const ld = {
      '@type': 'FAQPage',
      datePublished: '2023-05-04T10:00:00Z',
      mainEntity: [
        {
          '@type': 'Question',
          name: 'Is it safe?',
          acceptedAnswer: { '@type': 'Answer', text: '<p>Yes,&nbsp;it <b>is</b>.</p>' },
        },
      ],
      description: 'Cells “heal” discs.',
    };
    const source = `<script type="application/ld+json">${JSON.stringify(ld).replace('“', '\\u201c')}</script><p>Text.</p>`;
    const document = html(source);
    expect(outlineOf(document)).toEqual([
      'question: Is it safe?',
      'answer: Yes, it is.',
      'structured-data: Cells “heal” discs.',
      'body: Text.',
    ]);
    expect(leadInOf(document, 'Yes, it is.')).toBe('Is it safe?');
    expect(document.published).toBe('2023-05-04');
    expectExactOffsets(document);
  });

  it('keeps lines apart that a break sets apart, and joins those that it only wraps', () => {
    expect(outlineOf(html('<p>No surgery<br>No downtime<br>and no pain</p><h1>Live<br>Free</h1>'))).toEqual([
      'body: No surgery',
      'body: No downtime and no pain',
      'heading: Live Free',
    ]);
  });

  it('reads HTML nested 100,000 deep, and the text in it', () => {
    for (const tag of ['div', 'b', 'ul><li']) {
      const document = page('html', `${`<${tag}>`.repeat(100_000)}It helps.`);
      expect(document.blocks.map(({ text }) => text)).toEqual(['It helps.']);
    }
  });
});
