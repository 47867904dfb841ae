/** The `claimlint evidence` commands: their words and options. What they do is in `evidence-read.ts` and `evidence-write.ts`. */
import { Command, InvalidArgumentError } from 'commander';
import { KINDS, type RecordKind } from '../evidence/records.ts';
import { addWord, parseDate } from './args.ts';
import { today } from './clock.ts';
import type { DiffOptions } from './evidence-diff.ts';
import type { ReadOptions } from './evidence-read.ts';
import type { ValidateOptions } from './evidence-write.ts';
import type { Streams } from './streams.ts';

/**
 * The `evidence` command with its sub-commands, to be added to the program. `exit` receives the exit code of
 * the one that ran: 0, or 1 where a pack does not validate. What cannot be done is thrown as a `CliError`.
 */
export function evidenceCommand(streams: Streams, exit: (code: number) => void): Command {
  const command = new Command('evidence').description(
    'read, check and extend the evidence that claims are judged by',
  );

  const reader = (name: string, description: string): Command =>
    command
      .command(name)
      .description(description)
      .option('--pack <name>', 'read this folder or npm package too (may be repeated)', addWord, [])
      .option('--json', 'print JSON', false);
  reader('list', 'print one line a record')
    .option('--kind <kind>', `only ${KINDS.join(', ')}`, parseKind)
    .action(async (options: ReadOptions & { kind?: RecordKind }) =>
      (await import('./evidence-read.ts')).list(options, streams),
    );
  reader('show', 'print a record with everything on file')
    .argument('<id>', 'id of a record')
    .action(async (id: string, options: ReadOptions) =>
      (await import('./evidence-read.ts')).show(id, options, streams),
    );
  reader('search', 'print the records that hold all of the words, the best first')
    .argument('<words...>', 'words, or their beginnings')
    .action(async (words: string[], options: ReadOptions) =>
      (await import('./evidence-read.ts')).search(words, options, streams),
    );
  reader('stats', 'count records, facts and sources, by pack and design').action(
    async (options: ReadOptions) => (await import('./evidence-read.ts')).stats(options, streams),
  );

  command
    .command('validate')
    .description('check packs: schema, identifiers, references, sources, dates, arithmetic, syntheses')
    .argument('<dirs...>', 'folders with a pack.yml')
    .option('--today <date>', 'judge dates as of this day', parseDate, today())
    .option('--json', 'print JSON', false)
    .action(async (dirs: string[], options: ValidateOptions) =>
      exit(await (await import('./evidence-write.ts')).validate(dirs, options, streams)),
    );
  command
    .command('new')
    .description('print an empty record to fill in, or make the folder of a new pack')
    .argument('<kind>', `pack, ${KINDS.join(', ')}`)
    .argument('[dir]', 'for a pack: the folder to make')
    .action(async (kind: string, dir: string | undefined) =>
      (await import('./evidence-write.ts')).create(kind, dir, streams),
    );
  command
    .command('import')
    .description(
      'draft records from CSL-JSON, MEDLINE/nbib or ClinicalTrials.gov JSON; mark what a Retraction Watch CSV lists',
    )
    .argument('<file>', 'the file to read')
    .option('--pack <dir>', 'the folder of the pack that is extended, or whose studies are marked')
    .action(async (file: string, options: { pack?: string }) =>
      (await import('./evidence-write.ts')).importFile(file, options, streams),
    );
  command
    .command('diff')
    .description(
      'list the verdicts over pages that change with other evidence; exits with 1 where there are any',
    )
    .argument('<old>', 'a pack (folder, npm package, built-in id) or a claimlint.lock')
    .argument('<new>', 'what takes its place')
    .argument('<paths...>', 'files, folders, globs or addresses')
    .option('--today <date>', 'judge as of this day', parseDate, today())
    .option('--json', 'print JSON', false)
    .action(async (old: string, now: string, paths: string[], options: DiffOptions) =>
      exit(
        await (await import('./evidence-diff.ts')).diffEvidence({ old, new: now }, paths, options, streams),
      ),
    );
  return command;
}

function parseKind(word: string): RecordKind {
  const kind = KINDS.find((known) => known === word);
  if (kind === undefined) throw new InvalidArgumentError(`Choose one of ${KINDS.join(', ')}.`);
  return kind;
}
