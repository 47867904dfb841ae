/** What the keys of front matter, content files and JSON-LD say about their values. */
import type { Region } from '../../model.ts';

/** Keys whose values no reader of the page reads as its text. */
const TECHNICAL_VALUE =
  /^(?:@.*|\$.*|id|slug|type|class(?:es|name|names)?|styles?|layout|template|component|icon|colou?r|theme|status|authors?|byline|reviewer|reviewed_?by|e-?mail|tele?phone|phone|fax|address|street_?address|address_?(?:locality|region|country)|city|state|zip|postal_?code|country|(?:opening_?)?hours.*|price.*|currency|tags?|categor(?:y|ies)|keywords?|collection|locale|lang(?:uage)?|in_?language|license|date.*|.*[-_]?date|published.*|updated.*|modified.*|cta.*|.*cta|button.*|.*button|.*button_?(?:text|label)|job_?title|medical_?specialty|credentials?|sizes|d|view_?box|transform)$/i;
/** Keys under which nothing is the page's text. */
const TECHNICAL_BRANCH =
  /^(?:authors?|publisher|creator|address|nav(?:igation)?|menus?|links|social(?:s|_?links)?|breadcrumbs?|item_?list_?element|related.*|works_?for|contact_?point|area_?served|geo|logo|scripts|styles|schema|claimlint)$/i;
const TITLE = /^title$/i;
const META =
  /^(?:(?:meta|seo|og|twitter|page|social|search)[-_:]?(?:title|description|desc)|description|metadescription)$/i;
const QUESTION = /^(?:q|question|questions)$/i;
const ANSWER = /^(?:a|answer|answers|acceptedanswer|suggestedanswer)$/i;
const ALT = /^(?:[aA]lt|alt_?text|.*_alt|.*[a-z]Alt)$/;
const TESTIMONIAL = /^(?:testimonials?|reviews?|reviewbody|quote|quotes)$/i;
const HEADING = /^(?:q|question|title|heading|headline|name|label|term)$/i;
const TEXT_UNDER_HEADING =
  /^(?:a|answer|acceptedanswer|suggestedanswer|text|body|description|desc|content|copy|details?|summary|value|subtitle|definition)$/i;

const ADDRESS_LIKE =
  /^(?:https?:|mailto:|tel:|www\.|[./~#@]|[\w-]+\/|[\w./-]+\.(?:jpe?g|png|webp|svg|gif|pdf|html?|mdx?|css|js|ts)$)/i;
const DATE_LIKE = /^\d{4}-\d{2}-\d{2}/;
const FIGURE = /^[<>~≈+±]?\s?[$€£]?\d[\d.,]{0,9}\s?(?:%|\+|x|k|m)?$/i;

/** Whether the keys that lead to a string say that it is not text. */
export function isTechnical(keys: readonly string[]): boolean {
  return TECHNICAL_VALUE.test(keys.at(-1) ?? '') || keys.some((key) => TECHNICAL_BRANCH.test(key));
}

/** The region of a string by the keys that lead to it, the last of which counts most; null where they do not tell. */
export function regionOfKeys(keys: readonly string[], inList: boolean): Region | null {
  const key = keys.at(-1) ?? '';
  if (!inList && keys.length === 1 && TITLE.test(key)) return 'title';
  if (!inList && keys.length <= 2 && META.test(key)) return 'meta';
  if (ALT.test(key)) return 'alt';
  if (keys.some((part) => TESTIMONIAL.test(part))) return 'testimonial';
  if (QUESTION.test(key)) return 'question';
  return keys.some((part) => ANSWER.test(part)) ? 'answer' : null;
}

export function isHeadingKey(key: string): boolean {
  return HEADING.test(key);
}

export function isTextUnderHeading(key: string): boolean {
  return TEXT_UNDER_HEADING.test(key);
}

/** Whether a string is something that a reader of the page reads: words, or the figure of a tile. */
export function isProse(value: string): boolean {
  const text = value.trim();
  if (text.length < 2 || DATE_LIKE.test(text)) return false;
  if (FIGURE.test(text)) return true;
  return /\p{L}{2,40}[\s,.!?]/u.test(`${text} `) && /\s/.test(text) && !ADDRESS_LIKE.test(text);
}
