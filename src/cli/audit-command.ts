/** The words and options of `claimlint audit`; the work is in `audit.ts`, loaded when it runs. */
import { Command } from 'commander';
import type { AuditSettings } from './audit.ts';
import { today } from './clock.ts';
import { addRunOptions, type RunOptions, runSettings } from './run-options.ts';
import type { Streams } from './streams.ts';

interface CommanderOptions extends RunOptions, Pick<AuditSettings, 'stdinFilename' | 'changedSince'> {
  readonly printConfig: boolean;
}

export function auditCommand(streams: Streams, exit: (code: number) => void): Command {
  const command = new Command('audit')
    .description('audit files, folders, globs, addresses, or - for standard input (the default command)')
    .argument('[paths...]', 'what to audit');
  return addRunOptions(command, 'terminal')
    .option('--changed-since <commit>', 'report only what the changes since a commit are answerable for')
    .option('--stdin-filename <name>', 'read standard input as a page of this name')
    .option('--print-config', 'print what holds for the page that is named, and audit nothing', false)
    .action(async (words: string[], options: CommanderOptions) => {
      const settings = { today: today(), ...runSettings(options, 'terminal', streams) };
      if (options.printConfig) {
        const { printConfig } = await import('./print-config.ts');
        return printConfig(words[0], settings, streams);
      }
      const { runAudit } = await import('./audit.ts');
      exit(await runAudit(words, settings, streams));
    });
}
