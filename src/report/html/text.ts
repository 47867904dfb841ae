/** The text of a page with its claims marked in place, each block beside the notes on it. */
import type { Region } from '../../model.ts';
import type { Passage, TextBlock } from '../page-text.ts';
import { locateCue, quotedCue } from '../text.ts';
import { REGION_WORDS, VERDICT_LABELS } from '../verdict-words.ts';
import { noteId, textId } from './links.ts';
import { html, type Markup } from './markup.ts';
import { noteCard } from './note.ts';
import { kindOf, type Note, type PageView, type View } from './view.ts';

/** Not part of what the page says. */
const LEFT_OUT: readonly Region[] = ['boilerplate', 'code'];
/** Shown where something in them was judged: the rest repeats the page, or is data. */
const SHOWN_IF_JUDGED: readonly Region[] = ['structured-data', 'front-matter', 'alt'];
/** Needs no label: it looks like what it is. */
const PLAIN: readonly Region[] = ['body', 'heading', 'list', 'table'];

/** The text of a page block by block, claims marked in place, each with its notes; then notes without a place. */
export function pageBlocks(page: PageView, view: View): Markup[] {
  const told = new Set<number>();
  const rows = blocksOf(page)
    .filter(({ region }) => !LEFT_OUT.includes(region))
    .map((block) => blockRow(block, page, view, told));
  const missed = [...page.placed.values()].filter(({ number }) => !told.has(number));
  return [...rows, ...missed.map((note) => claimRow(note, page, view))];
}

/** Without the page's text, each claim stands as a block of its own. */
function blocksOf({ text, document }: PageView): readonly TextBlock[] {
  if (text !== undefined) return text;
  return document.claims.map((claim) => ({
    region: claim.region,
    level: null,
    text: claim.text,
    marks: [],
    passages: [{ of: claim.id, first: true, start: 0, end: claim.text.length }],
  }));
}

interface NotedPassage extends Passage {
  readonly note: Note;
}

function blockRow(block: TextBlock, page: PageView, view: View, told: Set<number>): Markup {
  const passages = block.passages.flatMap((passage): NotedPassage[] => {
    const note = page.placed.get(passage.of);
    return note === undefined ? [] : [{ ...passage, note }];
  });
  if (passages.length === 0 && SHOWN_IF_JUDGED.includes(block.region)) return html``;
  const shown = withoutOverlap(passages);
  const fresh = passages.filter(({ first, note }) => first && !told.has(note.number));
  for (const { note } of fresh) told.add(note.number);
  const linked = (note: Note) => shown.some((passage) => passage.first && passage.note === note);
  const cards = fresh.map(({ note }) => noteCard(note, page, view, linked(note)));
  return row(block, blockText(block, shown, page), cards);
}

function row({ region, level }: Pick<TextBlock, 'region' | 'level'>, text: Markup, cards: Markup[]): Markup {
  const label = PLAIN.includes(region) ? null : html`<span class="region">${REGION_WORDS[region]}</span> `;
  const weight = level === null ? '' : ` level-${level}`;
  return html`<div class="row">
<p class="block ${region}${weight}">${label}${text}</p>
${cards.length === 0 ? null : html`<ul class="notes">${cards}</ul>`}
</div>
`;
}

/** A note whose sentence was not found again in the text: a claim of a block that is left out, for example. */
function claimRow(note: Note, page: PageView, view: View): Markup {
  const text =
    note.claim?.text ?? page.document.citations.find(({ id }) => id === note.findings[0]?.citation)?.text;
  const region = note.claim?.region ?? 'body';
  return row({ region, level: null }, html`${text ?? ''}`, [noteCard(note, page, view, false)]);
}

function withoutOverlap(passages: readonly NotedPassage[]): NotedPassage[] {
  const kept: NotedPassage[] = [];
  for (const passage of passages) {
    if (passage.start >= (kept.at(-1)?.end ?? 0)) kept.push(passage);
  }
  return kept;
}

function blockText(block: TextBlock, passages: readonly NotedPassage[], page: PageView): Markup {
  const parts: Markup[] = [];
  let at = 0;
  for (const passage of passages) {
    parts.push(stretch(block, at, passage.start), marked(block, passage, page));
    at = passage.end;
  }
  const end = block.marks.filter((mark) => mark.at === block.text.length && mark.at >= at);
  return html`${parts}${stretch(block, at, block.text.length)}${end.map(raised)}`;
}

/** A cue that is nearly the sentence singles out nothing. */
const LONGEST_CUE = 0.6;

function marked(block: TextBlock, { start, end, first, note }: NotedPassage, page: PageView): Markup {
  const { number, claim, findings } = note;
  const kind = kindOf(note);
  const cue = locateCue(
    block.text.slice(start, end),
    findings.map(({ message }) => quotedCue(message)),
  );
  const words =
    cue === null || cue.end - cue.start > LONGEST_CUE * (end - start)
      ? stretch(block, start, end)
      : html`${stretch(block, start, start + cue.start)}<strong>${stretch(block, start + cue.start, start + cue.end)}</strong>${stretch(block, start + cue.end, end)}`;
  const about = claim === null ? 'citation' : VERDICT_LABELS[claim.verdict].label.toLowerCase();
  const id = first ? html` id="${textId(page.number, number)}"` : null;
  return html`<mark class="${kind}"${id}><a href="#${noteId(page.number, number)}">${words}<span class="number"><span class="vh"> (${about}, note </span>${number}<span class="vh">)</span></span></a></mark>`;
}

/** Text from `start` to `end`, with the citation marks that stood before its characters. */
function stretch({ text, marks }: TextBlock, start: number, end: number): Markup {
  const parts: Markup[] = [];
  let from = start;
  for (const mark of marks) {
    if (mark.at < start || mark.at >= end) continue;
    parts.push(html`${text.slice(from, mark.at)}${raised(mark)}`);
    from = mark.at;
  }
  return html`${parts}${text.slice(from, end)}`;
}

function raised(mark: TextBlock['marks'][number]): Markup {
  return html`<sup>${mark.text.trim()}</sup>`;
}
