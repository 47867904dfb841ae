// Bundles the citation stage from its source, so that the bench needs no build.
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));

export async function loadCitations() {
  const { outputFiles } = await build({
    stdin: {
      contents: ['library', 'resolve', 'parse-reference', 'fold', 'work', 'identifiers']
        .map((name) => `export * from './src/citations/${name}.ts';`)
        .join('\n'),
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    write: false,
    logLevel: 'warning',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  const folder = await mkdtemp(join(root, 'node_modules', '.citations-bench-'));
  const file = join(folder, 'citations.mjs');
  await writeFile(file, outputFiles[0].contents);
  try {
    return await import(pathToFileURL(file).href);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A file of the public data sets, or null with a message where it is absent. */
export function dataset(name) {
  const file = fileURLToPath(new URL(`../../../shared/bench/${name}`, import.meta.url));
  if (existsSync(file)) return file;
  console.error(`skipped: ${name} is not here`);
  return null;
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const percent = (part, whole) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);
