#!/usr/bin/env node
// Builds the package: compiles packs, rules and lexicon to data/*.json, bundles the library and the CLI into
// dist/, writes the licences of what was bundled and the JSON Schemas, and emits the type declarations. npm
// runs it as `prepare`: after `npm ci`, before `npm pack`, and when the package is installed from git.
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { licenceNotices } from './licences.mjs';

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

function run(...command) {
  try {
    execFileSync(process.execPath, command, { stdio: 'inherit' });
  } catch (error) {
    process.exit(error.status ?? 1);
  }
}

rmSync('dist', { recursive: true, force: true });

// The compiler of packs and rules needs YAML and zod; the audit does not load them.
await build({ ...common, entryPoints: ['src/evidence/compile-cli.ts'], outfile: 'dist/build/compile.js' });
run('dist/build/compile.js');
rmSync('dist/build', { recursive: true });

const { metafile } = await build({
  ...common,
  entryPoints: { index: 'src/index.ts', cli: 'src/cli/main.ts' },
  outdir: 'dist',
  splitting: true,
  chunkNames: 'chunk-[hash]',
  minifySyntax: true,
  legalComments: 'none',
  metafile: true,
});
writeFileSync('dist/THIRD-PARTY-LICENSES.txt', licenceNotices(metafile));
for (const of of ['report', 'config']) {
  const schema = execFileSync(process.execPath, ['dist/cli.js', 'schema', of]);
  writeFileSync(`dist/${of}.schema.json`, schema);
}
run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json');
