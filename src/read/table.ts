/** Finds the header or label that introduces each cell of a table. */
import type { RawBlock } from './blocks.ts';

/** A first cell with more words than this is content (a table used for layout), not the label of its row. */
const LABEL_WORDS = 10;

export class Table {
  #headers: (RawBlock | undefined)[] = [];
  #label: RawBlock | null = null;
  #row = -1;
  #column = 0;
  #span = 1;
  #header = false;

  startRow(): void {
    this.#row++;
    this.#column = -1;
    this.#span = 1;
    this.#label = null;
  }

  startCell(header: boolean, columns: number): void {
    this.#column += this.#span;
    this.#span = Math.min(Math.max(columns, 1), 100);
    this.#header = header;
  }

  /** Takes note of a block in the current cell and returns the block that introduces it. */
  introduce(block: RawBlock): RawBlock | null {
    if (this.#header && this.#row <= 0) {
      for (let column = 0; column < this.#span; column++) this.#headers[this.#column + column] ??= block;
      return null;
    }
    const header = this.#headers[this.#column];
    const label = this.#column > 0 && this.#label !== null && isLabel(this.#label) ? this.#label : null;
    if (this.#column <= 0) this.#label ??= block;
    return header !== undefined && header.draft.text !== '' ? header : label;
  }
}

function isLabel(block: RawBlock): boolean {
  return block.draft.text.split(' ', LABEL_WORDS + 1).length <= LABEL_WORDS;
}
