/** Validates a pack: schema, identifiers, arithmetic, references, sources, dates and syntheses. */
import { joinVocabularies } from '../join-vocabulary.ts';
import type { Problem } from '../load/problem.ts';
import { sortProblems } from '../load/problem.ts';
import { type PackFolder, RECORD_FOLDERS } from '../load/read-pack.ts';
import type { Pack } from '../schema.ts';
import { arithmetic } from './arithmetic.ts';
import type { Check, CheckContext } from './check.ts';
import { complete } from './complete.ts';
import { dates } from './dates.ts';
import { duplicates, identifiers } from './identifiers.ts';
import { companions, vocabularyTerms } from './references.ts';
import { integrity, sources } from './sources.ts';
import { syntheses } from './syntheses.ts';

const CHECKS: readonly Check[] = [
  complete,
  identifiers,
  duplicates,
  companions,
  vocabularyTerms,
  sources,
  integrity,
  dates,
  arithmetic,
  syntheses,
];

export interface Validation {
  readonly records: number;
  /** Each check with the number of comparisons that it made. */
  readonly checks: readonly { readonly name: string; readonly checked: number }[];
  /** In order of file, line and column. Errors make the pack unfit for use; warnings do not. */
  readonly problems: readonly Problem[];
}

/**
 * Validates a pack that was read from a folder, with the packs that will be used beside it. A pack without
 * records fails, and so does a check that found nothing to compare: it would pass an empty or invented pack.
 */
export function validatePack(folder: PackFolder, beside: readonly Pack[], today: string): Validation {
  const records = RECORD_FOLDERS.reduce((sum, kind) => sum + folder.records[kind].length, 0);
  if (records === 0) {
    const empty = problemOfPack(folder, 'empty', 'the pack has no record');
    return { records, checks: [], problems: [...folder.problems, empty] };
  }
  const context = contextOf(folder, beside, today);
  const results = CHECKS.map((check) => ({ check, ...check.run(context) }));
  const idle = results
    .filter(({ checked }) => checked === 0)
    .map(({ check }) =>
      problemOfPack(
        folder,
        'nothing-checked',
        `${check.name} checked nothing: the pack has to hold ${check.needs}`,
      ),
    );
  return {
    records,
    checks: [
      { name: 'schema', checked: records },
      ...results.map(({ check, checked }) => ({ name: check.name, checked })),
    ],
    problems: sortProblems([...folder.problems, ...idle, ...results.flatMap(({ problems }) => problems)]),
  };
}

function contextOf(folder: PackFolder, beside: readonly Pack[], today: string): CheckContext {
  const own = folder.vocabulary === null ? [] : [folder.vocabulary.record];
  const studies = [
    ...beside.flatMap((pack) => pack.studies),
    ...folder.records.studies.map((located) => located.record),
  ];
  return {
    folder,
    beside,
    vocabulary: joinVocabularies([...own, ...beside.map((pack) => pack.vocabulary)]),
    studies: new Map(studies.map((study) => [study.id, study])),
    today,
  };
}

function problemOfPack(folder: PackFolder, code: string, message: string): Problem {
  return { file: folder.dir, line: 1, column: 1, severity: 'error', code, message };
}
