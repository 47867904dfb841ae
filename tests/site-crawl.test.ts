import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { makeFolder, runCli } from './support/cli.ts';
import {
  type Answer,
  answerWith,
  type LocalSite,
  pageWith,
  redirectTo,
  serveSite,
  siteArgs,
  text,
  xml,
} from './support/site.ts';

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

async function serve(answer: (path: string) => Answer | null): Promise<LocalSite> {
  const site = await serveSite(answer);
  cleanUps.push(site.close);
  return site;
}

const servePages = (pages: Record<string, Answer>) => serve((path) => pages[path] ?? null);

/** `claimlint site` over a local site, with the pages that it reports. */
async function auditSite(site: LocalSite, ...args: string[]) {
  const { code, out, err } = await runCli(siteArgs(site, ...args));
  const lines = out === '' ? [] : out.trimEnd().split('\n');
  const values = lines.map((line) => JSON.parse(line));
  const documents = values.filter(({ kind }) => kind === 'document');
  return {
    code,
    err,
    out,
    paths: documents.map(({ path }) => path.slice(site.origin.length)),
    documents,
    summary: values.find(({ kind }) => kind === 'summary'),
  };
}

function failuresOf({ summary }: Awaited<ReturnType<typeof auditSite>>, site: LocalSite) {
  return Object.fromEntries(
    summary.failures.map(({ path, code }: { path: string; code: string }) => [
      path.replace(site.origin, ''),
      code,
    ]),
  );
}

/** How often each path was asked for more than once. */
function askedAgain(asked: readonly string[]): string[] {
  return asked.filter((path, index) => asked.indexOf(path) !== index);
}

describe('claimlint site over 2,000 pages with traps', () => {
  const sections = Array.from({ length: 40 }, (_, index) => `/section-${index}`);
  const pagesOf = (section: string) => Array.from({ length: 49 }, (_, index) => `${section}/page-${index}`);
  const ordinary = new Set(['/', ...sections, ...sections.flatMap(pagesOf)]);
  const traps: Record<string, Answer> = {
    '/loop/a': pageWith('Loop A', ['/loop/b', '/loop/a', '/loop/a#top', '/']),
    '/loop/b': pageWith('Loop B', ['/loop/a?utm_source=b&fbclid=1']),
    '/slow': (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).write('<p>Just');
    },
    '/broken': answerWith(500, {}),
    '/huge': answerWith(200, { 'content-type': 'text/html' }, '<p>'.padEnd(300_000, 'x')),
    '/picture': answerWith(200, { 'content-type': 'image/png' }, 'png'),
    '/lies': answerWith(200, { 'content-type': 'text/html' }, Uint8Array.of(0, 1, 2, 3, 255)),
    '/round': redirectTo('/round'),
    '/away': redirectTo('http://169.254.169.254/latest/meta-data/'),
    '/other-port': redirectTo('http://127.0.0.1:9/'),
    '/old': redirectTo('/section-1/page-1'),
    '/moved': redirectTo('/only-by-redirect'),
    '/only-by-redirect': pageWith('Only by redirect', []),
    '/based': `<base href="/deep/down/"><p>Stem cells cured it.</p><a href="here">on</a>`,
    '/deep/down/here': pageWith('By its base', []),
    '/forbidden/page': pageWith('Forbidden', []),
    '/robots.txt': text('User-agent: *\nDisallow: /forbidden/\n'),
  };
  const trapLinks = [
    ...Object.keys(traps).filter(
      (path) => !['/only-by-redirect', '/deep/down/here', '/robots.txt'].includes(path),
    ),
    '/calendar/0',
    '/document.pdf',
    '/missing',
    'http://foreign.example/page',
    'javascript:void(0)',
    'mailto:clinic@example.org',
    'http://[',
    `/long?${'x'.repeat(3_000)}`,
  ];

  function answer(path: string): Answer | null {
    const trap = traps[path];
    if (trap !== undefined) return trap;
    const month = /^\/calendar\/(\d+)$/.exec(path)?.[1];
    if (month !== undefined) return pageWith(`Month ${month}`, [`/calendar/${Number(month) + 1}`]);
    if (path === '/') return pageWith('Home', [...sections, '/?utm_medium=x']);
    if (!ordinary.has(path)) return null;
    if (path === '/section-0') return pageWith(path, [...pagesOf(path), ...trapLinks]);
    return pageWith(path, sections.includes(path) ? [...pagesOf(path), '/', '#top'] : ['/', '../section-1']);
  }

  it('reads every page once, and none that it must not', async () => {
    const site = await serve(answer);
    const run = await auditSite(site, '--timeout', '0.5', '--max-size', '200kB', '--depth', '6');
    const trapped = ['/loop/a', '/loop/b', '/only-by-redirect', '/based', '/deep/down/here'];
    // The calendar begins two links from the start, and six are followed.
    const months = [0, 1, 2, 3, 4].map((month) => `/calendar/${month}`);
    expect(run.paths.toSorted()).toEqual([...ordinary, ...trapped, ...months].toSorted());
    expect(run.summary.summary.documents).toBe(run.paths.length);
    expect(run.documents.every(({ claims }) => claims.length > 0)).toBe(true);
    expect(failuresOf(run, site)).toEqual({
      '/slow': 'timeout',
      '/broken': 'http-status',
      '/huge': 'too-large',
      '/round': 'redirect-loop',
    });
    expect(run.code).toBe(2);
    expect(askedAgain(site.asked)).toEqual([]);
    expect(site.asked).not.toContain('/forbidden/page');
    expect(site.asked.filter((path) => path.includes('utm_') || path.endsWith('.pdf'))).toEqual([]);
    expect(run.err.trimEnd().split('\n').at(-1)).toBe(
      'claimlint: addresses left aside: 1 forbidden by robots.txt, 1 beyond --depth 6, 1 not found, 1 no pages, ' +
        '1 no pages, 2 lead to other sites, 1 lead to pages that were read',
    );
  }, 300_000);
});

describe('claimlint site', () => {
  it('stops at --max-pages, nearest pages first', async () => {
    const site = await serve((path) =>
      pageWith(path, [`${path === '/' ? '' : path}/a`, `${path === '/' ? '' : path}/b`]),
    );
    const run = await auditSite(site, '--max-pages', '5');
    expect(run.paths).toEqual(['/', '/a', '/b', '/a/a', '/a/b']);
    expect(run.err).toContain('beyond --max-pages 5');
    expect(run.code).toBe(0);
  });

  it('reads what the sitemaps list, and follows no links unless told to', async () => {
    const pages = { '/a': pageWith('A', ['/b']), '/b': pageWith('B', []), '/c?x=1&y=2': pageWith('C', []) };
    const site: LocalSite = await serve((path) => {
      const answers: Record<string, Answer> = {
        '/': pageWith('Home', ['/a']),
        ...pages,
        '/robots.txt': text(
          `Sitemap: ${site.origin}/maps/index.xml\nSitemap: ${site.origin}/maps/gone.xml\n`,
        ),
        '/maps/index.xml': xml(
          `<sitemapindex><sitemap><loc>${site.origin}/maps/1.xml</loc></sitemap>
           <sitemap><loc>${site.origin}/maps/index.xml</loc></sitemap></sitemapindex>`,
        ),
        '/maps/1.xml': xml(
          `<urlset><url><loc> ${site.origin}/a?utm_source=map#x </loc></url><!-- <loc>${site.origin}/b</loc> -->
           <url><loc><![CDATA[${site.origin}/a]]></loc></url><url><loc>${site.origin}/c?x=1&amp;y=2</loc></url>
           <url><loc>https://foreign.example/</loc></url><url><loc>http://169.254.169.254/</loc></url></urlset>`,
        ),
      };
      return answers[path] ?? null;
    });
    const listed = await auditSite(site);
    expect(listed.paths).toEqual(['/', '/a', '/c?x=1&y=2']);
    expect(askedAgain(site.asked)).toEqual([]);
    expect(listed.err).toContain('the sitemaps list 2 addresses of other sites, left aside');
    expect(listed.err).toContain(
      '/maps/gone.xml: the server answered 404 Not Found; this sitemap was left aside',
    );
    expect((await auditSite(site, '--crawl')).paths).toEqual(['/', '/a', '/c?x=1&y=2', '/b']);
  });

  it('follows links where the sitemap lists no page of the site', async () => {
    const site = await servePages({
      '/': pageWith('Home', ['/a']),
      '/a': pageWith('A', []),
      '/sitemap.xml': xml('<urlset><url><loc>https://foreign.example/</loc></url></urlset>'),
    });
    expect((await auditSite(site)).paths).toEqual(['/', '/a']);
  });

  it('reads sitemaps that are packed files, and tells one that is broken', async () => {
    const site: LocalSite = await serve((path) => {
      const packed = gzipSync(`<urlset><url><loc>${site.origin}/a</loc></url></urlset>`);
      const answers: Record<string, Answer> = {
        '/': pageWith('Home', ['/b']),
        '/a': pageWith('A', []),
        '/robots.txt': text(`Sitemap: ${site.origin}/1.xml.gz\nSitemap: /2.xml.gz\n`),
        '/1.xml.gz': answerWith(200, { 'content-type': 'application/gzip' }, packed),
        '/2.xml.gz': answerWith(200, { 'content-type': 'application/gzip' }, packed.subarray(0, 30)),
      };
      return answers[path] ?? null;
    });
    const run = await auditSite(site);
    expect(run.paths).toEqual(['/', '/a']);
    expect(run.err).toContain('/2.xml.gz: cannot be unpacked');
  });

  it('keeps the delay that robots.txt asks for, and says so', async () => {
    const site = await servePages({
      '/': pageWith('Home', []),
      '/robots.txt': text('User-agent: *\nCrawl-delay: 0.01\n'),
    });
    const run = await auditSite(site);
    expect(run.paths).toEqual(['/']);
    expect(run.err).toContain('robots.txt asks for 0.01 seconds between two pages');
  });

  it('takes the pages that --include and --exclude name', async () => {
    const site = await servePages({
      '/': pageWith('Home', ['/blog/', '/shop/', '/blog/tag/x', '/blog/a?reply=1']),
      '/blog/': pageWith('Blog', ['/blog/a']),
      '/blog/a': pageWith('A', []),
      '/blog/a?reply=1': pageWith('Reply', []),
      '/blog/tag/x': pageWith('Tag', []),
      '/shop/': pageWith('Shop', []),
    });
    const run = await auditSite(site, '--include', '/blog/**', '--exclude', 'tag/', '--exclude', '*?reply=*');
    expect(run.paths).toEqual(['/blog/', '/blog/a']);
    expect(site.asked.filter((path) => /shop|tag|reply/.test(path))).toEqual([]);
  });

  it('waits as long as a busy server asks for, and asks again', async () => {
    let busy = 2;
    const site = await servePages({
      '/': (_, response) => {
        busy -= 1;
        if (busy >= 0) response.writeHead(503, { 'retry-after': '0' }).end();
        else response.writeHead(200, { 'content-type': 'text/html' }).end(pageWith('Home', []));
      },
    });
    expect((await auditSite(site)).paths).toEqual(['/']);
    expect(site.asked.filter((path) => path === '/')).toHaveLength(3);
  });

  it('gives up on a site that has gone silent, and reports what was read', async () => {
    const site = await serve((path) =>
      path === '/'
        ? pageWith(
            'Home',
            Array.from({ length: 30 }, (_, index) => `/${index}`),
          )
        : path === '/1'
          ? pageWith('One', [])
          : /^\/\d/.test(path)
            ? (request) => request.socket.destroy()
            : null,
    );
    const run = await auditSite(site);
    expect(run.code).toBe(2);
    expect(run.paths).toEqual(['/', '/1']);
    expect(run.summary.failures.at(-1)).toMatchObject({ code: 'site-gone' });
    expect(run.err).toMatch(
      /10 pages in a row were not answered, so 18 known pages were not read; with --journal/,
    );
  });

  it('reports in several formats at once', async () => {
    const folder = makeFolder({});
    cleanUps.push(folder.remove);
    const site = await servePages({ '/': pageWith('Home', []) });
    const file = `${folder.path}/report.json`;
    const run = await auditSite(site, '--format', 'jsonl', '--format', `json=${file}`);
    const { readFileSync } = await import('node:fs');
    expect(JSON.parse(readFileSync(file, 'utf8')).documents).toHaveLength(run.paths.length);
  });
});

describe('a site that cannot be audited', () => {
  /** Expects one clear line and no report. */
  async function expectLine(run: { code: number; out: string; err: string }, message: string) {
    expect({ code: run.code, out: run.out }).toEqual({ code: 2, out: '' });
    expect(run.err.trimEnd().split('\n')).toHaveLength(1);
    expect(run.err).toContain(message);
  }

  it('robots.txt forbids all', async () => {
    const site = await servePages({
      '/': pageWith('Home', []),
      '/robots.txt': text('User-agent: claimlint\nDisallow: /\n\nUser-agent: *\nAllow: /\n'),
    });
    await expectLine(await auditSite(site), `${site.origin}/robots.txt forbids to read ${site.origin}/`);
    expect(site.asked).toEqual(['/robots.txt']);
  });

  it('robots.txt cannot be read', async () => {
    const site = await servePages({ '/': pageWith('Home', []), '/robots.txt': answerWith(503, {}) });
    await expectLine(await auditSite(site), 'a site whose rules cannot be read is left alone');
    expect(site.asked).toEqual(['/robots.txt']);
  });

  it('nothing answers', async () => {
    const site = await serve(() => null);
    await site.close();
    await expectLine(await auditSite(site), 'nothing answers there');
  });

  it('is on a private address', async () => {
    const site = await serve(() => pageWith('Home', []));
    await expectLine(
      await runCli(['site', site.origin]),
      `a private or reserved address; if the site is yours, add --allow-host ${site.host}`,
    );
    expect(site.asked).toEqual([]);
  });

  it('leads to a private address by its robots.txt or its sitemap', async () => {
    const inner = await serve(() => xml('<urlset><url><loc>http://example.org/</loc></url></urlset>'));
    const byRobots = await servePages({ '/robots.txt': redirectTo(`${inner.origin}/robots.txt`) });
    await expectLine(await auditSite(byRobots), 'a private or reserved address');
    const bySitemap = await servePages({
      '/': pageWith('Home', []),
      '/robots.txt': text(`Sitemap: ${inner.origin}/sitemap.xml`),
    });
    const run = await auditSite(bySitemap);
    expect(run.paths).toEqual(['/']);
    expect(run.err).toMatch(/sitemap.xml: 127.0.0.1:\d+ is at 127.0.0.1, a private or reserved address/);
    expect(inner.asked).toEqual([]);
  });

  it('redirects to another site', async () => {
    const site = await servePages({ '/': redirectTo('https://foreign.example/') });
    await expectLine(
      await auditSite(site),
      'redirects to https://foreign.example; if that is the site, name it',
    );
  });

  it('has no page', async () => {
    const site = await serve(() => null);
    const run = await auditSite(site, '--quiet');
    expect(run.code).toBe(2);
    expect(run.err).toBe(
      `claimlint: ${site.origin}: no page was found there; check the address, --include and --exclude\n`,
    );
  });

  it.each([
    [['example.org'], '“example.org” is not an address; write http(s)://host/path'],
    [['ftp://example.org'], 'ftp:// is not fetched'],
    [['https://example.org', '--rate', '0'], 'Give a number of pages a second above 0'],
    [['https://example.org', '--depth', '-1'], 'Give a whole number'],
    [['https://example.org', '--timeout', 'x'], 'Give a number of seconds'],
    [['https://example.org', '--format', 'json=/dev/null/x'], 'cannot write /dev/null/x'],
    [[], 'missing required argument'],
  ])('is called as in %j', async (args, message) => {
    await expectLine(await runCli(['site', ...args]), message);
  });
});
