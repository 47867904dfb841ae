/** A small hand-made report with one of everything, for the tests of the reporters. */
import type { DocumentReport, Failure, Finding, JudgedClaim, Report, Span } from '../../src/model.ts';
import { assembleReport } from '../../src/report/assemble.ts';

/** A span on one line; `start` and `end` are columns from 1. */
export function spanAt(line: number, start: number, end: number, offset = 100 * line + start): Span {
  return {
    start: { offset, line, column: start },
    end: { offset: offset + end - start, line, column: end },
  };
}

export function claim(changes: Partial<JudgedClaim> = {}): JudgedClaim {
  return {
    id: 'claim-1',
    text: 'Our injections carry no serious complications at all.',
    span: spanAt(12, 1, 54),
    places: [],
    region: 'body',
    types: ['safety'],
    polarity: 'benefit',
    subject: 'stem-cells',
    condition: 'degenerative-disc-disease',
    outcome: 'safety',
    modality: 'absolute',
    attribution: 'page',
    numbers: [{ text: '64 %', value: 64, unit: '%', n: null, of: null, months: 12, span: spanAt(12, 5, 9) }],
    cues: [{ text: 'no serious complications', class: 'safety', span: spanAt(12, 22, 46) }],
    asserts: {
      modality: 'absolute',
      relation: 'none',
      share: null,
      size: null,
      duration: null,
      stage: null,
      safety: 'none-serious',
      comparison: 'none',
      status: [],
    },
    warranted: {
      modality: 'hedged',
      relation: 'associated',
      share: 'some',
      size: null,
      duration: null,
      stage: 'human-uncontrolled',
      fit: 'same',
      safety: 'harms-told',
      comparison: 'none',
      status: ['none'],
      source: 'example-2020',
    },
    verdict: 'overstated',
    reason: null,
    evidence: [],
    citations: [],
    findings: ['finding-1'],
    ...changes,
  };
}

export function finding(changes: Partial<Finding> = {}): Finding {
  return {
    id: 'finding-1',
    fingerprint: 'f1',
    ruleId: 'overstatement/safety-absolute',
    severity: 'error',
    scope: 'claim',
    message: '“no serious complications” rules out harm: disc infection is on record.',
    span: spanAt(12, 1, 54),
    claims: ['claim-1'],
    citation: null,
    evidence: [
      {
        study: 'example-2020',
        result: 'infection',
        relation: 'opposite',
        statement: 'One of 40 people had a disc infection.',
        locator: 'table 2',
        url: 'https://example.org/study',
      },
    ],
    computation: {
      cited: '64 %',
      recomputed: '67.6 %',
      sum: '(56.5 − 18.3) / 56.5',
      changesConclusion: false,
    },
    suggestion: 'May help some people; serious harms have been reported.',
    help: 'https://example.org/rules/safety-absolute',
    ...changes,
  };
}

export function page(changes: Partial<DocumentReport> = {}): DocumentReport {
  return {
    path: 'content/back-pain.md',
    format: 'markdown',
    sha256: 'a'.repeat(64),
    retrieved: null,
    published: '2019-05-02',
    title: 'Back pain',
    language: 'en',
    jurisdiction: 'US',
    coverage: { words: 940, sentences: 61, claims: 2, checked: 1, notChecked: { 'no-evidence-record': 1 } },
    notices: [{ code: 'mdx-fallback', message: 'read as Markdown, since it is not valid MDX' }],
    claims: [
      claim(),
      claim({
        id: 'claim-2',
        text: 'It helps hair grow.',
        span: spanAt(20, 1, 20),
        cues: [],
        numbers: [],
        warranted: null,
        verdict: 'not-checkable',
        reason: 'no-evidence-record',
        findings: [],
      }),
    ],
    citations: [
      {
        id: 'citation-1',
        text: 'Example et al., 2020',
        span: spanAt(14, 1, 21),
        kind: 'inline',
        status: 'identified',
        asked: ['pack:regenerative-spine'],
        study: 'example-2020',
        identifiers: { doi: '10.1000/example' },
        nearest: null,
        problems: [{ field: 'year', kind: 'slip', cited: '2019', recorded: '2020' }],
        integrity: 'ok',
        use: 'says-otherwise',
      },
    ],
    caveats: [{ text: 'Results vary.', span: spanAt(30, 1, 14), kind: 'results-vary', region: 'footer' }],
    findings: [
      finding(),
      finding({
        id: 'finding-2',
        fingerprint: 'f2',
        ruleId: 'missing-caveat/risks-not-told',
        severity: 'warning',
        scope: 'page',
        message: '“Back pain” names a benefit and no risk.',
        span: spanAt(1, 1, 10),
        claims: [],
        evidence: [],
        computation: null,
        suggestion: null,
      }),
    ],
    suppressions: [
      {
        ruleId: 'overstatement/hype',
        path: 'content/back-pain.md',
        reason: 'quoted from a leaflet',
        owner: null,
        expires: null,
        used: true,
      },
    ],
    ...changes,
  };
}

export function sampleReport(
  documents: readonly DocumentReport[] = [page()],
  failures: readonly Failure[] = [],
): Report {
  return assembleReport(documents, failures, {
    asOf: '2026-11-22',
    packs: [
      { id: 'regenerative-spine', version: '2026.11.0', asOf: '2026-11-01', hash: 'sha256-x', studies: 80 },
    ],
  });
}
