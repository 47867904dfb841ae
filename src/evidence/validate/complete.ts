/** Completeness: no field was left as the template or the importer wrote it. */
import { TODO } from '../import/draft.ts';
import { type Located, RECORD_FOLDERS } from '../load/read-pack.ts';
import type { Path } from '../load/yaml-source.ts';
import { type Check, Findings } from './check.ts';

export const complete: Check = {
  name: 'complete',
  needs: 'a record with text',
  run: ({ folder }) => {
    const findings = new Findings('complete');
    const { info, vocabulary, records } = folder;
    const all = [
      info,
      vocabulary,
      ...RECORD_FOLDERS.flatMap((name): readonly Located<object>[] => records[name]),
    ];
    for (const located of all) if (located !== null) checkTexts(located, located.record, [], findings);
    return findings;
  },
};

/** Every text below a value is something other than nothing and TODO. */
function checkTexts(located: Located<object>, value: unknown, path: Path, findings: Findings): void {
  if (typeof value === 'string') {
    const text = value.trim();
    findings.expect(
      text !== '' && text !== TODO,
      located,
      path,
      () => `${path.join('.')} is still to be filled in`,
    );
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      checkTexts(located, item, [...path, Array.isArray(value) ? Number(key) : key], findings);
    }
  }
}
