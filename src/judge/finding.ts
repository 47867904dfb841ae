/** Builds findings, and gives them ids that survive moved lines. */
import { hash } from 'node:crypto';
import type { Finding } from '../model.ts';

/** A finding before it has an id. `anchor` is the text that it is about. */
export interface Draft extends Omit<Finding, 'id' | 'fingerprint'> {
  readonly anchor: string;
  /** Whether a recorded result says the opposite of the claim. */
  readonly contradicts: boolean;
}

/** A finding with what the verdict needs to know of it. */
export interface Judged extends Finding {
  readonly contradicts: boolean;
}

const ID_LENGTH = 16;

/**
 * Gives each draft its fingerprint, a hash of rule and normalised text with a count where the same text is met
 * again, and its id, a hash of path and fingerprint. Neither depends on lines or offsets.
 */
export function withIds(path: string, drafts: readonly Draft[]): Judged[] {
  const met = new Map<string, number>();
  return drafts.map(({ anchor, ...draft }) => {
    const key = `${draft.ruleId}\n${anchor.toLowerCase().replace(/\s+/g, ' ').trim()}`;
    const times = met.get(key) ?? 0;
    met.set(key, times + 1);
    const fingerprint = digest(times === 0 ? key : `${key}\n${times}`);
    return { id: digest(`${path}\n${fingerprint}`), fingerprint, ...draft };
  });
}

function digest(text: string): string {
  return hash('sha256', text).slice(0, ID_LENGTH);
}

/** `overstatement` of `overstatement/hype`. */
export function familyOf(ruleId: string): string {
  return ruleId.slice(0, ruleId.indexOf('/'));
}

/** Where the page on a rule stands in the repository and the package. */
export function helpFor(ruleId: string): string {
  return `docs/rules/${ruleId}.md`;
}
