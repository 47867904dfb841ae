/** Pieces of the dossier's Markdown. */
import { plain } from './text.ts';
import { webAddress } from './web-address.ts';

/** What GitHub's Markdown makes links and mentions of; some readers do so even where it is escaped. */
const BECOMES_A_LINK = /@(?=\w)|\b(?:https?|ftp):(?=\/\/)|\bwww(?=\.)/gi;

/**
 * Text of a page or pack on one line, which formats, links and embeds nothing, wherever in a line it stands.
 * Escapes no more than that takes: a dossier is read as plain text too.
 */
export function text(words: string): string {
  return plain(words)
    .replace(/[\\`*_[\]|~$]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/^([#+=-]|\d{1,9}(?=[.)]))/, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`))
    .replace(BECOMES_A_LINK, '$&\u200b');
}

/** An address as a link of its own, or behind words; only http(s) addresses become one. */
export function link(address: string, words?: string): string {
  const href = webAddress(address)?.replace(/[<>|]/g, encodeURIComponent) ?? null;
  if (href === null) return text(words ?? address);
  return words === undefined ? `<${href}>` : `[${text(words)}](<${href}>)`;
}

/** Items that are Markdown already. */
export function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

/** A row or a head of a table from cells that are Markdown already. */
export function row(cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |`;
}

/**
 * JSON in a fenced block. Escapes what would turn the direction of writing or hide in it; the text that the JSON
 * stands for stays the page's own.
 */
export function jsonBlock(value: object): string {
  const json = JSON.stringify(value, null, 2).replace(
    /[\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `\`\`\`json\n${json}\n\`\`\``;
}
