/** The options that say where citations are looked up: of the commands that audit, and of `claimlint cite`. */
import type { Command } from 'commander';
import { addWord } from './args.ts';
import type { OnlineChoice } from './auditor.ts';
import type { Streams } from './streams.ts';

/** As the argument parser hands them on. */
export interface SourceOptions {
  readonly library?: readonly string[];
  readonly retractions?: string;
  readonly online: boolean;
  readonly contact?: string;
  readonly dryRun: boolean;
}

/** Adds the options to a command. */
export function addSourceOptions(command: Command): Command {
  return command
    .option(
      '--library <file>',
      'ask this CSL-JSON, RIS or MEDLINE file beside the packs (may be repeated)',
      addWord,
    )
    .option('--retractions <file>', 'mark what a Retraction Watch CSV lists')
    .option('--online', 'ask public registries about citations that nothing else could settle', false)
    .option('--contact <mail>', 'for --online: the mail address that the registries are given')
    .option('--dry-run', 'for --online: send nothing, and print what would be asked', false);
}

/** Whether and how the registries are asked; undefined where they are not. */
export function onlineChoice(
  { online, dryRun, contact }: Pick<SourceOptions, 'online' | 'dryRun' | 'contact'>,
  { env }: Streams,
): OnlineChoice | undefined {
  if (!online && !dryRun) return undefined;
  return { dryRun, env, ...(contact === undefined ? {} : { contact }) };
}
