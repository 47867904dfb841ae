/** The links of an HTML page. */
import { type Token, Tokenizer, TokenizerMode } from 'parse5';

/** Elements whose content is text, whatever stands in it. */
const TEXT_ONLY = new Map([
  ['script', TokenizerMode.SCRIPT_DATA],
  ['style', TokenizerMode.RAWTEXT],
  ['textarea', TokenizerMode.RCDATA],
  ['title', TokenizerMode.RCDATA],
]);

/** Where a reference on the page leads from: the page's address, or what its `base` element says. */
export interface PageLinks {
  readonly base: string;
  /** As written, in the order of the page. */
  readonly references: readonly string[];
}

/** The references of `a` and `area` elements. Linear in the length of the page. */
export function linksOf(html: string, address: string): PageLinks {
  const references: string[] = [];
  let base: string | null = null;
  const tokenizer = new Tokenizer(
    {},
    {
      onStartTag({ tagName, attrs }) {
        const mode = TEXT_ONLY.get(tagName);
        if (mode !== undefined) tokenizer.state = mode;
        if (tagName !== 'a' && tagName !== 'area' && tagName !== 'base') return;
        const href = hrefOf(attrs);
        if (href === null) return;
        if (tagName === 'base') base ??= href;
        else references.push(href);
      },
      onEndTag: () => undefined,
      onCharacter: () => undefined,
      onWhitespaceCharacter: () => undefined,
      onNullCharacter: () => undefined,
      onComment: () => undefined,
      onDoctype: () => undefined,
      onEof: () => undefined,
    },
  );
  tokenizer.write(html, true);
  return { base: resolveBase(base, address), references };
}

function hrefOf(attributes: readonly Token.Attribute[]): string | null {
  return attributes.find(({ name }) => name === 'href')?.value.trim() ?? null;
}

function resolveBase(base: string | null, address: string): string {
  return base !== null && URL.canParse(base, address) ? new URL(base, address).href : address;
}
