/** The command line: reads the arguments, runs a command, returns the exit code. */
import { Command, CommanderError } from 'commander';
import { VERSION } from '../version.ts';
import {
  FAIL_ON,
  FORMATS,
  type Output,
  parseDate,
  parseFailOn,
  parseJurisdiction,
  parseOutput,
  parseSize,
} from './args.ts';
import type { AuditSettings } from './audit.ts';
import { evidenceCommand } from './evidence.ts';
import { EXIT } from './exit.ts';
import { CliError } from './failure.ts';
import type { Streams } from './streams.ts';

/** Runs the command that the arguments (without `node` and the script) name. Never throws for bad input. */
export async function run(args: readonly string[], streams: Streams): Promise<number> {
  let code: number = EXIT.clean;
  const program = new Command('claimlint')
    .description(
      'Audits what clinics publish: finds claims about treatments and compares each with the cited studies.',
    )
    .version(VERSION)
    .exitOverride()
    .configureOutput({ writeOut: (text) => void streams.out(text), writeErr: streams.err });
  const audit = auditCommand(async (words, options) => {
    const { runAudit } = await import('./audit.ts');
    code = await runAudit(words, options, streams);
  });
  program.addCommand(audit.copyInheritedSettings(program), { isDefault: true });
  program
    .command('schema')
    .description('print the JSON Schema of the report')
    .action(async () => {
      const { runSchema } = await import('./schema.ts');
      code = await runSchema(streams);
    });
  program.addCommand(
    evidenceCommand(streams, (result) => {
      code = result;
    }),
  );
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.incomplete;
    if (error instanceof CliError) {
      streams.err(`claimlint: ${error.message}\n`);
      return EXIT.incomplete;
    }
    throw error;
  }
}

interface CommanderOptions extends Omit<AuditSettings, 'outputs' | 'allowedHosts'> {
  readonly format?: readonly Output[];
  readonly allowHost?: readonly string[];
}

function collect(word: string, before: readonly string[] = []): string[] {
  return [...before, word];
}

function auditCommand(action: (words: string[], options: AuditSettings) => Promise<void>): Command {
  return new Command('audit')
    .description('audit files, folders, globs, addresses, or - for standard input (the default command)')
    .argument('[paths...]', 'what to audit')
    .option(
      '-f, --format <format[=file]>',
      `report as ${FORMATS.join(', ')}; several with =file (default: terminal)`,
      parseOutput,
    )
    .option(
      '--fail-on <severity>',
      `exit 1 from this severity on: ${FAIL_ON.join(', ')}`,
      parseFailOn,
      'error',
    )
    .option(
      '--today <date>',
      'judge expiries and review dates as of this day',
      parseDate,
      new Date().toISOString().slice(0, 10),
    )
    .option('--max-size <size>', 'largest page that is read', parseSize, 1_000_000)
    .option(
      '--jurisdiction <code>',
      'where the pages are published: US, UK, EU, AU, CA, JP',
      parseJurisdiction,
    )
    .option('--stdin-filename <name>', 'read standard input as a page of this name')
    .option('--allow-host <host>', 'fetch from this host[:port] although its address is private', collect)
    .option('--no-inline-config', 'ignore the suppressions that pages carry')
    .option('-q, --quiet', 'no progress and no notices', false)
    .action(async (words: string[], options: CommanderOptions) => {
      const { format = [{ format: 'terminal', file: null }], allowHost, ...rest } = options;
      await action(words, { ...rest, outputs: format, allowedHosts: new Set(allowHost) });
    });
}
