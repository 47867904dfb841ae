/** Tells one build of the code and its data from another. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

/**
 * A hash (hexadecimal) of the code that runs and of the compiled packs, rules and word lists: what was found
 * by a build of another hash may not be what this one finds. The version alone does not tell: a package that
 * is installed from a repository keeps it over many commits.
 */
export function buildHash(): string {
  const hash = createHash('sha256');
  for (const folder of [new URL('.', import.meta.url), new URL('../data/', import.meta.url)]) {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    for (const name of names.filter(decides).sort()) {
      hash.update(name).update(readFileSync(new URL(name.replaceAll('\\', '/'), folder)));
    }
  }
  return hash.digest('hex');
}

function decides(name: string): boolean {
  return /\.(m?js|ts|json)$/.test(name) && !name.endsWith('.d.ts');
}
