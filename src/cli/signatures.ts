/** The substantiation file: reads what reviewers signed and checks it against the pages of a run. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Evidence } from '../evidence/index.ts';
import { formatProblem } from '../evidence/load/problem.ts';
import { checkValue, parseYaml } from '../evidence/load/yaml-source.ts';
import { checkSubstantiation, type SignatureCheck } from '../judge/substantiation.ts';
import { type Substantiation, substantiationSchema } from '../judge/substantiation-schema.ts';
import type { DocumentReport, SignedClaim } from '../model.ts';
import { CliError, systemErrorCode, toFailure } from './failure.ts';

export interface Signatures {
  /** Takes the claims of a page; nothing else of it is kept. */
  page(document: DocumentReport): void;
  /** The signatures that the pages read concern, in the order of the file. */
  check(): SignedClaim[];
}

/**
 * Reads a substantiation file (YAML, `claims:`), by a path from `folder`. Throws a `CliError` with file, line
 * and column where it is not as it should be.
 */
export async function readSignatures(
  name: string,
  folder: string,
  evidence: Evidence,
  today: string,
): Promise<Signatures> {
  const signed = await readFileOf(name, folder);
  const pages: Pick<DocumentReport, 'path' | 'claims'>[] = [];
  return {
    page: ({ path, claims }) => pages.push({ path, claims }),
    check: () =>
      checkSubstantiation(signed, pages, evidence, today)
        .filter((check) => concerns(check, pages))
        .map(({ signed: one, state, message }) => ({
          claim: one.claim,
          path: one.path ?? null,
          reviewer: one.reviewer,
          date: one.date,
          expires: one.expires ?? null,
          decision: one.decision,
          state,
          message,
        })),
  };
}

/**
 * Whether a run says anything of a signature: its page was read, or, where it names none, its claim or one like
 * it was found. A run over some of the pages must not report the claims of the others as gone.
 */
function concerns(
  { signed: { path }, claim, nearest }: SignatureCheck,
  pages: readonly { readonly path: string }[],
): boolean {
  if (path === undefined) return claim !== null || nearest !== null;
  return pages.some((page) => page.path === path || page.path.endsWith(`/${path}`));
}

async function readFileOf(name: string, folder: string): Promise<readonly Substantiation[]> {
  let text: string;
  try {
    text = await readFile(resolve(folder, name), 'utf8');
  } catch (error) {
    if (systemErrorCode(error) === null) throw error;
    throw new CliError('cannot-read', `${name}: ${toFailure(name, error).message}`);
  }
  const source = parseYaml(name, text);
  const { value, problems } = checkValue(substantiationSchema, source.value, source, []);
  const all = source.problems.length > 0 ? source.problems : problems;
  if (value !== null && all.length === 0) return value.claims;
  throw new CliError(
    'bad-substantiation',
    `the substantiation file is not valid\n${all.map(formatProblem).join('\n')}`,
  );
}
