/** What the checks of a pack share: what they look at and how they report. */
import type { Place, Problem } from '../load/problem.ts';
import type { Located, PackFolder } from '../load/read-pack.ts';
import type { Path } from '../load/yaml-source.ts';
import type { Pack, Study, Vocabulary } from '../schema.ts';

export interface CheckContext {
  readonly folder: PackFolder;
  /** Packs that will be used beside this one: their records and terms may be referred to. */
  readonly beside: readonly Pack[];
  /** The terms of this pack and of those beside it. */
  readonly vocabulary: Vocabulary;
  /** The studies of this pack and of those beside it, by id. */
  readonly studies: ReadonlyMap<string, Study>;
  /** ISO date against which dates are judged. */
  readonly today: string;
}

export interface CheckResult {
  /** How many things were compared; 0 makes the validation fail. */
  readonly checked: number;
  readonly problems: readonly Problem[];
}

export interface Check {
  readonly name: string;
  /** What has to be in a pack for the check to have something to do. */
  readonly needs: string;
  readonly run: (context: CheckContext) => CheckResult;
}

/** Collects what one check finds: how much it looked at, and the problems in their places. */
export class Findings implements CheckResult {
  checked = 0;
  readonly problems: Problem[] = [];
  readonly #code: string;

  constructor(code: string) {
    this.#code = code;
  }

  /** Counts one comparison, and reports an error where it fails. */
  expect(holds: boolean, located: Located<unknown>, path: Path, message: () => string): void {
    this.checked += 1;
    if (!holds) this.error(located, path, message());
  }

  /** Counts one comparison, and warns where it fails. */
  suggest(holds: boolean, located: Located<unknown>, path: Path, message: () => string): void {
    this.checked += 1;
    if (!holds) this.warn(located, path, message());
  }

  error(located: Located<unknown>, path: Path, message: string): void {
    this.#add('error', located.at(path), message);
  }

  warn(located: Located<unknown>, path: Path, message: string): void {
    this.#add('warning', located.at(path), message);
  }

  #add(severity: Problem['severity'], place: Place, message: string): void {
    this.problems.push({ ...place, severity, code: this.#code, message });
  }
}
