/** Feeds HTML to an assembler, token by token. The tokenizer is that of parse5; no tree is built. */
import { type Token, Tokenizer, TokenizerMode } from 'parse5';
import type { Assembler } from '../assembler.ts';
import { rawBlock } from '../blocks.ts';
import { endIn, type Origin, startIn } from '../draft.ts';
import type { Attributes } from '../elements.ts';
import { appendHtmlText } from '../references.ts';

/** Half-open range of offsets in the origin's text. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Hears what a page says besides its text. */
export interface HtmlListener {
  /** A start tag; `placeOf` gives the place of an attribute's value, null where it has none. */
  tag?(name: string, attributes: Attributes, placeOf: (attribute: string) => Stretch | null): void;
  /** The content of a script element. */
  script?(attributes: Attributes, content: Stretch): void;
  comment?(comment: Stretch): void;
}

const MODES = new Map([
  ['title', TokenizerMode.RCDATA],
  ['textarea', TokenizerMode.RCDATA],
  ['style', TokenizerMode.RAWTEXT],
  ['xmp', TokenizerMode.RAWTEXT],
  ['iframe', TokenizerMode.RAWTEXT],
  ['noembed', TokenizerMode.RAWTEXT],
  ['noframes', TokenizerMode.RAWTEXT],
  ['script', TokenizerMode.SCRIPT_DATA],
]);

/** Reads origin.text[from, to) as a fragment of HTML in the place where the assembler stands. Linear. */
export function feedHtml(
  assembler: Assembler,
  origin: Origin,
  from: number,
  to: number,
  listener: HtmlListener,
): void {
  const html = origin.text.slice(from, to);
  let done = 0;
  let script: Attributes | null = null;
  const textUpTo = (offset: number): void => {
    const content = { from: from + done, to: from + offset };
    if (content.to <= content.from) return;
    if (script !== null) listener.script?.(script, content);
    else assembler.text((draft) => appendHtmlText(draft, origin, content.from, content.to));
    done = offset;
  };
  /** Reads the text before a token and returns the token's own place. */
  const reach = ({ location }: Token.Token): Stretch => {
    textUpTo(location?.startOffset ?? done);
    const start = done;
    done = location?.endOffset ?? done;
    return { from: from + start, to: from + done };
  };
  const startTag = (token: Token.TagToken): void => {
    const place = reach(token);
    const { tagName } = token;
    const attributes = new Map(token.attrs.map(({ name, value }) => [name, value]));
    const placeOf = (attribute: string): Stretch | null => placeOfValue(html, token, attribute, from);
    listener.tag?.(tagName, attributes, placeOf);
    if (token.selfClosing && (assembler.skips || tagName === 'svg' || tagName === 'math')) return;
    const mode = MODES.get(tagName);
    if (mode !== undefined) tokenizer.state = mode;
    if (tagName === 'script') script = attributes;
    assembler.start(tagName, attributes);
    if (tagName === 'br') assembler.lineBreak(startIn(origin, place.from), endIn(origin, place.to));
    if (tagName === 'img' || tagName === 'area') describeImage(assembler, origin, placeOf('alt'));
  };
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag: startTag,
      onEndTag(token) {
        reach(token);
        script = null;
        assembler.end(token.tagName);
      },
      onComment(token) {
        listener.comment?.(reach(token));
      },
      onDoctype: reach,
      onEof() {
        textUpTo(html.length);
      },
      onCharacter() {},
      onNullCharacter() {},
      onWhitespaceCharacter() {},
    },
  );
  tokenizer.write(html, true);
}

function describeImage(assembler: Assembler, origin: Origin, alt: Stretch | null): void {
  if (alt === null) return;
  const block = rawBlock('alt');
  appendHtmlText(block.draft, origin, alt.from, alt.to);
  assembler.aside(block);
}

/** Where the value of an attribute stands, without its quotes. */
function placeOfValue(html: string, token: Token.TagToken, name: string, base: number): Stretch | null {
  const place = token.location?.attrs?.[name];
  if (place === undefined) return null;
  const written = html.slice(place.startOffset, place.endOffset);
  const opening = /^[^=]*=\s*(["']?)/.exec(written);
  if (opening === null) return null;
  const from = base + place.startOffset + opening[0].length;
  return { from, to: base + place.endOffset - (opening[1] ?? '').length };
}
