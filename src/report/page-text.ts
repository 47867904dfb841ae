/** The text of a page as its reader sees it, with the places of what was judged in it. */
import type { Block, CitationMark, DocumentReport, Region, Source, Span } from '../model.ts';
import { read } from '../read/index.ts';

/** A claim or citation in the text of a block, in UTF-16 units, the end exclusive. */
export interface Passage {
  /** Id of the claim or citation. */
  readonly of: string;
  /** False for a further place of the same sentence. */
  readonly first: boolean;
  readonly start: number;
  readonly end: number;
}

export interface TextBlock {
  readonly region: Region;
  /** 1 to 6 for a heading, else null. */
  readonly level: number | null;
  readonly text: string;
  /** Citation marks that were lifted out of the text, as printed, with the offset before which each stood. */
  readonly marks: readonly Pick<CitationMark, 'at' | 'text'>[];
  /** By start; passages may overlap. */
  readonly passages: readonly Passage[];
}

/** Blocks in the order of the page. */
export type PageText = readonly TextBlock[];

/** Page texts by the path of their page. */
export type PageTexts = ReadonlyMap<string, PageText>;

type Judged = Pick<DocumentReport, 'claims' | 'citations'>;

interface Wanted extends Pick<Passage, 'of' | 'first'> {
  readonly span: Span;
}

/**
 * Reads the page again and finds its claims and citations in the decoded text. `source` is what was audited.
 * Much smaller than the source's blocks, since the maps to the source are left behind.
 */
export function pageText(judged: Judged, source: Source): PageText {
  const wanted = byStart(wantedSpans(judged));
  return read(source).blocks.map((block) => ({
    region: block.region,
    level: block.level,
    text: block.text,
    marks: block.marks.map(({ at, text, span }) => ({
      at,
      text: /\s/.test(source.text.charAt(span.start.offset - 1)) ? ` ${text}` : text,
    })),
    passages: passagesIn(block, wanted),
  }));
}

function wantedSpans({ claims, citations }: Judged): Wanted[] {
  return [
    ...claims.flatMap(({ id, span, places }) => [
      { of: id, first: true, span },
      ...places.map((place) => ({ of: id, first: false, span: place.span })),
    ]),
    ...citations.map(({ id, span }) => ({ of: id, first: true, span })),
  ];
}

function byStart(spans: readonly Wanted[]): ReadonlyMap<number, readonly Wanted[]> {
  const groups = new Map<number, Wanted[]>();
  for (const wanted of spans) {
    const { offset } = wanted.span.start;
    const group = groups.get(offset);
    if (group === undefined) groups.set(offset, [wanted]);
    else group.push(wanted);
  }
  return groups;
}

function passagesIn({ map }: Block, wanted: ReadonlyMap<number, readonly Wanted[]>): Passage[] {
  const passages: Passage[] = [];
  let before = -1;
  for (const [start, offset] of map.starts.entries()) {
    // All units of a character reference begin at one offset; the passage begins with the first.
    if (offset === before) continue;
    before = offset;
    for (const { of, first, span } of wanted.get(offset) ?? []) {
      let end = start;
      while ((map.ends[end] ?? Number.POSITIVE_INFINITY) <= span.end.offset) end += 1;
      if (end > start) passages.push({ of, first, start, end });
    }
  }
  return passages;
}
