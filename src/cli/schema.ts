/** `claimlint schema`: the JSON Schema of the report, for editors and validators. */
import { reportJsonSchema } from '../report/schema.ts';
import type { Streams } from './streams.ts';

export async function runSchema(streams: Streams): Promise<number> {
  await streams.out(`${JSON.stringify(reportJsonSchema(), null, 2)}\n`);
  return 0;
}
