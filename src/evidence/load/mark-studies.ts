/** Writes integrity marks into the study files of a pack. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { markIntegrity } from '../import/mark-integrity.ts';
import type { IntegrityMark } from '../import/retractions.ts';
import type { Study } from '../schema.ts';
import { CompileError } from './compile.ts';
import { readPackFolder } from './read-pack.ts';

/**
 * Marks the studies of a pack folder that `findMarks` names; returns how many, and the files that were
 * changed. Throws a CompileError where the pack cannot be read.
 */
export async function markStudies(
  dir: string,
  findMarks: (studies: readonly Study[]) => readonly IntegrityMark[],
): Promise<{ marked: number; files: string[] }> {
  const folder = await readPackFolder(dir);
  if (folder.info === null || folder.problems.length > 0) throw new CompileError(folder.problems);
  const marks = findMarks(folder.records.studies.map(({ record }) => record));
  const files: string[] = [];
  for (const name of (await readdir(join(dir, 'studies'))).sort()) {
    const file = join(dir, 'studies', name);
    const text = await readFile(file, 'utf8');
    const marked = markIntegrity(text, marks);
    if (marked === text) continue;
    await writeFile(file, marked);
    files.push(file);
  }
  return { marked: marks.length, files };
}
