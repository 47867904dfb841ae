import { createHash } from 'node:crypto';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { toHtml } from '../src/report/html.ts';
import { makeFolder, runCli } from './support/cli.ts';
import { claim, finding, page, sampleReport } from './support/sample-report.ts';
import { RECORDS, shown } from './support/shown-report.ts';

type Element = DefaultTreeAdapterTypes.Element;

const without = { evidence: RECORDS, texts: new Map() };
const cure = 'Our injections carry no serious complications at all.';
const may = 'Cells may help some people.';

function elementsOf(html: string): Element[] {
  const nodes: DefaultTreeAdapterTypes.Node[] = [parse(html)];
  for (const node of nodes) {
    if ('childNodes' in node) nodes.push(...node.childNodes);
    if ('content' in node) nodes.push(node.content);
  }
  return nodes.filter((node): node is Element => 'tagName' in node);
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name)?.value;
}

function textOf(node: DefaultTreeAdapterTypes.Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

function withClass(html: string, name: string): Element[] {
  return elementsOf(html).filter((element) => attribute(element, 'class')?.split(' ').includes(name));
}

function example(): string {
  const { report, material } = shown([
    {
      text: `# Back pain\n\nWelcome. ${cure} Call us.\n\nSecond paragraph. ${may}\n`,
      claims: { [cure]: {}, [may]: { verdict: 'supported' } },
      findings: [
        { on: cure },
        {
          ruleId: 'missing-caveat/risks-not-told',
          severity: 'warning',
          message: '“Back pain” names no risk.',
        },
      ],
    },
  ]);
  return toHtml(report, material);
}

describe('HTML report', () => {
  it('marks the claims in the text of the page, with the words that the finding is about', () => {
    const html = example();
    const marks = elementsOf(html).filter(({ tagName }) => tagName === 'mark');
    expect(marks.map((mark) => [attribute(mark, 'class'), textOf(mark)])).toEqual([
      ['overstated', `${cure} (overstated, note 2)`],
      ['supported', `${may} (supported as worded, note 3)`],
    ]);
    const strong = elementsOf(html).filter(({ tagName }) => tagName === 'strong');
    expect(strong.map(textOf)).toContain('no serious complications');
    const blocks = withClass(html, 'block').map(textOf);
    expect(blocks.some((text) => text.startsWith('Welcome. Our injections'))).toBe(true);
  });

  it('tells beside a claim the reason, the sum, the evidence and the wording that it carries', () => {
    const html = example();
    const [, card] = withClass(html, 'note');
    const text = card === undefined ? '' : textOf(card).replace(/\s+/g, ' ');
    expect(text).toContain('rules out harm: disc infection is on record.');
    expect(text).toContain('(56.5 − 18.3) / 56.5 = 67.6 %; the page says 64 %');
    expect(text).toContain('May help some people; serious harms have been reported.');
    expect(text).toContain('Example 2020 [1] says otherwise');
    expect(text).toContain('randomised trial · compared with sham · 40 people · followed for 12 months');
    expect(text).toContain('One of 40 people had a disc infection.');
    expect(text).toContain('overstatement/safety-absolute');
  });

  it('counts claims by type and verdict in a table', () => {
    const rows = elementsOf(example())
      .filter(({ tagName }) => tagName === 'tr')
      .map((row) => row.childNodes.map(textOf));
    expect(rows[1]).toEqual(['safety', '2', '', '0', '1', '0', '0', '1', '0']);
  });

  it('leads only to places that it holds, each by a name of its own', () => {
    const elements = elementsOf(example());
    const ids = elements.flatMap((element) => attribute(element, 'id') ?? []);
    const targets = elements
      .flatMap((element) => attribute(element, 'href') ?? [])
      .filter((href) => href.startsWith('#'));
    expect(new Set(ids).size).toBe(ids.length);
    expect(targets.length).toBeGreaterThan(4);
    expect(targets.filter((href) => !ids.includes(href.slice(1)))).toEqual([]);
  });

  it('lists the claims where the text of a page is not at hand', () => {
    const html = toHtml(sampleReport(), without);
    expect(withClass(html, 'block').map(textOf)).toEqual([
      expect.stringContaining('Our injections carry no serious complications at all.'),
      expect.stringContaining('It helps hair grow.'),
    ]);
  });

  it('tells on which other pages the same claim stands', () => {
    const pages = ['a.md', 'b.md'].map((path) => ({ path, text: `${cure}\n`, claims: { [cure]: {} } }));
    const { report, material } = shown(pages);
    const links = withClass(toHtml(report, material), 'page-link');
    expect(links.map((link) => [attribute(link, 'href'), textOf(link)])).toEqual([
      ['#page-2', 'b.md'],
      ['#page-1', 'a.md'],
    ]);
  });

  it('shows every claim, also one in a part of the page that it leaves out', () => {
    const { report, material } = shown([
      {
        format: 'html',
        text: `<p>Hello there, this is text.</p><pre><code>${cure}</code></pre>`,
        claims: { [cure]: {} },
        findings: [{ on: cure }],
      },
    ]);
    expect(withClass(toHtml(report, material), 'overstated').length).toBeGreaterThan(0);
  });

  it('allows one style and one script, by their hashes, and nothing else', () => {
    const elements = elementsOf(example());
    const policy = elements.find((element) => attribute(element, 'http-equiv') !== undefined);
    const [script, ...others] = elements.filter(({ tagName }) => tagName === 'script');
    const [style] = elements.filter(({ tagName }) => tagName === 'style');
    const hash = (element: Element | undefined) =>
      createHash('sha256')
        .update(element === undefined ? '' : textOf(element))
        .digest('base64');
    expect(others).toEqual([]);
    expect(policy && attribute(policy, 'content')).toBe(
      `default-src 'none'; style-src 'sha256-${hash(style)}'; script-src 'sha256-${hash(script)}'; base-uri 'none'; form-action 'none'`,
    );
  });

  it('lets nothing from a page or a pack become markup or a link that runs', () => {
    const hostile = `</title></style><script>alert(1)</script><img src=x onerror="alert(1)">'"\u202e--><a href="javascript:alert(1)">x</a>`;
    const evil = 'javascript:alert(1)';
    const report = sampleReport(
      [
        page({
          path: evil,
          title: hostile,
          language: hostile,
          jurisdiction: hostile,
          notices: [{ code: 'x', message: hostile }],
          claims: [claim({ text: hostile, citations: ['citation-1'] })],
          findings: [
            finding({
              ruleId: `overstatement/${hostile}`,
              message: hostile,
              suggestion: hostile,
              evidence: [
                {
                  study: hostile,
                  result: null,
                  relation: 'context',
                  statement: hostile,
                  locator: hostile,
                  url: evil,
                },
              ],
            }),
          ],
          caveats: [],
        }),
      ],
      [{ path: hostile, code: 'x', message: hostile }],
    );
    const elements = elementsOf(toHtml(report, without));
    expect(elements.filter(({ tagName }) => tagName === 'script')).toHaveLength(1);
    expect(elements.filter(({ tagName }) => ['img', 'iframe', 'object', 'base'].includes(tagName))).toEqual(
      [],
    );
    const attributes = elements.flatMap(({ attrs }) => attrs);
    expect(attributes.filter(({ name }) => name.startsWith('on') || name === 'style')).toEqual([]);
    const links = attributes.filter(({ name }) => ['href', 'src', 'action'].includes(name));
    expect(links.filter(({ value }) => !value.startsWith('#'))).toEqual([]);
  });

  it('is the same for the same pages, by way of the command line', async () => {
    const folder = makeFolder({ 'page.md': '# Back pain\n\nStem cell injections have no side effects.\n' });
    const run = () =>
      runCli(['audit', 'page.md', '--today', '2026-11-22', '-f', 'html'], { cwd: folder.path });
    const [first, second] = [await run(), await run()];
    folder.remove();
    expect(withClass(first.out, 'note').length).toBeGreaterThan(0);
    expect(second.out).toBe(first.out);
  });
});
