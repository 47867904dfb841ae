/** Finds every place where a page speaks of a source, whatever its shape. */
import type { Document, Region, Sentence } from '../model.ts';
import { type Mention, SHAPES, type Shape } from './cited.ts';
import { findAppeals } from './find-appeals.ts';
import { findAuthors } from './find-authors.ts';
import { findBackReferences } from './find-back-references.ts';
import { findDescribed } from './find-described.ts';
import { findLinks } from './find-links.ts';
import { findMarks } from './find-marks.ts';
import { findNames } from './find-names.ts';
import { findReferences } from './find-references.ts';
import { findTitles } from './find-titles.ts';
import type { Library } from './library.ts';
import { type Finder, type Unit, unitOf } from './unit.ts';

const FINDERS: readonly Finder[] = [findLinks, findTitles, findNames, findAuthors];
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
    mentions.push(...mentionsIn(unitOf(sentence, block, library), labels));
  }
  return mentions.sort((a, b) => a.block - b.block || a.start - b.start);
}

function mentionsIn(unit: Unit, labels: ReadonlySet<string>): Mention[] {
  const found = withoutOverlap((unit.namesSource ? SOURCE_FINDERS : FINDERS).flatMap((find) => find(unit)));
  const marked = unit.sentence.marks.some((mark) => mark.labels.some((label) => labels.has(label)));
  const specific = marked || found.some(({ shape }) => SPECIFIC.has(shape));
  const appeals = found.filter(({ shape }) => shape === 'appeal');
  const kept = found.filter((one) => one.shape !== 'appeal' || (!specific && one === appeals[0]));
  const back = specific || !unit.namesSource ? [] : findBackReferences(unit);
  return [...kept, ...back, ...findMarks(unit, labels)];
}

/** Of two mentions that overlap, the more telling shape stays; of one shape, the longer. */
function withoutOverlap(mentions: readonly Mention[]): Mention[] {
  const ranked = [...mentions].sort(
    (a, b) =>
      SHAPES.indexOf(a.shape) - SHAPES.indexOf(b.shape) ||
      b.end - b.start - (a.end - a.start) ||
      a.start - b.start,
  );
  const kept: Mention[] = [];
  for (const mention of ranked) {
    const at = firstEndingAfter(kept, mention.start);
    const next = kept[at];
    if (next === undefined || next.start >= mention.end) kept.splice(at, 0, mention);
  }
  return kept;
}

/** Index of the first of some mentions, in order and apart, that ends after an offset. */
function firstEndingAfter(mentions: readonly Mention[], offset: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
