/** Regions that the words of a page show: what stands under "References", "Related articles", "Disclaimer". */
import type { Region } from '../model.ts';
import type { PageBlock } from './blocks.ts';
import { countWords, endsAsSentence } from './shapes.ts';

const REFERENCES =
  /^(?:(?:selected|scientific|further|key|medical|article)\s)?(?:references|sources|resources|bibliography|citations|works cited|literature(?: cited)?|footnotes|endnotes|studies cited|further reading)(?: (?:and|&) (?:references|sources|resources|further reading|citations))?\s?:?$/i;
const TEASERS =
  /^(?:(?:recent|related|popular|latest|more|other|featured|similar|next|previous|trending)\s(?:blog\s)?(?:posts?|articles?|news|stories|reading|blogs?|conditions|treatments|pages|clinics|comments|links|topics|content)\b.{0,40}|(?:you (?:may|might) also (?:like|be interested in).{0,20}|comments?|leave a (?:comment|reply)|\d+ comments?|keep reading|read next)\s?:?)$/i;
const LINKS =
  /^(?:share (?:this|on).{0,30}|archives|categories|tags|follow us|subscribe.{0,40}|newsletter|sign up.{0,40}|(?:table of )?contents|on this page|in this article)\s?:?$/i;
const DISCLAIMER =
  /^(?:medical |fda |legal |important |general |website )?(?:disclaimers?|legal notice|important notice|notice)(?: (?:and|&) .{0,30})?\s?:?$/i;
const TESTIMONIALS =
  /^(?:(?:patient|client|our|what our|real|happy|their|hear from our)\s){0,3}(?:testimonials?|reviews|(?:patients?|clients?|customers?)(?:’s|'s|s’)?\s(?:say|are saying|stories|success stories|reviews|testimonials|feedback)|success stories)\b.{0,30}$/i;
const FINE_PRINT =
  /©|\ball rights reserved\b|\b(?:for|is|are) (?:general |informational |information and |educational |informational and )*(?:informational|educational|information|education)(?: purposes)? only\b|\bnot (?:be )?(?:intended|constitute|considered|a substitute|meant)\b.{0,60}\b(?:advice|diagnos|treatment)|\bdoes not constitute\b.{0,40}\badvice\b|\bnot medical advice\b/i;
const ENTRY = /\b(?:19|20)\d{2}[a-z]?\b|\bdoi\b|https?:\/\/|\bet al\b|\bPMID\b/i;

/** A longer question is rhetoric in a text, not a title of one. */
const QUESTION_WORDS = 20;

/** What a telling heading opened, and the list that began it. */
interface Stretch {
  readonly region: Region;
  readonly level: number;
  /** Whether the first paragraph of prose ends it: menus hold none, teasers and comments do. */
  readonly untilProse: boolean;
  list: number | null;
}

/** Gives the blocks under telling headings their region, and fine print at the end of the page its own. */
export function settleRegions(blocks: readonly PageBlock[], levelsAreKnown: boolean): void {
  let stretch: Stretch | null = null;
  for (const [index, block] of blocks.entries()) {
    if (block.region === 'title' || block.region === 'meta') continue;
    if (block.region === 'footer' && isLinkOnly(block)) block.region = 'boilerplate';
    const opened = opens(block);
    if (opened !== null) stretch = open(block, opened, levelsAreKnown);
    else if (stretch !== null && ends(block, stretch, levelsAreKnown)) stretch = null;
    if (stretch !== null) apply(block, stretch.region, opened !== null);
    else if (index >= 0.7 * blocks.length && isFinePrint(block)) block.region = 'footer';
  }
}

function open(block: PageBlock, region: Region, levelsAreKnown: boolean): Stretch {
  const menu = region === 'boilerplate' && !TEASERS.test(wordsOf(block));
  return { region, level: block.level ?? 6, untilProse: menu || !levelsAreKnown, list: null };
}

/** The text without the signs that decorate it. */
function wordsOf({ text }: PageBlock): string {
  return text.replace(/^[^\p{L}\d]+/u, '');
}

/** The region that a heading, or a line set like one, opens. */
function opens(block: PageBlock): Region | null {
  const { level } = block;
  if (block.text.length > 60) return null;
  const text = wordsOf(block);
  const opensLinks = TEASERS.test(text) || LINKS.test(text);
  if (block.region === 'boilerplate') return opensLinks ? 'boilerplate' : null;
  if (level === null && block.region !== 'body') return null;
  if (REFERENCES.test(text)) return 'references';
  if (opensLinks) return 'boilerplate';
  if (DISCLAIMER.test(text)) return 'footer';
  return level !== null && TESTIMONIALS.test(text) ? 'testimonial' : null;
}

function ends(block: PageBlock, stretch: Stretch, levelsAreKnown: boolean): boolean {
  if (block.region === 'footer') return true;
  if (block.level !== null) {
    if (stretch.region === 'boilerplate' && !levelsAreKnown) return false;
    return block.level <= stretch.level || stretch.region === 'references';
  }
  if (stretch.region === 'boilerplate') return stretch.untilProse && isProse(block);
  return stretch.region === 'references' && !isEntry(block, stretch);
}

function isProse({ text }: PageBlock): boolean {
  return endsAsSentence(text) && countWords(text) > 12;
}

/** An entry names a year, an address or an identifier, or stands in the list that the references began with. */
function isEntry(block: PageBlock, stretch: Stretch): boolean {
  if (block.region === 'list') stretch.list ??= block.parent;
  return ENTRY.test(block.text) || (block.region === 'list' && block.parent === stretch.list);
}

function apply(block: PageBlock, region: Region, heading: boolean): void {
  if (block.region === 'code' || block.region === 'boilerplate') return;
  if (heading && (region === 'footer' || region === 'testimonial')) return;
  if (region === 'testimonial' && block.level !== null) return;
  block.region = region;
}

/** The menus of a footer: short lines that are links and nothing else. */
function isLinkOnly({ text, links }: PageBlock): boolean {
  const first = links[0];
  const last = links.at(-1);
  if (first === undefined || last === undefined || endsAsSentence(text)) return false;
  return first.start === 0 && last.end >= text.length - 1 && countWords(text) <= 6 * links.length;
}

function isFinePrint({ level, region, text }: PageBlock): boolean {
  return level === null && region !== 'boilerplate' && region !== 'code' && FINE_PRINT.test(text);
}

/** Items that no list element holds together are introduced by the line above them that ends with a colon. */
export function linkItems(blocks: readonly PageBlock[]): void {
  for (const [index, block] of blocks.entries()) {
    const previous = blocks[index - 1];
    if (previous === undefined || block.region !== 'list' || block.leadIn !== null) continue;
    if (previous.region === 'list' && previous.parent === block.parent) block.leadIn = previous.leadIn;
    else if (previous.region === 'body' && previous.text.endsWith(':')) block.leadIn = previous;
  }
}

/** A block that is a question and nothing else introduces what follows it. */
export function linkQuestions(blocks: readonly PageBlock[]): void {
  for (const [index, block] of blocks.entries()) {
    const previous = blocks[index - 1];
    if (previous === undefined || block.leadIn !== null || block.level !== null) continue;
    if (block.region !== 'boilerplate' && block.region !== 'question' && asks(previous))
      block.leadIn = previous;
  }
}

function asks({ text, level, region }: PageBlock): boolean {
  if (!text.endsWith('?') || region === 'boilerplate' || region === 'list') return false;
  return (
    level !== null || region === 'question' || (!/[.!?]\s/.test(text) && countWords(text) <= QUESTION_WORDS)
  );
}
