/** Menus and forms in a plain text: runs of short lines with telling words among them. */
import { endsAsSentence, isContact } from '../shapes.ts';
import type { KnownLine } from './kinds.ts';

const NAVIGATION =
  /^(?:home|about(?: us)?|contact(?: us)?|blog|news|menu|search|log ?in|clinic login|sign (?:in|up)|register|skip to (?:main )?content|locations?|(?:all|top) locations|conditions|services|treatments|our team|team|faqs?|gallery|careers|privacy policy|terms(?: of (?:service|use))?|cookie policy|sitemap|company|archives|categories|tags|meta|share|comments|recent comments|subscribe|book (?:now|online|an appointment)|(?:view|see|read|show) (?:all|more|photos)\b.{0,40}|find (?:a )?(?:clinics?|doctors?)\b.{0,30}|cost guide|get a (?:free )?quote|request (?:a )?(?:free )?(?:consultation|appointment|quote)|browse .{0,40}|other|← .{0,40}|.{0,40} →|©.{0,80}|\/)$/i;
const FORM_FIELD =
  /(?:\s\*$)|^(?:(?:full |first |last |your )?name|e-?mail(?: address)?|phone(?: number)?|message|subject|submit|send(?: message)?|select .{0,30}|condition)$/i;

const MENU_WORDS = 7;
const MENU_LENGTH = 120;
/** A run of at least this many lines is a menu where at least this share of them, and two, are known entries. */
const MENU_RUN = 4;
const MENU_SHARE = 0.15;

/** Runs of short lines with the words of menus and forms in them. */
export function markMenus(known: readonly KnownLine[]): void {
  let from = 0;
  while (from < known.length) {
    let to = from;
    while (to < known.length && isShortLine(known[to])) to++;
    if (to > from) markRun(known.slice(from, to));
    from = Math.max(to, from + 1);
  }
}

function isShortLine(entry: KnownLine | undefined): boolean {
  return (
    entry !== undefined &&
    entry.line.hashes === null &&
    entry.text.length <= MENU_LENGTH &&
    entry.words <= MENU_WORDS &&
    !endsAsSentence(entry.text) &&
    !entry.text.endsWith(':')
  );
}

function markRun(run: readonly KnownLine[]): void {
  const known = run.filter(({ text }) => NAVIGATION.test(text) || FORM_FIELD.test(text) || isContact(text));
  for (const entry of known) entry.kind = 'boilerplate';
  if (run.length < MENU_RUN || known.length < Math.max(2, MENU_SHARE * run.length)) return;
  const last = run.at(-1);
  for (const entry of run) if (entry !== last || last.kind !== 'heading') entry.kind = 'boilerplate';
}
