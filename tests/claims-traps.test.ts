import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Claim } from '../src/model.ts';
import { claimsUnder } from './support/claims.ts';

type Slots = Partial<Record<keyof Claim, unknown>>;
type Example = string | ({ readonly text: string; readonly not?: Slots } & Slots);

interface Trap {
  readonly trap: string;
  readonly page: string;
  readonly take: readonly Example[];
  readonly leave: readonly Example[];
}

const traps: readonly Trap[] = parse(readFileSync(new URL('claims-traps.yml', import.meta.url), 'utf8'));

function parts(example: Example): { text: string; slots: Slots; not: Slots | undefined } {
  if (typeof example === 'string') return { text: example, slots: {}, not: undefined };
  const { text, not, ...slots } = example;
  return { text, slots, not };
}

describe.each(traps)('the trap “$trap”', ({ page, take, leave }) => {
  it('has at least four sentences on each side', () => {
    expect(take.length).toBeGreaterThanOrEqual(4);
    expect(leave.length).toBeGreaterThanOrEqual(4);
  });

  it.each(take.map(parts))('takes: $text', ({ text, slots, not }) => {
    const [claim] = claimsUnder(page, text);
    expect(claim).toBeDefined();
    const { types = [], ...others } = slots;
    expect(claim?.types).toEqual(expect.arrayContaining(Array.isArray(types) ? types : []));
    expect(claim).toMatchObject(others);
    if (not !== undefined) expect(claim).not.toMatchObject(not);
  });

  it.each(leave.map(parts))('leaves: $text', ({ text, not }) => {
    const claims = claimsUnder(page, text);
    if (not === undefined) expect(claims).toEqual([]);
    else for (const claim of claims) expect(claim).not.toMatchObject(not);
  });
});
