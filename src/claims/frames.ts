/**
 * Effect frames: what a treatment is said to do. A frame is an effect with its object near it ("relieves" and
 * "pain"), or a phrase that says it all ("pain free", "no downtime").
 */
import { findDeeds } from './deeds.ts';
import { BODY, type FrameName, PAIRS, type PairRule, SINGLES } from './frame-rules.ts';
import { gainLabel } from './gain-label.ts';
import type { Mention } from './mentions.ts';
import type { Hit } from './scan.ts';
import type { Token } from './tokens.ts';

export type { FrameName } from './frame-rules.ts';

/** A frame found: tokens from `first` to `last`, and the hits that made it, the effect first. */
export interface Frame {
  readonly name: FrameName;
  readonly first: number;
  readonly last: number;
  readonly hits: readonly Hit[];
  /** Whether a negation stands before it in its clause: "cannot repair", "not approved". */
  readonly negated: boolean;
}

type Found = Omit<Frame, 'negated'>;

/** The hits of a sentence by the token with which they begin and end. */
interface Places {
  readonly tokens: readonly Token[];
  readonly beginning: ReadonlyMap<number, readonly Hit[]>;
  readonly ending: ReadonlyMap<number, readonly Hit[]>;
}

const NEGATION = 'stance/negation';
/** Words between a negation and what it negates. */
const NEGATION_REACH = 6;
/** Frames that hold a negation of their own. */
const NEGATIVE: ReadonlySet<FrameName> = new Set(['no-harm', 'level', 'avoid-procedure', 'avoid-burden']);

const rulesOf = new Map<string, PairRule[]>();
for (const rule of PAIRS) {
  for (const effect of rule.effects) rulesOf.set(effect, [...(rulesOf.get(effect) ?? []), rule]);
}

/** Finds the frames of a sentence in order. Each effect looks only a few words around itself: the cost is linear. */
export function findFrames(
  tokens: readonly Token[],
  hits: readonly Hit[],
  mentions: readonly Mention[] = [],
): Frame[] {
  const places = indexPlaces(tokens, hits);
  const found: Found[] = [];
  for (const hit of hits) {
    const name = SINGLES[hit.key];
    if (name !== undefined) found.push({ name, first: hit.first, last: hit.last, hits: [hit] });
    for (const rule of rulesOf.get(hit.key) ?? []) {
      const object = findObject(hit, rule, places);
      if (object !== undefined) found.push(join(rule, hit, object));
    }
  }
  const taken = new Set(found.map(({ hits: [effect] }) => effect));
  for (const { verb, last } of findDeeds(tokens, mentions, places.beginning)) {
    if (!taken.has(verb)) found.push({ name: 'act-on', first: verb.first, last, hits: [verb] });
  }
  const label = gainLabel(tokens);
  if (label !== null) found.push({ name: 'gain', first: 0, last: label, hits: [] });
  const frames = found
    .map((frame) => readNegation(frame, isNegated(frame, places)))
    .sort((a, b) => a.first - b.first || a.last - b.last);
  return denyUnproven(frames, tokens);
}

function indexPlaces(tokens: readonly Token[], hits: readonly Hit[]): Places {
  const beginning = new Map<number, Hit[]>();
  const ending = new Map<number, Hit[]>();
  for (const hit of hits) {
    put(beginning, hit.first, hit);
    put(ending, hit.last, hit);
  }
  return { tokens, beginning, ending };
}

function put(map: Map<number, Hit[]>, at: number, hit: Hit): void {
  const hits = map.get(at);
  if (hits === undefined) map.set(at, [hit]);
  else hits.push(hit);
}

function join(rule: PairRule, effect: Hit, object: Hit): Found {
  return {
    name: rule.name,
    first: Math.min(effect.first, object.first),
    last: Math.max(effect.last, object.last),
    hits: [effect, object],
  };
}

/**
 * The object nearest to the effect in the same clause: inside it ("gave her her life back"), else after it, else
 * before it with no comma between.
 */
function findObject(effect: Hit, rule: PairRule, places: Places): Hit | undefined {
  return (
    objectWithin(effect, rule, places) ??
    objectAfter(effect, rule, places) ??
    objectBefore(effect, rule, places)
  );
}

function objectWithin(effect: Hit, rule: PairRule, places: Places): Hit | undefined {
  for (let at = effect.first + 1; at < effect.last; at += 1) {
    const object = places.beginning
      .get(at)
      ?.find((hit) => hit.last < effect.last && isObject(hit, rule, places));
    if (object !== undefined) return object;
  }
  return undefined;
}

function objectAfter(effect: Hit, rule: PairRule, places: Places): Hit | undefined {
  const farthest = effect.last + 1 + rule.reach;
  for (let at = effect.last + 1; at <= farthest && !closes(places, effect, at); at += 1) {
    const object = places.beginning.get(at)?.find((hit) => isObject(hit, rule, places));
    if (object !== undefined) return object;
  }
  return undefined;
}

function objectBefore(effect: Hit, rule: PairRule, places: Places): Hit | undefined {
  const farthest = effect.first - 1 - rule.reachBefore;
  for (let at = effect.first - 1; at >= farthest && places.tokens[at + 1]?.joined === true; at -= 1) {
    const object = places.ending.get(at)?.find((hit) => isObject(hit, rule, places));
    if (object !== undefined) return object;
  }
  return undefined;
}

/** Whether a clause ends before a token that follows an effect; a colon right after it opens a list: "Improves: sleep". */
function closes(places: Places, effect: Hit, at: number): boolean {
  const lists = at === effect.last + 1 && /:\s*$/.test(places.tokens[at]?.before ?? '');
  return opensClause(places, at) && !lists;
}

/** Whether a full stop, colon, semicolon or the bar of a page title stands before a token. */
function opensClause({ tokens }: Places, at: number): boolean {
  return /[.;:?!|]/.test(tokens[at]?.before ?? '');
}

function isObject(hit: Hit, rule: PairRule, places: Places): boolean {
  if (!rule.objects.has(hit.key) && !rule.files.has(hit.file)) return false;
  return hit.file !== 'condition' || !isBodyPart(hit, places);
}

/** A body part that the packs list as a condition ("knee", "disc") is no disease here. */
function isBodyPart(hit: Hit, { beginning }: Places): boolean {
  return (beginning.get(hit.first) ?? []).some((other) => other.last >= hit.last && BODY.includes(other.key));
}

function isNegated(frame: Found, places: Places): boolean {
  if (NEGATIVE.has(frame.name)) return false;
  const effect = frame.hits[0]?.first ?? frame.first;
  const farthest = effect - 1 - NEGATION_REACH;
  for (let at = effect - 1; at >= farthest && !opensClause(places, at + 1); at -= 1) {
    if (places.ending.get(at)?.some((hit) => hit.key === NEGATION) === true) return true;
  }
  return false;
}

/** A harm that is denied is safety asserted: "has not caused infections". */
function readNegation(frame: Found, negated: boolean): Frame {
  return negated && frame.name === 'harm'
    ? { ...frame, name: 'no-harm', negated: false }
    : { ...frame, negated };
}

/** Words that turn a sentence away from what was denied before them. */
const TURNS: ReadonlySet<string> = new Set([
  'but',
  'although',
  'though',
  'however',
  'yet',
  'while',
  'whereas',
]);

/** What no study has shown ("no trial has shown that PRP delays surgery") is denied with it. */
function denyUnproven(frames: readonly Frame[], tokens: readonly Token[]): Frame[] {
  let denied = false;
  let read = 0;
  return frames.map((frame) => {
    for (; read <= frame.first; read += 1) {
      if (TURNS.has(tokens[read]?.text ?? '')) denied = false;
    }
    if (frame.name === 'prove') denied = frame.negated;
    return denied && frame.name !== 'level' ? { ...frame, negated: true } : frame;
  });
}
