/** Study designs, apart from the schema so that an audit need not load zod. */
export const DESIGNS = [
  'meta-analysis',
  'systematic-review',
  'rct',
  'controlled-nonrandomized',
  'registry',
  'single-arm',
  'case-series',
  'case-report',
  'narrative-review',
  'guideline',
  'trial-registration',
  'animal',
  'laboratory',
] as const;
