/** The options of the commands that audit pages and report: `audit` and `site`. */
import type { Command } from 'commander';
import { DEFAULT_MAX_SIZE } from '../read/source.ts';
import {
  addWord,
  FAIL_ON,
  FORMATS,
  JURISDICTIONS,
  type Output,
  type OutputFormat,
  parseDate,
  parseFailOn,
  parseJurisdiction,
  parseOutput,
  parseSize,
} from './args.ts';
import type { AuditSettings } from './audit.ts';
import { addSourceOptions, onlineChoice, type SourceOptions } from './source-options.ts';
import type { Streams } from './streams.ts';

/** As the argument parser hands them on. */
export interface RunOptions
  extends SourceOptions,
    Omit<
      AuditSettings,
      | 'outputs'
      | 'allowedHosts'
      | 'libraries'
      | 'retractions'
      | 'online'
      | 'today'
      | 'stdinFilename'
      | 'changedSince'
    > {
  readonly format?: readonly Output[];
  readonly today?: string;
  readonly allowHost?: readonly string[];
}

/** Adds the options to a command; `format` is the one that it writes where none is asked for. */
export function addRunOptions(command: Command, format: OutputFormat): Command {
  command
    .option(
      '-f, --format <format[=file]>',
      `report as ${FORMATS.join(', ')}; several with =file (default: ${format})`,
      parseOutput,
    )
    .option(
      '--fail-on <severity>',
      `exit 1 from this severity on: ${FAIL_ON.join(', ')} (default: error)`,
      parseFailOn,
    )
    .option('--today <date>', 'judge expiries and review dates as of this day', parseDate)
    .option('--max-size <size>', 'largest page that is read', parseSize, DEFAULT_MAX_SIZE)
    .option(
      '--jurisdiction <code>',
      `where the pages are published: ${JURISDICTIONS.join(', ')}`,
      parseJurisdiction,
    )
    .option('--config <file>', 'read this configuration (default: the nearest one, walking up)')
    .option('--no-config', 'read no configuration')
    .option('--frozen', 'fail where the evidence packs are not those that claimlint.lock pins', false)
    .option(
      '--cache [folder]',
      'keep results, and audit again only what has changed (default: .claimlint-cache)',
    );
  return addSourceOptions(command)
    .option('--allow-host <host>', 'fetch from this host[:port] although its address is private', addWord)
    .option('--no-inline-config', 'ignore the suppressions that pages carry')
    .option('--show-suppressions', 'print with each finding the comment that suppresses it', false)
    .option('--verbose', 'print every record of evidence, not the first alone', false)
    .option('-q, --quiet', 'no progress and no notices', false);
}

/** The settings that the options stand for; without a format the usual one goes to standard output. */
export function runSettings<Options extends RunOptions>(
  options: Options,
  usual: OutputFormat,
  streams: Streams,
) {
  const { format, allowHost, library, online, dryRun, contact, ...rest } = options;
  const asked = onlineChoice(options, streams);
  return {
    ...rest,
    outputs: format ?? [{ format: usual, file: null }],
    libraries: library ?? [],
    allowedHosts: new Set(allowHost),
    ...(asked === undefined ? {} : { online: asked }),
  };
}
