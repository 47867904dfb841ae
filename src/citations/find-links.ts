/** Identifiers in the text, and links that lead to a source. */
import type { Sentence } from '../model.ts';
import { cleanAddress } from './address.ts';
import type { UnitMention } from './cited.ts';
import { findIdentifiers, identifiersIn } from './identifiers.ts';
import { mention, SOURCE_NOUN, type Unit } from './unit.ts';

/** Hosts that hold papers, trials, reviews and guidance. */
const SCHOLARLY =
  /(?:^|\.)(?:doi\.org|nih\.gov|clinicaltrials\.gov|europepmc\.org|cochranelibrary\.com|cochrane\.org|who\.int|fda\.gov|ema\.europa\.eu|nice\.org\.uk|springer\.com|springeropen\.com|biomedcentral\.com|sciencedirect\.com|elsevier\.com|wiley\.com|hindawi\.com|mdpi\.com|frontiersin\.org|nature\.com|science\.org|cell\.com|thelancet\.com|bmj\.com|nejm\.org|jamanetwork\.com|sagepub\.com|tandfonline\.com|oup\.com|lww\.com|plos\.org|karger\.com|thieme-connect\.com|cureus\.com|pnas\.org|medrxiv\.org|biorxiv\.org|researchgate\.net|semanticscholar\.org|arxiv\.org)$/;
const NAMES_SOURCE = new RegExp(
  `\\b(?:${SOURCE_NOUN}|according to|evidence|researchers|scientists|published|journal|source)\\b`,
  'i',
);

export function findPrintedIdentifiers(unit: Unit): UnitMention[] {
  return findIdentifiers(unit.text).map(({ start, end, identifiers }) =>
    mention(unit, start, end, 'identifier', 'identifier', { identifiers }),
  );
}

export function findLinks(unit: Unit, { links }: Sentence): UnitMention[] {
  const namesSource = links.length > 0 && NAMES_SOURCE.test(unit.text);
  return links.flatMap((link) => {
    const address = cleanAddress(link.href);
    if (!address) return [];
    const found = identifiersIn(address.href);
    const cites = Object.keys(found).length > 0 || SCHOLARLY.test(address.host) || namesSource;
    if (!cites || link.end <= link.start) return [];
    const printed = unit.text.slice(link.start, link.end);
    const titled = printed.split(' ').length >= 5 && !/^(?:https?:|www\.)/.test(printed);
    return mention(unit, link.start, link.end, 'link', 'link', {
      identifiers: found,
      title: titled ? printed : null,
      text: titled ? printed : address.href,
    });
  });
}
