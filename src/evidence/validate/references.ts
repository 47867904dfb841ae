/** References: every vocabulary term and record that is named exists, and no chain of them is a ring. */
import { didYouMean } from '../load/nearest.ts';
import type { Located } from '../load/read-pack.ts';
import type { Study } from '../schema.ts';
import { type Check, type CheckContext, Findings } from './check.ts';
import { checkTerms, type KnownTerms, knownTerms } from './terms.ts';

export const vocabularyTerms: Check = {
  name: 'vocabulary',
  needs: 'a record that names a treatment, condition or outcome',
  run: (context) => {
    const findings = new Findings('vocabulary');
    const known = knownTerms(context.vocabulary);
    const { studies, syntheses, harms, products } = context.folder.records;
    for (const study of studies) checkStudy(study, known, findings);
    for (const synthesis of syntheses) {
      const { treatment, condition, outcome } = synthesis.record;
      known.treatments(synthesis, ['treatment'], treatment, findings);
      known.conditions(synthesis, ['condition'], condition, findings);
      known.outcomes(synthesis, ['outcome'], outcome, findings);
    }
    for (const harm of harms) {
      for (const [at, id] of harm.record.treatments.entries())
        known.treatments(harm, ['treatments', at], id, findings);
      for (const [at, id] of harm.record.conditions.entries())
        known.conditions(harm, ['conditions', at], id, findings);
    }
    for (const product of products) {
      for (const [at, id] of product.record.treatments.entries())
        known.treatments(product, ['treatments', at], id, findings);
    }
    checkDefaults(context, known, findings);
    checkTerms(context, known, findings);
    return findings;
  },
};

export const companions: Check = {
  name: 'companions',
  needs: 'a study',
  run: ({ folder, studies }) => {
    const findings = new Findings('companion');
    for (const study of folder.records.studies) {
      const ring = study.record.companionOf === undefined ? null : findRing(study.record, studies);
      findings.expect(ring === null, study, ['companionOf'], () => ring ?? '');
    }
    return findings;
  },
};

function checkStudy(study: Located<Study>, known: KnownTerms, findings: Findings): void {
  for (const [at, id] of study.record.treatments.entries())
    known.treatments(study, ['treatments', at], id, findings);
  for (const [at, id] of study.record.conditions.entries())
    known.conditions(study, ['conditions', at], id, findings);
  const resultIds = new Set<string>();
  for (const [at, result] of study.record.results.entries()) {
    const path = ['results', at];
    known.outcomes(study, [...path, 'outcome'], result.outcome, findings);
    if (result.instrument !== undefined)
      known.instruments(study, [...path, 'instrument'], result.instrument, findings);
    findings.expect(
      !resultIds.has(result.id),
      study,
      [...path, 'id'],
      () => `${result.id} stands twice in this study`,
    );
    resultIds.add(result.id);
  }
}

function checkDefaults({ folder }: CheckContext, known: KnownTerms, findings: Findings): void {
  if (folder.info === null) return;
  const { defaultTreatment, defaultCondition } = folder.info.record;
  if (defaultTreatment !== undefined)
    known.treatments(folder.info, ['defaultTreatment'], defaultTreatment, findings);
  if (defaultCondition !== undefined)
    known.conditions(folder.info, ['defaultCondition'], defaultCondition, findings);
}

/** Follows companionOf to the record that counts the patients; says what is wrong on the way, or null. */
function findRing(study: Study, studies: ReadonlyMap<string, Study>): string | null {
  const passed = new Set([study.id]);
  for (let id = study.companionOf; id !== undefined; id = studies.get(id)?.companionOf) {
    if (!studies.has(id)) return `no study “${id}”${didYouMean(id, studies.keys())}`;
    if (passed.has(id)) return `a ring: ${[...passed, id].join(' → ')}`;
    passed.add(id);
  }
  return null;
}
