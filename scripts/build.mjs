#!/usr/bin/env node
// Builds the package: compiles packs, rules and lexicon to data/*.json, bundles the library and the CLI
// into dist/, and emits the type declarations.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  // Bundled CommonJS dependencies call require; an ES module has none unless it is made.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  logLevel: 'warning',
};

rmSync('dist', { recursive: true, force: true });
rmSync('data', { recursive: true, force: true });
mkdirSync('data');

// The compiler of packs and rules needs YAML and zod; the audit does not load them.
await build({ ...common, entryPoints: ['src/evidence/compile-cli.ts'], outfile: 'dist/build/compile.js' });
execFileSync(process.execPath, ['dist/build/compile.js'], { stdio: 'inherit' });
rmSync('dist', { recursive: true, force: true });

await build({
  ...common,
  entryPoints: { index: 'src/index.ts', cli: 'src/cli/main.ts' },
  outdir: 'dist',
  splitting: true,
  chunkNames: 'chunk-[hash]',
  minifySyntax: true,
  legalComments: 'external',
});
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
  stdio: 'inherit',
});
