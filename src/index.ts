/**
 * claimlint as a library. `createAuditor()` takes the packs, rules and word lists that come with the
 * package; `audit` takes everything from its caller and is pure.
 */
import { type AuditOptions, audit } from './audit.ts';
import { loadBuiltIn } from './data.ts';
import { type Evidence, joinPacks } from './evidence/index.ts';
import type { DocumentReport, Source } from './model.ts';

export { type AuditOptions, audit } from './audit.ts';
export { type BuiltIn, loadBuiltIn } from './data.ts';
export { type Evidence, joinPacks } from './evidence/index.ts';
export type * from './evidence/schema.ts';
export type * from './model.ts';
export { type DecodeOptions, type DecodeResult, decodeSource } from './read/source.ts';
export { assembleReport, type ReportContext, SCHEMA_VERSION } from './report/assemble.ts';
export type * from './scales.ts';
export { VERSION } from './version.ts';

export interface Auditor {
  readonly evidence: Evidence;
  audit(source: Source): DocumentReport;
}

/**
 * An auditor with the built-in packs, rules and word lists where the caller gives none. Reads the
 * package's data files once; `today` is an ISO date, since the library reads no clock.
 */
export function createAuditor(options: Pick<AuditOptions, 'today'> & Partial<AuditOptions>): Auditor {
  const builtIn = loadBuiltIn();
  const complete: AuditOptions = {
    evidence: joinPacks(builtIn.packs),
    rules: builtIn.rules,
    lexicon: builtIn.lexicon,
    ...options,
  };
  return { evidence: complete.evidence, audit: (source) => audit(source, complete) };
}
