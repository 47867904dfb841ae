import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { RESULTS_KEPT, toSarif } from '../src/report/sarif.ts';
import { finding, page, sampleReport } from './support/sample-report.ts';

/** The 2.1.0 schema as @microsoft/jest-sarif (MIT) ships it; ajv speaks a later draft, which reads it the same. */
const {
  $schema: _schema,
  id: _id,
  ...schema
} = JSON.parse(readFileSync(new URL('./fixtures/sarif-2.1.0-rtm.5.json', import.meta.url), 'utf8'));
const validate = formats.default(new Ajv({ strict: false, unicodeRegExp: false })).compile(schema);

function sarif(...args: Parameters<typeof sampleReport>) {
  const log = JSON.parse(toSarif(sampleReport(...args)));
  expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
  return log.runs[0];
}

describe('SARIF', () => {
  it('is valid for pages, addresses, odd paths and failures', () => {
    const run = sarif(
      [
        page(),
        page({ path: 'https://example.org/ä b?x=%20' }),
        page({ path: 'a b/100%#1.md' }),
        page({ path: '/srv/p.md' }),
      ],
      [{ path: 'gone.md', code: 'not-found', message: 'no such file' }],
    );
    const uris = run.artifacts.map((artifact: { location: { uri: string } }) => artifact.location.uri);
    expect(uris).toEqual([
      'content/back-pain.md',
      'https://example.org/%C3%A4%20b?x=%20',
      'a%20b/100%25%231.md',
      'file:///srv/p.md',
    ]);
    expect(run.invocations[0].executionSuccessful).toBe(false);
  });

  it('is valid without any page', () => {
    expect(sarif([]).results).toEqual([]);
  });

  it('places a result by line, column and offset in UTF-16 units', () => {
    const run = sarif();
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.results[0]).toMatchObject({
      ruleId: 'overstatement/safety-absolute',
      level: 'error',
      partialFingerprints: { 'claimlint/v1': 'f1' },
      locations: [
        { physicalLocation: { region: { startLine: 12, startColumn: 1, endColumn: 54, charLength: 53 } } },
      ],
    });
    expect(run.tool.driver.rules[run.results[0].ruleIndex].id).toBe('overstatement/safety-absolute');
  });

  it('keeps the worst results under the limit and says what it left out', () => {
    const many = [
      ...Array.from({ length: RESULTS_KEPT }, () => finding({ severity: 'info' })),
      finding({ severity: 'error', fingerprint: 'worst' }),
    ];
    const run = sarif([page({ findings: many })]);
    expect(run.results).toHaveLength(RESULTS_KEPT);
    expect(run.results[0].partialFingerprints['claimlint/v1']).toBe('worst');
    const told = run.invocations[0].toolExecutionNotifications.map(
      (note: { message: { text: string } }) => note.message.text,
    );
    expect(told.join('\n')).toContain('1 finding of the least severe left out');
  });
});
