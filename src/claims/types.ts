/** Which of the eight kinds of claim a sentence makes: those of its frames. */
import type { ClaimType } from '../model.ts';
import type { Found } from './build.ts';
import { typesOfFrame } from './frames.ts';

const ORDER: readonly ClaimType[] = [
  'efficacy',
  'regeneration',
  'safety',
  'comparative',
  'durability',
  'mechanism',
  'evidence',
  'regulatory',
];

/** The types of a claim, in the order of the contract; efficacy where no frame says. */
export function typesOf({ reading }: Found): ClaimType[] {
  const types = new Set(reading.frames.flatMap((frame) => typesOfFrame(frame.name)));
  return types.size === 0 ? ['efficacy'] : ORDER.filter((type) => types.has(type));
}
