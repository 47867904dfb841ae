import { describe, expect, it } from 'vitest';
import { type AuditOptions, audit } from '../src/audit.ts';
import { joinPacks } from '../src/evidence/index.ts';
import { compilePacks, compileRules } from '../src/evidence/load/compile.ts';
import type { Rule } from '../src/judge/rule.ts';

const { rules, lexicon } = await compileRules('rules');
const options: AuditOptions = {
  evidence: joinPacks(await compilePacks('corpus/packs')),
  rules,
  lexicon,
  today: '2026-11-22',
};

/** Whether a rule fires on a page in Markdown; run without the others, whose graver findings would hide it. */
function fires(rule: Rule, text: string): boolean {
  return findingsOn(text, [rule]).length > 0;
}

function findingsOn(text: string, asked: readonly Rule[]) {
  const source = { path: 'example.md', format: 'markdown' as const, text, sha256: '0', retrieved: null };
  return audit(source, { ...options, rules: asked }).findings;
}

describe.each(rules)('$id', (rule) => {
  for (const { text, todo, needs } of rule.examples.flag) {
    const test = todo ? it.todo : needs === undefined ? it : it.skip;
    test(`flags: ${text}`, () => expect(fires(rule, text)).toBe(true));
  }
  for (const { text, todo } of rule.examples.ok) {
    const test = todo ? it.todo : it;
    test(`leaves alone: ${text}`, () => expect(fires(rule, text)).toBe(false));
  }
});

describe('rules', () => {
  it('begin every message with the quoted cue, or with the page that it is about', () => {
    for (const rule of rules) {
      const begins = rule.check === 'page' ? /^This page / : /^“\{cue\}” /;
      for (const message of rule.message) expect(message).toMatch(begins);
    }
  });

  it('tell every finding on their examples in one short sentence, on two records at most', () => {
    const told = rules.flatMap(({ examples }) =>
      examples.flag.flatMap(({ text }) => findingsOn(text, rules)),
    );
    expect(told.length).toBeGreaterThan(200);
    for (const { message, evidence, suggestion } of told) {
      expect(message.length, message).toBeLessThanOrEqual(200);
      expect(message, message).toMatch(/\.$/);
      expect(message.replace(/“[^”]*”/g, ''), message).not.toMatch(/[a-z)]\. /);
      expect(evidence.length).toBeLessThanOrEqual(2);
      expect(suggestion ?? '', message).not.toMatch(/\. [a-z]/);
    }
  });

  it('call nothing fake, false or illegal', () => {
    for (const rule of rules) {
      expect([...rule.message, rule.title].join(' ')).not.toMatch(/\b(?:fake|false|illegal|lie|fraud)\b/i);
    }
  });

  it('name sources that a pack holds, or an address', () => {
    const { studies, harms, regulation, products } = options.evidence;
    const known = new Set([...studies, ...harms, ...regulation, ...products].map(({ id }) => id));
    const unknown = rules.flatMap((rule) =>
      rule.sources.filter((source) => !known.has(source) && !source.startsWith('https://')),
    );
    expect(unknown).toEqual([]);
  });
});
