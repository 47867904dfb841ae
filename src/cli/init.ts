/** `claimlint init`: a configuration, a lock, a workflow and a pre-commit entry to begin with. */
import { mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { CONFIG_NAMES, loadConfig } from './config.ts';
import { CliError, systemErrorCode, toFailure } from './failure.ts';
import { LOCK_NAME, writeLock } from './lock.ts';
import type { Streams } from './streams.ts';
import { writeWhole } from './write.ts';

export function initCommand(streams: Streams): Command {
  return new Command('init')
    .description(
      'write a configuration, a lock of the packs, a GitHub workflow and a pre-commit entry; nothing is overwritten',
    )
    .action(() => init(streams));
}

interface StarterFile {
  readonly path: string;
  readonly text: string;
  /** Files that do the same: where one of them is there, this one is not written. */
  readonly insteadOf: readonly string[];
}

const FILES: readonly StarterFile[] = [
  {
    path: 'claimlint.config.yml',
    insteadOf: CONFIG_NAMES,
    text: `# yaml-language-server: $schema=node_modules/claimlint/dist/config.schema.json
# Settings of claimlint; all of them are optional. \`claimlint schema config\` prints what may stand here,
# and \`claimlint --print-config page.md\` what holds for a page.

# Where the pages are published (US, UK, EU, AU, CA, JP); without it each page is searched for cues.
# jurisdiction: US

# Exit with 1 from this severity on: error, warning, info, none.
failOn: error

# Rules and families of rules: off, info, warning, error.
rules: {}
#  overstatement/hype: info

# Files that are never audited, as in .gitignore.
ignore: []
#  - drafts/

# Settings for some files; a later entry wins.
overrides: []
#  - files: [blog/archive/**]
#    rules:
#      missing-caveat: info
`,
  },
  {
    path: '.github/workflows/claimlint.yml',
    insteadOf: [],
    text: `name: claimlint
on: [pull_request]
permissions:
  contents: read
jobs:
  claims:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: npx --yes claimlint@0.1 . --format github --fail-on none
`,
  },
  {
    path: '.pre-commit-config.yaml',
    insteadOf: [],
    text: `repos:
  - repo: local
    hooks:
      - id: claimlint
        name: claimlint
        entry: npx --no-install claimlint
        language: system
        types_or: [markdown, html, mdx]
`,
  },
];

/** Writes the files that are not there and says of each what was done. */
async function init(streams: Streams): Promise<void> {
  for (const { path, text, insteadOf } of FILES) {
    const there = await firstThere(streams.cwd, [path, ...insteadOf]);
    if (there !== null) {
      await streams.out(`left alone  ${there} is there already\n`);
      continue;
    }
    const file = join(streams.cwd, path);
    try {
      await mkdir(dirname(file), { recursive: true });
      await writeWhole(file, text);
    } catch (error) {
      if (systemErrorCode(error) === null) throw error;
      throw new CliError('cannot-write', `cannot write ${path}: ${toFailure(path, error).message}`);
    }
    await streams.out(`written     ${path}\n`);
  }
  await lock(streams);
}

async function lock(streams: Streams): Promise<void> {
  const { folder } = await loadConfig(streams.cwd);
  const there = (await firstThere(folder, [LOCK_NAME])) !== null;
  if (there) await streams.out(`left alone  ${LOCK_NAME} is there already\n`);
  else await streams.out(`written     ${(await writeLock(streams)).file}\n`);
}

async function firstThere(folder: string, names: readonly string[]): Promise<string | null> {
  for (const name of names) {
    if ((await stat(join(folder, name)).catch(() => null)) !== null) return name;
  }
  return null;
}
