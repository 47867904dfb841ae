/** An item of a list of benefits or of side effects tells one, in whatever words. */
import type { Block } from '../model.ts';
import type { Frame, FrameName } from './frames.ts';
import type { Reading } from './reading.ts';

const BENEFITS = /\b(?:benefits|advantages)\b/i;
const HARMS = /\b(?:side effects|adverse (?:effects|events|reactions))\b/i;
/** "Benefits and risks", "conditions that benefits are paid for" and the like say nothing of each item. */
const MIXED =
  /\b(?:risks|drawbacks|limitations|disadvantages|contraindications|insurance|candidates?|who)\b/i;
/** "Symptoms, called side effects by some": what a disease does. */
const OF_A_DISEASE = /\b(?:symptoms?|signs|causes?|conditions?)\b/i;
/** What a business praises in itself is no effect. */
const OF_A_BUSINESS =
  /\b(?:hospitals?|clinics?|cent(?:er|re)s?|teams?|staff|professionals|experts?|expertise|facilit(?:y|ies)|technolog(?:y|ies)|equipment|commitment|dedicat(?:ed|ion)|personali[sz]ed|tailored|comprehensive|compassionate|consultations?|evaluations?|monitoring|testimonials|research|services?)\b/i;
/** Frames that say too little by themselves. */
const WEAK: ReadonlySet<FrameName> = new Set(['deliver', 'harm', 'degree', 'without', 'hype']);
const LONGEST_ITEM = 20;

/** Gives such an item the frame of its list; `blocks` are those of the page. All other readings stay as they are. */
export function readListed(reading: Reading, blocks: readonly Block[]): Reading {
  const { block, frames, tokens, sentence } = reading;
  if (block.region !== 'list' || sentence.text.endsWith('?') || tokens.length > LONGEST_ITEM) return reading;
  if (frames.some(({ name }) => !WEAK.has(name))) return reading;
  const name = kindOfList(blocks[block.leadIn ?? block.heading ?? -1]?.text ?? '');
  if (name === null || (name === 'gain' && OF_A_BUSINESS.test(sentence.text))) return reading;
  const listed: Frame = { name, first: 0, last: tokens.length - 1, hits: [], negated: false };
  return { ...reading, frames: [listed, ...frames] };
}

function kindOfList(introduction: string): FrameName | null {
  if (HARMS.test(introduction)) return OF_A_DISEASE.test(introduction) ? null : 'harm-told';
  return BENEFITS.test(introduction) && !MIXED.test(introduction) ? 'gain' : null;
}
