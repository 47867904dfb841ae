/**
 * Effect frames: what a treatment is said to do. A frame is an effect with its object near it ("relieves" and
 * "pain"), or a phrase that says it all ("game changer", "pain free", "no downtime").
 */
import type { Hit } from './scan.ts';
import type { Token } from './tokens.ts';

export type FrameName =
  | 'relieve-symptom'
  | 'relief'
  | 'share'
  | 'restore-function'
  | 'repair-structure'
  | 'set-going'
  | 'treat-disease'
  | 'help'
  | 'deliver'
  | 'hype'
  | 'avoid-procedure'
  | 'work'
  | 'cure'
  | 'no-harm'
  | 'less-harm'
  | 'safe'
  | 'harm'
  | 'harm-told'
  | 'degree'
  | 'outlast'
  | 'act-on-cause'
  | 'outdo'
  | 'instead'
  | 'level'
  | 'act-by'
  | 'become'
  | 'prove'
  | 'promise'
  | 'state'
  | 'status';

/** A frame found: tokens from `first` to `last`, and the hits that made it. */
export interface Frame {
  readonly name: FrameName;
  readonly first: number;
  readonly last: number;
  readonly hits: readonly Hit[];
  /** Whether a negation stands before it in its clause: "cannot repair", "not approved". */
  readonly negated: boolean;
}

interface PairRule {
  readonly name: FrameName;
  readonly effects: readonly string[];
  readonly objects: readonly string[];
  /** Words that may lie between effect and object. */
  readonly reach: number;
  /** Words that may lie between where the object comes first: "pain relief", "pain was reduced". */
  readonly reachBefore: number;
}

/** The object must come before the effect: "studies show", and not "shows studies". */
const NOT_AFTER = -1;
const DISEASE = ['objects/condition', 'condition/*'];
const BODY = ['objects/structure', 'objects/tissue', 'objects/body'];

const PAIRS: readonly PairRule[] = [
  pair('relieve-symptom', ['effects/reduce'], ['objects/symptom', 'objects/inflammation', ...DISEASE], 7, 4),
  pair('relieve-symptom', ['effects/improve'], ['objects/symptom', 'objects/measure', ...DISEASE], 3, 2),
  pair('restore-function', ['effects/improve', 'effects/regain'], ['objects/function', 'objects/life'], 7, 3),
  pair(
    'repair-structure',
    ['effects/repair'],
    [...BODY, ...DISEASE, 'objects/process', 'objects/mending'],
    7,
    3,
  ),
  pair('repair-structure', ['effects/strengthen'], BODY, 4, 1),
  pair('set-going', ['effects/promote'], ['objects/process', 'objects/mending'], 6, 2),
  pair('treat-disease', ['effects/treat'], ['objects/symptom', ...BODY, ...DISEASE], 8, 4),
  pair(
    'help',
    ['effects/help'],
    ['objects/symptom', 'objects/function', 'objects/life', 'people/people', ...BODY, ...DISEASE],
    6,
    5,
  ),
  pair('become', ['mechanism/biology'], ['objects/tissue'], 6, 0),
  pair('avoid-procedure', ['effects/avoid'], ['objects/procedure'], 6, 0),
  pair(
    'instead',
    ['compare/rather'],
    ['objects/symptom', 'objects/procedure', 'treatments/comparator', 'treatment/*'],
    5,
    0,
  ),
  pair('no-harm', ['harms/none'], ['harms/harm', 'harms/risk'], 4, 0),
  pair('harm', ['harms/known'], ['harms/harm', 'harms/risk'], 6, 4),
  pair('harm-told', ['harms/degree'], ['harms/harm', 'harms/risk'], 6, 8),
  pair('less-harm', ['harms/less'], ['harms/harm', 'harms/risk'], 4, 4),
  pair('prove', ['evidence/show'], ['evidence/study'], NOT_AFTER, 8),
  pair('prove', ['evidence/shown'], ['evidence/study'], 6, 8),
  pair('prove', ['people/numbered'], ['evidence/study', 'evidence/show'], 8, 8),
  pair(
    'status',
    ['status/approved', 'status/cleared', 'status/registered', 'status/approve'],
    ['status/agency'],
    6,
    6,
  ),
];

function pair(
  name: FrameName,
  effects: readonly string[],
  objects: readonly string[],
  reach: number,
  reachBefore: number,
): PairRule {
  return { name, effects, objects, reach, reachBefore };
}

const SINGLES: Readonly<Record<string, FrameName>> = {
  'effects/relief': 'relief',
  'people/numbered': 'share',
  'effects/works': 'work',
  'effects/deliver': 'deliver',
  'effects/hype': 'hype',
  'effects/healing': 'repair-structure',
  'effects/cure': 'cure',
  'status/considered': 'status',
  'status/approved-kind': 'status',
  'harms/safe': 'safe',
  'harms/harm': 'harm',
  'duration/lasting': 'outlast',
  'duration/permanent': 'outlast',
  'duration/cause': 'act-on-cause',
  'compare/than': 'outdo',
  'compare/instead': 'instead',
  'compare/level': 'level',
  'harms/degree': 'degree',
  'mechanism/acts': 'act-by',
  'evidence/promise': 'promise',
  'evidence/state': 'state',
};

type Found = Omit<Frame, 'negated'>;

/** Finds the frames of a sentence. Each effect looks only a few words around itself, so the cost is linear. */
export function findFrames(tokens: readonly Token[], hits: readonly Hit[]): Frame[] {
  const found: Found[] = [];
  for (const hit of hits) {
    const name = SINGLES[`${hit.file}/${hit.class}`];
    if (name !== undefined) found.push({ name, first: hit.first, last: hit.last, hits: [hit] });
  }
  for (const rule of PAIRS) found.push(...pairsOf(rule, tokens, hits));
  const negations = hits.filter((hit) => hit.file === 'stance' && hit.class === 'negation');
  return found
    .map((frame) => readNegation(frame, isNegated(frame, negations, tokens)))
    .sort((a, b) => a.first - b.first || a.last - b.last);
}

/** A harm that is denied is safety asserted: "has not caused infections". */
function readNegation(frame: Found, negated: boolean): Frame {
  return negated && frame.name === 'harm'
    ? { ...frame, name: 'no-harm', negated: false }
    : { ...frame, negated };
}

/** Words between a negation and what it negates. */
const NEGATION_REACH = 6;

function isNegated(frame: Found, negations: readonly Hit[], tokens: readonly Token[]): boolean {
  if (frame.name === 'no-harm' || frame.name === 'level' || frame.name === 'avoid-procedure') return false;
  return negations.some(
    (negation) =>
      negation.last < frame.first &&
      frame.first - negation.last - 1 <= NEGATION_REACH &&
      sameClause(tokens, negation.last, frame.first),
  );
}

function pairsOf(rule: PairRule, tokens: readonly Token[], hits: readonly Hit[]): Found[] {
  const effects = hits.filter((hit) => rule.effects.includes(`${hit.file}/${hit.class}`));
  if (effects.length === 0) return [];
  const objects = hits.filter((hit) => isOneOf(hit, rule.objects) && !isBodyPart(hit, hits));
  const frames: Found[] = [];
  for (const effect of effects) {
    const object = nearest(effect, objects, rule, tokens);
    if (object === undefined) continue;
    frames.push({
      name: rule.name,
      first: Math.min(effect.first, object.first),
      last: Math.max(effect.last, object.last),
      hits: [effect, object],
    });
  }
  return frames;
}

/** A body part that the packs list as a condition ("knee", "disc") is no disease here. */
function isBodyPart(hit: Hit, hits: readonly Hit[]): boolean {
  return (
    hit.file === 'condition' &&
    hits.some(
      (other) =>
        other.first === hit.first && other.last === hit.last && BODY.includes(`${other.file}/${other.class}`),
    )
  );
}

function isOneOf(hit: Hit, classes: readonly string[]): boolean {
  return classes.includes(`${hit.file}/${hit.class}`) || classes.includes(`${hit.file}/*`);
}

/** The object nearest to the effect in the same clause: after it if there is one, else before it. */
function nearest(
  effect: Hit,
  objects: readonly Hit[],
  rule: PairRule,
  tokens: readonly Token[],
): Hit | undefined {
  const after = objects.find(
    (object) =>
      object.first > effect.last &&
      object.first - effect.last - 1 <= rule.reach &&
      sameClause(tokens, effect.last, object.first),
  );
  if (after !== undefined) return after;
  return objects.findLast(
    (object) =>
      object.last < effect.first &&
      effect.first - object.last - 1 <= rule.reachBefore &&
      sameClause(tokens, object.last, effect.first),
  );
}

/** Whether no full stop, colon or semicolon stands between two words. */
export function sameClause(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from + 1; at <= to; at += 1) {
    if (/[.;:?!]/.test(tokens[at]?.before ?? '')) return false;
  }
  return true;
}
