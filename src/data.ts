/** The packs, rules and word lists that come with the package, as compiled when it was built. */
import { readFileSync } from 'node:fs';
import type { Lexicon } from './claims/lexicon.ts';
import type { CompiledPack } from './evidence/schema.ts';
import type { Rule } from './judge/rule.ts';

/** Raised with every change of the compiled files' layout. */
export const DATA_FORMAT = 1;

export interface BuiltIn {
  readonly packs: readonly CompiledPack[];
  readonly rules: readonly Rule[];
  readonly lexicon: Lexicon;
}

/**
 * Reads data/packs.json and data/rules.json beside the package's code. Throws where they are missing or
 * were compiled for another layout.
 */
export function loadBuiltIn(): BuiltIn {
  const { packs } = readCompiled<{ packs: CompiledPack[] }>('packs.json');
  const { rules, lexicon } = readCompiled<{ rules: Rule[]; lexicon: Lexicon }>('rules.json');
  return { packs, rules, lexicon };
}

/**
 * The one border where JSON is believed without a schema: the build wrote this file from records that had
 * passed theirs, and reading them again with zod would double the start-up time. The format number tells
 * a file of another build.
 */
function readCompiled<Shape>(name: string): Shape {
  const file = new URL(`../data/${name}`, import.meta.url);
  const content: Shape & { format?: unknown } = JSON.parse(readFileSync(file, 'utf8'));
  if (content.format !== DATA_FORMAT) {
    throw new Error(`${file.pathname} has format ${String(content.format)}, not ${DATA_FORMAT}: build again`);
  }
  return content;
}
