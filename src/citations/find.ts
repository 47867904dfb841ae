/** Finds every place where a page speaks of a source, whatever its shape. */
import type { Document, Region, Sentence } from '../model.ts';
import { onceForText } from '../once.ts';
import { type Mention, SHAPES, type Shape, type UnitMention } from './cited.ts';
import { findAppeals } from './find-appeals.ts';
import { findAuthors } from './find-authors.ts';
import { findBackReferences } from './find-back-references.ts';
import { findDescribed } from './find-described.ts';
import { findGroups } from './find-groups.ts';
import { findLinks, findPrintedIdentifiers } from './find-links.ts';
import { findMarks } from './find-marks.ts';
import { findNames } from './find-names.ts';
import { findOutlets } from './find-outlets.ts';
import { findReferences } from './find-references.ts';
import { findTitles } from './find-titles.ts';
import type { Library } from './library.ts';
import { type Finder, unitOf } from './unit.ts';

const FINDERS: readonly Finder[] = [
  findPrintedIdentifiers,
  findTitles,
  findNames,
  findAuthors,
  findGroups,
  findOutlets,
];
/** With those that go by a word such as "study" or "research". */
const SOURCE_FINDERS: readonly Finder[] = [...FINDERS, findDescribed, findAppeals];

const SILENT: readonly Region[] = ['boilerplate', 'code', 'references'];
/** Shapes that say which work is meant; beside one of them an appeal in the same sentence has its source. */
const SPECIFIC: ReadonlySet<Shape> = new Set([
  'identifier',
  'title',
  'name',
  'authors',
  'link',
  'description',
]);

/** Characters between two mentions that belong together, at most. */
const ADJOINS = 3;

/** The mentions of a page, in document order, none over another. */
export function findMentions(
  document: Document,
  sentences: readonly Sentence[],
  library: Library,
): Mention[] {
  const references = findReferences(document);
  const listed = new Set(references.map(({ block }) => block));
  const labels = new Set(references.flatMap(({ label }) => label ?? []));
  const seen = new Set<string>();
  const mentions = [...references];
  for (const sentence of sentences) {
    const block = document.blocks[sentence.block];
    if (!block || SILENT.includes(block.region) || listed.has(block.index)) continue;
    const repeated = seen.has(sentence.text);
    seen.add(sentence.text);
    if (repeated && block.region !== 'body') continue;
    mentions.push(...mentionsIn(sentence, labels, library));
  }
  return mentions.sort((a, b) => a.block - b.block || a.start - b.start);
}

function mentionsIn(sentence: Sentence, labels: ReadonlySet<string>, library: Library): Mention[] {
  const { unit, found: inWords } = readWords(sentence.text, library);
  const found = joined(withoutOverlap([...findLinks(unit, sentence), ...inWords]), unit.text);
  const marked = sentence.marks.some((mark) => mark.labels.some((label) => labels.has(label)));
  const specific = marked || found.some(({ shape }) => SPECIFIC.has(shape));
  const appeals = found.filter(({ shape }) => shape === 'appeal');
  const kept = found.filter(
    (one) => !introduces(one, found) && (one.shape !== 'appeal' || (!specific && one === appeals[0])),
  );
  const back = specific || !unit.namesSource ? [] : findBackReferences(unit);
  return [...kept, ...back, ...findMarks(unit, sentence, labels)].map((one) => ({
    ...one,
    block: sentence.block,
    sentence: sentence.index,
    start: sentence.start + one.start,
    end: sentence.start + one.end,
  }));
}

/** "A study in 30 people: Title": the description and the title are one mention. */
function introduces({ shape, end }: UnitMention, found: readonly UnitMention[]): boolean {
  return (
    shape === 'description' &&
    found.some((other) => other.shape === 'title' && other.start >= end && other.start <= end + ADJOINS)
  );
}

/** "A Spanish team published | a trial in Transplantation": two descriptions that adjoin are one. */
function joined(found: readonly UnitMention[], text: string): UnitMention[] {
  const kept: UnitMention[] = [];
  for (const one of found) {
    const last = kept.at(-1);
    const described = last?.shape === 'description' && one.shape === 'description';
    if (!last || !described || one.start > last.end + ADJOINS) {
      kept.push(one);
      continue;
    }
    const year = one.cited.year ?? last.cited.year;
    const cited = { ...one.cited, year, text: text.slice(last.start, one.end) };
    kept.splice(-1, 1, { ...one, start: last.start, cited });
  }
  return kept;
}

/** What a sentence shows by its words alone, without its links and marks. */
const readWords = onceForText((text: string, library: Library) => {
  const unit = unitOf(text, library);
  return { unit, found: (unit.namesSource ? SOURCE_FINDERS : FINDERS).flatMap((find) => find(unit)) };
});

/** Of two mentions that overlap, the more telling shape stays; of one shape, the longer. */
function withoutOverlap(mentions: readonly UnitMention[]): UnitMention[] {
  const ranked = [...mentions].sort(
    (a, b) =>
      SHAPES.indexOf(a.shape) - SHAPES.indexOf(b.shape) ||
      b.end - b.start - (a.end - a.start) ||
      a.start - b.start,
  );
  const kept: UnitMention[] = [];
  for (const mention of ranked) {
    const at = firstEndingAfter(kept, mention.start);
    const next = kept[at];
    if (next === undefined || next.start >= mention.end) kept.splice(at, 0, mention);
  }
  return kept;
}

/** Index of the first of some mentions, in order and apart, that ends after an offset. */
function firstEndingAfter(mentions: readonly UnitMention[], offset: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
