/**
 * Effect frames: what a treatment is said to do. A frame is an effect with its object near it ("relieves" and
 * "pain"), or a phrase that says it all ("game changer", "pain free", "no downtime").
 */
import type { ClaimType } from '../model.ts';
import type { Hit } from './scan.ts';
import type { Token } from './tokens.ts';

export type FrameName =
  | 'relieve-symptom'
  | 'relief'
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
  | 'outlast'
  | 'act-on-cause'
  | 'outdo'
  | 'instead'
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

const PAIRS: readonly PairRule[] = [
  {
    name: 'relieve-symptom',
    effects: ['effects/reduce'],
    objects: ['objects/symptom', 'objects/inflammation', 'objects/condition', 'condition/*'],
    reach: 7,
    reachBefore: 4,
  },
  {
    name: 'relieve-symptom',
    effects: ['effects/improve'],
    objects: ['objects/symptom', 'objects/measure', 'objects/condition', 'condition/*'],
    reach: 5,
    reachBefore: 4,
  },
  {
    name: 'restore-function',
    effects: ['effects/improve'],
    objects: ['objects/function', 'objects/life'],
    reach: 7,
    reachBefore: 4,
  },
  {
    name: 'repair-structure',
    effects: ['effects/repair'],
    objects: [
      'objects/structure',
      'objects/tissue',
      'objects/body',
      'objects/condition',
      'objects/process',
      'condition/*',
    ],
    reach: 7,
    reachBefore: 3,
  },
  {
    name: 'repair-structure',
    effects: ['effects/improve', 'effects/promote'],
    objects: ['objects/structure', 'objects/tissue', 'objects/body'],
    reach: 5,
    reachBefore: 2,
  },
  {
    name: 'set-going',
    effects: ['effects/promote', 'effects/improve'],
    objects: ['objects/process'],
    reach: 6,
    reachBefore: 2,
  },
  {
    name: 'treat-disease',
    effects: ['effects/treat'],
    objects: [
      'objects/condition',
      'objects/symptom',
      'objects/structure',
      'objects/tissue',
      'objects/body',
      'condition/*',
    ],
    reach: 8,
    reachBefore: 5,
  },
  {
    name: 'help',
    effects: ['effects/help'],
    objects: [
      'objects/condition',
      'objects/symptom',
      'objects/function',
      'objects/life',
      'objects/structure',
      'objects/tissue',
      'people/people',
      'condition/*',
    ],
    reach: 7,
    reachBefore: 5,
  },
  { name: 'become', effects: ['mechanism/biology'], objects: ['objects/tissue'], reach: 6, reachBefore: 0 },
  {
    name: 'avoid-procedure',
    effects: ['effects/avoid'],
    objects: ['objects/procedure'],
    reach: 6,
    reachBefore: 0,
  },
  {
    name: 'no-harm',
    effects: ['harms/none'],
    objects: ['harms/harm', 'harms/risk'],
    reach: 4,
    reachBefore: 0,
  },
  { name: 'harm', effects: ['harms/known'], objects: ['harms/harm', 'harms/risk'], reach: 6, reachBefore: 4 },
  {
    name: 'less-harm',
    effects: ['harms/less'],
    objects: ['harms/harm', 'harms/risk'],
    reach: 4,
    reachBefore: 4,
  },
  { name: 'prove', effects: ['evidence/show'], objects: ['evidence/study'], reach: 0, reachBefore: 8 },
  { name: 'prove', effects: ['evidence/shown'], objects: ['evidence/study'], reach: 6, reachBefore: 8 },
  {
    name: 'prove',
    effects: ['people/numbered'],
    objects: ['evidence/study', 'evidence/show'],
    reach: 8,
    reachBefore: 8,
  },
  {
    name: 'status',
    effects: ['status/approved', 'status/cleared', 'status/registered', 'status/approve'],
    objects: ['status/agency'],
    reach: 6,
    reachBefore: 6,
  },
];

const SINGLES: Readonly<Record<string, FrameName>> = {
  'effects/relief': 'relief',
  'effects/works': 'work',
  'effects/deliver': 'deliver',
  'effects/hype': 'hype',
  'effects/healing': 'repair-structure',
  'effects/cure': 'cure',
  'status/considered': 'status',
  'harms/safe': 'safe',
  'harms/harm': 'harm',
  'duration/lasting': 'outlast',
  'duration/permanent': 'outlast',
  'duration/cause': 'act-on-cause',
  'compare/than': 'outdo',
  'compare/instead': 'instead',
  'mechanism/acts': 'act-by',
  'evidence/promise': 'promise',
  'evidence/state': 'state',
};

const TYPES: Readonly<Record<FrameName, readonly ClaimType[]>> = {
  'relieve-symptom': ['efficacy'],
  relief: ['efficacy'],
  'restore-function': ['efficacy'],
  'repair-structure': ['regeneration'],
  'set-going': ['regeneration'],
  'treat-disease': ['efficacy'],
  help: ['efficacy'],
  deliver: ['efficacy'],
  hype: ['efficacy'],
  'avoid-procedure': ['efficacy'],
  work: ['efficacy'],
  cure: ['efficacy'],
  'no-harm': ['safety'],
  'less-harm': ['safety'],
  safe: ['safety'],
  harm: ['safety'],
  outlast: ['durability'],
  'act-on-cause': ['durability'],
  outdo: ['comparative'],
  instead: ['comparative'],
  'act-by': ['mechanism'],
  become: ['mechanism', 'regeneration'],
  prove: ['evidence'],
  promise: ['evidence'],
  state: ['evidence'],
  status: ['regulatory'],
};

export function typesOfFrame(name: FrameName): readonly ClaimType[] {
  return TYPES[name];
}

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
  if (frame.name === 'no-harm' || frame.name === 'avoid-procedure') return false;
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
  const objects = hits.filter((hit) => isOneOf(hit, rule.objects));
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

/** Whether no full stop, colon, semicolon or bracket stands between two words. */
export function sameClause(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from + 1; at <= to; at += 1) {
    if (/[.;:()?!]/.test(tokens[at]?.before ?? '')) return false;
  }
  return true;
}
