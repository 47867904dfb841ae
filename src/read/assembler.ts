/**
 * Assembles blocks from a stream of elements and text. HTML drives it with its tags, Markdown with the tags
 * that it stands for, so that both give the same blocks for the same page. Nothing recurses: the open elements
 * are a list, and each step looks at a bounded number of them.
 */
import type { Region } from '../model.ts';
import { type RawBlock, rawBlock } from './blocks.ts';
import { appendSpace, type Draft } from './draft.ts';
import {
  type Attributes,
  BLOCK,
  ENDS_PARAGRAPH,
  GAP,
  isSkipped,
  regionOf,
  SIBLINGS,
  VOID,
} from './elements.ts';
import { type Open, paragraphPlace, ROOT } from './open-element.ts';
import { couldBeTitle, introducesList } from './shapes.ts';
import { Table } from './table.ts';

/** How many open elements a search for a start tag looks at, where not each step closes one. */
const REACH = 64;

export class Assembler {
  readonly #blocks: RawBlock[] = [];
  readonly #open: Open[];
  readonly #openCount = new Map<string, number>();
  #current: RawBlock | null = null;
  #currentOwner = 0;
  #currentBold = 0;
  /** Blocks that were met inside the current one and follow it. */
  #waiting: RawBlock[] = [];
  #last: RawBlock | null = null;
  #lastOwner = 0;
  #lastLevel = 1;
  #link: { readonly href: string; from: number } | null = null;
  #gap: 'none' | 'ended' | 'between' = 'none';
  #ids = 0;

  constructor(region: Region = 'body') {
    this.#open = [{ ...ROOT, region }];
  }

  /** The region in which text would stand now. */
  get region(): Region {
    return this.#top.region;
  }

  get skips(): boolean {
    return this.#top.skip;
  }

  start(name: string, attributes: Attributes): void {
    this.#closeImplied(name);
    if (name === 'hr') this.#flush();
    if (!VOID.has(name)) this.#push(name, attributes);
  }

  /** Ends the nearest open element of that name and what is open in it; an end without a start does nothing. */
  end(name: string): void {
    const block = BLOCK.has(name);
    if ((this.#openCount.get(name) ?? 0) === 0) {
      if (block) this.#flush();
      return;
    }
    const lowest = block ? 1 : Math.max(1, this.#open.length - REACH);
    for (let index = this.#open.length - 1; index >= lowest; index--) {
      const element = this.#open[index];
      if (element?.name === name) {
        this.#closeThrough(index);
        return;
      }
      if (!block && element?.block) return;
    }
  }

  /** Lets `write` append to the block that is open here; does nothing where text is skipped. */
  text(write: (draft: Draft) => void): void {
    const element = this.#top;
    if (element.skip) return;
    this.#current ??= this.#openBlock();
    const { draft } = this.#current;
    const before = draft.text.length;
    write(draft);
    if (draft.text.length === before) return;
    if (this.#gap === 'between') draft.seams.push(before);
    this.#gap = 'none';
    if (element.bold) this.#currentBold += draft.text.length - before;
  }

  lineBreak(start: number, end: number): void {
    if (this.#current === null) return;
    appendSpace(this.#current.draft, start, end);
    this.#current.draft.breaks.push(this.#current.draft.text.length);
  }

  /** Adds a block of its own, such as the description of an image, after the one that is open. */
  aside(block: RawBlock): void {
    if (this.#top.skip || this.#top.region === 'boilerplate') return;
    if (this.#current === null) this.#blocks.push(block);
    else this.#waiting.push(block);
  }

  /** Adds blocks that are no part of the page's text, such as its description, where they stand. */
  insert(blocks: readonly RawBlock[]): void {
    if (this.#current === null) this.#blocks.push(...blocks);
    else this.#waiting.push(...blocks);
  }

  finish(): RawBlock[] {
    this.#closeThrough(1);
    this.#flush();
    return this.#blocks;
  }

  get #top(): Open {
    return this.#open.at(-1) ?? ROOT;
  }

  #push(name: string, attributes: Attributes): void {
    const parent = this.#top;
    const block = BLOCK.has(name);
    if (block) this.#flush();
    const id = ++this.#ids;
    const region = regionOf(name, attributes, parent.region);
    const heading = /^h([1-6])$/.exec(name);
    const inherited = block ? null : parent.level;
    this.#open.push({
      name,
      block,
      region,
      skip: parent.skip || isSkipped(name, attributes),
      bold: name === 'strong' || name === 'b' || (!block && parent.bold),
      level: heading === null ? inherited : Number(heading[1]),
      owner: block ? id : parent.owner,
      ownerParent: block ? parent.owner : parent.ownerParent,
      paragraph: paragraphPlace(name, block, parent, this.#open.length),
      leadIn: region === 'heading' && parent.region !== 'heading' ? null : this.#leadIn(name, parent),
      table: name === 'table' ? new Table() : parent.table,
      from: this.#current?.draft.text.length ?? 0,
    });
    this.#openCount.set(name, (this.#openCount.get(name) ?? 0) + 1);
    if (name === 'tr') parent.table?.startRow();
    if (name === 'td' || name === 'th')
      parent.table?.startCell(name === 'th', Number(attributes.get('colspan')) || 1);
    if (name === 'a') this.#startLink(attributes.get('href'));
    if (this.#gap === 'ended' && GAP.has(name)) this.#gap = 'between';
  }

  #leadIn(name: string, parent: Open): RawBlock | null {
    if (name !== 'ul' && name !== 'ol') return parent.leadIn;
    const last = this.#last;
    if (last === null || last.level !== null || last.region === 'boilerplate') return parent.leadIn;
    const beside = this.#lastOwner === parent.owner || last.parent === parent.owner;
    const introduces = last.draft.text.trimEnd().endsWith(':') || (beside && introducesList(last.draft.text));
    return introduces ? last : parent.leadIn;
  }

  #startLink(href: string | undefined): void {
    this.#endLink();
    if (href !== undefined) this.#link = { href, from: this.#current?.draft.text.length ?? 0 };
  }

  #endLink(): void {
    this.#markLink();
    this.#link = null;
  }

  /** Writes the open link to the current draft; where it goes on in the next block, it begins there anew. */
  #markLink(): void {
    const link = this.#link;
    const draft = this.#current?.draft;
    if (link === null) return;
    const { from } = link;
    link.from = 0;
    if (draft === undefined || from >= draft.text.length) return;
    const range = { start: from, end: draft.text.length };
    draft.links.push({ ...range, href: link.href });
    if (link.href.startsWith('#')) draft.raised.push({ ...range, kind: 'link' });
  }

  #openBlock(): RawBlock {
    const element = this.#top;
    const block = rawBlock(element.region, element.ownerParent);
    block.level = element.level;
    block.leadIn = element.table?.introduce(block) ?? element.leadIn;
    this.#currentOwner = element.owner;
    this.#currentBold = 0;
    return block;
  }

  #flush(): void {
    this.#markLink();
    const block = this.#current;
    if (block !== null && block.draft.text.trim() !== '') {
      this.#settle(block);
      this.#blocks.push(block);
      this.#last = block;
      this.#lastOwner = this.#currentOwner;
    }
    this.#current = null;
    this.#blocks.push(...this.#waiting);
    this.#waiting = [];
    this.#gap = 'none';
  }

  /** Settles what only the whole text of a block shows. */
  #settle(block: RawBlock): void {
    const text = block.draft.text.trimEnd();
    if (block.region === 'question' && !text.endsWith('?')) block.region = 'heading';
    const bold = this.#currentBold >= text.length;
    if (block.region === 'body' && block.level === null && bold && couldBeTitle(text)) {
      block.region = 'heading';
      block.level = Math.min(this.#lastLevel + 1, 6);
    } else if (block.level !== null) this.#lastLevel = block.level;
  }

  #pop(): void {
    const element = this.#open.pop();
    if (element === undefined) return;
    this.#openCount.set(element.name, (this.#openCount.get(element.name) ?? 1) - 1);
    if (element.name === 'a') this.#endLink();
    if (element.block) this.#flush();
    else if (element.name === 'sup') this.#endRaised(element.from);
    if (GAP.has(element.name)) this.#gap = 'ended';
    if (element.name === 'summary' || element.name === 'dt') this.#answerFollows(element);
  }

  #endRaised(from: number): void {
    const draft = this.#current?.draft;
    if (draft === undefined || from >= draft.text.length) return;
    draft.raised.push({ start: from, end: draft.text.length, kind: 'raised' });
  }

  /** What stands beside a summary, or under a term, belongs to it. */
  #answerFollows({ name, region }: Open): void {
    const parent = this.#top;
    const question = this.#last;
    if (question === null) return;
    const asks = question.draft.text.trimEnd().endsWith('?');
    if (name === 'dt' && asks && region === 'list') question.region = 'question';
    const open = parent.region === 'body' || parent.region === 'list' || parent.region === 'answer';
    const answers = asks && open ? 'answer' : parent.region;
    this.#open[this.#open.length - 1] = { ...parent, leadIn: question, region: answers };
  }

  /** Closes all elements from the place `index` of the list of open ones. */
  #closeThrough(index: number): void {
    while (this.#open.length > Math.max(index, 1)) this.#pop();
  }

  #closeImplied(name: string): void {
    const { paragraph } = this.#top;
    if (paragraph > 0 && ENDS_PARAGRAPH.has(name)) this.#closeThrough(paragraph);
    const sibling = SIBLINGS.get(name);
    if (sibling === undefined) return;
    let outermost = -1;
    for (let index = this.#open.length - 1; index > 0 && index > this.#open.length - REACH; index--) {
      const element = this.#open[index];
      if (element === undefined || sibling.within.has(element.name)) break;
      if (sibling.closes.has(element.name)) outermost = index;
    }
    if (outermost > 0) this.#closeThrough(outermost);
  }
}
