/**
 * How far a caveat stands from a claim. A reader who meets a limit in the same paragraph, the next one or the
 * same section has met it; one in the footer is met, if at all, after the decision (FTC, Health Products
 * Compliance Guidance, 2022: qualifications must be close to the claim and understood with it).
 */
import type { Caveat, CaveatKind, Claim, Region } from '../model.ts';
import { MODALITY } from '../scales.ts';
import type { Findings } from './index.ts';

/** Regions that a reader meets apart from the running text, and that cure nothing outside themselves. */
const APART: ReadonlySet<Region> = new Set([
  'meta',
  'title',
  'structured-data',
  'front-matter',
  'footer',
  'alt',
]);

/** Where the caveats stand that meet one need: a page may have thousands of them, and as many claims. */
export interface Told {
  readonly anywhere: boolean;
  /** Blocks with such a caveat. */
  readonly blocks: ReadonlySet<number>;
  /** Sections with one in the running text, in a region apart from it, and in a footer, which is apart too. */
  readonly running: ReadonlySet<number>;
  readonly apart: ReadonlySet<number>;
  readonly footer: ReadonlySet<number>;
}

/** Files caveats of a page by block and section. */
export function placesOf(page: Findings, caveats: readonly Caveat[]): Told {
  const blocks = new Set<number>();
  const running = new Set<number>();
  const apart = new Set<number>();
  const footer = new Set<number>();
  for (const { sentence, region } of caveats) {
    const block = page.document.blocks[page.sentences[sentence]?.block ?? -1];
    if (block === undefined) continue;
    blocks.add(block.index);
    const sections = region === 'footer' ? footer : APART.has(region) ? apart : running;
    sections.add(block.section);
  }
  return { anywhere: caveats.length > 0, blocks, running, apart, footer };
}

/**
 * Whether one of the caveats stands close enough to cure the claim: in the same or next paragraph, or
 * in its section; a footer reaches a claim that is hedged already.
 */
export function curedNear(page: Findings, claim: Claim, told: Told): boolean {
  const block = page.document.blocks[page.sentences[claim.sentence]?.block ?? -1];
  if (block === undefined) return false;
  const { index, section } = block;
  if ([index - 1, index, index + 1].some((near) => told.blocks.has(near))) return true;
  if (claim.region === 'footer') return told.apart.has(section) || told.footer.has(section);
  const weak = MODALITY.indexOf(claim.modality) <= MODALITY.indexOf('hedged');
  if (weak && told.footer.size > 0) return true;
  return (APART.has(claim.region) ? told.apart : told.running).has(section);
}

/** Whether one of the caveats stands in the claim's own paragraph: for a limit of the very number told. */
export function curedInParagraph(page: Findings, claim: Claim, told: Told): boolean {
  return told.blocks.has(page.sentences[claim.sentence]?.block ?? -1);
}

/** Whether one of the kinds of caveat stands anywhere on the page. */
export function toldOnPage(page: Findings, kinds: readonly CaveatKind[]): boolean {
  return page.caveats.some((caveat) => kinds.includes(caveat.kind));
}
