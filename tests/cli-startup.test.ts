import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

/** Packages that the entry loads at once, without those behind a dynamic import. */
async function loadedAtOnce(entry: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [fileURLToPath(new URL(`../${entry}`, import.meta.url))],
    bundle: true,
    write: false,
    outdir: 'unused',
    metafile: true,
    platform: 'node',
    format: 'esm',
    splitting: true,
    logLevel: 'silent',
  });
  const waiting = [entry];
  const loaded = new Set(waiting);
  for (let input = waiting.pop(); input !== undefined; input = waiting.pop()) {
    for (const { path, kind } of metafile.inputs[input]?.imports ?? []) {
      if (kind === 'dynamic-import' || loaded.has(path)) continue;
      loaded.add(path);
      waiting.push(path);
    }
  }
  const packages = [...loaded].flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
  return [...new Set(packages)].sort();
}

it('an audit starts without schemas, globs, colours and the tools of language', async () => {
  expect(await loadedAtOnce('src/cli/main.ts')).toEqual(['commander']);
  const audit = await loadedAtOnce('src/cli/audit.ts');
  for (const heavy of ['zod', 'compromise', 'picocolors', 'tinyglobby']) {
    expect(audit).not.toContain(heavy);
  }
});
