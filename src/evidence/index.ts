/**
 * The evidence base of a run: several packs as one, with look-ups by id and by question.
 */
import type { PackSummary } from '../model.ts';
import { joinVocabularies } from './join-vocabulary.ts';
import type {
  CompiledPack,
  Harm,
  PackInfo,
  Product,
  Regulation,
  Study,
  Synthesis,
  Vocabulary,
} from './schema.ts';

export interface Evidence {
  readonly packs: readonly PackSummary[];
  readonly infos: readonly PackInfo[];
  readonly studies: readonly Study[];
  readonly syntheses: readonly Synthesis[];
  readonly harms: readonly Harm[];
  readonly regulation: readonly Regulation[];
  readonly products: readonly Product[];
  readonly vocabulary: Vocabulary;
  /** Every study by id. */
  readonly studyById: ReadonlyMap<string, Study>;
  /** The pack id of every study, for `asked` and traceability. */
  readonly packOf: ReadonlyMap<string, string>;
}

/**
 * Joins compiled packs into one evidence base. Where two packs hold a record of the same id, the first pack
 * named wins; their vocabularies are joined term by term (`joinVocabularies`).
 */
export function joinPacks(packs: readonly CompiledPack[]): Evidence {
  const studies = uniqueById(packs.flatMap((pack) => pack.studies));
  const packOf = new Map<string, string>();
  for (const pack of packs) {
    for (const study of pack.studies) if (!packOf.has(study.id)) packOf.set(study.id, pack.info.id);
  }
  return {
    packs: packs.map((pack) => ({
      id: pack.info.id,
      version: pack.info.version,
      asOf: pack.info.asOf,
      hash: pack.hash,
      studies: pack.studies.length,
    })),
    infos: packs.map((pack) => pack.info),
    studies,
    syntheses: uniqueById(packs.flatMap((pack) => pack.syntheses)),
    harms: uniqueById(packs.flatMap((pack) => pack.harms)),
    regulation: uniqueById(packs.flatMap((pack) => pack.regulation)),
    products: uniqueById(packs.flatMap((pack) => pack.products)),
    vocabulary: joinVocabularies(packs.map((pack) => pack.vocabulary)),
    studyById: new Map(studies.map((study) => [study.id, study])),
    packOf,
  };
}

function uniqueById<T extends { readonly id: string }>(records: readonly T[]): T[] {
  const byId = new Map<string, T>();
  for (const record of records) if (!byId.has(record.id)) byId.set(record.id, record);
  return [...byId.values()];
}
