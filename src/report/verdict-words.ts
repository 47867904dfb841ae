/** Verdicts, kinds of claims and places of a report in plain, neutral words. */
import type { ClaimType, Region, Verdict } from '../model.ts';

/** A label of one to three words, and what it means. */
export const VERDICT_LABELS: Readonly<Record<Verdict, { readonly label: string; readonly meaning: string }>> =
  {
    contradicted: { label: 'Contradicted', meaning: 'a recorded result says otherwise' },
    overstated: { label: 'Overstated', meaning: 'the wording goes further than the evidence on record' },
    unsupported: {
      label: 'Source does not carry it',
      meaning: 'it leans on a source, or an appeal to one, that does not carry it',
    },
    'missing-caveat': {
      label: 'Caveat missing',
      meaning: 'a limit or risk that a reader needs is not told near it',
    },
    supported: {
      label: 'Supported as worded',
      meaning: 'goes no further than the evidence on record',
    },
    'not-checkable': { label: 'Not checkable', meaning: 'the packs do not decide it' },
  };

export const TYPE_WORDS: Readonly<Record<ClaimType, string>> = {
  efficacy: 'efficacy',
  regeneration: 'regeneration',
  safety: 'safety',
  comparative: 'comparison',
  durability: 'durability',
  mechanism: 'mechanism',
  evidence: 'evidence',
  regulatory: 'regulatory status',
};

export const REGION_WORDS: Readonly<Record<Region, string>> = {
  title: 'page title',
  meta: 'meta description',
  heading: 'heading',
  body: 'text',
  list: 'list',
  table: 'table',
  quotation: 'quotation',
  testimonial: 'testimonial',
  question: 'question',
  answer: 'answer',
  alt: 'image description',
  'structured-data': 'structured data',
  'front-matter': 'front matter',
  footer: 'footer',
  references: 'references',
  boilerplate: 'navigation or other boilerplate',
  code: 'code',
};
