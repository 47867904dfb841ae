/** Requests in comments and front matter not to report a rule. */
import type { Directive, Span } from '../model.ts';
import type { Locate } from './position.ts';
import { isRecord } from './record.ts';

const COMMAND = /^claimlint-(disable-next-line|disable-line|disable-file|disable|enable)(?=\s|$)/;
const KINDS = new Map<string, Directive['kind']>([
  ['disable', 'disable'],
  ['enable', 'enable'],
  ['disable-line', 'disable-line'],
  ['disable-next-line', 'disable-next-line'],
  ['disable-file', 'disable-file'],
]);
const LONGEST_NAME = 80;

/**
 * Reads the text of a comment, without its delimiters, such as
 * `claimlint-disable-next-line overstatement/hype -- quoted from a patient (owner: Kim, expires: 2027-01-01)`.
 * Null where the comment is not addressed to claimlint.
 */
export function readDirective(comment: string, span: Span): Directive | null {
  const text = comment.trim();
  const command = COMMAND.exec(text);
  const kind = KINDS.get(command?.[1] ?? '');
  if (command === null || kind === undefined) return null;
  const [rules = '', ...reasons] = text.slice(command[0].length).split(' -- ');
  return {
    kind,
    rules: namesIn(rules.split(/[\s,]+/)),
    ...readReason(reasons.join(' -- ')),
    span,
  };
}

const COMMENT = /<!--\s{0,8}(claimlint-[^<>]{1,400}?)-->/g;

/** The requests in the comments of a text that is not parsed as markup. */
export function directivesIn(text: string, locate: Locate): Directive[] {
  return [...text.matchAll(COMMENT)].flatMap(({ index, 0: comment, 1: inside = '' }) => {
    return readDirective(inside, locate(index, index + comment.length)) ?? [];
  });
}

/** The reason, and the owner and expiry that may stand in brackets at its end. */
function readReason(text: string): Pick<Directive, 'reason' | 'owner' | 'expires'> {
  const open = text.lastIndexOf('(');
  const fields = new Map<string, string>();
  if (open >= 0 && text.trimEnd().endsWith(')')) {
    for (const field of text.slice(open + 1, text.lastIndexOf(')')).split(',')) {
      const [name = '', value = ''] = field.split(':', 2);
      fields.set(name.trim(), value.trim());
    }
  }
  const owner = fields.get('owner') ?? null;
  const expires = fields.get('expires') ?? null;
  const known = owner !== null || expires !== null;
  const reason = (known ? text.slice(0, open) : text).trim();
  return { reason: reason === '' ? null : reason, owner, expires };
}

/** Names as written: one that is no rule covers nothing, and must not come to mean every rule. */
function namesIn(words: readonly string[]): string[] {
  return words.filter((word) => word !== '').map((word) => word.slice(0, LONGEST_NAME).toLowerCase());
}

/** Reads the value of the front matter key `claimlint`: `disable: [rule, …]` or `disable: [{ rule, reason, … }]`. */
export function readFrontMatterDirectives(value: unknown, span: Span): Directive[] {
  if (!isRecord(value)) return [];
  const entries = Array.isArray(value.disable) ? value.disable : [value.disable];
  return entries.flatMap((entry: unknown): Directive[] => {
    const record = isRecord(entry) ? entry : { rule: entry };
    const named = [record.rule, record.rules].flat().filter((rule) => typeof rule === 'string');
    if (named.length === 0 && entry !== true) return [];
    const expires = textOf(record.expires) ?? textOf(value.expires);
    return [
      {
        kind: 'disable-file',
        rules: namesIn(named),
        reason: textOf(record.reason) ?? textOf(value.reason),
        owner: textOf(record.owner) ?? textOf(value.owner),
        expires,
        span,
      },
    ];
  });
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
