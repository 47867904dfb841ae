import { describe, expect, it } from 'vitest';
import { audit } from '../src/audit.ts';
import { joinPacks } from '../src/evidence/index.ts';
import { compilePacks, compileRules } from '../src/evidence/load/compile.ts';

const { rules, lexicon } = await compileRules('rules');
const evidence = joinPacks(await compilePacks('corpus/packs'));

function audited(text: string) {
  const source = { path: 'page.md', format: 'markdown' as const, text, sha256: '0', retrieved: null };
  return audit(source, { evidence, rules, lexicon, today: '2026-11-22' });
}

/** The finding of a rule on a page; the test fails where there is none. */
function findingOf(ruleId: string, text: string) {
  const finding = audited(text).findings.find((candidate) => candidate.ruleId === ruleId);
  if (finding === undefined) throw new Error(`${ruleId} is not raised on: ${text}`);
  return finding;
}

describe('the words that a message quotes', () => {
  it('are of one clause, without the noun before them', () => {
    const { message } = findingOf(
      'overstatement/regeneration-as-fact',
      'Stem cells are placed into the hip joint to support natural repair where the cartilage is thin.',
    );
    expect(message).toMatch(/^“(?:support natural )?repair”/);
  });

  it('end at a member of a list that is too long', () => {
    const { message } = findingOf(
      'overstatement/regeneration-as-fact',
      'Stem cells repair tissue, calm the irritated disc, and stimulate the slow healing of the whole lower spine.',
    );
    expect(/^“([^”]*)”/.exec(message)?.[1]).not.toContain('…');
  });
});

describe('harms', () => {
  const safe = 'The stem cell injection is completely safe.';

  it('are those of own cells on a page that injects marrow', () => {
    const page = `Bone marrow concentrate relieves knee pain.\n\n${safe}`;
    expect(findingOf('overstatement/safety-absolute', page).message).not.toContain('cord products');
  });

  it('are those of donor cells on a page that injects cord tissue', () => {
    const page = `Umbilical cord stem cells relieve knee pain.\n\n${safe}`;
    expect(findingOf('overstatement/safety-absolute', page).message).toContain('cord products');
  });
});

describe('suggested wording', () => {
  it('has no status sentence for care that nobody approves', () => {
    const { suggestion } = findingOf(
      'overstatement/comparison-without-trial',
      'Chiropractic care is better than back surgery.',
    );
    expect(suggestion).toBe('Whether chiropractic care is better or safer than surgery is not known.');
  });

  it('gives no legal status to a treatment that the packs do not know', () => {
    const { findings } = audited('# Salt rooms\n\nSalt room therapy relieves asthma and calms inflammation.');
    expect(findings.map(({ suggestion }) => suggestion ?? '').join(' ')).not.toMatch(/approved/);
  });

  it('names the treatment that its record is about', () => {
    const { suggestion } = findingOf(
      'overstatement/effect-beyond-design',
      'Regenerative treatment relieves knee pain from arthritis.',
    );
    const [, ...named] =
      /(Stem cell therapy|Regenerative treatment|PRP) .* (Stem cell therapy|Regenerative treatment|Platelet-rich plasma) is not/.exec(
        suggestion ?? '',
      ) ?? [];
    expect(new Set(named).size).toBeLessThan(2);
  });
});

describe('limits told already', () => {
  it('are not asked for again: the number of people', () => {
    const { message } = findingOf(
      'missing-caveat/study-limits',
      'Pettine (2016) treated 26 patients. In that study by Pettine (2016), bone marrow concentrate reduced disc pain.',
    );
    expect(message).toContain('no control group');
    expect(message).not.toContain('26 people');
  });

  it('stand beside a report: a larger trial without a difference', () => {
    const { findings } = audited(
      'Several smaller trials found that PRP reduced knee pain. The largest trial found no difference between PRP and saline.',
    );
    expect(findings.filter(({ scope }) => scope === 'claim')).toEqual([]);
  });
});

describe('supported', () => {
  const verdictOf = (text: string) => audited(text).claims.map(({ verdict }) => verdict);

  it('is a hedged effect on an outcome that the claim names', () => {
    expect(verdictOf('Stem cell injections may ease knee pain in some people.')).not.toContain('overstated');
  });

  it('is not a very rare harm without a number', () => {
    expect(verdictOf('Serious infections after stem cell injections are extremely rare.')).toEqual([
      'missing-caveat',
    ]);
  });

  it('is not a harm that nobody recorded', () => {
    expect(verdictOf('Stem cell injections can cause deafness.')).not.toContain('supported');
  });
});

it('reads a cell of a table as told of the treatment at the head of its column', () => {
  const { claims } = audited(
    '# PRP for knees\n\nPRP eases knee pain.\n\n| Cortisone | PRP |\n|---|---|\n| Relieves knee pain for weeks | Relieves knee pain for years |\n',
  );
  const subjects = claims.filter(({ region }) => region === 'table').map(({ subject }) => subject);
  expect(subjects).toEqual(['steroid', 'prp']);
});
