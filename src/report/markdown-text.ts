/** Text of a page inside Markdown that a site renders: it must neither format nor link nor embed. */
import { plain } from './text.ts';

/** Escaped for a paragraph, a list item or a table cell of GitHub's Markdown, on one line. */
export function escapeMarkdown(text: string): string {
  return escapePlain(plain(text));
}

/** The same for a part of a text that is plain already, with the spaces at its ends. */
export function escapePlain(text: string): string {
  return text
    .replace(/[\\`*_[\]|~]/g, '\\$&')
    .replace(/^(?=[-+#=])/, '\\')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/@(?=\w)/g, '@\u200b')
    .replace(/\b(https?):\/\//gi, '$1:&#47;&#47;')
    .replace(/\bwww\./gi, 'www&#46;');
}

/** A link; only http(s) addresses become one. */
export function markdownLink(text: string, address: string): string {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return escapeMarkdown(text);
  return `[${escapeMarkdown(text)}](<${new URL(address).href.replace(/[<>]/g, encodeURIComponent)}>)`;
}
