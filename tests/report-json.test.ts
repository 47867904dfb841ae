import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { DocumentReport, Report } from '../src/model.ts';
import { createJsonWriter, JSON_LINES, type PieceWriter } from '../src/report/json.ts';
import { reportJsonSchema, reportSchema } from '../src/report/schema.ts';
import { claim, page, sampleReport } from './support/sample-report.ts';

const validate = new Ajv2020({ strict: false }).compile(reportJsonSchema());

describe('report of a run', () => {
  it('groups the claims that stand on several pages, and no others', () => {
    const shared = claim({ id: 'shared', text: 'It works.' });
    const report = sampleReport([
      page({ path: 'a.md', claims: [shared, claim({ id: 'only-a' }), claim({ id: 'only-a' })] }),
      page({ path: 'b.md', claims: [shared] }),
    ]);
    expect(report.groups).toEqual([
      {
        claim: 'shared',
        text: 'It works.',
        places: [
          { path: 'a.md', line: 12 },
          { path: 'b.md', line: 12 },
        ],
      },
    ]);
  });

  it('counts verdicts worst first, and findings by severity', () => {
    const report = sampleReport([page(), page({ path: 'b.md' })]);
    expect(Object.entries(report.summary.verdicts)).toEqual([
      ['overstated', 2],
      ['not-checkable', 2],
    ]);
    expect(report.summary).toMatchObject({
      documents: 2,
      claims: 4,
      findings: { error: 2, warning: 2, info: 0 },
    });
  });

  it('lists the suppressions of all pages in one place', () => {
    const report = sampleReport([page(), page({ path: 'b.md' })]);
    expect(report.suppressions).toHaveLength(2);
    expect(report.documents[0]).not.toHaveProperty('suppressions');
  });
});

describe('published schema', () => {
  it('accepts a report, as zod schema and as JSON Schema', () => {
    const report = asJson(sampleReport([page()], [{ path: 'x', code: 'y', message: 'z' }]));
    expect(reportSchema.safeParse(report).error).toBeUndefined();
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
  });

  it('refuses a report with an unknown verdict, a missing field or an open scale', () => {
    const broken = (change: object) =>
      validate(asJson(sampleReport([page({ claims: [{ ...claim(), ...change }] })])));
    expect(broken({})).toBe(true);
    expect(broken({ verdict: 'false' })).toBe(false);
    expect(broken({ id: undefined })).toBe(false);
    expect(broken({ asserts: { ...claim().asserts, mood: 'glad' } })).toBe(false);
  });

  it('lets a later minor version add a field', () => {
    const report = asJson(sampleReport([page()]));
    expect(validate({ ...report, schemaVersion: '1.1', added: true })).toBe(true);
  });
});

describe('JSON Lines', () => {
  it('carries the same as the JSON report, page by page and a summary last', () => {
    const lines = written(JSON_LINES, [page(), page({ path: 'b.md' })])
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ kind }) => kind)).toEqual(['document', 'document', 'summary']);
    const [first, second, { kind: _, ...rest }] = lines;
    const documents = [first, second].map(({ kind: _kind, ...document }) => document);
    expect({ ...rest, documents }).toEqual(sampleReport([page(), page({ path: 'b.md' })]));
  });
});

describe('JSON', () => {
  it.each([
    ['no page', []],
    ['one page', [page()]],
    ['several pages', [page(), page({ path: 'b.md', title: 'A "documents": [] in quotes' }), page()]],
  ])('is written in pieces as it would be whole: %s', (_, pages) => {
    const report = sampleReport(pages);
    expect(written(createJsonWriter(report), pages)).toBe(`${JSON.stringify(report, null, 2)}\n`);
  });
});

/** What a writer gives for pages and their summary. */
function written(writer: PieceWriter, pages: readonly DocumentReport[]): string {
  const { documents: _, ...summary } = sampleReport(pages);
  return pages.map((one) => writer.page(one)).join('') + writer.end(summary);
}

/** What a reader of the JSON gets. */
function asJson(report: Report) {
  return JSON.parse(JSON.stringify(report));
}
