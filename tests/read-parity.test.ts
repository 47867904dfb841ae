import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document } from '../src/model.ts';
import { segment } from '../src/segment/index.ts';
import { page } from './support/read.ts';

/** What later stages see of a page, without the offsets in which its formats differ. */
function seen(document: Document): unknown {
  return {
    blocks: document.blocks.map(({ region, text, section, heading, leadIn, links, marks }) => {
      const labels = marks.map(({ at, labels: names }) => [at, names]);
      return { region, text, section, heading, leadIn, links, labels };
    }),
    sentences: segment(document).map(({ block, text, start, end }) => ({ block, text, start, end })),
    title: document.title,
    language: document.language,
  };
}

type Forms = readonly [text: string, markdown: string, html: string];

const heading = fc
  .constantFrom('How the Treatment Works', 'Relief for Worn Discs', 'Risks and Side Effects')
  .map((title): Forms => [title, `## ${title}`, `<h2>${title}</h2>`]);
const question = fc
  .constantFrom('Is it safe for everybody?', 'How long does the relief last?')
  .map((title): Forms => [title, `## ${title}`, `<h2>${title}</h2>`]);
const sentence = fc.constantFrom(
  'The injection eased the pain of most people in the first weeks after it.',
  'Dr. Ash et al. saw a fall of 2.5 points (p = .03) in the group.',
  'Discs grew back in some of them.1,2 Others saw no change at all in a year.',
  'It is said to last [3].',
  'Results vary from person to person, and no harm was seen.',
);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((sentences): Forms => {
  const text = `Here is more. ${sentences.join(' ')}`;
  return [text, text, `<p>${text}</p>`];
});
const list = fc
  .uniqueArray(fc.constantFrom('Less pain at night', 'More freedom of movement', 'No need for surgery'), {
    minLength: 2,
  })
  .map(
    (items): Forms => [
      `Possible benefits include:\n\n${items.map((item) => `• ${item}`).join('\n')}`,
      `Possible benefits include:\n\n${items.map((item) => `- ${item}`).join('\n')}`,
      `<p>Possible benefits include:</p><ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`,
    ],
  );
const part = fc.oneof(
  paragraph,
  fc.tuple(fc.oneof(heading, question), paragraph).map((pair): Forms => joined(pair, '\n\n')),
  list.chain((forms) => paragraph.map((after) => joined([forms, after], '\n\n'))),
);

function joined(parts: readonly Forms[], gap: string): Forms {
  return [
    parts.map(([text]) => text).join(gap),
    parts.map(([, markdown]) => markdown).join(gap),
    parts.map(([, , html]) => html).join('\n'),
  ];
}

describe('one page in three formats', () => {
  it('gives the same blocks and sentences', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
        const first: Forms = [
          'Stem Cells for Back Pain',
          '# Stem Cells for Back Pain',
          '<h1>Stem Cells for Back Pain</h1>',
        ];
        const lead: Forms = [
          'We treat the pain of worn discs with your own cells.',
          'We treat the pain of worn discs with your own cells.',
          '<p>We treat the pain of worn discs with your own cells.</p>',
        ];
        const [text, markdown, html] = joined([first, lead, ...parts], '\n\n');
        const fromMarkdown = seen(page('markdown', markdown));
        expect(seen(page('html', html))).toEqual(fromMarkdown);
        expect(seen(page('text', text))).toEqual(fromMarkdown);
      }),
      { numRuns: 200, seed: 11 },
    );
  });
});
