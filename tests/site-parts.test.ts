import { describe, expect, it } from 'vitest';
import { createProgress, progressLine } from '../src/cli/progress.ts';
import { siteOf } from '../src/cli/site/address.ts';
import { createFrontier } from '../src/cli/site/frontier.ts';
import { linksOf } from '../src/cli/site/links.ts';
import { createPace } from '../src/cli/site/pace.ts';
import { parseRobots } from '../src/cli/site/robots.ts';
import { createScope } from '../src/cli/site/scope.ts';
import { parseSitemap } from '../src/cli/site/sitemap.ts';

describe('addresses of a site', () => {
  const site = siteOf('https://www.clinic.example/start');

  it.each([
    ['/a#part', '/a'],
    ['a', '/a'],
    ['?page=2', '/start?page=2'],
    ['/a?utm_source=x&id=7&UTM_Medium=y&gclid=1&fbclid=2', '/a?id=7'],
    ['/a?b=%20x+y&b=', '/a?b=%20x+y&b='],
    ['/a?utm_source=x', '/a'],
    ['http://www.clinic.example/a', '/a'],
    ['//clinic.example/a', '/a'],
    ['https://www.clinic.example:443/../a/./b', '/a/b'],
    ['https://someone:secret@www.clinic.example/a', '/a'],
    ['/ä b', '/%C3%A4%20b'],
  ])('%s is %s', (reference, path) => {
    expect(site.resolve(reference)).toBe(`https://www.clinic.example${path}`);
  });

  it.each([
    'https://shop.clinic.example/',
    'https://www.clinic.example:8080/',
    'https://clinic.example.evil.example/',
    'ftp://www.clinic.example/a',
    'javascript:alert(1)',
    'tel:123',
    'http://[',
    `/${'x'.repeat(2_500)}`,
  ])('%s is none', (reference) => {
    expect(site.resolve(reference)).toBeNull();
  });
});

describe('sitemaps', () => {
  it('are read with entities, CDATA, comments, and without the addresses of pictures', () => {
    const { kind, locations } = parseSitemap(`<?xml version="1.0"?><urlset xmlns:image="x">
      <url><loc>https://a.example/?x=1&amp;y=&#50;</loc><image:image><image:loc>https://a.example/p.jpg</image:loc>
      </image:image></url><url><loc><![CDATA[https://a.example/b?c&d]]></loc></url>
      <!-- <url><loc>https://a.example/old</loc></url> --><url><loc></loc></url></urlset>`);
    expect(kind).toBe('pages');
    expect(locations).toEqual(['https://a.example/?x=1&y=2', 'https://a.example/b?c&d']);
  });

  it('may name other sitemaps, or be a list of addresses', () => {
    expect(parseSitemap('<sitemapindex><sitemap><loc>https://a.example/1.xml</loc></sitemap>')).toEqual({
      kind: 'index',
      locations: ['https://a.example/1.xml'],
    });
    expect(parseSitemap('https://a.example/1\r\nhttps://a.example/2\nnothing\n').locations).toEqual([
      'https://a.example/1',
      'https://a.example/2',
    ]);
  });

  it.each(['', '<loc>', '<!-- <loc>x</loc>', '</loc><loc>', '<!DOCTYPE html><p>Not here.</p>'])(
    '%j lists nothing',
    (text) => {
      expect(parseSitemap(text).locations).toEqual([]);
    },
  );
});

describe('links of a page', () => {
  it('are those of anchors and areas, and of nothing that only looks like one', () => {
    const { base, references } = linksOf(
      `<!-- <a href="/comment"> --><script>x = '<a href="/script">'</script><style><a href="/style"></style>
       <textarea><a href="/text"></textarea><title><a href="/title"></title>
       <A class=x HREF=/plain>1</A> <a
       href = ' /a?x=1&amp;y=2 '>2</a> <area href="/area"> <a name="anchor">3</a> <link href="/link"> <a href="/last`,
      'https://a.example/page',
    );
    expect(base).toBe('https://a.example/page');
    expect(references).toEqual(['/plain', '/a?x=1&y=2', '/area']);
  });

  it('lead from the base of the page', () => {
    const baseOf = (html: string) => linksOf(html, 'https://a.example/page').base;
    expect(baseOf('<base href="/deep/"><base href="/other/">')).toBe('https://a.example/deep/');
    expect(baseOf('<base target="_top"><base href="http://[">')).toBe('https://a.example/page');
  });
});

describe('robots.txt', () => {
  const robots = (text: string) => parseRobots('https://a.example/robots.txt', text);

  it('is obeyed in the group for claimlint, else in that for all', () => {
    const text =
      '\uFEFFUser-agent: *\nDisallow: /\nUser-agent: Claimlint/2\nDisallow: /no\nAllow: /no/but$\n';
    const { allows } = robots(text);
    expect(
      ['/', '/no', '/no/x', '/no/but', '/no/but/x'].filter((path) => allows(`https://a.example${path}`)),
    ).toEqual(['/', '/no/but']);
    expect(robots('User-agent: *\nDisallow: /*?reply=\n').allows('https://a.example/x?reply=1')).toBe(false);
    expect(robots('<html>No such page</html>').allows('https://a.example/')).toBe(true);
  });

  it.each([
    ['2.5', 2.5],
    ['0', 0],
    ['-3', 0],
    ['soon', 0],
    ['1e12', 86_400],
  ])('Crawl-delay: %s is %d seconds', (delay, seconds) => {
    expect(robots(`User-agent: *\nCrawl-delay: ${delay}\n`).delay).toBe(seconds);
  });
});

describe('the pace', () => {
  function pacedBy(pagesPerSecond: number) {
    let time = 0;
    const waits: number[] = [];
    const pace = createPace(pagesPerSecond, {
      now: () => time,
      async sleep(milliseconds) {
        waits.push(milliseconds);
        time += milliseconds;
      },
    });
    return { pace, waits, pass: (milliseconds: number) => (time += milliseconds) };
  }

  it('counts from the beginning of one request to that of the next', async () => {
    const { pace, waits, pass } = pacedBy(2);
    for (const work of [100, 700, 0]) {
      await pace.turn();
      pass(work);
    }
    await pace.turn();
    expect(waits).toEqual([400, 500]);
  });

  it('is slowed by robots.txt and by a busy server, and never hurried', async () => {
    const { pace, waits } = pacedBy(1);
    await pace.turn();
    pace.slowTo(10);
    await pace.turn();
    pace.slowTo(5);
    await pace.turn();
    pace.holdOff(30);
    await pace.turn();
    expect(waits).toEqual([10_000, 10_000, 30_000]);
  });
});

describe('the frontier', () => {
  it('remembers only so many addresses, however many a trap makes', () => {
    const frontier = createFrontier({ maxPages: 10, maxDepth: 1, allows: () => true });
    const added = Array.from({ length: 1_000 }, (_, index) => frontier.add(`/${index}`, 0)).filter(Boolean);
    expect(added.length).toBeLessThan(1_000);
    expect(frontier.waiting()).toBe(10);
  });

  it('hands out what is nearest, each once', () => {
    const frontier = createFrontier({ maxPages: 5_000, maxDepth: 3, allows: (address) => address !== '/no' });
    for (const address of ['/a', '/b', '/a', '/no', '/c']) frontier.add(address, 1);
    frontier.finish('/a', '/c');
    frontier.add('/deep', 4);
    expect(frontier.next()?.address).toBe('/b');
    frontier.finish('/b');
    expect(frontier.next()).toBeNull();
    expect(frontier.leftAside()).toEqual({ robots: 1, depth: 1, limit: 0 });
    expect(frontier.finished()).toBe(2);
  });
});

describe('--include and --exclude', () => {
  it.each([
    [['/blog/**'], [], ['/blog/', '/blog/a', '/blog/a/b']],
    [['/blog/'], ['/blog/*/'], ['/blog/', '/blog/a']],
    [[], ['*?page=*'], ['/', '/blog/', '/blog/a', '/blog/a/b']],
    [['/*.html'], [], ['/']],
  ])('%j without %j', (include, exclude, taken) => {
    const scope = createScope(include, exclude);
    const paths = ['/', '/blog/', '/blog/a', '/blog/a/b', '/?page=2', '/file.PDF'];
    const admitted = paths.filter((path) => scope.admits(`https://a.example${path}`));
    expect(admitted.filter((path) => path !== '/?page=2' || include.length === 0)).toEqual(taken);
  });
});

describe('progress', () => {
  it.each([
    [{ done: 3, waiting: 10, failed: 0, open: false }, 3, 3_000, 'claimlint: 3 of 13 pages'],
    [
      { done: 100, waiting: 40, failed: 2, open: false },
      50,
      50_000,
      'claimlint: 100 of 140 pages, 2 could not be read, about 40 s left',
    ],
    [
      { done: 100, waiting: 1_900, failed: 0, open: true },
      100,
      100_000,
      'claimlint: 100 of at least 2000 pages, about 32 min left',
    ],
    [
      { done: 10, waiting: 9_000, failed: 0, open: false },
      10,
      10_000,
      'claimlint: 10 of 9010 pages, about 2 h 30 min left',
    ],
    [{ done: 10, waiting: 0, failed: 0, open: false }, 10, 10_000, 'claimlint: 10 of 10 pages'],
  ])('says %j', (count, doneNow, milliseconds, line) => {
    expect(progressLine(count, doneNow, milliseconds)).toBe(line);
  });

  function shown(errIsTerminal: boolean) {
    let time = 0;
    let printed = '';
    const err = (text: string) => {
      printed += text;
    };
    const progress = createProgress({ err, errIsTerminal }, () => time);
    for (let done = 1; done <= 4; done++) {
      time += 6_000;
      progress.show({ done, waiting: 4 - done, failed: 0, open: false });
    }
    progress.clear();
    return printed;
  }

  it('writes over its line on a terminal, and now and then a line into a log', () => {
    const lines = [1, 2, 3, 4].map((done) => `\rclaimlint: ${done} of 4 pages\u001b[K`);
    expect(shown(true)).toBe(`${lines.join('')}\r\u001b[K`);
    expect(shown(false)).toBe('claimlint: 2 of 4 pages\nclaimlint: 4 of 4 pages\n');
  });
});
