/** `claimlint schema`: the JSON Schemas of the report and of the configuration, for editors and validators. */
import { Argument, Command } from 'commander';
import type { Streams } from './streams.ts';

const SCHEMAS = {
  report: async () => (await import('../report/schema.ts')).reportJsonSchema(),
  config: async () => (await import('./config-schema.ts')).configJsonSchema(),
};

export function schemaCommand(streams: Streams): Command {
  return new Command('schema')
    .description('print the JSON Schema of the report, or of the configuration')
    .addArgument(new Argument('[of]', 'report or config').choices(Object.keys(SCHEMAS)).default('report'))
    .action(async (of: keyof typeof SCHEMAS) => {
      await streams.out(`${JSON.stringify(await SCHEMAS[of](), null, 2)}\n`);
    });
}
