/** `claimlint cite`: the citations of a page or a bibliography, and what they were identified as. */
import { Command } from 'commander';
import { CITATION_FORMATS, type CitationFormat } from '../citations/format.ts';
import type { Library } from '../citations/library.ts';
import type { Source } from '../model.ts';
import { oneOf } from './args.ts';
import type { PageAuditor } from './auditor.ts';
import type { LibraryFiles } from './library.ts';
import { addSourceOptions, onlineChoice, type SourceOptions } from './source-options.ts';
import type { Streams } from './streams.ts';

interface CiteOptions extends SourceOptions {
  readonly format: CitationFormat;
}

export function citeCommand(streams: Streams, exit: (code: number) => void): Command {
  const command = new Command('cite')
    .description('list the citations of pages or bibliographies with their status and use')
    .argument('<files...>', 'pages; or CSL-JSON, RIS or MEDLINE files')
    .option(
      '-f, --format <format>',
      `print as ${CITATION_FORMATS.join(', ')}; the last two hold what was identified`,
      (word) => oneOf(CITATION_FORMATS, word),
      'text',
    );
  return addSourceOptions(command).action(async (files: string[], options: CiteOptions) => {
    exit(await cite(files, options, streams));
  });
}

async function cite(files: readonly string[], options: CiteOptions, streams: Streams): Promise<number> {
  const [{ citeFile, citeFileAsking }, { formatCitations }, { loadBuiltIn }, { readLibrary }, { readPages }] =
    await Promise.all([
      import('../citations/commands.ts'),
      import('../citations/format.ts'),
      import('../data.ts'),
      import('./library.ts'),
      import('./read-pages.ts'),
    ]);
  const { lexicon } = loadBuiltIn();
  const lists: ReturnType<typeof citeFile>[] = [];
  let library: Library | null = null;
  const list = async (source: Source, { evidence, online }: PageAuditor) => {
    library ??= (await readLibrary(evidence, libraryFiles(options), streams.cwd)).library;
    const context = { evidence, lexicon, library };
    lists.push(
      online === null ? citeFile(source, context) : await citeFileAsking(source, context, online.ask),
    );
  };
  const code = await readPages(files, streams, list, onlineChoice(options, streams));
  await streams.out(formatCitations(lists, options.format));
  return code;
}

function libraryFiles({ library = [], retractions }: CiteOptions): LibraryFiles {
  return { libraries: library, ...(retractions === undefined ? {} : { retractions }) };
}
