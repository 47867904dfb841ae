/** Identifiers: well formed, and each of one work only. */
import type { Located } from '../load/read-pack.ts';
import { RECORD_FOLDERS } from '../load/read-pack.ts';
import type { Study } from '../schema.ts';
import { type Check, type CheckContext, Findings } from './check.ts';

export const identifiers: Check = {
  name: 'identifiers',
  needs: 'a study with a DOI, PMID, PMCID or registration',
  run: (context) => {
    const findings = new Findings('identifier');
    for (const study of context.folder.records.studies) checkRegistrations(study, findings);
    checkUnique(context, findings);
    return findings;
  },
};

export const duplicates: Check = {
  name: 'duplicates',
  needs: 'a record',
  run: (context) => {
    const findings = new Findings('duplicate');
    for (const kind of RECORD_FOLDERS) {
      const besides = context.beside.flatMap((pack) => pack[kind].map((record) => record.id));
      checkIds(context.folder.records[kind], new Set(besides), findings);
    }
    checkTitles(context.folder.records.studies, findings);
    return findings;
  },
};

/** Registries whose numbers have a form of their own; a number of another registry is left alone. */
const REGISTRATION_FORMS: readonly (readonly [prefix: RegExp, form: RegExp, example: string])[] = [
  [/^nct/i, /^NCT\d{8}$/, 'NCT01234567'],
  [/^isrctn/i, /^ISRCTN\d{8}$/, 'ISRCTN01234567'],
  [/^actrn/i, /^ACTRN\d{14}$/, 'ACTRN12345678901234'],
  [/^chictr/i, /^ChiCTR(-[A-Z]+-)?\d+$/, 'ChiCTR2100012345'],
  [/^\d{4}-\d{6}/, /^\d{4}-\d{6}-\d{2}(-\d{2})?$/, '2017-002092-25'],
];

function checkRegistrations(study: Located<Study>, findings: Findings): void {
  for (const [index, number] of study.record.registrations.entries()) {
    const form = REGISTRATION_FORMS.find(([prefix]) => prefix.test(number));
    if (form === undefined) continue;
    findings.expect(
      form[1].test(number),
      study,
      ['registrations', index],
      () => `“${number}” is not written like ${form[2]}`,
    );
  }
}

/** A DOI or PMID stands in one record; a registration only in reports of the same patients. */
function checkUnique(context: CheckContext, findings: Findings): void {
  const first = new Map<string, Study>();
  for (const pack of context.beside) {
    for (const study of pack.studies) for (const [, key] of keysOf(study)) first.set(key, study);
  }
  for (const study of context.folder.records.studies) {
    for (const [path, key] of keysOf(study.record)) {
      const other = first.get(key);
      findings.expect(
        other === undefined || other.id === study.record.id,
        study,
        path,
        () => `${key} is also that of ${other?.id}`,
      );
      if (other === undefined) first.set(key, study.record);
    }
  }
  checkSharedRegistrations(context.folder.records.studies, findings);
}

function keysOf({ doi, pmid, pmcid }: Study): [path: string[], key: string][] {
  const keys: [string[], string][] = [];
  if (doi !== undefined) keys.push([['doi'], `doi ${doi.toLowerCase()}`]);
  if (pmid !== undefined) keys.push([['pmid'], `pmid ${pmid}`]);
  if (pmcid !== undefined) keys.push([['pmcid'], pmcid]);
  return keys;
}

function checkSharedRegistrations(studies: readonly Located<Study>[], findings: Findings): void {
  const first = new Map<string, Study>();
  for (const study of studies) {
    for (const [index, number] of study.record.registrations.entries()) {
      const other = first.get(number);
      if (other === undefined) first.set(number, study.record);
      else if (cohortOf(other) !== cohortOf(study.record)) {
        findings.warn(
          study,
          ['registrations', index],
          `${number} is also that of ${other.id}: one of them should be companionOf the other`,
        );
      }
    }
  }
}

function cohortOf(study: Study): string {
  return study.companionOf ?? study.id;
}

function checkIds(
  records: readonly Located<{ readonly id: string }>[],
  besides: ReadonlySet<string>,
  findings: Findings,
): void {
  const seen = new Set<string>();
  for (const located of records) {
    const { id } = located.record;
    findings.expect(!seen.has(id), located, ['id'], () => `${id} stands twice in this pack`);
    if (besides.has(id))
      findings.warn(located, ['id'], `${id} is also in a pack beside this one: the first pack named wins`);
    seen.add(id);
  }
}

/** The same words in the same order, whatever the marks between them, are the same work. */
function checkTitles(studies: readonly Located<Study>[], findings: Findings): void {
  const first = new Map<string, Study>();
  for (const study of studies) {
    const title = study.record.title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    const other = first.get(title);
    findings.expect(other === undefined, study, ['title'], () => `has the same title as ${other?.id}`);
    if (other === undefined) first.set(title, study.record);
  }
}
