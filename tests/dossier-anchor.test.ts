import { describe, expect, it } from 'vitest';
import { createAnchors } from '../src/report/dossier-anchor.ts';
import { idOf, type ShownPage, shown } from './support/shown-report.ts';

function anchorOf(words: string, page: Omit<ShownPage, 'claims' | 'path'>, text = words) {
  const { textOf } = shown([{ ...page, path: 'page', claims: { [words]: { text } } }]);
  return createAnchors(textOf('page'))({ id: idOf(words), text });
}

describe('anchors', () => {
  it('quote the sentence with what stands before and after it in its paragraph', () => {
    const { selector } = anchorOf('It cures pain.', {
      text: '# Title\n\nWe inject cells. It **cures** pain. It is quick.\n'.replaceAll('**', ''),
    });
    expect(selector).toEqual({
      type: 'TextQuoteSelector',
      exact: 'It cures pain.',
      prefix: 'We inject cells. ',
      suffix: ' It is quick.',
    });
  });

  it('tell a repeated heading by the blocks around it', () => {
    const text = '# One\n\n## Lasting relief\n\nFor knees.\n\n# Two\n\n## Lasting relief\n\nFor backs.\n';
    const { selector, fragment } = anchorOf('Lasting relief', { text });
    expect(selector).toMatchObject({ prefix: 'One ', suffix: ' For knees.' });
    expect(fragment).toBe(':~:text=One-,Lasting%20relief,-For%20knees.');
  });

  it('put citation marks back into the quotation, and lead around them', () => {
    const words = 'It works,<sup>3</sup> and it lasts.';
    const { selector, fragment } = anchorOf(
      words,
      { format: 'html', text: `<p>Hello. ${words}<sup>4</sup> Bye.</p>` },
      'It works, and it lasts.',
    );
    expect(selector).toMatchObject({ exact: 'It works,3 and it lasts.', suffix: '4 Bye.' });
    expect(fragment).toBe(':~:text=It%20works%2C,and%20it%20lasts.');
  });

  it('name a long sentence by its first and last words', () => {
    const words = `It ${'really '.repeat(60)}works.`;
    expect(anchorOf(words, { text: `${words}\n` }).fragment).toBe(
      ':~:text=It%20really%20really%20really%20really,really%20really%20really%20really%20works.',
    );
  });

  it('encode what has a meaning in a fragment, and what cannot be encoded', () => {
    expect(anchorOf('Safe, drug-free & quick', { text: 'Safe, drug-free & quick\n' }).fragment).toBe(
      ':~:text=Safe%2C%20drug%2Dfree%20%26%20quick',
    );
    const text = '{ "intro": "Half \ud800 works." }';
    expect(anchorOf('Half \ud800 works.', { format: 'json', text }).fragment).toBe(
      ':~:text=Half%20%EF%BF%BD%20works.',
    );
  });

  it('lead nowhere for what a page does not show', () => {
    const text = '<meta name="description" content="It cures pain."><p>Hello there.</p>';
    expect(anchorOf('It cures pain.', { format: 'html', text })).toEqual({
      selector: { type: 'TextQuoteSelector', exact: 'It cures pain.' },
      fragment: null,
    });
  });

  it('are the sentence alone where the text of the page is not at hand', () => {
    expect(createAnchors()({ id: 'x', text: 'It cures pain.' })).toEqual({
      selector: { type: 'TextQuoteSelector', exact: 'It cures pain.' },
      fragment: null,
    });
  });
});
