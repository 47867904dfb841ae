/** Which of the eight kinds of claim a sentence makes: those of its frames. */
import { CLAIM_TYPES, type ClaimType } from '../model.ts';
import type { Frame, FrameName } from './frames.ts';

const TYPES: Readonly<Record<FrameName, readonly ClaimType[]>> = {
  'relieve-symptom': ['efficacy'],
  relief: ['efficacy'],
  share: ['efficacy'],
  'restore-function': ['efficacy'],
  'avoid-procedure': ['efficacy', 'comparative'],
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
  safe: ['safety'],
  without: ['safety'],
  harm: ['safety'],
  'harm-told': ['safety'],
  'cause-harm': ['safety'],
  degree: [],
  outlast: ['durability'],
  'act-on-cause': ['durability', 'mechanism'],
  outdo: ['comparative'],
  instead: ['comparative'],
  level: ['efficacy', 'comparative'],
  'act-by': ['mechanism'],
  prove: ['evidence'],
  promise: ['evidence'],
  state: ['evidence'],
  status: ['regulatory'],
};

/** Frames that say that a treatment helps without saying how: another type in the sentence says more. */
const VAGUE: ReadonlySet<FrameName> = new Set(['treat-disease', 'help', 'deliver', 'hype', 'share']);
/** Types beside which a vague frame adds no efficacy. */
const SAYS_MORE: ReadonlySet<ClaimType> = new Set([
  'regeneration',
  'safety',
  'mechanism',
  'regulatory',
  'evidence',
]);

/**
 * The types of a claim, in the order of the contract. A degree alone ("they are rare") is told of a
 * harm; people counted who avoided surgery are a result, not a comparison. */
export function typesOf(frames: readonly Frame[]): ClaimType[] {
  const counted = frames.some(({ name, hits }) => name === 'share' || hits[0]?.class === 'counted');
  const types = new Set(
    frames.filter(({ name }) => !VAGUE.has(name)).flatMap((frame) => typesOfFrame(frame, counted)),
  );
  const vague = frames.some(({ name }) => VAGUE.has(name));
  if (vague && ![...types].some((type) => SAYS_MORE.has(type))) types.add('efficacy');
  return types.size === 0 ? ['safety'] : CLAIM_TYPES.filter((type) => types.has(type));
}

function typesOfFrame(frame: Frame, counted: boolean): readonly ClaimType[] {
  const object = frame.hits[1]?.class;
  if (frame.name === 'relieve-symptom' && object === 'inflammation') return ['mechanism'];
  if (frame.name === 'avoid-procedure' && counted) return ['efficacy'];
  if (frame.name === 'set-going' && object === 'mending') return ['regeneration', 'mechanism'];
  return TYPES[frame.name];
}
