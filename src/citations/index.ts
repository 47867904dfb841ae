/** Finds what a page cites, identifies it against known works and checks it for the claims that lean on it. */
import { hash } from 'node:crypto';
import type { Evidence } from '../evidence/index.ts';
import type { Citation, Claim, Document, Sentence, Span } from '../model.ts';
import { createLocator, type Locate } from '../read/position.ts';
import type { Cited, Mention } from './cited.ts';
import { findMentions } from './find.ts';
import { fold } from './fold.ts';
import { leaning } from './lean.ts';
import { type Library, packLibrary } from './library.ts';
import { integrityOf } from './notices.ts';
import { type Resolved, resolveMentions } from './resolve-mention.ts';
import { checkUse, worstUse } from './use.ts';
import type { Work } from './work.ts';

/** A citation with what the page says of the work, and the record that it was identified as, if any. */
export interface IdentifiedCitation extends Citation {
  readonly cited: Cited;
  readonly work: Work | null;
}

/** The citations of a page, in document order. Pure: packs and `library` are all that is asked. */
export function citePage(
  document: Document,
  sentences: readonly Sentence[],
  claims: readonly Claim[],
  evidence: Evidence,
  library: Library = packLibrary(evidence),
): Citation[] {
  return identifyPage(document, sentences, claims, evidence, library).map(
    ({ work: _, ...citation }) => citation,
  );
}

/** Leaves out what the report does not tell. */
export function plainCitation({ work: _, cited: __, ...citation }: IdentifiedCitation): Citation {
  return citation;
}

/** As {@link citePage}, with the records. */
export function identifyPage(
  document: Document,
  sentences: readonly Sentence[],
  claims: readonly Claim[],
  evidence: Evidence,
  library: Library,
): IdentifiedCitation[] {
  const mentions = findMentions(document, sentences, library);
  const resolved = resolveMentions(mentions, library, (mention) => around(document, mention));
  const locate = createLocator(document.source.text);
  const ids = uniqueIds();
  return leaning(resolved, document, sentences).map((one) => {
    const own = one.sentences;
    const work =
      one.resolution.status === 'identified' || one.resolution.status === 'mismatch'
        ? one.resolution.work
        : null;
    const identifiers =
      one.resolution.status === 'identified' && work ? work.identifiers : one.mention.cited.identifiers;
    const text = one.mention.span ? one.mention.cited.text : printed(document, one.mention);
    return {
      id: ids(text),
      text,
      span: one.mention.span ?? spanOf(document, one.mention, locate),
      kind: one.mention.kind,
      status: one.resolution.status,
      asked: asks(one) ? library.sources : [],
      study: one.resolution.status === 'identified' ? (work?.study?.id ?? null) : null,
      identifiers,
      nearest: one.resolution.nearest?.study?.id ?? null,
      problems: one.resolution.problems,
      integrity: integrityOf(library.notices, identifiers, work?.integrity ?? 'unknown'),
      use: useOf(
        work,
        claims.filter(({ sentence }) => own.includes(sentence)),
        evidence,
      ),
      sentences: own,
      cited: one.mention.cited,
      work,
    };
  });
}

function asks({ resolution }: Resolved): boolean {
  return resolution.status !== 'vague';
}

function useOf(work: Work | null, claims: readonly Claim[], evidence: Evidence): Citation['use'] {
  const study = work?.study;
  if (!study) return 'not-assessed';
  return worstUse(claims.map((claim) => checkUse(claim, study, evidence).use));
}

/** What stands around a mention in its block, in characters either side. */
const CONTEXT = 400;

function around(document: Document, { block, start, end }: Mention): string {
  return document.blocks[block]?.text.slice(Math.max(0, start - CONTEXT), end + CONTEXT) ?? '';
}

function printed(document: Document, { block, start, end }: Mention): string {
  return document.blocks[block]?.text.slice(start, end) ?? '';
}

function spanOf(document: Document, { block, start, end }: Mention, locate: Locate): Span {
  const map = document.blocks[block]?.map;
  const from = map?.starts[start] ?? 0;
  return locate(from, map?.ends[Math.max(start, end - 1)] ?? from);
}

/** Ids by content, so that an edit elsewhere keeps them; the second of the same text gets a suffix. */
function uniqueIds(): (text: string) => string {
  const seen = new Map<string, number>();
  return (text) => {
    const id = hash('sha256', `citation ${fold(text)}`).slice(0, 12);
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count === 1 ? id : `${id}-${count}`;
  };
}
