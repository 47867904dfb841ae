/** The pack of three studies that docs/evidence-packs.md walks through, as files. */
import { readFileSync } from 'node:fs';

/** File text by path below the pack's folder, as the guide prints it. */
export function examplePack(): Record<string, string> {
  const guide = readFileSync(new URL('../../docs/evidence-packs.md', import.meta.url), 'utf8');
  const blocks = [...guide.matchAll(/```yaml\n# migraine\/(\S+)\n([^`]*)```/g)];
  return Object.fromEntries(blocks.map(([, path = '', text = '']) => [path, text]));
}

/** The pack with `from` replaced by `to` in one of its files. Throws where the file does not hold `from`. */
export function changedPack(path: string, from: string, to: string): Record<string, string> {
  const files = examplePack();
  const text = files[path];
  if (text === undefined || !text.includes(from)) throw new Error(`no “${from}” in ${path}`);
  return { ...files, [path]: text.replace(from, to) };
}
