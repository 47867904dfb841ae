/** What is wrong with a record, and where it stands in its file. */

/** A position in a file; line and column count from 1, the column in UTF-16 units. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface Problem extends Place {
  readonly severity: 'error' | 'warning';
  /** Short name of the check: `schema`, `unknown-id`, `percent`. */
  readonly code: string;
  readonly message: string;
}

/** `file:line:column error code: message`, the form that editors turn into a link. */
export function formatProblem(problem: Problem): string {
  const { file, line, column, severity, code, message } = problem;
  return `${file}:${line}:${column} ${severity} ${code}: ${message}`;
}

/** Orders problems by file, line and column, so that a run prints the same list every time. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      a.line - b.line ||
      a.column - b.column ||
      (a.message < b.message ? -1 : a.message > b.message ? 1 : 0),
  );
}
