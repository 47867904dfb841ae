/** The command line: reads the arguments, runs a command, returns the exit code. */
import { Command, CommanderError } from 'commander';
import { VERSION } from '../version.ts';
import { auditCommand } from './audit-command.ts';
import { EXIT } from './exit.ts';
import { CliError } from './failure.ts';
import type { Streams } from './streams.ts';

type Exit = (code: number) => void;
type MakeCommand = (streams: Streams, exit: Exit) => Command;

/** The commands beside `audit`, each loaded only when its name is the first word. */
const COMMANDS: readonly { readonly name: string; readonly summary: string; load(): Promise<MakeCommand> }[] =
  [
    {
      name: 'cite',
      summary: 'list the citations of pages or bibliographies with their status and use',
      load: async () => (await import('./cite.ts')).citeCommand,
    },
    {
      name: 'site',
      summary: 'audit the pages of a site: those of its sitemap, or those that its links lead to',
      load: async () => (await import('./site/command.ts')).siteCommand,
    },
    {
      name: 'claims',
      summary: 'print the claims of a page and how each was read',
      load: async () => (await import('./claims.ts')).claimsCommand,
    },
    {
      name: 'explain',
      summary: 'explain a rule, or a finding on a page',
      load: async () => (await import('./explain.ts')).explainCommand,
    },
    {
      name: 'evidence',
      summary: 'read, check and extend the evidence that claims are judged by',
      load: async () => (await import('./evidence.ts')).evidenceCommand,
    },
    {
      name: 'init',
      summary: 'write a configuration, a lock of the packs, a GitHub workflow and a pre-commit entry',
      load: async () => (await import('./init.ts')).initCommand,
    },
    {
      name: 'lock',
      summary: 'pin the evidence packs in claimlint.lock',
      load: async () => (await import('./lock.ts')).lockCommand,
    },
    {
      name: 'schema',
      summary: 'print the JSON Schema of the report, or of the configuration',
      load: async () => (await import('./schema.ts')).schemaCommand,
    },
  ];

/** Runs the command that the arguments (without `node` and the script) name. Never throws for bad input. */
export async function run(args: readonly string[], streams: Streams): Promise<number> {
  let code: number = EXIT.clean;
  const exit: Exit = (value) => {
    code = value;
  };
  let help = '';
  const out = (text: string): void => {
    help += text;
  };
  try {
    const program = await createProgram(args[0], streams, out, exit);
    await program.parseAsync([...args], { from: 'user' }).catch(async (error) => {
      if (!(error instanceof CommanderError)) throw error;
      code = error.exitCode === 0 ? EXIT.clean : EXIT.incomplete;
      await streams.out(help);
    });
    return code;
  } catch (error) {
    if (error instanceof CliError) {
      streams.err(`claimlint: ${error.message}\n`);
      return EXIT.incomplete;
    }
    throw error;
  }
}

async function createProgram(
  first: string | undefined,
  streams: Streams,
  out: (text: string) => void,
  exit: Exit,
): Promise<Command> {
  const program = new Command('claimlint')
    .description(
      'Audits what clinics publish: finds claims about treatments and compares each with the cited studies.',
    )
    .version(VERSION)
    .exitOverride()
    .configureOutput({
      writeOut: out,
      writeErr: (text) => streams.err(text.replace(/^error: /, 'claimlint: ')),
    });
  const add = (command: Command, isDefault = false) => {
    for (const one of [command, ...command.commands]) one.copyInheritedSettings(program);
    program.addCommand(command, { isDefault });
  };
  add(auditCommand(streams, exit), true);
  for (const { name, summary, load } of COMMANDS) {
    const make = first === name ? await load() : null;
    add(make?.(streams, exit) ?? new Command(name).description(summary));
  }
  return program;
}
