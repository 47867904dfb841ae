import { describe, expect, it } from 'vitest';
import { checkSubstantiation, recordFingerprint } from '../src/judge/substantiation.ts';
import { type Substantiation, substantiationSchema } from '../src/judge/substantiation-schema.ts';
import { evidence, study } from './support/evidence-records.ts';
import { judged } from './support/judge.ts';

const BASE = evidence({ studies: [study({})] });
const CLAIM = 'Cells may ease disc pain in some people.';
const report = judged({ text: CLAIM, claims: { Cells: { modality: 'hedged' } } }, [], BASE);

function signature(changes: Partial<Substantiation> = {}): Substantiation {
  const fingerprint = recordFingerprint('study', BASE) ?? '';
  return {
    claim: CLAIM,
    evidence: [{ record: 'study', fingerprint }],
    reviewer: 'Dr Lee',
    date: '2026-01-10',
    decision: 'stands',
    ...changes,
  };
}

const stateOf = (changes: Partial<Substantiation>, base = BASE) =>
  checkSubstantiation([signature(changes)], [report], base, '2026-11-22')[0];

describe('a signed claim', () => {
  it('holds while claim, evidence and date are as they were', () => {
    expect(stateOf({})).toMatchObject({ state: 'holds', message: '' });
    expect(stateOf({ path: 'page.txt', expires: '2026-11-22' })?.state).toBe('holds');
    expect(stateOf({ claim: 'Cells may ease disc pain, in some people' })?.state).toBe('holds');
  });

  it('is told as changed, with what stands there now', () => {
    const check = stateOf({ claim: 'Cells ease disc pain in most people.' });
    expect(check?.state).toBe('claim-changed');
    expect(check?.message).toContain(CLAIM);
    expect(stateOf({ path: 'other.txt' })?.message).toContain('among the claims of no page');
  });

  it('is told when a record differs from the one reviewed, and not when it was only seen again', () => {
    const edited = evidence({ studies: [study({ conclusion: 'Pain fell, and rose again.' })] });
    const seenAgain = evidence({
      studies: [study({ seen: [{ url: 'https://example.org/again', on: '2026-10-01' }] })],
    });
    expect(stateOf({}, edited)?.message).toContain('study has changed since');
    expect(stateOf({}, evidence({}))?.message).toContain('is in no pack');
    expect(stateOf({}, seenAgain)?.state).toBe('holds');
  });

  it('is told as expired the day after', () => {
    expect(stateOf({ expires: '2026-11-21' })?.state).toBe('expired');
  });

  it('stays open while a claim that is to go is still there', () => {
    expect(stateOf({ decision: 'remove' })?.state).toBe('decision-open');
    expect(stateOf({ decision: 'remove', claim: 'Cells cure everybody.' })?.state).toBe('holds');
  });

  it('is refused without a reviewer or evidence', () => {
    expect(substantiationSchema.safeParse({ claims: [signature()] }).success).toBe(true);
    expect(substantiationSchema.safeParse({ claims: [signature({ evidence: [] })] }).success).toBe(false);
    expect(substantiationSchema.safeParse({ claims: [signature({ reviewer: '' })] }).success).toBe(false);
  });
});
