/** The summary page of a CI job: what was read, a table of pages, and the worst findings in words. */
import type { EvidenceItem, Report, Severity } from '../model.ts';
import { escapeMarkdown, escapePlain, markdownLink } from './markdown-text.ts';
import { type RankedFinding, rankFindings } from './ranking.ts';
import { clip, count, locateCue, plain, quotedCue, summarySentences, tells } from './text.ts';

const PAGES_SHOWN = 50;
const FINDINGS_SHOWN = 20;
const EVIDENCE_SHOWN = 2;
/** UTF-16 units of a sentence or message; with the limits above the summary stays below 1 MiB. */
const TEXT_SHOWN = 600;

/** GitHub's Markdown, far below the 1 MiB that a job summary may hold. Pure. */
export function toJobSummary(report: Report): string {
  const ranked = rankFindings(report);
  const notices = report.documents.flatMap(({ path, notices }) =>
    notices.map(({ message }) => ({ path, message })),
  );
  return [
    '## claimlint',
    summarySentences(report).map(escapeMarkdown).join('  \n'),
    pageTable(report),
    ...(ranked.length === 0 ? [] : ['### Worst first', worstFindings(ranked, report)]),
    ...(report.failures.length === 0 ? [] : ['### Not audited', list(report.failures)]),
    ...(notices.length === 0 ? [] : ['### Notices', list(notices)]),
    '',
  ].join('\n\n');
}

function shown(text: string): string {
  return escapeMarkdown(clip(text, TEXT_SHOWN));
}

function pageTable(report: Report): string {
  const rows = report.documents
    .map(({ path, findings, coverage }) => {
      const of = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
      return { path, error: of('error'), warning: of('warning'), info: of('info'), coverage };
    })
    .filter(({ error, warning, info }) => error + warning + info > 0)
    .sort((a, b) => b.error - a.error || b.warning - a.warning || b.info - a.info);
  if (rows.length === 0) return '';
  const more = rows.length - PAGES_SHOWN;
  return [
    '| Page | Errors | Warnings | Remarks | Claims | Checked |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...rows
      .slice(0, PAGES_SHOWN)
      .map(
        ({ path, error, warning, info, coverage }) =>
          `| ${shown(path)} | ${error} | ${warning} | ${info} | ${coverage.claims} | ${coverage.checked} |`,
      ),
    ...(more > 0 ? ['', `and ${count(more, 'more page')} with findings.`] : []),
  ].join('\n');
}

/** One entry a sentence, with all that is found in it; a claim's text stands on several pages at times. */
function worstFindings(ranked: readonly RankedFinding[], report: Report): string {
  const claims = new Map(
    report.documents.flatMap(({ claims }) => claims.map((claim) => [claim.id, claim.text])),
  );
  const sentences = new Map<string, RankedFinding[]>();
  for (const entry of ranked.slice(0, FINDINGS_SHOWN)) {
    const key = `${entry.path}\n${entry.finding.claims[0] ?? entry.finding.id}`;
    sentences.set(key, [...(sentences.get(key) ?? []), entry]);
  }
  const more = ranked.length - FINDINGS_SHOWN;
  return [
    ...[...sentences.values()].map((entries) => sentenceItem(entries, claims)),
    ...(more > 0 ? [`and ${count(more, 'more finding')}: see the annotations or the report files.`] : []),
  ].join('\n\n');
}

function sentenceItem(entries: readonly RankedFinding[], claims: ReadonlyMap<string, string>): string {
  const [first] = entries;
  if (first === undefined) return '';
  const { path, finding } = first;
  const text = claims.get(finding.claims[0] ?? '') ?? '';
  const whole = finding.scope === 'page' || finding.scope === 'site';
  const place = whole ? path : `${path}:${finding.span.start.line}`;
  const parts = [
    `**${shown(place)}**`,
    ...(text === '' ? [] : [`> ${withCue(clip(text, TEXT_SHOWN), quotedCue(finding.message))}`]),
    ...entries.map(findingLines),
  ];
  return `- ${parts.join('\n\n  ')}`;
}

function findingLines({ finding, alsoOn }: RankedFinding): string {
  const { severity, ruleId, message, evidence, suggestion } = finding;
  return [
    `**${severity}** ${shown(ruleId)}: ${shown(message)}`,
    ...evidence.slice(0, EVIDENCE_SHOWN).map((item) => evidenceLine(item, message)),
    ...(suggestion === null ? [] : [`Instead: ${shown(suggestion)}`]),
    ...(alsoOn.length === 0 ? [] : [`The same on ${count(alsoOn.length, 'more page')}.`]),
  ].join('  \n  ');
}

/** Without the statement where the message holds it already. */
function evidenceLine({ statement, study, url }: EvidenceItem, message: string): string {
  const source = url === null ? shown(study) : markdownLink(study, url);
  return tells(message, statement) ? `Evidence: ${source}` : `Evidence: ${shown(statement)} (${source})`;
}

function withCue(text: string, cue: string | null): string {
  const sentence = plain(text);
  const place = locateCue(sentence, [cue]);
  if (place === null) return escapePlain(sentence);
  const before = escapePlain(sentence.slice(0, place.start));
  const marked = escapePlain(sentence.slice(place.start, place.end));
  return `${before}<strong>${marked}</strong>${escapePlain(sentence.slice(place.end))}`;
}

/** What could not be done or was done in part, with the page it is about. */
function list(entries: readonly { readonly path: string; readonly message: string }[]): string {
  const lines = entries
    .slice(0, PAGES_SHOWN)
    .map(({ path, message }) => `- ${shown(path)}: ${shown(message)}`);
  const more = entries.length - lines.length;
  return [...lines, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n');
}
