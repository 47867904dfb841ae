/**
 * The dossier for regulators and editors: what each page says, what the record says, and where both can be checked.
 * It proposes no wording, weighs nothing by severity and draws no legal conclusion.
 */
import type { Evidence } from '../evidence/index.ts';
import { type Report, VERDICTS } from '../model.ts';
import { pageSection } from './dossier-page.ts';
import { bullets, link, row, text } from './dossier-text.ts';
import { LIMITS, METHOD, packLines } from './method.ts';
import type { PageTexts } from './page-text.ts';
import { collectReferences, type Reference, type References } from './references.ts';
import { count } from './text.ts';
import { VERDICT_LABELS } from './verdict-words.ts';

export interface DossierMaterial {
  /** The records that the report's ids name. */
  readonly evidence: Evidence;
  /** The texts of the pages by path; a page without one gets anchors without context. */
  readonly texts: PageTexts;
}

/** The report as one Markdown document. Pure: the same report and material give the same bytes. */
export function toDossier(report: Report, material: DossierMaterial): string {
  const references = collectReferences(report, material.evidence);
  const blocks = [
    '# Claims and evidence: dossier',
    introduction(report),
    ...pageTable(report),
    ...report.documents.map((document, index) =>
      pageSection(
        { document, number: index + 1, text: material.texts.get(document.path) },
        { report, references, vocabulary: material.evidence.vocabulary },
      ),
    ),
    ...failureSection(report),
    ...referenceSection(references),
    '## Method',
    bullets(METHOD.map(text)),
    'Verdicts:',
    bullets(
      VERDICTS.map((verdict) => `**${VERDICT_LABELS[verdict].label}:** ${VERDICT_LABELS[verdict].meaning}.`),
    ),
    '## Limits',
    bullets(LIMITS.map(text)),
    '## Evidence packs',
    bullets(packLines(report).map(text)),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function introduction({ asOf, tool, documents, summary }: Report): string {
  return text(
    `This dossier sets ${count(summary.claims, 'claim')} on ${count(documents.length, 'page')} beside the evidence on record as of ${asOf}. ` +
      `It was made by ${tool.name} ${tool.version}, an automatic audit whose method and limits stand at the end. It reports what was found in the text and in the records; it is no legal assessment.`,
  );
}

/** Where there are several pages: what was found on each. */
function pageTable({ documents }: Report): string[] {
  if (documents.length < 2) return [];
  const rows = documents.map(({ title, path, claims }, index) => [
    index + 1,
    text(title ?? path),
    claims.length,
    ...VERDICTS.map((verdict) => claims.filter((claim) => claim.verdict === verdict).length),
  ]);
  const head = ['Page', 'Title', 'Claims', ...VERDICTS.map((verdict) => VERDICT_LABELS[verdict].label)];
  return ['## Pages', [head, head.map(() => '---'), ...rows].map(row).join('\n')];
}

function failureSection({ failures }: Report): string[] {
  if (failures.length === 0) return [];
  return ['## Not audited', bullets(failures.map(({ path, message }) => `${text(path)}: ${text(message)}`))];
}

function referenceSection(references: References): string[] {
  if (references.size === 0) return [];
  return ['## References', [...references.values()].map(referenceEntry).join('\n')];
}

function referenceEntry({ number, kind, work, facts, notes, address, members }: Reference): string {
  const studies = members.map((member) =>
    member.address === null ? text(member.name) : link(member.address, member.name),
  );
  const lines = [
    `${number}. ${text(work)}${address === null ? '' : ` ${link(address)}`}`,
    `${kind}${facts.length === 0 ? '' : `: ${text(facts.join('; '))}`}.`,
    ...notes.map(text),
    ...(studies.length === 0 ? [] : [`Records: ${studies.join('; ')}.`]),
  ];
  const indent = ' '.repeat(`${number}. `.length);
  return lines.join(`  \n${indent}`);
}
