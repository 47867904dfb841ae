/** The report for people at a terminal: grouped by page, worst problem of the page as a whole first. */
import pc from 'picocolors';
import type { Computation, EvidenceItem, Finding, Report, Severity } from '../model.ts';
import { clip, countFindings, locateCue, plain, quotedCue, summarySentences, tells, wrap } from './text.ts';

export interface TerminalOptions {
  readonly colour: boolean;
  /** Width in columns. */
  readonly columns: number;
  /** Leaves out the notices about pages read in a reduced way. */
  readonly quiet: boolean;
  /** Adds to each finding the comment that suppresses it. */
  readonly suppressions: boolean;
  /** Shows every record of evidence, not the first alone. */
  readonly verbose: boolean;
}

type DocumentEntry = Report['documents'][number];
type Colours = ReturnType<typeof pc.createColors>;

const LABEL_WIDTH = 10;
const INDENT = 4;
/** Characters of a sentence that are shown before its cue and after it: a text without stops is no sentence. */
const AROUND_CUE = 600;

/** One block a page that has findings or notices, then the summary. Pure. */
export function toTerminal(report: Report, options: TerminalOptions): string {
  const colours = pc.createColors(options.colour);
  const width = Math.max(60, Math.min(options.columns, 120));
  const printer = createPrinter(width, colours);
  const pages = report.documents
    .map((document) => pageBlock(document, options, printer))
    .filter((block) => block !== '');
  const summary = summarySentences(report).flatMap((sentence) => wrap(sentence, width));
  return [...pages, `${summary.join('\n')}\n`].join('\n');
}

type Printer = ReturnType<typeof createPrinter>;

function createPrinter(width: number, colours: Colours) {
  return {
    colours,
    /** A wrapped text without a label. */
    plain(text: string): string {
      return wrap(text, width - INDENT)
        .map((line) => `${' '.repeat(INDENT)}${line}\n`)
        .join('');
    },
    /** A wrapped text behind a label; `paint` may mark words in the lines, which keep their length. */
    labelled(label: string, text: string, paint: (line: string) => string = (line) => line): string {
      const indent = ' '.repeat(INDENT);
      const lines = wrap(text, width - INDENT - LABEL_WIDTH);
      return lines
        .map((line, index) => {
          const head = index === 0 ? label.padEnd(LABEL_WIDTH) : ' '.repeat(LABEL_WIDTH);
          return `${indent}${colours.dim(head)}${paint(line)}\n`;
        })
        .join('');
    },
  };
}

function pageBlock(document: DocumentEntry, options: TerminalOptions, printer: Printer): string {
  const notices = options.quiet ? [] : document.notices;
  if (document.findings.length === 0 && notices.length === 0) return '';
  const { colours } = printer;
  const counts = { error: 0, warning: 0, info: 0 };
  for (const finding of document.findings) counts[finding.severity] += 1;
  const found = countFindings(counts);
  const facts = [
    document.title,
    document.published === null ? null : `published ${document.published}`,
    found,
  ]
    .filter((fact) => fact !== null && fact !== '')
    .map((fact) => plain(String(fact)));
  const head = `${colours.underline(plain(document.path))}${facts.length === 0 ? '' : `  ${colours.dim(facts.join(' · '))}`}\n`;
  const told = notices.map((notice) => printer.labelled('notice', plain(notice.message)));
  const shown = new Set<string>();
  const texts = textsOf(document);
  const findings = [...document.findings].sort(pageFirst).map((finding) => {
    const suppress = options.suppressions ? printer.labelled('suppress', suppression(finding, document)) : '';
    return `\n${findingBlock(finding, texts, shown, options, printer)}${suppress}`;
  });
  return [head, ...told, ...findings].join('');
}

function pageFirst(a: Finding, b: Finding): number {
  const rank = (finding: Finding) => (finding.scope === 'site' ? 0 : finding.scope === 'page' ? 1 : 2);
  return rank(a) - rank(b) || a.span.start.offset - b.span.start.offset;
}

/** The claims and citations of a page by their ids. */
interface Texts {
  readonly claims: ReadonlyMap<string, DocumentEntry['claims'][number]>;
  readonly citations: ReadonlyMap<string, DocumentEntry['citations'][number]>;
}

function textsOf({ claims, citations }: DocumentEntry): Texts {
  return {
    claims: new Map(claims.map((claim) => [claim.id, claim])),
    citations: new Map(citations.map((citation) => [citation.id, citation])),
  };
}

/**
 * The message first, then where it stands and on what it rests. `shown` holds the statements of evidence that
 * stand on the screen already: of those, the source is enough.
 */
function findingBlock(
  finding: Finding,
  texts: Texts,
  shown: Set<string>,
  { verbose }: TerminalOptions,
  printer: Printer,
): string {
  const { computation, suggestion } = finding;
  return [
    headLine(finding, printer.colours),
    printer.plain(plain(finding.message)),
    sentenceLines(finding, texts, printer),
    ...(computation === null ? [] : [printer.labelled('sum', sumLine(computation))]),
    evidenceLines(finding, shown, verbose, printer),
    ...(suggestion === null ? [] : [printer.labelled('instead', plain(suggestion))]),
  ].join('');
}

function headLine(finding: Finding, colours: Colours): string {
  const paint: Readonly<Record<Severity, (text: string) => string>> = {
    error: colours.red,
    warning: colours.yellow,
    info: colours.blue,
  };
  const { line, column } = finding.span.start;
  const whole = finding.scope === 'page' || finding.scope === 'site';
  const place = whole ? `whole ${finding.scope}` : `${line}:${column}`;
  return `  ${place}  ${paint[finding.severity](finding.severity)}  ${colours.dim(finding.ruleId)}\n`;
}

function evidenceLines(finding: Finding, shown: Set<string>, verbose: boolean, printer: Printer): string {
  const items = verbose ? finding.evidence : finding.evidence.slice(0, 1);
  const more = finding.evidence.length - items.length;
  return items
    .map((item) => {
      const told = shown.has(item.statement) || tells(finding.message, item.statement);
      shown.add(item.statement);
      const line = evidenceLine(item, told);
      return printer.labelled('evidence', more > 0 ? `${line} (and ${more} more: --verbose)` : line);
    })
    .join('');
}

/** The sentence or the citation that the finding is about, with its cue marked; nothing for a page. */
function sentenceLines(finding: Finding, { claims, citations }: Texts, printer: Printer): string {
  if (finding.scope === 'page' || finding.scope === 'site') return '';
  const claim = claims.get(finding.claims[0] ?? '');
  const citation = citations.get(finding.citation ?? '');
  const text = plain(claim?.text ?? citation?.text ?? '');
  if (text === '') return '';
  const cue = locateCue(
    text,
    [quotedCue(finding.message), ...(claim?.cues ?? []).map((found) => found.text)].map(
      (word) => word && plain(word),
    ),
  );
  if (cue === null) return printer.labelled('in', clip(text, 2 * AROUND_CUE));
  const before = text.slice(0, cue.start);
  const from = before.length <= AROUND_CUE ? 0 : before.indexOf(' ', before.length - AROUND_CUE) + 1;
  const lead = from === 0 ? before : `… ${before.slice(from)}`;
  const marked = `${lead}«${text.slice(cue.start, cue.end)}»${clip(text.slice(cue.end), AROUND_CUE)}`;
  return printer.labelled('in', marked, createMarker(printer.colours));
}

/** Paints what stands between « and », which may begin on one line and end on the next. */
function createMarker(colours: Colours): (line: string) => string {
  let inside = false;
  return (line) =>
    line
      .split(/([«»])/)
      .map((part) => {
        if (part === '«') inside = true;
        const painted = inside ? colours.bold(part) : part;
        if (part === '»') inside = false;
        return painted;
      })
      .join('');
}

function sumLine(computation: Computation): string {
  const { cited, recomputed, sum, changesConclusion } = computation;
  const weight = changesConclusion ? 'it changes the conclusion' : 'it does not change the conclusion';
  return plain(`${sum} = ${recomputed}; the page says ${cited}; ${weight}`);
}

function evidenceLine(item: EvidenceItem, told: boolean): string {
  const where = [item.study, item.locator].filter((part) => part !== null).join(', ');
  const source = item.url === null ? `[${where}]` : `[${where}] ${item.url}`;
  return plain(told ? source : `${item.statement} ${source}`);
}

/** The comment that suppresses a finding, to be written above its line. */
function suppression({ ruleId, scope }: Finding, { path, format }: DocumentEntry): string {
  const what =
    scope === 'page' || scope === 'site' ? 'claimlint-disable-file' : 'claimlint-disable-next-line';
  const comment = `${what} ${ruleId} -- your reason`;
  if (path.endsWith('.mdx')) return `{/* ${comment} */}`;
  if (format === 'yaml') return `# ${comment}`;
  if (format !== 'json') return `<!-- ${comment} -->`;
  return `this format has no comments: switch ${ruleId} off for ${plain(path)} in the configuration`;
}
