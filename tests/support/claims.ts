import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'yaml';
import { findClaims } from '../../src/claims/index.ts';
import { type Lexicon, lexiconSchema } from '../../src/claims/lexicon-schema.ts';
import { type Vocabulary, vocabularySchema } from '../../src/evidence/schema.ts';
import type { Caveat, Claim, Document, Format, Sentence } from '../../src/model.ts';
import { read } from '../../src/read/index.ts';
import { segment } from '../../src/segment/index.ts';

const yaml = (path: URL): unknown => parse(readFileSync(path, 'utf8'));
const lexiconDir = new URL('../../rules/lexicon/', import.meta.url);

/** The word lists as the build compiles them. */
export const lexicon: Lexicon = lexiconSchema.parse(
  Object.fromEntries(
    readdirSync(lexiconDir).map((file) => [basename(file, '.yml'), yaml(new URL(file, lexiconDir))]),
  ),
);

const packs = ['regenerative-spine', 'regenerative-joints'].map((id) =>
  vocabularySchema.parse(yaml(new URL(`../../corpus/packs/${id}/vocabulary.yml`, import.meta.url))),
);

/** The terms of both packs. */
export const vocabulary: Vocabulary = {
  treatments: packs.flatMap((pack) => pack.treatments),
  conditions: packs.flatMap((pack) => pack.conditions),
  outcomes: packs.flatMap((pack) => pack.outcomes),
  instruments: packs.flatMap((pack) => pack.instruments),
};

export interface PageRead {
  readonly document: Document;
  readonly sentences: readonly Sentence[];
  readonly claims: readonly Claim[];
  readonly caveats: readonly Caveat[];
}

/** Reads a page given as text and finds its claims. */
export function claimsOf(text: string, format: Format = 'markdown'): PageRead {
  const document = read({ path: `page.${format}`, format, text, sha256: '', retrieved: null });
  const sentences = segment(document);
  return { document, sentences, ...findClaims(document, sentences, lexicon, vocabulary) };
}

/** The claims of a sentence, block or list that stands on a page with the heading `page`. */
export function claimsUnder(page: string, text: string): readonly Claim[] {
  const heading = `# ${page}\n\n`;
  return claimsOf(`${heading}${text}\n`).claims.filter(({ span }) => span.start.offset >= heading.length);
}
