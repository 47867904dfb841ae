/** Markup that text files still carry: links, emphasis, comment ends. */
import { append, type Draft, type Origin } from '../draft.ts';

const MARKUP =
  /!?\[([^[\]\n]{1,300})\]\(([^()\s]{1,600})(?:\s"[^"\n]{0,200}")?\)|(\*\*|__)(?=\S)|(?<=\S)(\*\*|__)|(https?:\/\/[^\s<>"“”]{3,600})|<!--|-->/g;
const URL_TAIL = /[.,;:!?)\]’']+$/;

/** Appends origin.text[from, to), taking off what only a renderer needs. */
export function appendInline(draft: Draft, origin: Origin, from: number, to: number): void {
  let done = from;
  const line = origin.text.slice(from, to);
  for (const match of line.matchAll(MARKUP)) {
    const start = from + match.index;
    const end = start + match[0].length;
    const [, label, href, , , url] = match;
    append(draft, origin, done, start);
    done = end;
    if (label !== undefined && href !== undefined) {
      const labelStart = start + match[0].indexOf('[') + 1;
      appendLink(draft, origin, labelStart, labelStart + label.length, href);
    } else if (url !== undefined) {
      const bare = url.replace(URL_TAIL, '');
      appendLink(draft, origin, start, start + bare.length, bare);
      done = start + bare.length;
    }
  }
  append(draft, origin, done, to);
}

function appendLink(draft: Draft, origin: Origin, from: number, to: number, href: string): void {
  const start = draft.text.length;
  append(draft, origin, from, to);
  draft.links.push({ start, end: draft.text.length, href });
}
