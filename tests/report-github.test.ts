import { describe, expect, it } from 'vitest';
import { ANNOTATIONS_A_KIND, toGithub } from '../src/report/github.ts';
import { finding, page, sampleReport, spanAt } from './support/sample-report.ts';

const annotations = (text: string) => text.split('\n').filter((line) => line.startsWith('::'));

describe('GitHub annotations', () => {
  it('escapes messages and properties, so that no page writes a command of its own', () => {
    const text = toGithub(
      sampleReport([
        page({
          path: 'a,b:c%.md',
          findings: [
            finding({ message: '“50 %” hurts\n::set-env name=X::y\r', evidence: [], suggestion: null }),
          ],
        }),
      ]),
    );
    const [line, ...more] = annotations(text);
    expect(more).toEqual([]);
    expect(line).toContain('file=a%2Cb%3Ac%25.md,line=12,endLine=12,col=1,endColumn=54');
    expect(line).toContain('::“50 %25” hurts ::set-env name=X::y');
  });

  it('gives columns only inside one line, and no file for an address', () => {
    const twoLines = finding({ span: { start: spanAt(3, 5, 6).start, end: spanAt(4, 1, 2).end } });
    expect(toGithub(sampleReport([page({ findings: [twoLines] })]))).toContain('line=3,endLine=4,title=');
    const fetched = page({ path: 'https://example.org/x', findings: [finding()] });
    expect(toGithub(sampleReport([fetched]))).toMatch(
      /^::error title=overstatement\/safety-absolute::https:/,
    );
  });

  it('shows the worst ten of a kind and says how many it left out', () => {
    const findings = Array.from({ length: 14 }, (_, index) =>
      finding({ claims: [`c${index}`], severity: 'warning' }),
    );
    const worst = finding({
      claims: ['worst'],
      severity: 'warning',
      message: '“worst” of all',
      computation: { cited: '1', recomputed: '2', sum: '1 + 1', changesConclusion: true },
    });
    const text = toGithub(sampleReport([page({ findings: [...findings, worst] })]));
    expect(annotations(text)).toHaveLength(ANNOTATIONS_A_KIND);
    expect(annotations(text)[0]).toContain('worst');
    expect(text).toContain('5 more warnings without an annotation');
  });

  it('tells a claim that stands on several pages once', () => {
    const pages = ['a.md', 'b.md', 'c.md'].map((path) => page({ path, findings: [finding()] }));
    const [line, ...more] = annotations(toGithub(sampleReport(pages)));
    expect(more).toEqual([]);
    expect(line).toContain('file=a.md');
    expect(line).toContain('The same on 2 more pages.');
  });
});
