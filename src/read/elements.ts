/** What the reader knows about HTML elements and the class names that sites give them. */
import type { Region } from '../model.ts';

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Elements that begin and end a block of text. */
export const BLOCK = names(
  'address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption ' +
    'figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html label legend li main menu nav ol optgroup option p ' +
    'pre search section select summary table tbody td tfoot th thead title tr ul',
);

/** Elements that have no end. */
export const VOID = names('area base br col embed hr img input link meta param source track wbr');

/** Elements whose text is not the page's. */
const SKIPPED = names(
  'audio canvas iframe math noembed noframes noscript object script style svg template textarea video datalist',
);

/** Elements whose start ends an open paragraph (HTML standard, 13.1.2.4). */
export const ENDS_PARAGRAPH = names(
  'address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption figure footer form h1 h2 h3 ' +
    'h4 h5 h6 header hgroup hr li main menu nav ol p pre search section table ul',
);

/** Elements that end their own kind when the next begins, and the elements that shield them. */
export const SIBLINGS: ReadonlyMap<
  string,
  { readonly closes: ReadonlySet<string>; readonly within: ReadonlySet<string> }
> = new Map([
  ['li', { closes: names('li'), within: names('ul ol menu dir') }],
  ['dt', { closes: names('dt dd'), within: names('dl') }],
  ['dd', { closes: names('dt dd'), within: names('dl') }],
  ['tr', { closes: names('tr td th'), within: names('table') }],
  ['td', { closes: names('td th'), within: names('tr table') }],
  ['th', { closes: names('td th'), within: names('tr table') }],
  ['option', { closes: names('option'), within: names('select datalist') }],
]);

/** Inline elements between which sites rely on style sheets for the gap: `<span>95%</span><span>success</span>`. */
export const GAP = names('span strong b em i small big');

/** Elements whose class names say nothing about their content as a whole. */
const CONTAINER = names('html body main article');

const BOILERPLATE_TAG = names('nav label option optgroup select legend button menu search dialog form');
const BOILERPLATE_ROLE = names('navigation search dialog alertdialog menu menubar banner-ad');

const BOILERPLATE_CLASS =
  /^(?:(?:site|main|top|primary|secondary|mobile|footer|header|page|post|js|wp|block)-{1,2})?(?:nav|navbar|navigation|breadcrumbs?|cookies?|consent|gdpr|pagination|pager|share|sharing|social|socials|sharedaddy|addtoany|newsletter|subscribe|subscription|comments?|commentlist|respond|related|recent|teasers?|skip-link|sidebar-recent|toc|login|search-form|searchform|popup|modal|author-box|widget_recent_entries|widget_recent_comments|widget_categories|widget_archive|widget_tag_cloud|widget_nav_menu|widget_meta)(?:[-_](?:bar|banner|notice|popup|modal|wrap|wrapper|container|list|menu|links?|posts?|articles?|content|items?|inner|section|area|block|box|grid|form|nav|overlay|dialog|law-info|buttons?|icons?|media|reading|entries|stories))*$/i;
const TESTIMONIAL_CLASS =
  /^(?:.{0,30}[-_])?(?:testimonials?|reviews?|patient-stor(?:y|ies)|success-stor(?:y|ies))(?:[-_].{0,30})?$/i;
const DISCLAIMER_CLASS = /^(?:.{0,30}[-_])?disclaimers?(?:[-_].{0,30})?$/i;
const REFERENCES_CLASS =
  /^(?:.{0,30}[-_])?(?:references|bibliography|citations|footnotes|reflist)(?:[-_].{0,30})?$/i;
const QUESTION_CLASS = /^(?:faq|accordion)s?[-_]{1,2}(?:.{0,12}[-_])?(?:question|q)$/i;
const ANSWER_CLASS = /^(?:faq|accordion)s?[-_]{1,2}(?:.{0,12}[-_])?(?:answer|a)$/i;

/** The regions whose text keeps its region whatever elements it holds. */
const CLOSED = new Set<Region>(['boilerplate', 'references', 'code']);
const KEEPS_LISTS = new Set<Region>(['quotation', 'testimonial', 'question', 'answer', 'footer']);

export type Attributes = ReadonlyMap<string, string>;

/** Whether the text of an element is not read: data and scripts, and signs that are drawn, not said. */
export function isSkipped(name: string, attributes: Attributes): boolean {
  return SKIPPED.has(name) || (!BLOCK.has(name) && attributes.get('aria-hidden') === 'true');
}

/** The region of an element inside `parent`. */
export function regionOf(name: string, attributes: Attributes, parent: Region): Region {
  if (CLOSED.has(parent)) return parent;
  if (name === 'button' && (parent === 'heading' || parent === 'question')) return parent;
  if (name === 'button' && attributes.has('aria-expanded')) return 'question';
  const role = attributes.get('role') ?? '';
  if (BOILERPLATE_TAG.has(name) || BOILERPLATE_ROLE.has(role)) return 'boilerplate';
  if (name === 'pre') return 'code';
  const named = CONTAINER.has(name) ? null : regionOfClass(attributes);
  if (named !== null) return named === 'boilerplate' && parent === 'testimonial' ? parent : named;
  return regionOfTag(name, parent);
}

function regionOfTag(name: string, parent: Region): Region {
  if (name === 'title') return 'title';
  if (name === 'summary') return 'question';
  const keeps = KEEPS_LISTS.has(parent);
  if (name === 'footer') return parent === 'quotation' || parent === 'testimonial' ? parent : 'footer';
  if (name === 'blockquote') return parent === 'testimonial' ? parent : 'quotation';
  if (/^h[1-6]$/.test(name)) return keeps && parent !== 'answer' ? parent : 'heading';
  if (keeps) return parent;
  if (name === 'li' || name === 'dd' || name === 'dt') return 'list';
  if (name === 'td' || name === 'th' || name === 'caption') return 'table';
  return parent;
}

function regionOfClass(attributes: Attributes): Region | null {
  const itemprop = attributes.get('itemprop');
  if (itemprop === 'reviewBody') return 'testimonial';
  const tokens = `${attributes.get('class') ?? ''} ${attributes.get('id') ?? ''}`;
  if (tokens.length < 3) return null;
  for (const [token] of tokens.matchAll(/\S{2,60}/g)) {
    if (BOILERPLATE_CLASS.test(token)) return 'boilerplate';
    if (TESTIMONIAL_CLASS.test(token)) return 'testimonial';
    if (DISCLAIMER_CLASS.test(token)) return 'footer';
    if (REFERENCES_CLASS.test(token)) return 'references';
    if (QUESTION_CLASS.test(token)) return 'question';
    if (ANSWER_CLASS.test(token)) return 'answer';
  }
  return null;
}
