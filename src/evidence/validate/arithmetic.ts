/** Arithmetic: what a record says twice must agree, and what people's counts rule out must not stand. */
import type { Located } from '../load/read-pack.ts';
import type { Study, StudyResult, Vocabulary } from '../schema.ts';
import { type Check, Findings } from './check.ts';
import { boundsOf, changeBounds, isPossibleMean, type Printed, printed, round } from './numbers.ts';

export const arithmetic: Check = {
  name: 'arithmetic',
  needs: 'a result with numbers: responders, a change from baseline, or arms',
  run: ({ folder, vocabulary }) => {
    const findings = new Findings('arithmetic');
    for (const study of folder.records.studies) {
      checkArms(study, findings);
      for (const [index, result] of study.record.results.entries()) {
        const at = { study, result, index, findings };
        checkCounts(at);
        checkPercentages(at);
        checkChange(at);
        checkRange(at, vocabulary);
        checkGrim(at, vocabulary);
        checkSignificance(at);
      }
    }
    return findings;
  },
};

interface ResultAt {
  readonly study: Located<Study>;
  readonly result: StudyResult;
  readonly index: number;
  readonly findings: Findings;
}

function checkArms(study: Located<Study>, findings: Findings): void {
  const { arms, n } = study.record;
  if (arms.length < 2 || n === undefined) return;
  const sum = arms.reduce((total, arm) => total + arm.n, 0);
  const sums = arms.map((arm) => arm.n).join(' + ');
  findings.expect(sum === n, study, ['arms'], () => `${sums} = ${sum}, but n is ${n}`);
}

/** Responders are some of those counted, and those counted are some of the study's people. */
function checkCounts({ study, result, index, findings }: ResultAt): void {
  const { n } = study.record;
  const path = ['results', index];
  const groups = [
    { counted: result.responders, path: [...path, 'responders'] },
    { counted: result.versus?.responders, path: [...path, 'versus', 'responders'] },
  ];
  for (const { counted, path: at } of groups) {
    if (counted === undefined) continue;
    findings.expect(
      counted.n <= counted.of,
      study,
      at,
      () => `${counted.n} of ${counted.of} is more than all`,
    );
    if (n !== undefined && counted.of > n) {
      findings.warn(
        study,
        at,
        `of ${counted.of}, but the study has ${n} people: say in the statement what is counted`,
      );
    }
  }
  if (n === undefined || result.n === undefined) return;
  findings.expect(result.n <= n, study, [...path, 'n'], () => `${result.n} people of a study of ${n}`);
}

// `21 of 26 people (81 %)`, `8 of the 26 treated (31 %)`; and `81 % (21 of 26)`.
// A score such as `33.2 of 100` is no count.
const COUNT_THEN_PERCENT =
  /(?<![\d.,])(\d{1,6}) of (?:the |all )?(\d{1,6})(?: [^\d%(.;]{0,60})? ?\((\d{1,3}(?:\.\d{1,2})?) ?%\)/g;
const PERCENT_THEN_COUNT = /(\d{1,3}(?:\.\d{1,2})?) ?% \((\d{1,6}) of (?:the |all )?(\d{1,6})/g;

/** A percentage printed beside its count must be that count, rounded as printed. */
function checkPercentages({ study, result, index, findings }: ResultAt): void {
  const pairs = [
    ...[...result.statement.matchAll(COUNT_THEN_PERCENT)].map(([, n, of, percent]) => ({ n, of, percent })),
    ...[...result.statement.matchAll(PERCENT_THEN_COUNT)].map(([, percent, n, of]) => ({ n, of, percent })),
  ];
  for (const { n = '', of = '', percent = '' } of pairs) {
    const stated = printed(percent);
    if (stated === null) continue;
    const exact = (Number(n) / Number(of)) * 100;
    const { low, high } = boundsOf(stated);
    findings.expect(
      exact >= low && exact <= high,
      study,
      ['results', index, 'statement'],
      () => `${n} of ${of} is ${round(exact, 1)} %, not ${percent} %`,
    );
  }
}

/**
 * The change must follow from baseline and value within their rounding. A study may print the mean of its
 * people's changes, which is not the change of their mean: up to ten points apart that is a warning.
 */
function checkChange({ study, index, findings }: ResultAt): void {
  const field = (name: string): Printed | null => printed(study.written(['results', index, name]));
  const baseline = field('baseline');
  const value = field('value');
  const change = field('changePercent');
  if (baseline === null || value === null || change === null || baseline.value === 0) return;
  const { low, high } = changeBounds(baseline, value, change);
  const exact = ((value.value - baseline.value) / baseline.value) * 100;
  const follows = exact >= low && exact <= high;
  const isNear = Math.abs(exact - change.value) <= 10 && exact * change.value > 0;
  const path = ['results', index, 'changePercent'];
  const sum = `(${value.value} − ${baseline.value}) / ${baseline.value} = ${round(exact, 1)} %, not ${change.value} %`;
  findings.expect(follows || isNear, study, path, () => sum);
  if (!follows && isNear) findings.warn(study, path, `${sum}: is it the mean of the changes?`);
}

function instrumentOf(
  result: StudyResult,
  vocabulary: Vocabulary,
): Vocabulary['instruments'][number] | undefined {
  return vocabulary.instruments.find((instrument) => instrument.id === result.instrument);
}

function checkRange({ study, result, index, findings }: ResultAt, vocabulary: Vocabulary): void {
  const instrument = instrumentOf(result, vocabulary);
  if (instrument === undefined || isShare(result)) return;
  for (const field of ['baseline', 'value'] as const) {
    const score = result[field];
    if (score === undefined || (field === 'value' && result.baseline === undefined)) continue;
    const { min, max, label } = instrument;
    findings.expect(
      score >= min && score <= max,
      study,
      ['results', index, field],
      () => `${score} is outside ${label} (${min} to ${max})`,
    );
  }
}

function isShare(result: StudyResult): boolean {
  return result.unit !== undefined && /%|percent|patients|people|discs/i.test(result.unit);
}

/** GRIM (Brown and Heathers, Soc Psychol Personal Sci 2017;8:363): a mean of whole points is a sum over n. */
function checkGrim({ study, result, index, findings }: ResultAt, vocabulary: Vocabulary): void {
  const instrument = instrumentOf(result, vocabulary);
  if (instrument?.integer !== true || isShare(result)) return;
  const counted = { baseline: result.baselineN ?? result.n, value: result.n };
  for (const [field, n] of Object.entries(counted)) {
    const mean = printed(study.written(['results', index, field]));
    if (mean === null || n === undefined || n >= 10 ** mean.decimals) continue;
    findings.expect(
      isPossibleMean(mean, n),
      study,
      ['results', index, field],
      () => `no ${n} whole numbers have the mean ${mean.value} (GRIM)`,
    );
  }
}

function checkSignificance({ study, result, index, findings }: ResultAt): void {
  const { p, significant } = result.versus ?? {};
  const [, sign, digits] = /^p? ?([<>=≤≥]?) ?(0?\.\d+)$/.exec(p ?? '') ?? [];
  if (digits === undefined || typeof significant !== 'boolean') return;
  const isBelow = sign === '>' || sign === '≥' ? false : Number(digits) <= 0.05;
  const isVague = sign === '<' && Number(digits) > 0.05;
  findings.expect(
    isVague || isBelow === significant,
    study,
    ['results', index, 'versus', 'p'],
    () => `p ${p} with significant: ${significant}`,
  );
}
