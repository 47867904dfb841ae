/** What a text says of the work that it cites, before any record was looked up. */
import type { CitationKind, Identifiers, Span } from '../model.ts';
import type { Author } from './work.ts';

/** The fields of a citation; null or empty where the text does not give them. */
export interface Cited {
  readonly authors: readonly Author[];
  /** Whether the author list says that there are more. */
  readonly moreAuthors: boolean;
  readonly year: number | null;
  readonly title: string | null;
  readonly journal: string | null;
  readonly identifiers: Identifiers;
  /** Everything printed, for a field that the parser put elsewhere. */
  readonly text: string;
}

/** A place on the page that speaks of a source. `start` and `end` are offsets in the block's text. */
export interface Mention {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  /** The sentence that it stands in, or null for an entry of a reference list. */
  readonly sentence: number | null;
  readonly kind: CitationKind;
  readonly shape: Shape;
  readonly cited: Cited;
  /** Number of people that the text gives the study, or null. */
  readonly people: number | null;
  /** The number or label of an entry in a reference list, or null. */
  readonly label: string | null;
  /** Of a mark, which was lifted out of the text; null where `start` and `end` say the place. */
  readonly span: Span | null;
}

/** A mention before its place on the page is told: offsets are in the text of its sentence. */
export type UnitMention = Omit<Mention, 'block' | 'sentence'>;

/** How a text names a source, the most telling first: of two that overlap, the first stays. */
export const SHAPES = [
  'reference',
  'identifier',
  'title',
  'name',
  'authors',
  'link',
  'description',
  'mark',
  'back-reference',
  'appeal',
] as const;
export type Shape = (typeof SHAPES)[number];

export const NOTHING_CITED: Cited = {
  authors: [],
  moreAuthors: false,
  year: null,
  title: null,
  journal: null,
  identifiers: {},
  text: '',
};
