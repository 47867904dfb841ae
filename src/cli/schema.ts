/** `claimlint schema`: the JSON Schema of the report, for editors and validators. */
import { Command } from 'commander';
import type { Streams } from './streams.ts';

export function schemaCommand(streams: Streams): Command {
  return new Command('schema').description('print the JSON Schema of the report').action(async () => {
    const { reportJsonSchema } = await import('../report/schema.ts');
    await streams.out(`${JSON.stringify(reportJsonSchema(), null, 2)}\n`);
  });
}
