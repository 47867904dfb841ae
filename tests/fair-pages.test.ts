import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type AuditOptions, audit } from '../src/audit.ts';
import { joinPacks } from '../src/evidence/index.ts';
import { compilePacks, compileRules } from '../src/evidence/load/compile.ts';

const options: AuditOptions = {
  ...(await compileRules('rules')),
  evidence: joinPacks(await compilePacks('corpus/packs')),
  today: '2026-11-22',
};

function on(text: string) {
  return audit({ path: 'page.md', format: 'markdown', text, sha256: '0', retrieved: null }, options);
}

describe('what is told fairly', () => {
  it('leaves a page without a warning that tells what the trials found', () => {
    const page = readFileSync(
      new URL('../corpus/pages/plain-words-on-stem-cells.md', import.meta.url),
      'utf8',
    );
    const { findings, claims } = on(page);
    expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(claims.length).toBeGreaterThan(4);
    for (const { verdict, text } of claims) expect(['supported', 'not-checkable'], text).toContain(verdict);
    expect(claims.filter(({ verdict }) => verdict === 'supported').length).toBeGreaterThan(4);
  });

  it('supports a hedged claim with its limit beside it', () => {
    const { claims } = on('PRP may ease disc pain in some people, but the trials are small and disagree.');
    expect(claims.map(({ verdict }) => verdict)).toEqual(['supported']);
  });

  it('supports the shares of both groups of a trial that found no difference', () => {
    const { claims, findings } = on(
      'In RESPINE, 74 % of people given stem cells and 69 % given sham had less disc pain.',
    );
    expect(claims.map(({ verdict }) => verdict)).toEqual(['supported']);
    expect(findings).toEqual([]);
  });

  it('calls only the share of the treated group a finding otherwise', () => {
    const { findings } = on('In RESPINE, stem cells relieved the disc pain of 74 % of patients.');
    expect(findings.map(({ ruleId }) => ruleId)).toContain('unsupported-citation/says-otherwise');
  });
});

describe('severity', () => {
  const severities = (text: string) =>
    on(text)
      .findings.filter(({ ruleId }) => ruleId === 'overstatement/outcome-guaranteed')
      .map(({ severity }) => severity);

  it('is an error where a cure is promised and a controlled trial found no difference', () => {
    expect(severities('Stem cell therapy is proven to cure disc pain.')).toEqual(['error']);
  });

  it('is a warning where no controlled trial has asked', () => {
    expect(severities('Exosome injections are proven to cure back pain.')).toEqual(['warning']);
  });
});
