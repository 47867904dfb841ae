/** Names of the places in the report, and links to the outside. */
import { webAddress } from '../web-address.ts';
import { html, type Markup } from './markup.ts';

/** Ids of elements: numbers from 1, never a text of the page. */
export const pageId = (page: number): string => `page-${page}`;
export const noteId = (page: number, note: number): string => `page-${page}-note-${note}`;
export const textId = (page: number, note: number): string => `page-${page}-text-${note}`;
export const sourceId = (reference: number): string => `source-${reference}`;

/** A link that tells the other site nothing; words alone where the address is not http(s). */
export function outsideLink(address: string | null, words: string): Markup {
  const href = address === null ? null : webAddress(address);
  if (href === null) return html`<span>${words}</span>`;
  return html`<a class="out" href="${href}" rel="noopener noreferrer nofollow" target="_blank">${words}</a>`;
}
