import { describe, expect, it } from 'vitest';
import type { CaveatKind } from '../src/model.ts';
import { evidence, synthesis } from './support/evidence-records.ts';
import { judged, type PageParts, rule } from './support/judge.ts';

const LIMITS = rule({
  id: 'missing-caveat/limits',
  check: 'caveat',
  need: 'study-limits',
  cures: ['evidence-limited', 'trials-needed'],
});
const BASE = evidence({ syntheses: [synthesis({ needs: ['study-limits'] })] });

function flagged(parts: PageParts): boolean {
  return judged(parts, [LIMITS], BASE).findings.length > 0;
}

const told = (kind: CaveatKind) => ({ Studies: kind });
const PARAGRAPHS = Array.from({ length: 4 }, (_, index) => `Paragraph ${index} is about the clinic.`);

describe('caveats by distance', () => {
  const claims = { Cells: {} };

  it('asks for a limit that the synthesis needs', () => {
    expect(flagged({ text: 'Cells relieve disc pain.', claims })).toBe(true);
  });

  it('is content with one in the next paragraph', () => {
    const text = 'Cells relieve disc pain.\n\nStudies were small.';
    expect(flagged({ text, claims, caveats: told('evidence-limited') })).toBe(false);
  });

  it('is not content with advice to ask a doctor', () => {
    const text = 'Cells relieve disc pain.\n\nStudies were small.';
    expect(flagged({ text, claims, caveats: told('not-medical-advice') })).toBe(true);
  });

  it('lets a footer cure a hedged claim only', () => {
    const text = ['Cells relieve disc pain.', ...PARAGRAPHS, 'Studies were small.'].join('\n\n');
    const parts: PageParts = {
      text,
      caveats: told('trials-needed'),
      regions: { Studies: 'footer' },
    };
    expect(flagged({ ...parts, claims })).toBe(true);
    expect(flagged({ ...parts, claims: { Cells: { modality: 'hedged' } } })).toBe(false);
  });

  it('lets a caveat of the same section cure, and not one of another', () => {
    const here = ['# How it works', 'Cells relieve disc pain.', ...PARAGRAPHS];
    const caveats = told('evidence-limited');
    const same = [...here, 'Studies were small.'].join('\n\n');
    const other = [...here, '## Opening hours', 'We open at nine.', 'Studies were small.'].join('\n\n');
    expect(flagged({ text: same, claims, caveats })).toBe(false);
    expect(flagged({ text: other, claims, caveats })).toBe(true);
  });
});
