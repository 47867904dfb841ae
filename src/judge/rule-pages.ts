/** Writes docs/rules/: a page a rule and an index. Run by scripts/rules.mjs. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { joinPacks } from '../evidence/index.ts';
import { compilePacks, compileRules } from '../evidence/load/compile.ts';
import { ruleIndex, rulePage } from './rule-page.ts';

/** The pages by their path below docs/rules/, from the rules and packs in the current folder. */
export async function rulePages(): Promise<Map<string, string>> {
  const { rules } = await compileRules('rules');
  const evidence = joinPacks(await compilePacks('corpus/packs'));
  const pages = new Map(rules.map((rule) => [`${rule.id}.md`, `${rulePage(rule, evidence)}\n`]));
  return pages.set('README.md', `${ruleIndex(rules)}\n`);
}

/** Paths whose page is missing, differs, or belongs to no rule. */
export async function stalePages(folder: string): Promise<string[]> {
  const pages = await rulePages();
  const stale: string[] = [];
  for (const [path, text] of pages) {
    const found = await readFile(join(folder, path), 'utf8').catch(() => null);
    if (found !== text) stale.push(path);
  }
  const files = await readdir(folder, { recursive: true }).catch(() => []);
  const orphans = files.filter((file) => file.endsWith('.md') && !pages.has(file.replaceAll('\\', '/')));
  return [...stale, ...orphans].sort();
}

/** Replaces the folder's pages. */
export async function writePages(folder: string): Promise<number> {
  const pages = await rulePages();
  await rm(folder, { recursive: true, force: true });
  for (const [path, text] of pages) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return pages.size;
}
