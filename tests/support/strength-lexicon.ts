import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import {
  caveatListSchema,
  modalityListSchema,
  relationListSchema,
  type StrengthLexicon,
} from '../../src/claims/strength/lexicon-schema.ts';

const list = (name: string) =>
  parse(readFileSync(new URL(`../../rules/lexicon/${name}.yml`, import.meta.url), 'utf8'));

/** The three word lists as the build compiles them. */
export const lexicon: StrengthLexicon = {
  modality: modalityListSchema.parse(list('modality')),
  relation: relationListSchema.parse(list('relation')),
  caveats: caveatListSchema.parse(list('caveats')),
};
