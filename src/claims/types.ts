/** Which of the eight kinds of claim a sentence makes: those of its frames. */
import { CLAIM_TYPES, type ClaimType } from '../model.ts';
import type { Frame, FrameName } from './frames.ts';

const TYPES: Readonly<Record<FrameName, readonly ClaimType[]>> = {
  'relieve-symptom': ['efficacy'],
  relief: ['efficacy'],
  share: ['efficacy'],
  'restore-function': ['efficacy'],
  'avoid-procedure': ['efficacy', 'comparative'],
  'avoid-burden': ['safety'],
  work: ['efficacy'],
  cure: ['efficacy'],
  'treat-disease': ['efficacy'],
  help: ['efficacy'],
  deliver: ['efficacy'],
  hype: ['efficacy'],
  'repair-structure': ['regeneration'],
  'set-going': ['mechanism'],
  become: ['regeneration', 'mechanism'],
  'no-harm': ['safety'],
  'less-harm': ['safety'],
  'relative-harm': ['safety', 'comparative'],
  safe: ['safety'],
  without: ['safety'],
  harm: ['safety'],
  'harm-told': ['safety'],
  'cause-harm': ['safety'],
  degree: [],
  outlast: ['durability'],
  last: ['durability'],
  'act-on-cause': ['durability', 'mechanism'],
  outdo: ['comparative'],
  'outdo-treatment': ['comparative'],
  instead: ['comparative'],
  belittle: ['comparative'],
  level: ['efficacy', 'comparative'],
  'act-by': ['mechanism'],
  'act-on': ['efficacy'],
  gain: ['efficacy'],
  prove: ['evidence'],
  promise: ['evidence'],
  state: ['evidence'],
  count: ['evidence'],
  status: ['regulatory'],
};

/** Frames that say that a treatment helps without saying how: another type in the sentence says more. */
const VAGUE: ReadonlySet<FrameName> = new Set(['treat-disease', 'help', 'deliver', 'hype', 'share']);
/** Types beside which a vague frame adds no efficacy; a share of people says less still. */
const SAYS_MORE: ReadonlySet<ClaimType> = new Set(['regeneration', 'safety', 'regulatory']);

/**
 * The types of a claim, in the order of the contract. A degree alone ("they are rare") is told of a harm; people
 * counted who avoided surgery are a result, not a comparison.
 */
export function typesOf(frames: readonly Frame[]): ClaimType[] {
  const counted = frames.some(({ name, hits }) => name === 'share' || hits[0]?.class === 'counted');
  const plain = withoutDenied(frames).filter(({ name }) => !VAGUE.has(name));
  const types = new Set(plain.flatMap((frame) => typesOfFrame(frame, frames, counted)));
  if (frames.some(({ name }) => helpsVaguely(name, types))) types.add('efficacy');
  if (types.has('evidence') && frames.some(outdoes)) types.add('efficacy');
  return types.size === 0 ? ['safety'] : CLAIM_TYPES.filter((type) => types.has(type));
}

/** Repair that is denied beside another effect says nothing of repair: "improves comfort, and does not regrow the knee". */
function withoutDenied(frames: readonly Frame[]): readonly Frame[] {
  const asserted = frames.some(({ negated }) => !negated);
  return asserted ? frames.filter(({ name, negated }) => !(negated && name === 'repair-structure')) : frames;
}

/** What evidence shows to be better than something else is an effect. */
function outdoes({ name, negated }: Frame): boolean {
  return !negated && (name === 'outdo' || name === 'outdo-treatment');
}

function helpsVaguely(name: FrameName, types: ReadonlySet<ClaimType>): boolean {
  if (!VAGUE.has(name) || (name === 'share' && types.has('evidence'))) return false;
  return ![...types].some((type) => SAYS_MORE.has(type));
}

function typesOfFrame(frame: Frame, frames: readonly Frame[], counted: boolean): readonly ClaimType[] {
  const object = frame.hits[1]?.class;
  if (frame.name === 'relieve-symptom' && object === 'inflammation') return ['mechanism'];
  if (frame.name === 'set-going' && object === 'mending') return ['regeneration', 'mechanism'];
  if (frame.name === 'repair-structure' && object === 'condition') return ['regeneration', 'efficacy'];
  if (frame.name === 'act-on') return DEEDS[frame.hits[0]?.class ?? ''] ?? TYPES['act-on'];
  if (frame.name === 'avoid-procedure') return typesOfAvoiding(frame, frames, counted);
  return TYPES[frame.name];
}

/** What an effect is without an object that says more. */
const DEEDS: Readonly<Record<string, readonly ClaimType[]>> = {
  repair: ['regeneration'],
  strengthen: ['regeneration'],
  promote: ['mechanism'],
  stimulate: ['mechanism'],
};

/** "Avoids the risks of surgery" and "rather than surgery" set off from surgery, and spare nobody a procedure. */
function typesOfAvoiding(frame: Frame, frames: readonly Frame[], counted: boolean): readonly ClaimType[] {
  const setsOff = frames.some(({ name, first }) => first === frame.first && SETS_OFF.has(name));
  if (setsOff) return ['comparative'];
  return counted ? ['efficacy'] : TYPES['avoid-procedure'];
}

const SETS_OFF: ReadonlySet<FrameName> = new Set(['instead', 'no-harm', 'less-harm']);
