/** The percentages that a study's recorded results yield, each with its sum. */
import type { Study, StudyResult } from '../evidence/schema.ts';

/** A percentage that a result yields, and how. */
export interface RecordedPercent {
  readonly percent: number;
  readonly sum: string;
  readonly result: StudyResult;
  readonly agrees: 'reproduced' | 'other-denominator' | 'survivors-only' | 'relative-only';
  readonly note: string | null;
  /** The percentage of everybody, where it is another. */
  readonly honest: number;
}

/** Every percentage that a recorded result yields. */
export function recordedPercents(result: StudyResult, study: Study): RecordedPercent[] {
  return [shareOfPeople(result, study), changeOfMeans(result, study), relativeDifference(result)].filter(
    (candidate) => candidate !== null,
  );
}

function shareOfPeople(result: StudyResult, study: Study): RecordedPercent | null {
  const share = result.responders;
  if (!share) return null;
  const percent = (100 * share.n) / share.of;
  const everybody = result.baselineN ?? (study.arms.length > 1 ? undefined : study.n);
  const partial = everybody !== undefined && everybody > share.of;
  const honest = partial ? (100 * share.n) / everybody : percent;
  return {
    percent,
    sum: `${share.n} / ${share.of} = ${percentText(percent)}`,
    result,
    agrees: partial ? 'other-denominator' : 'reproduced',
    note: partial ? `${share.n} of all ${everybody} people would be ${percentText(honest)}` : null,
    honest,
  };
}

function changeOfMeans(result: StudyResult, study: Study): RecordedPercent | null {
  const { baseline, value } = result;
  if (baseline === undefined || value === undefined || baseline === 0) {
    return result.changePercent === undefined
      ? null
      : {
          percent: Math.abs(result.changePercent),
          sum: `${percentText(Math.abs(result.changePercent))} as printed`,
          result,
          agrees: 'reproduced',
          note: null,
          honest: Math.abs(result.changePercent),
        };
  }
  const percent = (100 * Math.abs(baseline - value)) / Math.abs(baseline);
  const [from, to] = baseline >= value ? [baseline, value] : [value, baseline];
  const begun = result.baselineN ?? (study.arms.length > 1 ? undefined : study.n);
  const stayed = result.n;
  const survivors = begun !== undefined && stayed !== undefined && stayed < begun;
  // Those who left are counted as unchanged: the cautious reading of a mean over the others.
  const honest = survivors ? (percent * stayed) / begun : percent;
  return {
    percent,
    sum: `(${from} − ${to}) / ${baseline} = ${percentText(percent)}`,
    result,
    agrees: survivors ? 'survivors-only' : 'reproduced',
    note: survivors ? `baseline of ${begun} people, follow-up of ${stayed}` : null,
    honest,
  };
}

/** The relative difference between two groups' shares, which sounds larger than the difference itself. */
function relativeDifference(result: StudyResult): RecordedPercent | null {
  const treated = result.responders;
  const control = result.versus?.responders;
  if (!treated || !control || control.n === 0) return null;
  const difference = Math.abs((100 * treated.n) / treated.of - (100 * control.n) / control.of);
  const percent = difference / (control.n / control.of);
  return {
    percent,
    sum: `(${treated.n} / ${treated.of} − ${control.n} / ${control.of}) / (${control.n} / ${control.of}) = ${percentText(percent)}`,
    result,
    agrees: 'relative-only',
    note: `${difference.toFixed(1)} points of difference between the groups`,
    honest: difference,
  };
}

export function percentText(percent: number): string {
  return `${Number(percent.toFixed(1))} %`;
}
