import { describe, expect, it } from 'vitest';
import type { Product } from '../src/evidence/schema.ts';
import { evidence, harm, study, synthesis } from './support/evidence-records.ts';
import { judged, type PageParts, rule } from './support/judge.ts';

const seen = [{ url: 'https://example.org/record', on: '2026-01-02' }];
const UNAPPROVED: Product = {
  id: 'cells-product',
  product: 'Cells',
  names: [],
  treatments: ['cells'],
  jurisdiction: 'US',
  status: ['none'],
  statement: 'The regulator has approved no cells for pain.',
  asOf: '2026-01-02',
  seen,
};
const NULL_TRIAL = study({
  id: 'null-trial',
  authors: ['Miller B'],
  year: 2023,
  design: 'rct',
  controlled: true,
  treatments: ['cells'],
  direction: 'no-difference',
});
const BASE = evidence({
  studies: [NULL_TRIAL, study({ id: 'series', treatments: ['cells'], year: 2015 })],
  syntheses: [synthesis({})],
  harms: [harm({})],
  products: [UNAPPROVED],
});
const RULES = [
  rule({
    id: 'missing-caveat/risks-not-told',
    check: 'page',
    test: 'risks',
    message: ['“{cue}” tells no risk; the record holds {harms}.'],
  }),
  rule({
    id: 'missing-caveat/investigational',
    check: 'page',
    test: 'investigational',
    message: ['“{cue}” tells no status: {record}.'],
  }),
  rule({
    id: 'missing-caveat/contrary-evidence',
    check: 'page',
    test: 'contrary-evidence',
    message: ['“{cue}” leaves out {contrary}.'],
  }),
  rule({
    id: 'missing-caveat/outdated',
    check: 'page',
    test: 'outdated',
    message: ['“{cue}” is of {published}; since then: {newer}.'],
  }),
];
const TEXT =
  '# Cells for your back\n\nCells relieve disc pain.\n\nAn infection may follow.\n\nIt is not approved.';

function raised(parts: Partial<PageParts>): string[] {
  const report = judged({ text: TEXT, claims: { 'Cells relieve': {} }, ...parts }, RULES, BASE);
  return report.findings.map((finding) => finding.ruleId.replace('missing-caveat/', ''));
}

describe('a page as a whole', () => {
  it('is asked once for risks and status, at its headline', () => {
    const report = judged(
      { text: TEXT, claims: { 'Cells relieve': {}, 'An infection': { polarity: 'benefit' } } },
      RULES,
      BASE,
    );
    expect(report.findings.map(({ ruleId }) => ruleId)).toEqual([
      'missing-caveat/risks-not-told',
      'missing-caveat/investigational',
    ]);
    for (const finding of report.findings) {
      expect(finding).toMatchObject({ scope: 'page', claims: [] });
      expect(TEXT.slice(finding.span.start.offset, finding.span.end.offset)).toBe('Cells for your back');
    }
  });

  it('is content once they are told, as a caveat or as a harm', () => {
    expect(raised({ caveats: { 'An infection': 'risks', 'It is': 'investigational' } })).toEqual([]);
    const harms = {
      'Cells relieve': {},
      'An infection': { polarity: 'harm' as const, types: ['safety' as const] },
    };
    expect(raised({ claims: harms, caveats: { 'It is': 'investigational' } })).toEqual([]);
  });

  it('does not take the harms of another treatment for its risks', () => {
    const claims = { 'Cells relieve': {}, 'An infection': { polarity: 'harm' as const, subject: 'other' } };
    expect(raised({ claims })).toContain('risks-not-told');
  });

  it('is not asked where it promises nothing', () => {
    expect(raised({ claims: {} })).toEqual([]);
    expect(raised({ claims: { 'Cells relieve': { polarity: 'neutral' } } })).toEqual([]);
  });

  it('is told of a controlled study that its citations leave out', () => {
    const told = { 'An infection': 'risks', 'It is': 'investigational' } as const;
    const citing = (id: string) => raised({ caveats: told, citations: { 'Cells relieve': { study: id } } });
    expect(citing('series')).toEqual(['contrary-evidence']);
    expect(citing('null-trial')).toEqual([]);
    expect(raised({ caveats: told })).toEqual([]);
  });

  it('is told of a study newer than itself', () => {
    const told = { 'An infection': 'risks', 'It is': 'investigational' } as const;
    expect(raised({ caveats: told, published: '2019-05-02' })).toEqual(['outdated']);
    expect(raised({ caveats: told, published: '2024-05-02' })).toEqual([]);
  });
});
