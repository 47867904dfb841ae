/** `claimlint claims`: which claims were found on a page, and how each was read. */
import { Command } from 'commander';
import { wantsColour } from './colour.ts';
import type { Streams } from './streams.ts';

export function claimsCommand(streams: Streams, exit: (code: number) => void): Command {
  return new Command('claims')
    .description('print the claims of a page and how each was read, without judging them')
    .argument('<paths...>', 'pages, as for audit')
    .option('--explain', 'print everything that was read of each claim', false)
    .action(async (paths: string[], { explain }: { explain: boolean }) => {
      exit(await printClaims(paths, explain, streams));
    });
}

async function printClaims(paths: readonly string[], explain: boolean, streams: Streams): Promise<number> {
  const [{ readPages }, { read }, { segment }, { findClaims }, { describeClaims }, { loadBuiltIn }] =
    await Promise.all([
      import('./read-pages.ts'),
      import('../read/index.ts'),
      import('../segment/index.ts'),
      import('../claims/index.ts'),
      import('../claims/describe.ts'),
      import('../data.ts'),
    ]);
  const { lexicon } = loadBuiltIn();
  return readPages(paths, streams, async (source, { evidence }) => {
    const document = read(source);
    const sentences = segment(document);
    const { claims, caveats } = findClaims(document, sentences, lexicon, evidence.vocabulary);
    const text = describeClaims(document, sentences, claims, caveats, {
      explain,
      colour: wantsColour(streams),
    });
    await streams.out(`${source.path}\n${text}`);
  });
}
