/** What the evidence carries at most: the right-hand side of every comparison with a claim. */
import { type Fit, STATUS, type Status, type Warranted } from '../scales.ts';
import type { Match } from './match.ts';
import type { Product, Study, StudyResult } from './schema.ts';

/**
 * What the synthesis of a match warrants, with the statuses of the products sold in a jurisdiction (null
 * where it is not known: anywhere). Null without a synthesis.
 */
export function warrantOfMatch(match: Match, jurisdiction: string | null): Warranted | null {
  if (match.synthesis === null) return null;
  return {
    ...match.synthesis.warrants,
    fit: match.fit,
    status: statusesOf(match.products, jurisdiction),
    source: match.synthesis.id,
  };
}

/**
 * What one study warrants, such as a cited one, for an outcome (null for any): no more than its design, its
 * comparison, its numbers and its follow-up carry. `fit` is how well it fits the claim (`fitStudy`).
 */
export function warrantOfStudy(study: Study, outcome: string | null, fit: Fit): Warranted {
  const results = study.results.filter((result) => outcome === null || result.outcome === outcome);
  return {
    modality: modalityOf(study),
    relation: relationOf(study),
    share: shareOf(results),
    size: sizeOf(study, results),
    duration: durationOf(study),
    stage: stageOf(study),
    fit,
    safety: safetyOf(study),
    comparison: comparisonOf(study, results),
    status: [],
    source: study.id,
  };
}

/** Statuses on record for the products sold in a jurisdiction (`*` in a record: everywhere), or in any for null. */
export function statusesOf(products: readonly Product[], jurisdiction: string | null): Status[] {
  const sold = products.filter(
    (product) =>
      jurisdiction === null || product.jurisdiction === jurisdiction || product.jurisdiction === '*',
  );
  return STATUS.filter((status) => sold.some((product) => product.status.includes(status)));
}

function isClinical(study: Study): boolean {
  return study.species === 'human';
}

/** One controlled trial that found a difference speaks of what the treatment did; anything less is hedged. */
function modalityOf(study: Study): Warranted['modality'] {
  if (!isClinical(study)) return 'speculative';
  if (study.direction === 'favours') return study.controlled ? 'asserted' : 'hedged';
  return study.direction === 'uncontrolled-improvement' || study.direction === 'mixed'
    ? 'hedged'
    : 'speculative';
}

/** Only a comparison shows a cause; a course without one shows what went with it (Yu, Li, Wang 2019). */
function relationOf(study: Study): Warranted['relation'] {
  if (!isClinical(study)) return 'none';
  if (study.direction === 'favours') return study.controlled ? 'causes' : 'associated';
  return study.direction === 'uncontrolled-improvement' || study.direction === 'mixed'
    ? 'associated'
    : 'none';
}

/** The largest share of responders on record: more than half is most, a third or more is many. */
function shareOf(results: readonly StudyResult[]): Warranted['share'] {
  const shares = results.flatMap(({ responders }) =>
    responders === undefined ? [] : responders.n / responders.of,
  );
  if (shares.length === 0) return null;
  const largest = Math.max(...shares);
  if (largest === 1) return 'all';
  if (largest > 1 / 2) return 'most';
  return largest >= 1 / 3 ? 'many' : 'some';
}

/**
 * The largest improvement from baseline on record: from 30 % moderate, from 50 % substantial (IMMPACT:
 * Dworkin et al., J Pain 2008;9:105). No difference from the control leaves a slight one, whatever the
 * change from baseline was.
 */
function sizeOf(study: Study, results: readonly StudyResult[]): Warranted['size'] {
  if (study.direction === 'no-difference' || study.direction === 'against') return 'slight';
  const improvements = results.flatMap((result) => changeOf(result) ?? []);
  if (improvements.length === 0) return null;
  const largest = Math.max(...improvements);
  if (largest >= 50) return 'substantial';
  return largest >= 30 ? 'moderate' : 'slight';
}

/** Change from baseline in percent, without its sign; null where it is not on record. */
function changeOf({ changePercent, baseline, value, unit }: StudyResult): number | null {
  if (changePercent !== undefined) return Math.abs(changePercent);
  if (baseline === undefined || value === undefined || baseline === 0 || unit === '%') return null;
  return Math.abs(((value - baseline) / baseline) * 100);
}

function durationOf({ followUpMonths }: Study): Warranted['duration'] {
  if (followUpMonths === undefined) return null;
  return followUpMonths >= 24 ? 'years' : 'months';
}

function stageOf(study: Study): Warranted['stage'] {
  if (study.species === 'laboratory' || study.species === 'animal') return study.species;
  if (!study.controlled) return 'human-uncontrolled';
  const pooled = study.design === 'meta-analysis' || study.design === 'systematic-review';
  return pooled ? 'several-controlled' : 'human-controlled';
}

/**
 * Nobody harmed among n leaves up to 3/n (Hanley and Lippman-Hand, JAMA 1983;249:1743): from 300 people on
 * that is below one in a hundred, and "none serious" may stand. Null where harms are not on record.
 */
function safetyOf({ harms }: Study): Warranted['safety'] {
  if (harms?.serious === undefined) return null;
  if (harms.serious > 0) return 'harms-told';
  return (harms.of ?? 0) >= 300 ? 'none-serious' : 'few';
}

/** A comparison is warranted where the study made one with another treatment, and came out ahead. */
function comparisonOf(study: Study, results: readonly StudyResult[]): Warranted['comparison'] {
  const ahead = results.some(({ versus }) => versus?.direction === 'better' && versus.significant === true);
  return study.comparatorKind === 'active' && ahead ? 'head-to-head' : 'none';
}
