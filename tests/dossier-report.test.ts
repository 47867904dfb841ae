import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { toDossier } from '../src/report/dossier.ts';
import { makeFolder, runCli } from './support/cli.ts';
import { claim, finding, page, sampleReport } from './support/sample-report.ts';
import { RECORDS, shown } from './support/shown-report.ts';

const address = 'https://clinic.example/back-pain';
const cure = 'Our injections carry no serious complications at all.';
const trial = {
  study: 'example-2020',
  result: 'pain',
  relation: 'opposite' as const,
  statement: 'One of 40 people had a disc infection.',
  locator: 'table 2',
  url: 'https://doi.org/10.1000/example',
};
const evidence = [
  trial,
  {
    study: 'cells-pain',
    result: null,
    relation: 'no-difference' as const,
    statement: 'No difference from sham in one trial.',
    locator: null,
    url: null,
  },
];

function dossier(): string {
  const { report, material } = shown([
    {
      path: address,
      format: 'html',
      retrieved: '2026-11-20',
      text: `<title>Back pain</title><p>Welcome. ${cure} Call us.</p>`,
      claims: { [cure]: { evidence } },
      findings: [{ on: cure, evidence: [] }],
    },
  ]);
  return toDossier(report, material);
}

/** Every node of the document as a Markdown reader sees it. */
function nodesOf(markdown: string): Nodes[] {
  const nodes: Nodes[] = [unified().use(remarkParse).use(remarkGfm).parse(markdown)];
  for (const node of nodes) if ('children' in node) nodes.push(...node.children);
  return nodes;
}

const words = (markdown: string): string =>
  nodesOf(markdown)
    .flatMap((node) => ('value' in node ? [node.value] : []))
    .join('\n');

describe('dossier', () => {
  it('says which copy was read, by what and with which packs', () => {
    const text = dossier();
    expect(text).toContain(`| Address | <${address}> |`);
    expect(text).toContain('| Date of the copy | 2026-11-20 |');
    expect(text).toContain(`| SHA-256 of the copy | \`${'a'.repeat(64)}\` |`);
    expect(text).toContain('regenerative-spine 2026.11.0, as of 2026-11-01, 80 studies, sha256-x');
    expect(text).toContain('on record as of 2026-11-22');
  });

  it('sets each claim beside the record, and the record into the list of references', () => {
    const text = dossier();
    const section = text.slice(text.indexOf('### Claim 1.1'), text.indexOf('### Caveats'));
    expect(section).toContain(`> ${cure}`);
    expect(section).toContain('**Verdict:** Overstated');
    expect(section).toContain('rules out harm: disc infection is on record.');
    expect(section).toContain('(56.5 − 18.3) / 56.5 = 67.6 %; the page says 64 %');
    expect(section).toContain(
      '**Evidence, says otherwise:** Example 2020 (randomised trial; compared with sham; 40 people; followed for 12 months), table 2: One of 40 people had a disc infection. \\[1\\]',
    );
    expect(section).toContain('safety: none serious, on record at most harms told');
    const list = text.slice(text.indexOf('## References'));
    expect(list).toContain(
      '1. Example A, Sample B. A trial of injections. Journal of Examples. 2020. <https://doi.org/10.1000/example>',
    );
    expect(list).toContain('Interests: Paid by the maker.');
    expect(list).toContain('Recorded from example.org, read on 2026-01-02.');
    expect(list).toMatch(/2\. Summary of the pack example on cells, disc-pain, pain[\s\S]*\[Example 2020\]/);
  });

  it('leads to the sentence by a W3C selector and, on a fetched page, by a link', () => {
    const text = dossier();
    const json = /```json\n([^`]*)```/.exec(text)?.[1] ?? '';
    expect(JSON.parse(json)).toEqual({
      type: 'TextQuoteSelector',
      exact: cure,
      prefix: 'Welcome. ',
      suffix: ' Call us.',
    });
    expect(text).toContain(
      `(<${address}#:~:text=Our%20injections%20carry%20no%20serious%20complications%20at%20all.>)`,
    );
  });

  it('proposes no wording and ranks nothing', () => {
    const text = dossier();
    expect(text).not.toContain('May help some people');
    expect(text).not.toMatch(/\b(error|warning|illegal|unlawful|fraud|fake|false)\b/i);
  });

  it('tells what the page asked to leave out, and what could not be read', () => {
    const report = sampleReport(undefined, [{ path: 'x.bin', code: 'binary-file', message: 'is no text' }]);
    const text = toDossier(report, { evidence: RECORDS, texts: new Map() });
    expect(text).toContain('- Rule overstatement/hype: quoted from a leaflet');
    expect(text).toContain('- x.bin: is no text');
    expect(text).toContain('year: cited as “2019”, on record “2020”; says otherwise');
    expect(text).toContain('“Results vary.” (results vary; footer, line 30)');
  });

  it('lets no page format, link, embed or hide anything', () => {
    const hostile =
      '1. <img src=x onerror=alert(1)> ![a](https://evil.example/x) [b](javascript:alert(1)) https://evil.example www.evil.example a@evil.example ``` | # **x** \u202e$x$ [^1]';
    const text = toDossier(
      sampleReport([
        page({
          path: `javascript:alert(1)//${hostile}`,
          title: hostile,
          retrieved: '2026-11-20',
          claims: [claim({ text: `${hostile}\n\n# Heading\n\`\`\`\n<b>` })],
          findings: [finding({ message: hostile, evidence: [{ ...trial, url: 'javascript:alert(1)' }] })],
          caveats: [],
        }),
      ]),
      { evidence: RECORDS, texts: new Map() },
    );
    const nodes = nodesOf(text);
    const types = new Set(nodes.map(({ type }) => type));
    for (const type of ['html', 'image', 'imageReference', 'footnoteReference', 'emphasis', 'delete']) {
      expect(types).not.toContain(type);
    }
    const targets = nodes.flatMap((node) => (node.type === 'link' ? [node.url] : []));
    expect(targets).toEqual(['https://doi.org/10.1000/example']);
    expect(
      nodes.filter(({ type }) => type === 'heading').map((node) => 'depth' in node && node.depth),
    ).toEqual([1, 2, 3, 3, 3, 3, 2, 2, 2, 2]);
    expect(text).not.toContain('\u202e');
    expect(words(text)).toContain('<img src=x onerror=alert(1)> ![a](https:\u200b//evil.example/x)');
  });

  it('is the same for the same pages, by way of the command line', async () => {
    const folder = makeFolder({ 'page.md': '# Back pain\n\nStem cell injections have no side effects.\n' });
    const run = () =>
      runCli(['audit', 'page.md', '--today', '2026-11-22', '-f', 'markdown'], { cwd: folder.path });
    const [first, second] = [await run(), await run()];
    folder.remove();
    expect(first.out).toContain('> Stem cell injections have no side effects.');
    expect(first.out).toContain('"type": "TextQuoteSelector"');
    expect(second.out).toBe(first.out);
  });
});
