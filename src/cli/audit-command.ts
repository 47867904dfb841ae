/** The words and options of `claimlint audit`; the work is in `audit.ts`, loaded when it runs. */
import { Command } from 'commander';
import {
  addWord,
  FAIL_ON,
  FORMATS,
  JURISDICTIONS,
  type Output,
  parseDate,
  parseFailOn,
  parseJurisdiction,
  parseOutput,
  parseSize,
} from './args.ts';
import type { AuditSettings } from './audit.ts';
import { today } from './clock.ts';
import type { Streams } from './streams.ts';

interface CommanderOptions extends Omit<AuditSettings, 'outputs' | 'allowedHosts' | 'online'> {
  readonly format?: readonly Output[];
  readonly allowHost?: readonly string[];
  readonly library?: readonly string[];
  readonly printConfig: boolean;
  readonly online: boolean;
  readonly contact?: string;
  readonly dryRun: boolean;
}

export function auditCommand(streams: Streams, exit: (code: number) => void): Command {
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
      `exit 1 from this severity on: ${FAIL_ON.join(', ')} (default: error)`,
      parseFailOn,
    )
    .option('--today <date>', 'judge expiries and review dates as of this day', parseDate, today())
    .option('--max-size <size>', 'largest page that is read', parseSize, 1_000_000)
    .option(
      '--jurisdiction <code>',
      `where the pages are published: ${JURISDICTIONS.join(', ')}`,
      parseJurisdiction,
    )
    .option('--changed-since <commit>', 'report only what the changes since a commit are answerable for')
    .option('--config <file>', 'read this configuration (default: the nearest one, walking up)')
    .option('--no-config', 'read no configuration')
    .option('--frozen', 'fail where the evidence packs are not those that claimlint.lock pins', false)
    .option(
      '--cache [folder]',
      'keep results, and audit again only what has changed (default: .claimlint-cache)',
    )
    .option('--print-config', 'print what holds for the page that is named, and audit nothing', false)
    .option(
      '--library <file>',
      'ask this CSL-JSON, RIS or MEDLINE file beside the packs (may be repeated)',
      addWord,
    )
    .option('--retractions <file>', 'mark what a Retraction Watch CSV lists')
    .option('--online', 'ask public registries about citations that nothing else could settle', false)
    .option('--contact <mail>', 'for --online: the mail address that the registries are given')
    .option('--dry-run', 'for --online: send nothing, and print what would be asked', false)
    .option('--stdin-filename <name>', 'read standard input as a page of this name')
    .option('--allow-host <host>', 'fetch from this host[:port] although its address is private', addWord)
    .option('--no-inline-config', 'ignore the suppressions that pages carry')
    .option('--show-suppressions', 'print with each finding the comment that suppresses it', false)
    .option('-q, --quiet', 'no progress and no notices', false)
    .action(async (words: string[], options: CommanderOptions) => {
      const settings = toSettings(options, streams);
      if (options.printConfig) {
        const { printConfig } = await import('./print-config.ts');
        return printConfig(words[0], settings, streams);
      }
      const { runAudit } = await import('./audit.ts');
      exit(await runAudit(words, settings, streams));
    });
}

function toSettings(options: CommanderOptions, { env }: Streams): AuditSettings {
  const { format, allowHost, library, online, dryRun, contact, ...rest } = options;
  const asked = { dryRun, env, ...(contact === undefined ? {} : { contact }) };
  return {
    ...rest,
    outputs: format ?? [{ format: 'terminal', file: null }],
    libraries: library ?? [],
    allowedHosts: new Set(allowHost),
    ...(online || dryRun ? { online: asked } : {}),
  };
}
