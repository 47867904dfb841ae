import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { claimsOf } from './support/claims.ts';

interface Line {
  readonly mark: string;
  readonly text: string;
}
interface Page {
  readonly name: string;
  readonly lines: readonly string[];
}

const pages: readonly Page[] = parse(readFileSync(new URL('claims-pages.yml', import.meta.url), 'utf8'));

/** Marks and texts of a page, and the page as Markdown. */
function pageOf({ lines }: Page): { lines: Line[]; markdown: string } {
  const marked = lines.map((line) => ({ mark: line.charAt(0), markdown: line.slice(2) }));
  return {
    lines: marked.map(({ mark, markdown }) => ({ mark, text: markdown.replace(/^(?:#+|\*) /, '') })),
    markdown: marked.map(({ markdown }) => markdown).join('\n\n'),
  };
}

function score(page: Page): { right: number; raised: number; expected: number } {
  const { lines, markdown } = pageOf(page);
  const found = new Set(claimsOf(markdown).claims.map(({ text }) => text));
  const taken = (line: Line) => [...found].some((text) => line.text.includes(text));
  const counted = lines.filter(({ mark }) => mark !== '~');
  return {
    right: counted.filter((line) => line.mark === '+' && taken(line)).length,
    raised: counted.filter(taken).length,
    expected: counted.filter(({ mark }) => mark === '+').length,
  };
}

describe('pages in the styles of many clinics', () => {
  const scores = pages.map(score);
  const sum = (of: (one: ReturnType<typeof score>) => number) =>
    scores.reduce((all, one) => all + of(one), 0);

  it('yield nine claims in ten of what they claim, and little else', () => {
    expect(sum(({ right }) => right) / sum(({ expected }) => expected)).toBeGreaterThan(0.85);
    expect(sum(({ right }) => right) / sum(({ raised }) => raised)).toBeGreaterThan(0.9);
  });

  it('yield nothing, or next to it, where a page only warns', () => {
    for (const name of ['sceptic', 'consumer-warning']) {
      const page = pages.find((one) => one.name === name);
      expect(page).toBeDefined();
      if (page !== undefined) expect(score(page).raised).toBeLessThanOrEqual(1);
    }
  });
});
