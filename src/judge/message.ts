/** Fills the templates of a rule. */
import { shorten } from './quote.ts';

/** The value of a placeholder; null where there is none. */
export type Facts = (name: string) => string | null;

/** Facts that are there already. */
export function factsFrom(values: Readonly<Record<string, string>>): Facts {
  const known = new Map(Object.entries(values));
  return (name) => known.get(name) ?? null;
}

const PLACEHOLDER = /\{([a-z]+)\}/gi;

/** A message is read at the edge of a screen: what does not fit gives way to the rule's next template. */
const LONGEST = 200;

/** Fewer UTF-16 units would no longer tell which words are meant. */
const SHORTEST_CUE = 24;

/**
 * Of the templates whose placeholders are all known, the first that stays within the length of a message, filled, with
 * the cue cut where that makes room; else the shortest; null where there is none.
 */
export function fillFirst(templates: readonly string[], facts: Facts): string | null {
  let shortest: string | null = null;
  for (const template of templates) {
    const text = fillWithin(template, facts);
    if (text === null) continue;
    if (text.length <= LONGEST) return text;
    if (shortest === null || text.length < shortest.length) shortest = text;
  }
  return shortest;
}

function fillWithin(template: string, facts: Facts): string | null {
  const filled = fill(template, facts);
  const cue = facts('cue') ?? '';
  const room = cue.length - ((filled?.length ?? 0) - LONGEST) - ' …'.length;
  if (filled === null || filled.length <= LONGEST || room < SHORTEST_CUE) return filled;
  return fill(template, (name) => (name === 'cue' ? shorten(cue, room) : facts(name)));
}

/**
 * The first template whose placeholders are all known, filled, however long: for wording and not for messages. The
 * sentence on legal status that ends a template is left out where there is none.
 */
export function fillLongest(templates: readonly string[], facts: Facts): string | null {
  for (const template of templates) {
    const text = fill(withoutUnknownStatus(template, facts), facts);
    if (text !== null) return text;
  }
  return null;
}

const STATUS = ' {status}';

function withoutUnknownStatus(template: string, facts: Facts): string {
  if (!template.endsWith(STATUS) || facts('status') !== null) return template;
  return template.slice(0, -STATUS.length);
}

function fill(template: string, facts: Facts): string | null {
  let known = true;
  const text = template.replace(PLACEHOLDER, (_, name: string) => {
    const value = facts(name) ?? capitalised(name, facts);
    if (value === null) known = false;
    return value ?? '';
  });
  return known ? text : null;
}

/** `{Treatment}` is `{treatment}` at the beginning of a sentence. */
function capitalised(name: string, facts: Facts): string | null {
  const value = facts(name.charAt(0).toLowerCase() + name.slice(1));
  return value === null ? null : value.charAt(0).toUpperCase() + value.slice(1);
}

/** The first sentence, or what stands before `mark` in it, without its stop, so that it can stand inside another. */
export function clause(text: string, mark?: string): string {
  const end = text.search(/[.!?](?:\s+[A-Z(“]|\s*$)/);
  const sentence = (end < 0 ? text : text.slice(0, end)).trim();
  const at = mark === undefined ? -1 : sentence.indexOf(mark);
  return at < 0 ? sentence : sentence.slice(0, at).trim();
}

/** A sentence as it stands after a colon: `Pain fell` becomes `pain fell`; names in capitals and figures stay. */
export function embedded(text: string): string {
  return /^[A-Z][a-z]*\s/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`;
}
