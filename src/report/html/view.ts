/** What the parts of the HTML report share: the report, its material, and each page with its numbered notes. */
import type { Evidence } from '../../evidence/index.ts';
import type { Finding, JudgedClaim, Report, Verdict } from '../../model.ts';
import { findingsById, findingsOf } from '../evidence-words.ts';
import type { PageText, PageTexts } from '../page-text.ts';
import { collectReferences, type References } from '../references.ts';
import { compareSeverity } from '../text.ts';

export type DocumentEntry = Report['documents'][number];

export interface HtmlMaterial {
  /** The records that the report's ids name. */
  readonly evidence: Evidence;
  /** The texts of the pages by path; of a page without one, the claims alone are shown. */
  readonly texts: PageTexts;
}

/** A claim with its findings, or a finding that belongs to no claim. */
export interface Note {
  /** From 1 on each page. */
  readonly number: number;
  readonly claim: JudgedClaim | null;
  /** The worst first. */
  readonly findings: readonly Finding[];
}

export interface PageView {
  /** From 1. */
  readonly number: number;
  readonly document: DocumentEntry;
  readonly text: PageText | undefined;
  /** About the page as a whole. */
  readonly whole: readonly Note[];
  /** About a passage, by the id of its claim or citation. */
  readonly placed: ReadonlyMap<string, Note>;
}

export interface View {
  readonly report: Report;
  readonly evidence: Evidence;
  readonly references: References;
  readonly pages: readonly PageView[];
  /** Numbers of the pages by path. */
  readonly pageNumbers: ReadonlyMap<string, number>;
  /** Pages that carry a claim, for claims that several do. */
  readonly sharedBy: ReadonlyMap<string, readonly number[]>;
}

/** Numbers pages, notes and references before anything is written, so that each can be linked to. */
export function createView(report: Report, { evidence, texts }: HtmlMaterial): View {
  const pageNumbers = new Map(report.documents.map(({ path }, index) => [path, index + 1]));
  const sharedBy = report.groups.map(({ claim, places }): [string, number[]] => [
    claim,
    [...new Set(places.map(({ path }) => pageNumbers.get(path) ?? 0))],
  ]);
  return {
    report,
    evidence,
    references: collectReferences(report, evidence),
    pages: report.documents.map((document, index) => viewPage(document, index + 1, texts.get(document.path))),
    pageNumbers,
    sharedBy: new Map(sharedBy),
  };
}

function viewPage(document: DocumentEntry, number: number, text: PageText | undefined): PageView {
  const { claims, findings } = document;
  const loose = findings.filter((finding) => finding.claims.length === 0);
  const whole = loose.filter((finding) => finding.citation === null);
  const onCitation = loose.filter((finding) => finding.citation !== null);
  const byId = findingsById(document);
  const notes: Note[] = [];
  const add = (claim: JudgedClaim | null, about: readonly Finding[]): Note => {
    const note = { number: notes.length + 1, claim, findings: about };
    notes.push(note);
    return note;
  };
  const wholeNotes = whole.map((finding) => add(null, [finding]));
  const placed = new Map<string, Note>();
  for (const claim of claims) {
    const about = findingsOf(claim, byId).sort((a, b) => compareSeverity(a.severity, b.severity));
    placed.set(claim.id, add(claim, about));
  }
  for (const finding of onCitation) {
    if (finding.citation !== null) placed.set(finding.citation, add(null, [finding]));
  }
  return { number, document, text, whole: wholeNotes, placed };
}

/** How a note is marked and filtered: by its claim's verdict; `whole` and `citation` have no claim. */
export type NoteKind = Verdict | 'whole' | 'citation';

/** The kind of a note, by which it is marked and filtered. */
export function kindOf({ claim, findings }: Note): NoteKind {
  if (claim !== null) return claim.verdict;
  return findings.some(({ citation }) => citation !== null) ? 'citation' : 'whole';
}

/** All notes of a page: those on it as a whole first, the others in the order of the text. */
export function notesOf(page: PageView): Note[] {
  return [...page.whole, ...page.placed.values()];
}
