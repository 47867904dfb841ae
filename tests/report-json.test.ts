import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { createTally } from '../src/report/assemble.ts';
import { toJson, toJsonLine, toJsonSummaryLine } from '../src/report/json.ts';
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
    const report = JSON.parse(toJson(sampleReport([page()], [{ path: 'x', code: 'y', message: 'z' }])));
    expect(reportSchema.safeParse(report).error).toBeUndefined();
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
  });

  it('refuses a report with an unknown verdict, a missing field or an open scale', () => {
    const broken = (change: object) =>
      validate(JSON.parse(toJson(sampleReport([page({ claims: [{ ...claim(), ...change }] })]))));
    expect(broken({})).toBe(true);
    expect(broken({ verdict: 'false' })).toBe(false);
    expect(broken({ id: undefined })).toBe(false);
    expect(broken({ asserts: { ...claim().asserts, mood: 'glad' } })).toBe(false);
  });

  it('lets a later minor version add a field', () => {
    const report = JSON.parse(toJson(sampleReport([page()])));
    expect(validate({ ...report, schemaVersion: '1.1', added: true })).toBe(true);
  });
});

describe('JSON Lines', () => {
  it('carries the same as the JSON report, page by page and a summary last', () => {
    const report = sampleReport([page(), page({ path: 'b.md' })]);
    const tally = createTally();
    for (const document of [page(), page({ path: 'b.md' })]) tally.add(document);
    const summary = tally.summarise([], { asOf: report.asOf, packs: report.evidence.packs });
    const text = toJsonLine(page()) + toJsonLine(page({ path: 'b.md' })) + toJsonSummaryLine(summary);
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ kind }) => kind)).toEqual(['document', 'document', 'summary']);
    const [first, second, { kind: _, ...rest }] = lines;
    const documents = [first, second].map(({ kind: _kind, ...document }) => document);
    expect({ ...rest, documents }).toEqual(JSON.parse(toJson(report)));
  });
});
