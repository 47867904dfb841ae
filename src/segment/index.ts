import type { Document, Sentence } from '../model.ts';

/** Splits each block of a page into sentences. */
export function segment(_document: Document): Sentence[] {
  return [];
}
