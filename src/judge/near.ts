/**
 * How far a caveat stands from a claim. A reader who meets a limit in the same paragraph, the next one or the
 * same section has met it; one in the footer is met, if at all, after the decision (FTC, Health Products
 * Compliance Guidance, 2022: qualifications must be close to the claim and understood with it).
 */
import type { Caveat, CaveatKind, Claim, Region } from '../model.ts';
import { MODALITY } from '../scales.ts';
import type { Findings } from './index.ts';

export type Distance = 'same' | 'near' | 'section' | 'page' | 'footer';

/** Regions that a reader meets apart from the running text, and that cure nothing outside themselves. */
const APART: readonly Region[] = ['meta', 'title', 'structured-data', 'front-matter', 'footer', 'alt'];

/** Distance of a caveat from a claim, by sentence, block and section. */
export function distance(page: Findings, caveat: Caveat, claim: Claim): Distance {
  const here = page.sentences[claim.sentence];
  const there = page.sentences[caveat.sentence];
  if (here === undefined || there === undefined) return 'page';
  if (here.index === there.index) return 'same';
  const apart = Math.abs(here.block - there.block);
  if (caveat.region === 'footer' && claim.region !== 'footer') return apart <= 1 ? 'near' : 'footer';
  if (apart <= 1) return 'near';
  if (APART.includes(claim.region) !== APART.includes(caveat.region)) return 'page';
  const sameSection =
    page.document.blocks[here.block]?.section === page.document.blocks[there.block]?.section;
  return sameSection ? 'section' : 'page';
}

/**
 * Whether one of the caveats stands close enough to cure the claim: in the same or next paragraph, or
 * in its section; a footer reaches a claim that is hedged already.
 */
export function curedNear(page: Findings, claim: Claim, caveats: readonly Caveat[]): boolean {
  const weak = MODALITY.indexOf(claim.modality) <= MODALITY.indexOf('hedged');
  return caveats.some((caveat) => {
    const away = distance(page, caveat, claim);
    return away === 'footer' ? weak : away !== 'page';
  });
}

/** Whether one of the caveats stands in the claim's own paragraph: for a limit of the very number told. */
export function curedInParagraph(page: Findings, claim: Claim, caveats: readonly Caveat[]): boolean {
  const block = page.sentences[claim.sentence]?.block;
  return caveats.some((caveat) => page.sentences[caveat.sentence]?.block === block);
}

/** Whether one of the kinds of caveat stands anywhere on the page. */
export function toldOnPage(page: Findings, kinds: readonly CaveatKind[]): boolean {
  return page.caveats.some((caveat) => kinds.includes(caveat.kind));
}
