/** The HTML report in a real browser, loaded from a file as a reader opens it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAnchors } from '../src/report/dossier-anchor.ts';
import { toHtml } from '../src/report/html.ts';
import { BROWSER, inBrowser, launch } from './support/chromium.ts';
import { makeFolder, runCli } from './support/cli.ts';
import { idOf, type ShownPage, shown } from './support/shown-report.ts';

const evidence = [
  {
    study: 'example-2020',
    result: 'pain',
    relation: 'opposite' as const,
    statement: 'One of 40 people had a disc infection.',
    locator: 'table 2',
    url: 'https://doi.org/10.1000/example',
  },
];

const filler = Array.from(
  { length: 40 },
  (_, index) => `Paragraph ${index} says where to park and when we are open, and nothing else at all.`,
).join('\n\n');

const PAGES: readonly ShownPage[] = [
  {
    path: 'back.md',
    text: `# Back pain\n\nWelcome. It has no side effects. Call us.\n\n${filler}\n\nCells may help some people.\n`,
    claims: {
      'It has no side effects.': { evidence },
      'Cells may help some people.': { verdict: 'supported', evidence },
    },
    findings: [
      { on: 'It has no side effects.', message: '“no side effects” rules out harm.' },
      { ruleId: 'missing-caveat/risks-not-told', severity: 'warning', message: '“Back pain” names no risk.' },
    ],
  },
  {
    path: 'knee.md',
    text: '# Knee pain\n\nIt rebuilds cartilage for good.\n',
    claims: { 'It rebuilds cartilage for good.': { types: ['regeneration'] } },
    findings: [
      {
        on: 'It rebuilds cartilage for good.',
        ruleId: 'overstatement/regeneration-as-fact',
        message: '“rebuilds cartilage” tells repair as a fact.',
      },
    ],
  },
];

describe.skipIf(BROWSER === null)(inBrowser('the HTML report in a browser'), () => {
  const removals: (() => void)[] = [];
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    for (const remove of removals) remove();
  });

  /** Opens a document; `noise` gathers dialogs, requests, errors and messages, of which there should be none. */
  async function open(html: string, options: BrowserContextOptions = {}) {
    const file = writeDocument(html);
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const noise: string[] = [];
    page.on('dialog', (dialog) => void dialog.dismiss().then(() => noise.push(dialog.message())));
    page.on('request', (request) => {
      if (!request.url().startsWith('file:')) noise.push(request.url());
    });
    page.on('pageerror', (error) => noise.push(error.message));
    page.on('console', (message) => noise.push(message.text()));
    await page.goto(pathToFileURL(file).href);
    return { page, noise, close: () => context.close() };
  }

  function writeDocument(html: string): string {
    const one = makeFolder({ 'report.html': html });
    removals.push(one.remove);
    return join(one.path, 'report.html');
  }
  const example = () => {
    const { report, material } = shown(PAGES);
    return toHtml(report, material);
  };
  const visibleNotes = (page: Page) => page.locator('.note:visible').count();

  it('filters by verdict, rule and page, and says how many notes are left', async () => {
    const { page, noise, close } = await open(example());
    const status = page.getByRole('status');
    expect(await status.textContent()).toBe('4 notes on 2 pages');

    const knee = page.getByRole('heading', { name: 'Knee pain' });
    expect(await knee.isVisible()).toBe(true);

    await page.getByLabel('Overstated').uncheck();
    expect(await visibleNotes(page)).toBe(2);
    expect(await status.textContent()).toBe('2 of 4 notes on 1 page');
    expect(await knee.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Show all' }).click();

    await page.getByLabel('Rule', { exact: true }).selectOption('overstatement/regeneration-as-fact');
    expect(await status.textContent()).toBe('1 of 4 notes on 1 page');
    expect(await page.locator('.note:visible .reason').textContent()).toContain('“rebuilds cartilage”');
    await page.getByRole('button', { name: 'Show all' }).click();

    await page.getByLabel('Page', { exact: true }).selectOption('2');
    expect(await visibleNotes(page)).toBe(1);
    await page.getByRole('button', { name: 'Show all' }).click();
    expect(await status.textContent()).toBe('4 notes on 2 pages');

    await page.getByLabel('Only the passages with a note').check();
    expect(await page.getByText('Paragraph 7 says').isVisible()).toBe(false);
    expect(await page.getByText('Welcome.').isVisible()).toBe(true);
    expect(noise).toEqual([]);
    await close();
  });

  it('leads from a claim to its evidence and to the record, with the keyboard alone', async () => {
    const { page, close } = await open(example());
    await page.locator('mark', { hasText: 'It has no side effects.' }).locator('a').focus();
    await page.keyboard.press('Enter');
    const note = page.locator('.note:focus');
    expect(await note.textContent()).toContain('rules out harm.');
    await note.getByText('One of 40 people had a disc infection.').waitFor();
    await note.getByText('randomised trial · compared with sham · 40 people').waitFor();

    await note.getByRole('link', { name: 'Example 2020' }).focus();
    await page.keyboard.press('Enter');
    const source = page.locator('.sources li:focus');
    expect(await source.textContent()).toContain('A trial of injections. Journal of Examples. 2020.');
    expect(await source.getByRole('link').getAttribute('href')).toBe('https://doi.org/10.1000/example');
    await close();
  });

  it('goes to a note that a filter hides, and to one far down', async () => {
    const { page, close } = await open(example());
    await page.getByLabel('Supported as worded').uncheck();
    await page.evaluate(`location.hash = '#page-1-note-3'`);
    await page.locator('#page-1-note-3:focus').waitFor();
    await page.waitForFunction(`(() => {
      const { top, bottom } = document.querySelector('#page-1-note-3').getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    })()`);
    await close();
  });

  it('goes to the beginning of a page, and unfolds nothing there', async () => {
    const { page, close } = await open(example());
    await page.locator('table').getByRole('link', { name: 'Knee pain' }).click();
    await page.waitForFunction(`(() => {
      const { top } = document.querySelector('#page-2-title').getBoundingClientRect();
      return top >= 0 && top < 100;
    })()`);
    expect(await page.locator('details[open]').count()).toBe(0);
    await close();
  });

  it('shows everything without its script', async () => {
    const { page, close } = await open(example(), { javaScriptEnabled: false });
    expect(await visibleNotes(page)).toBe(4);
    expect(await page.locator('form').isVisible()).toBe(false);
    await close();
  });

  it('opens the evidence for print, and leaves the controls out', async () => {
    const { page, close } = await open(example());
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(`dispatchEvent(new Event('beforeprint'))`);
    expect(await page.getByText('One of 40 people had a disc infection.').first().isVisible()).toBe(true);
    expect(await page.locator('form').isVisible()).toBe(false);
    await close();
  });

  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  it.each([
    ['light', 1400],
    ['dark', 1400],
    ['light', 390],
  ] as const)('has no violation that axe-core finds (%s, %d px wide)', async (colorScheme, width) => {
    const { page, close } = await open(example(), { colorScheme, viewport: { width, height: 900 } });
    await page.evaluate(`document.querySelectorAll('details').forEach((part) => { part.open = true; })`);
    await page.evaluate(axe);
    const { violations, passes }: AxeResults = await page.evaluate('axe.run()');
    expect(passes.length).toBeGreaterThan(20);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await close();
  });

  it('harms nobody who opens the report on a page that attacks', async () => {
    const attack = '<img src="https://evil.example/x" onerror="alert(1)"><script>alert(2)</script>';
    const escaped = attack.replaceAll('<', '&lt;').replaceAll('"', '&quot;');
    const hostile = `<!doctype html><title>Back pain ${escaped}&lt;/title&gt;</title>
<meta name="description" content="Stem cells cure back pain. ${escaped}">
<h1 onclick="alert(3)">Stem cell injections cure back pain ${escaped}</h1>
<p>Our stem cell injections have no side effects ${escaped} <a href="javascript:alert(4)">at all</a>.</p>
<p>Stem cells rebuild discs, as <a href="javascript:alert(5)">Pettine et al., 2016</a> proved. ${attack}</p>
<svg onload="alert(6)"><p>Stem cells are proven to cure arthritis.</p></svg>`;
    const one = makeFolder({ 'page.html': hostile });
    removals.push(one.remove);
    const { out } = await runCli(['audit', 'page.html', '-f', 'html'], { cwd: one.path });
    const { page, noise, close } = await open(out);
    expect(await page.locator('.note').count()).toBeGreaterThan(1);
    for (const link of await page.locator('main a[href^="#"]:visible').all()) await link.click();
    expect(await page.locator('img, iframe, object, script[src]').count()).toBe(0);
    expect(await page.locator('main').textContent()).toContain('<img src="https://evil.example/x" onerror');
    expect(noise).toEqual([]);
    await close();
  });

  it('finds the sentence that a passage link names', async () => {
    const words = ['It is drug-free, quick & safe.', `It ${'really '.repeat(60)}works.`, 'Twice told'];
    const text = `<h1>Page</h1>${filler.replaceAll('\n\n', '<br><br>')}<p>Before. ${words[0]} After.</p>
${'<p>Space.</p>'.repeat(60)}<p>${words[1]}</p>${'<p>Space.</p>'.repeat(60)}<h2>Twice told</h2><p>Last.</p>`;
    const { textOf } = shown([
      {
        path: 'page.html',
        format: 'html',
        text,
        claims: Object.fromEntries(words.map((sentence) => [sentence, {}])),
      },
    ]);
    const anchorOf = createAnchors(textOf('page.html'));
    const file = pathToFileURL(writeDocument(`<!doctype html>${text}`)).href;
    const offsets: number[] = [];
    for (const sentence of words) {
      const page = await browser.newPage();
      await page.goto(`${file}#${anchorOf({ id: idOf(sentence), text: sentence }).fragment}`);
      await page.waitForFunction('scrollY > 0');
      offsets.push(await page.evaluate<number>('scrollY'));
      await page.close();
    }
    expect(offsets).toEqual([...offsets].sort((a, b) => a - b));
    expect(new Set(offsets).size).toBe(words.length);
  });
});
