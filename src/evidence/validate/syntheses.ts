/** Syntheses: what each says of its studies must follow from their records. */

import { MODALITY, STAGE } from '../../scales.ts';
import { DESIGNS } from '../designs.ts';
import { didYouMean } from '../load/nearest.ts';
import type { Located } from '../load/read-pack.ts';
import { countPeople } from '../people.ts';
import { readingGrade } from '../reading-level.ts';
import type { Study, Synthesis } from '../schema.ts';
import { relativesOf } from '../terms.ts';
import { type Check, type CheckContext, Findings } from './check.ts';

export const syntheses: Check = {
  name: 'syntheses',
  needs: 'a synthesis: without one no claim is judged that cites no study',
  run: (context) => {
    const findings = new Findings('synthesis');
    const questions = new Map<string, string>();
    for (const synthesis of context.folder.records.syntheses) {
      checkQuestion(synthesis, questions, findings);
      const studies = findStudies(synthesis, context, findings);
      checkPeople(synthesis, studies, context, findings);
      checkDesign(synthesis, studies, findings);
      checkFollowUp(synthesis, studies, findings);
      checkCertainty(synthesis, studies, findings);
      checkWarrants(synthesis, studies, findings);
      checkTopic(synthesis, studies, context, findings);
      checkWording(synthesis, findings);
      checkShort(synthesis, studies, findings);
    }
    return findings;
  },
};

type At = Located<Synthesis>;

function checkQuestion(synthesis: At, questions: Map<string, string>, findings: Findings): void {
  const { treatment, condition, outcome, id } = synthesis.record;
  const question = `${treatment} × ${condition} × ${outcome}`;
  const other = questions.get(question);
  findings.expect(other === undefined, synthesis, ['id'], () => `${question} is also answered by ${other}`);
  questions.set(question, id);
}

function findStudies(synthesis: At, { studies }: CheckContext, findings: Findings): Study[] {
  return synthesis.record.studies.flatMap((id, index) => {
    const study = studies.get(id);
    findings.expect(
      study !== undefined,
      synthesis,
      ['studies', index],
      () => `no study “${id}”${didYouMean(id, studies.keys())}`,
    );
    return study ?? [];
  });
}

function checkPeople(
  synthesis: At,
  studies: readonly Study[],
  context: CheckContext,
  findings: Findings,
): void {
  const { people, cohorts, unknown } = countPeople(studies, context.studies);
  const stated = synthesis.record.people;
  if (cohorts.length === 0) return;
  const sum = cohorts.map((cohort) => `${cohort.people} (${cohort.id})`).join(' + ');
  // Where a study's number is not on record, the sum is what there are at least.
  const holds = unknown.length === 0 ? stated === people : stated >= people;
  findings.expect(holds, synthesis, ['people'], () => `${stated}, but the studies have ${sum} = ${people}`);
}

function checkDesign(synthesis: At, studies: readonly Study[], findings: Findings): void {
  const ranks = studies.map((study) => DESIGNS.indexOf(study.design));
  const best = DESIGNS[Math.min(...ranks)];
  if (best === undefined) return;
  findings.expect(
    best === synthesis.record.bestDesign,
    synthesis,
    ['bestDesign'],
    () => `${synthesis.record.bestDesign}, but the best of the studies is ${best}`,
  );
}

function checkFollowUp(synthesis: At, studies: readonly Study[], findings: Findings): void {
  const months = studies.flatMap((study) => study.followUpMonths ?? []);
  if (months.length === 0) return;
  const longest = Math.max(...months);
  const stated = synthesis.record.followUpMonths;
  findings.expect(
    stated <= longest,
    synthesis,
    ['followUpMonths'],
    () => `${stated} months, but no study followed people for more than ${longest}`,
  );
}

const CERTAINTY = ['very-low', 'low', 'moderate', 'high'] as const;

/**
 * GRADE: randomised evidence starts at high, any other at low, and each downgrade takes its steps off
 * (Guyatt et al., BMJ 2008;336:924). A synthesis has to account for each step.
 */
function checkCertainty(synthesis: At, studies: readonly Study[], findings: Findings): void {
  if (studies.length === 0) return;
  const { certainty, downgrades } = synthesis.record;
  const start = studies.some(isRandomised) ? 'high' : 'low';
  const steps = downgrades.reduce((sum, downgrade) => sum + downgrade.steps, 0);
  const reached = CERTAINTY[Math.max(0, CERTAINTY.indexOf(start) - steps)] ?? 'very-low';
  findings.expect(
    reached === certainty,
    synthesis,
    ['certainty'],
    () => `${certainty}, but ${steps} steps down from ${start} is ${reached}`,
  );
}

function isRandomised({ design, controlled }: Study): boolean {
  return design === 'rct' || (controlled && (design === 'meta-analysis' || design === 'systematic-review'));
}

/** GRADE's informative statements (Santesso et al., J Clin Epidemiol 2020;119:126): low certainty carries "may". */
function checkWarrants(synthesis: At, studies: readonly Study[], findings: Findings): void {
  const { certainty, warrants } = synthesis.record;
  const isLow = certainty === 'low' || certainty === 'very-low';
  const isFirm = MODALITY.indexOf(warrants.modality) > MODALITY.indexOf('hedged');
  findings.expect(
    !(isLow && isFirm),
    synthesis,
    ['warrants', 'modality'],
    () => `${warrants.modality} on ${certainty} certainty: “may” is the most that it carries`,
  );
  if (studies.length === 0) return;
  const highest = highestStage(studies);
  findings.expect(
    STAGE.indexOf(warrants.stage) <= STAGE.indexOf(highest),
    synthesis,
    ['warrants', 'stage'],
    () => `${warrants.stage}, but the studies reach ${highest}`,
  );
  const hasControl = STAGE.indexOf(highest) >= STAGE.indexOf('human-controlled');
  findings.expect(
    warrants.relation !== 'causes' || hasControl,
    synthesis,
    ['warrants', 'relation'],
    () => 'causes, but no study has a control group',
  );
}

function highestStage(studies: readonly Study[]): (typeof STAGE)[number] {
  const human = studies.filter((study) => study.species === 'human');
  const controlled = human.filter((study) => study.controlled);
  const isPooled = controlled.some(
    ({ design }) => design === 'meta-analysis' || design === 'systematic-review',
  );
  if (controlled.length > 1 || isPooled) return 'several-controlled';
  if (controlled.length === 1) return 'human-controlled';
  if (human.length > 0) return 'human-uncontrolled';
  return studies.some((study) => study.species === 'animal') ? 'animal' : 'laboratory';
}

/** A study of something else does not belong to the question. */
function checkTopic(
  synthesis: At,
  studies: readonly Study[],
  { vocabulary }: CheckContext,
  findings: Findings,
): void {
  const { treatment, condition } = synthesis.record;
  const treatments = relativesOf(treatment, vocabulary.treatments, false);
  const conditions = relativesOf(condition, vocabulary.conditions, true);
  for (const study of studies) {
    const index = synthesis.record.studies.indexOf(study.id);
    const isOn =
      study.treatments.some((id) => treatments.has(id)) && study.conditions.some((id) => conditions.has(id));
    findings.expect(
      isOn,
      synthesis,
      ['studies', index],
      () =>
        `${study.id} is on ${study.treatments.join(', ')} for ${study.conditions.join(', ')}, not on ${treatment} for ${condition}`,
    );
  }
}

/** The short form adds nothing: each of its numbers stands in the statement or in a record of its studies. */
function checkShort(synthesis: At, studies: readonly Study[], findings: Findings): void {
  const { short, statement } = synthesis.record;
  if (short === undefined) return;
  const known = new Set(numbersIn(`${statement} ${JSON.stringify(studies)}`));
  for (const number of numbersIn(short)) {
    findings.expect(
      known.has(number),
      synthesis,
      ['short'],
      () => `${number} stands neither in the statement nor in the studies`,
    );
  }
}

function numbersIn(text: string): string[] {
  return text.replace(/(\d),(?=\d{3})/g, '$1').match(/\d+(?:\.\d+)?/g) ?? [];
}

/** Patients read at about the eighth grade (NIH advises sixth to eighth); one grade of slack for the count. */
function checkWording(synthesis: At, findings: Findings): void {
  const grade = readingGrade(synthesis.record.wording);
  findings.suggest(
    grade <= 9,
    synthesis,
    ['wording'],
    () => `reads at grade ${grade.toFixed(1)}, above the eighth`,
  );
}
