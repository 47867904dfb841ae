/** Limits that a page tells its readers: results vary, evidence is limited, risks, and the like. */
import type { Caveat, CaveatKind, Document, Region, Sentence } from '../model.ts';
import type { CAVEAT_CLASSES, StrengthLexicon } from './strength/lexicon-schema.ts';
import { compilePhrases, findPhrases, type Hit, type Matcher } from './strength/phrases.ts';
import { wordsOf } from './strength/words.ts';

type Class = (typeof CAVEAT_CLASSES)[number];
type Lexicon = Pick<StrengthLexicon, 'caveats'>;

const matchers = new WeakMap<object, Matcher<Class>>();

function matcherFor({ caveats }: Lexicon): Matcher<Class> {
  const known = matchers.get(caveats);
  if (known) return known;
  const matcher = compilePhrases<Class>(caveats);
  matchers.set(caveats, matcher);
  return matcher;
}

const NO_CAVEATS: ReadonlySet<Region> = new Set(['references', 'boilerplate', 'code', 'question']);

/** One caveat a sentence and kind, in document order; a sentence may be claim and caveat. */
export function findCaveats(document: Document, sentences: readonly Sentence[], lexicon: Lexicon): Caveat[] {
  return sentences.flatMap((sentence) => {
    const region = document.blocks[sentence.block]?.region ?? 'body';
    if (NO_CAVEATS.has(region)) return [];
    return caveatKinds(sentence.text, lexicon).map((kind) => ({
      text: sentence.text,
      span: sentence.span,
      kind,
      region,
      sentence: sentence.index,
    }));
  });
}

/** The kinds of caveat that a sentence tells, in the order in which they are worded. */
export function caveatKinds(text: string, lexicon: Lexicon): CaveatKind[] {
  if (text.trimEnd().endsWith('?')) return [];
  const hits = findPhrases(wordsOf(text), matcherFor(lexicon));
  const idle = hits.filter((hit) => hit.class === 'idle');
  const standing = hits
    .filter((hit): hit is Hit<Class> & { readonly class: CaveatKind } => hit.class !== 'idle')
    .filter((hit) => !idle.some((other) => other.from < hit.to && hit.from < other.to));
  return [...new Set(standing.map((hit) => hit.class))];
}
