/** Bibliographies of the user's own, asked beside the packs, and notices of retraction. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { joinLibrary, type Library, packLibrary } from '../citations/library.ts';
import type { Work } from '../citations/work.ts';
import type { Evidence } from '../evidence/index.ts';
import { CliError, systemErrorCode, toFailure } from './failure.ts';

export interface LibraryFiles {
  /** CSL-JSON, RIS or MEDLINE files. */
  readonly libraries: readonly string[];
  /** The Retraction Watch Database as CSV. */
  readonly retractions?: string;
}

export interface ReadLibrary {
  readonly library: Library;
  /** Of the files' bytes; empty where there are none. */
  readonly hash: string;
}

/**
 * Everything that citations are looked up in. Paths count from `folder`. Throws a `CliError` where a file cannot
 * be read or is none of the formats.
 */
export async function readLibrary(
  evidence: Evidence,
  files: LibraryFiles,
  folder: string,
): Promise<ReadLibrary> {
  const { libraries, retractions } = files;
  if (libraries.length === 0 && retractions === undefined)
    return { library: packLibrary(evidence), hash: '' };
  const [{ readBibliography }, { noticesOf }] = await Promise.all([
    import('../citations/bibliography.ts'),
    import('../citations/notices.ts'),
  ]);
  const hash = createHash('sha256');
  const read = async <T>(name: string, use: (text: string) => T): Promise<T> => {
    const text = await readText(resolve(folder, name), name);
    hash.update(`${name}\n${text}\n`);
    return naming(name, () => use(text));
  };
  const works: Work[][] = [];
  for (const name of libraries)
    works.push(await read(name, (text) => asWorks(readBibliography(text, name), name)));
  const notices = retractions === undefined ? undefined : await read(retractions, noticesOf);
  return { library: joinLibrary(evidence, works, notices), hash: hash.digest('hex') };
}

function asWorks(works: Work[] | null, name: string): Work[] {
  if (works !== null) return works;
  throw new CliError(
    'bad-library',
    `${name}: is neither CSL-JSON nor RIS nor MEDLINE; export it as one of them`,
  );
}

async function readText(file: string, name: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (systemErrorCode(error) === null) throw error;
    throw new CliError('cannot-read', `${name}: ${toFailure(name, error).message}`);
  }
}

/** What a reader of a format says of a broken file, with the file's name. */
function naming<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError('bad-library', `${name}: ${error instanceof Error ? error.message : error}`);
  }
}
