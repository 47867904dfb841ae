/** Condition, outcome and polarity of a claim. */
import type { Vocabulary } from '../evidence/schema.ts';
import type { Polarity } from '../model.ts';
import type { Found } from './build.ts';
import type { FrameName } from './frames.ts';
import { hasHit, type Reading } from './reading.ts';
import type { Hit } from './scan.ts';

/**
 * The condition that the sentence names, the longest name first; else that of the heading, else the page's. Where it
 * names a wider one than theirs, theirs is meant.
 */
export function findCondition({ reading, before, topic, vocabulary }: Found): string | null {
  const named = longest(reading.hits.filter((hit) => hit.file === 'condition'))?.class;
  const page = before.condition ?? topic.condition;
  if (named === undefined) return page;
  return page !== null && isKindOf(page, named, vocabulary) ? page : named;
}

/** Whether a condition is of the kind of another: "the joint" on a page about hips is the hip. */
function isKindOf(condition: string, wider: string, { conditions }: Pick<Vocabulary, 'conditions'>): boolean {
  const kindOf = conditions.find(({ id }) => id === condition)?.kindOf;
  return kindOf !== undefined && (kindOf === wider || isKindOf(kindOf, wider, { conditions }));
}

function longest(hits: readonly Hit[]): Hit | undefined {
  return [...hits].sort((a, b) => b.last - b.first - (a.last - a.first) || a.first - b.first)[0];
}

/** Kinds of outcome, in the vocabulary's terms, that a frame is about where the sentence names none. */
const OUTCOME_KINDS: readonly (readonly [FrameName, string])[] = [
  ['no-harm', 'harm'],
  ['safe', 'harm'],
  ['harm', 'harm'],
  ['avoid-procedure', 'avoid-procedure'],
  ['relieve-symptom', 'symptom'],
  ['relief', 'symptom'],
  ['restore-function', 'function'],
  ['repair-structure', 'structure'],
  ['become', 'structure'],
  ['set-going', 'structure'],
];

/** The outcome that stands in a frame; else the first that the sentence names; else the kind that its frames are about. */
export function findOutcome({ reading, vocabulary }: Found): string | null {
  const named = reading.hits.filter((hit) => hit.file === 'outcome');
  const framed = named.find((hit) =>
    reading.frames.some((frame) => frame.first <= hit.first && hit.last <= frame.last),
  );
  const first = framed ?? named[0];
  if (first !== undefined) return first.class;
  const names = new Set(reading.frames.map((frame) => frame.name));
  const kind = OUTCOME_KINDS.find(([name]) => names.has(name))?.[1];
  return vocabulary.outcomes.find((outcome) => outcome.kind === kind)?.id ?? null;
}

const BENEFITS: ReadonlySet<FrameName> = new Set([
  'relieve-symptom',
  'relief',
  'share',
  'restore-function',
  'repair-structure',
  'set-going',
  'treat-disease',
  'help',
  'avoid-procedure',
  'avoid-burden',
  'work',
  'cure',
  'no-harm',
  'safe',
  'without',
  'outlast',
  'last',
  'act-on-cause',
  'outdo',
  'outdo-treatment',
  'instead',
  'act-by',
  'become',
  'promise',
]);

/** Benefit where the sentence praises; harm where it tells harm, or of another treatment; else neutral. */
export function findPolarity({ reading, subject }: Found): Polarity {
  const standing = reading.frames.filter((frame) => !frame.negated);
  const praises = standing.some((frame) => BENEFITS.has(frame.name));
  const denies = reading.frames.some((frame) => frame.negated && BENEFITS.has(frame.name));
  const harms = standing.some((frame) => HARMS.has(frame.name)) && !reassures(reading);
  const graded = standing.some((frame) => frame.name === 'degree');
  const spared = standing.some((frame) => frame.name === 'no-harm' || frame.name === 'safe');
  if (hasHit(reading, 'compare', 'level')) return 'neutral';
  if (subject.source === 'comparator') return 'harm';
  if (harms && !spared && !hasEffect(reading.frames.map((frame) => frame.name))) return 'harm';
  if (praises || reassures(reading)) return 'benefit';
  return denies || !(harms || graded) ? 'neutral' : 'harm';
}

const FEW: readonly string[] = ['safety/few', 'safety/none-serious', 'safety/none'];

/** Whether harm in general, and none by its name, is called rare or slight: "side effects are minimal". */
function reassures({ hits, keys }: Reading): boolean {
  const general = new Set(hits.filter(({ key }) => key === 'harms/general').map(({ last }) => last));
  const harms = hits.filter(({ key }) => key === 'harms/harm' || key === 'harms/risk');
  return FEW.some((key) => keys.has(key)) && general.size > 0 && harms.every(({ last }) => general.has(last));
}

const HARMS: ReadonlySet<FrameName> = new Set(['harm', 'harm-told', 'cause-harm']);

const EFFECTS: ReadonlySet<FrameName> = new Set([
  'relieve-symptom',
  'relief',
  'restore-function',
  'repair-structure',
  'avoid-procedure',
  'work',
]);

function hasEffect(names: readonly FrameName[]): boolean {
  return names.some((name) => EFFECTS.has(name));
}
