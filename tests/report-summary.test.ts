import { describe, expect, it } from 'vitest';
import { escapeMarkdown, markdownLink } from '../src/report/markdown-text.ts';
import { toJobSummary } from '../src/report/summary.ts';
import { claim, finding, page, sampleReport } from './support/sample-report.ts';

describe('job summary', () => {
  it('has a table of pages and the worst findings in words, with the cue marked', () => {
    const text = toJobSummary(sampleReport());
    expect(text).toContain('| content/back-pain.md | 1 | 1 | 0 | 2 | 1 |');
    expect(text).toContain('> Our injections carry <strong>no serious complications</strong> at all.');
    expect(text).toContain('[example-2020](<https://example.org/study>)');
    expect(text.indexOf('**error**')).toBeLessThan(text.indexOf('**warning**'));
  });

  it('stays below the limit of 1 MiB whatever the pages hold', () => {
    const long = 'word '.repeat(100_000);
    const pages = Array.from({ length: 300 }, (_, index) =>
      page({
        path: `page-${index}.md`,
        claims: [claim({ id: `c${index}`, text: long })],
        findings: [finding({ claims: [`c${index}`], message: long, suggestion: long })],
      }),
    );
    const text = toJobSummary(sampleReport(pages));
    expect(text.length).toBeLessThan(2 ** 20);
    expect(text).toContain('and 250 more pages with findings.');
    expect(text).toContain('and 280 more findings');
  });

  it('lets no page format, link, embed or call anybody', () => {
    const hostile = '<img src=x> ![a](http://evil.test/x) www.evil.test @team `code` | a';
    expect(escapeMarkdown(hostile)).toBe(
      '&lt;img src=x&gt; !\\[a\\](http:&#47;&#47;evil.test/x) www&#46;evil.test @\u200bteam \\`code\\` \\| a',
    );
    expect(markdownLink('x', 'javascript:alert(1)')).toBe('x');
    expect(markdownLink('x', 'https://example.org/a>b')).toBe('[x](<https://example.org/a%3Eb>)');
  });
});
