/** The records of several packs as one list: to list, show, search and count them. */
import type { Harm, Pack, Product, Regulation, Study, Synthesis } from './schema.ts';

interface In {
  /** Id of the pack. */
  readonly pack: string;
}

export type AnyRecord =
  | (In & { readonly kind: 'study'; readonly record: Study })
  | (In & { readonly kind: 'synthesis'; readonly record: Synthesis })
  | (In & { readonly kind: 'harm'; readonly record: Harm })
  | (In & { readonly kind: 'regulation'; readonly record: Regulation })
  | (In & { readonly kind: 'product'; readonly record: Product });

export type RecordKind = AnyRecord['kind'];
export const KINDS: readonly RecordKind[] = ['study', 'synthesis', 'harm', 'regulation', 'product'];

/** Every record of the packs: studies first, then syntheses, harms, regulation and products. */
export function allRecords(packs: readonly Pack[]): AnyRecord[] {
  return packs.flatMap(({ info: { id: pack }, ...records }): AnyRecord[] => [
    ...records.studies.map((record) => ({ kind: 'study', pack, record }) as const),
    ...records.syntheses.map((record) => ({ kind: 'synthesis', pack, record }) as const),
    ...records.harms.map((record) => ({ kind: 'harm', pack, record }) as const),
    ...records.regulation.map((record) => ({ kind: 'regulation', pack, record }) as const),
    ...records.products.map((record) => ({ kind: 'product', pack, record }) as const),
  ]);
}

/** Where a record's facts were seen; a synthesis has its studies' sources and none of its own. */
export function seenOf(entry: AnyRecord): readonly { readonly url: string; readonly on: string }[] {
  return entry.kind === 'synthesis' ? [] : entry.record.seen;
}

/** What a record is about, in one line. */
export function headline(entry: AnyRecord): string {
  switch (entry.kind) {
    case 'study': {
      const { year, design, n, title } = entry.record;
      const people = n === undefined ? '' : `, ${n} people`;
      return `${year ?? 'undated'}, ${design}${people}: ${title}`;
    }
    case 'synthesis': {
      const { treatment, condition, outcome, certainty, direction } = entry.record;
      return `${treatment} × ${condition} × ${outcome}: ${direction}, ${certainty} certainty`;
    }
    case 'harm':
      return `${entry.record.label}, ${entry.record.serious ? 'serious' : 'not serious'}: ${entry.record.what}`;
    case 'regulation':
      return `${entry.record.jurisdiction}, ${entry.record.authority}: ${entry.record.instrument}`;
    case 'product':
      return `${entry.record.jurisdiction}, ${entry.record.product}: ${entry.record.status.join(', ')}`;
  }
}
