import type { Directive, Notice } from '../model.ts';
import type { RawBlock } from './blocks.ts';

/** What a reader of one format finds on a page. */
export interface Page {
  readonly blocks: RawBlock[];
  readonly notices: readonly Notice[];
  readonly directives: readonly Directive[];
  readonly declaredLanguage: string | null;
  /** Values that may be the day of publication, the most telling first. */
  readonly dates: readonly unknown[];
  /** Whether the levels of headings are marked, not guessed. */
  readonly levels: boolean;
}
