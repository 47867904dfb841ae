import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltCli, buildCli } from './support/built-cli.ts';
import { makeFolder, runCli } from './support/cli.ts';
import { type Answer, type LocalSite, pageWith, serveSite, siteArgs } from './support/site.ts';

const PAGES = Array.from({ length: 60 }, (_, index) => `/page-${index}`);

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

function folder(): string {
  const made = makeFolder({});
  cleanUps.push(made.remove);
  return made.path;
}

/** Each page links to the next twelve; `before` is called with the number of pages asked for so far. */
async function serve(
  before: (asked: number, path: string) => Answer | undefined = () => undefined,
): Promise<LocalSite> {
  let asked = 0;
  const site = await serveSite((path) => {
    const index = path === '/' ? -1 : PAGES.indexOf(path);
    if (path !== '/' && index < 0) return null;
    asked += 1;
    return before(asked, path) ?? pageWith(path, PAGES.slice(index + 1, index + 13));
  });
  cleanUps.push(site.close);
  return site;
}

const argsFor = (site: LocalSite, ...more: string[]) => siteArgs(site, '--journal', 'journal.jsonl', ...more);

/** Paths of the pages in a report of JSON Lines. */
function reported(out: string, site: LocalSite): string[] {
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter(({ kind }) => kind === 'document')
    .map(({ path }) => path.slice(site.origin.length));
}

const pagesAsked = ({ asked }: LocalSite) => asked.filter((path) => path === '/' || PAGES.includes(path));

describe('a run over a site that is killed', () => {
  let cli: BuiltCli;
  beforeAll(async () => {
    cli = await buildCli();
  });
  afterAll(() => cli.remove());

  it('is gone on with, and no page is lost or reported twice', async () => {
    const cwd = folder();
    let kill: () => void = () => undefined;
    const site = await serve((asked) => {
      if (asked === 15 || asked === 40) kill();
      return undefined;
    });
    let kills = 0;
    for (;;) {
      const running = cli.start(argsFor(site), cwd);
      kill = () => {
        running.process.kill('SIGKILL');
      };
      const { code, out } = await running.ended;
      if (code === null) {
        kills += 1;
        continue;
      }
      expect(code).toBe(0);
      expect(reported(out, site)).toEqual(['/', ...PAGES]);
      break;
    }
    expect(kills).toBe(2);
    // The page that was under way when it was killed is asked for again, and no other.
    expect(pagesAsked(site).length).toBe(1 + PAGES.length + kills);
  });

  it('stops at SIGINT with one line and whole outputs, and is gone on with', async () => {
    const cwd = folder();
    let interrupt: () => void = () => undefined;
    const site = await serve((asked) => {
      if (asked === 20) interrupt();
      return undefined;
    });
    const running = cli.start(argsFor(site, '--quiet', '--format', 'jsonl=pages.jsonl'), cwd);
    interrupt = () => {
      running.process.kill('SIGINT');
    };
    const { code, err } = await running.ended;
    expect(code).toBe(2);
    expect(err).toMatch(
      /^claimlint: http:\S+: interrupted: \d+ known pages were not read; run the same command again to go on\n$/,
    );
    const before = reported(readFileSync(join(cwd, 'pages.jsonl'), 'utf8'), site);
    expect(before).toEqual(['/', ...PAGES].slice(0, before.length));
    expect(before.length).toBeGreaterThanOrEqual(19);
    expect(readdirSync(cwd).sort()).toEqual(['journal.jsonl', 'pages.jsonl']);

    interrupt = () => undefined;
    const again = await cli.start(argsFor(site), cwd).ended;
    expect(again.code).toBe(0);
    expect(reported(again.out, site)).toEqual(['/', ...PAGES]);
    expect(pagesAsked(site).length).toBeLessThanOrEqual(1 + PAGES.length + 1);
  });
});

describe('--journal', () => {
  const run = (site: LocalSite, cwd: string, ...more: string[]) => runCli(argsFor(site, ...more), { cwd });

  it('drops a last line that was not written to its end, and reads its page again', async () => {
    const cwd = folder();
    const site = await serve();
    await run(site, cwd);
    const file = join(cwd, 'journal.jsonl');
    const whole = readFileSync(file, 'utf8');
    const last = whole.trimEnd().split('\n').at(-1) ?? '';
    for (const left of [1, Math.floor(last.length / 2), last.length]) {
      site.asked.length = 0;
      truncateSync(file, Buffer.byteLength(whole) - 1 - last.length + left);
      const { code, out } = await run(site, cwd);
      expect(code).toBe(0);
      expect(reported(out, site)).toEqual(['/', ...PAGES]);
      expect(pagesAsked(site)).toEqual([PAGES.at(-1)]);
      expect(readFileSync(file, 'utf8')).toBe(whole);
    }
  });

  it('begins anew where not even the first line was written to its end', async () => {
    const cwd = folder();
    const site = await serve();
    writeFileSync(join(cwd, 'journal.jsonl'), '{"kind":"site","vers');
    expect(reported((await run(site, cwd)).out, site)).toEqual(['/', ...PAGES]);
    site.asked.length = 0;
    expect(reported((await run(site, cwd)).out, site)).toEqual(['/', ...PAGES]);
    expect(pagesAsked(site)).toEqual([]);
  });

  it('prints the same report again, without asking for a page', async () => {
    const cwd = folder();
    const site = await serve();
    const first = await run(site, cwd, '--format', 'json');
    site.asked.length = 0;
    const again = await run(site, cwd, '--format', 'json');
    expect(again).toEqual(first);
    expect(pagesAsked(site)).toEqual([]);
    // Also when the site has gone meanwhile, which is told.
    await site.close();
    const gone = await run(site, cwd);
    expect(gone.code).toBe(2);
    expect(gone.err).toContain('nothing answers there');
    expect(reported(gone.out, site)).toEqual(['/', ...PAGES]);
  });

  it('asks again for pages that failed, and reports them where they answer', async () => {
    const cwd = folder();
    let down = true;
    const site = await serve((_, path) =>
      down && path === '/page-5' ? (_request, response) => response.writeHead(500).end() : undefined,
    );
    const first = await run(site, cwd);
    expect(first.code).toBe(2);
    expect(reported(first.out, site)).toHaveLength(PAGES.length);
    down = false;
    site.asked.length = 0;
    const again = await run(site, cwd);
    expect(again).toMatchObject({ code: 0, err: '' });
    expect(reported(again.out, site).toSorted()).toEqual(['/', ...PAGES].toSorted());
    expect(pagesAsked(site)).toEqual(['/page-5']);
  });

  it('goes on where --max-pages had ended a run', async () => {
    const cwd = folder();
    const site = await serve();
    const first = await run(site, cwd, '--max-pages', '10');
    expect(reported(first.out, site)).toHaveLength(10);
    const again = await run(site, cwd);
    expect(reported(again.out, site)).toEqual(['/', ...PAGES]);
    expect(pagesAsked(site)).toHaveLength(1 + PAGES.length);
  });

  it('keeps the text of pages for the reports that show it', async () => {
    const cwd = folder();
    const site = await serve();
    const args = ['--max-pages', '4', '--format', 'markdown'];
    const first = await run(site, cwd, ...args);
    expect(first.out.length).toBeGreaterThan(1_000);
    expect((await run(site, cwd, ...args)).out).toBe(first.out);
  });

  it('on a full disk keeps what is done, says so in one line, and is gone on with', async () => {
    const cwd = folder();
    const site = await serve();
    const { runSite } = await import('../src/cli/site/run.ts');
    const { parseOutput } = await import('../src/cli/args.ts');
    let out = '';
    let err = '';
    let lines = 0;
    const code = await runSite(
      `${site.origin}/`,
      {
        outputs: parseOutput('jsonl'),
        failOn: 'none',
        maxSize: 100_000,
        allowedHosts: new Set([site.host]),
        inlineConfig: true,
        quiet: true,
        showSuppressions: false,
        journal: 'journal.jsonl',
        rate: 1_000,
        depth: 30,
        maxPages: 1_000,
        include: [],
        exclude: [],
        crawl: false,
        timeout: 10,
      },
      {
        out: async (text) => {
          out += text;
        },
        err: (text) => {
          err += text;
        },
        in: async () => Buffer.from(''),
        env: {},
        cwd,
        outIsTerminal: false,
        errIsTerminal: false,
        columns: 80,
        stop: new AbortController().signal,
      },
      async (file, text) => {
        lines += 1;
        if (lines <= 12) return file.appendFile(text);
        await file.appendFile(text.slice(0, 40));
        throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
      },
    );
    expect(code).toBe(2);
    expect(err).toBe(
      'claimlint: journal.jsonl: the journal cannot be written: no space left on the disk; free some and run again\n',
    );
    const done = reported(out, site);
    expect(done.length).toBeGreaterThan(5);
    const again = await run(site, cwd, '--depth', '30');
    expect(again.code).toBe(0);
    expect(reported(again.out, site)).toEqual(['/', ...PAGES]);
    expect(pagesAsked(site)).toHaveLength(1 + PAGES.length + 1);
  });

  it.each([
    [
      'a damaged line',
      (text: string) => text.replace('\n{"kind":"listed"', '\n{"kind'),
      ':3: this line is damaged',
    ],
    ['another file', () => 'Notes of mine.\n', 'is not a journal of claimlint; name another file'],
    [
      'a journal for another address',
      (text: string) => text.replace('"start":"http:', '"start":"https:'),
      'was begun for another address;',
    ],
    [
      'a journal of other packs',
      (text: string) => text.replace('sha256-', 'sha256-0'),
      'was begun with other evidence packs;',
    ],
  ])('refuses %s and leaves it as it is', async (_, change, message) => {
    const cwd = folder();
    const site = await serve();
    await run(site, cwd, '--max-pages', '2');
    const file = join(cwd, 'journal.jsonl');
    const changed = change(readFileSync(file, 'utf8'));
    writeFileSync(file, changed);
    const { code, err } = await run(site, cwd, '--format', 'json=out.json');
    expect(code).toBe(2);
    expect(err).toContain(`journal.jsonl${message.startsWith(':') ? '' : ' '}${message}`);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect(readFileSync(file, 'utf8')).toBe(changed);
    expect(readdirSync(cwd)).toEqual(['journal.jsonl']);
  });

  it.each([
    ['other options', ['--include', '/page-1'], 'with another --include, --exclude or --crawl'],
    ['another jurisdiction', ['--jurisdiction', 'AU'], 'with another configuration or other options'],
    ['another day', ['--today', '2020-01-01'], 'as of another day'],
  ])('refuses to go on with %s', async (_, args, message) => {
    const cwd = folder();
    const site = await serve();
    await run(site, cwd, '--max-pages', '2');
    const { code, out, err } = await run(site, cwd, ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe(
      `claimlint: journal.jsonl was begun ${message}; go on as it was begun, or name another journal\n`,
    );
  });

  it('refuses a folder', async () => {
    const site = await serve();
    const { code, err } = await run(site, folder(), '--journal', '.');
    expect(code).toBe(2);
    expect(err).toBe('claimlint: . is not a file; name another one for the journal\n');
  });
});
