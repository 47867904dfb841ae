import type { Document, Source } from '../model.ts';

/** Reads a decoded page into blocks whose text maps back to the source. */
export function read(source: Source): Document {
  return { source, title: null, language: 'en', published: null, blocks: [], notices: [], directives: [] };
}
