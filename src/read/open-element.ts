import type { Region } from '../model.ts';
import type { RawBlock } from './blocks.ts';
import type { Table } from './table.ts';

/** An element that has started and not ended. */
export interface Open {
  readonly name: string;
  readonly block: boolean;
  readonly region: Region;
  readonly skip: boolean;
  readonly bold: boolean;
  readonly level: number | null;
  /** Nearest enclosing block element, itself included, and the one above that. */
  readonly owner: number;
  readonly ownerParent: number;
  /** Place, in the list of open elements, of the paragraph that a new block would end; -1 for none. */
  readonly paragraph: number;
  /** What introduces the text in it: a lead-in, a question. */
  readonly leadIn: RawBlock | null;
  readonly table: Table | null;
  /** Length of the draft at the start. */
  readonly from: number;
}

/** Stands for the page itself. */
export const ROOT: Open = {
  name: '',
  block: true,
  region: 'body',
  skip: false,
  bold: false,
  level: null,
  owner: 0,
  ownerParent: 0,
  paragraph: -1,
  leadIn: null,
  table: null,
  from: 0,
};

/** Where the paragraph stands that a new block in this element would end. */
export function paragraphPlace(name: string, block: boolean, parent: Open, place: number): number {
  if (name === 'p') return place;
  return block ? -1 : parent.paragraph;
}
