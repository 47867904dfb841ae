/** `claimlint cite`: the citations of a page or a bibliography, and what they were identified as. */
import { Command } from 'commander';
import { CITATION_FORMATS, type CitationFormat } from '../citations/format.ts';
import type { Library } from '../citations/library.ts';
import { addWord, oneOf } from './args.ts';
import type { LibraryFiles } from './library.ts';
import type { Streams } from './streams.ts';

interface CiteOptions {
  readonly format: CitationFormat;
  readonly library: readonly string[];
  readonly retractions?: string;
}

export function citeCommand(streams: Streams, exit: (code: number) => void): Command {
  return new Command('cite')
    .description('list the citations of pages or bibliographies with their status and use')
    .argument('<files...>', 'pages; or CSL-JSON, RIS or MEDLINE files')
    .option(
      '-f, --format <format>',
      `print as ${CITATION_FORMATS.join(', ')}; the last two hold what was identified`,
      (word) => oneOf(CITATION_FORMATS, word),
      'text',
    )
    .option(
      '--library <file>',
      'ask this CSL-JSON, RIS or MEDLINE file beside the packs (may be repeated)',
      addWord,
      [],
    )
    .option('--retractions <file>', 'mark what a Retraction Watch CSV lists')
    .action(async (files: string[], { format, library: libraries, retractions }: CiteOptions) => {
      const library = { libraries, ...(retractions === undefined ? {} : { retractions }) };
      exit(await cite(files, format, library, streams));
    });
}

async function cite(
  files: readonly string[],
  format: CitationFormat,
  asked: LibraryFiles,
  streams: Streams,
): Promise<number> {
  const [{ citeFile }, { formatCitations }, { loadBuiltIn }, { readLibrary }, { readPages }] =
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
  const code = await readPages(files, streams, async (source, { evidence }) => {
    library ??= (await readLibrary(evidence, asked, streams.cwd)).library;
    lists.push(citeFile(source, { evidence, lexicon, library }));
  });
  await streams.out(formatCitations(lists, format));
  return code;
}
