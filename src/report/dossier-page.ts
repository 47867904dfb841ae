/** One page in the dossier: where its copy comes from, each claim beside the record, and what else was found. */
import type { Vocabulary } from '../evidence/schema.ts';
import { type Finding, type JudgedClaim, type Report, VERDICTS, type Verdict } from '../model.ts';
import { type Anchor, createAnchors } from './dossier-anchor.ts';
import { citationTable, citedBy } from './dossier-citations.ts';
import { bullets, jsonBlock, link, row, text } from './dossier-text.ts';
import {
  evidenceLabel,
  evidenceOf,
  findingsById,
  findingsOf,
  RELATION_WORDS,
  sumWords,
  tells,
} from './evidence-words.ts';
import type { PageText } from './page-text.ts';
import { readingOf, wordingAgainstRecord } from './reading-words.ts';
import type { References } from './references.ts';
import { clip, count, reasonWords } from './text.ts';
import { REGION_WORDS, VERDICT_LABELS } from './verdict-words.ts';

type DocumentEntry = Report['documents'][number];

export interface PageInput {
  readonly document: DocumentEntry;
  /** From 1. */
  readonly number: number;
  readonly text: PageText | undefined;
}

export interface PageContext {
  readonly report: Report;
  readonly references: References;
  readonly vocabulary: Vocabulary;
}

/** UTF-16 units of a claim in the table of claims. */
const CLAIM_SHOWN = 120;

/** All that the dossier says of one page, as Markdown. */
export function pageSection(page: PageInput, context: PageContext): string {
  const { document, number } = page;
  const anchors = createAnchors(page.text);
  const byId = findingsById(document);
  return [
    `## Page ${number}: ${text(document.title ?? document.path)}`,
    factTable(document),
    ...noticeList(document),
    '### Claims at a glance',
    ...glance(page),
    ...document.claims.map((claim, index) =>
      claimSection(
        claim,
        `${number}.${index + 1}`,
        anchors(claim),
        findingsOf(claim, byId),
        document,
        context,
      ),
    ),
    ...wholePage(document, context),
    ...caveatList(document),
    ...citationTable(document, context.references),
    ...suppressionList(document, context.report),
  ].join('\n\n');
}

function factTable(document: DocumentEntry): string {
  const { path, retrieved, published, sha256, language, jurisdiction, coverage, format } = document;
  const fetched = retrieved !== null;
  return [
    row(['The copy', '']),
    row(['---', '---']),
    row([fetched ? 'Address' : 'File', fetched ? link(path) : text(path)]),
    row(['Date of the copy', retrieved ?? 'not recorded: the page was read from a file']),
    row(['SHA-256 of the copy', `\`${sha256}\``]),
    row(['Date on the page', published ?? 'none found']),
    row(['Language', text(language)]),
    row(['Jurisdiction', text(jurisdiction ?? 'not determined')]),
    row([
      'Read',
      `${format}: ${count(coverage.words, 'word')}, ${count(coverage.sentences, 'sentence')}, ${count(coverage.claims, 'claim')}, ${coverage.checked} of them compared with the record`,
    ]),
  ].join('\n');
}

function noticeList({ notices }: DocumentEntry): string[] {
  return notices.length === 0 ? [] : [bullets(notices.map(({ message }) => `Note: ${text(message)}`))];
}

function glance({ document, number }: PageInput): string[] {
  const { claims } = document;
  if (claims.length === 0) return ['No claim was found on this page.'];
  const counts = VERDICTS.map((verdict): [Verdict, number] => [
    verdict,
    claims.filter((claim) => claim.verdict === verdict).length,
  ]).filter(([, found]) => found > 0);
  return [
    counts.map(([verdict, found]) => `${VERDICT_LABELS[verdict].label}: ${found}`).join(' · '),
    [
      row(['Claim', 'Verdict', 'Text']),
      row(['---', '---', '---']),
      ...claims.map((claim, index) =>
        row([
          `${number}.${index + 1}`,
          VERDICT_LABELS[claim.verdict].label,
          text(clip(claim.text, CLAIM_SHOWN)),
        ]),
      ),
    ].join('\n'),
  ];
}

function claimSection(
  claim: JudgedClaim,
  number: string,
  anchor: Anchor,
  findings: readonly Finding[],
  document: DocumentEntry,
  context: PageContext,
): string {
  const { label, meaning } = VERDICT_LABELS[claim.verdict];
  const why = claim.reason === null ? meaning : `${meaning}: ${reasonWords(claim.reason)}`;
  const wording = wordingAgainstRecord(claim);
  return [
    `### Claim ${number}: ${label.toLowerCase()}`,
    `> ${text(claim.text)}`,
    bullets([
      `**Verdict:** ${label}: ${why}.`,
      ...findings.flatMap(reasonLines),
      ...(wording.length === 0 ? [] : [`**Wording against record:** ${text(wording.join('; '))}.`]),
      ...evidenceLines(claim, findings, context.references),
      ...citedBy(claim, document, context.references),
      `**Read as:** ${text(readingOf(claim, context.vocabulary))}.`,
      `**Place:** ${placeOf(claim)}.`,
      ...passageLink(anchor, document),
    ]),
    jsonBlock(anchor.selector),
  ].join('\n\n');
}

function reasonLines({ message, ruleId, computation }: Finding): string[] {
  return [
    `**Reason:** ${text(message)} (rule ${text(ruleId)})`,
    ...(computation === null ? [] : [`**Sum:** ${text(sumWords(computation))}.`]),
  ];
}

/** A statement that a reason has told already is not printed again. */
function evidenceLines(
  claim: JudgedClaim | null,
  findings: readonly Finding[],
  references: References,
): string[] {
  const items = evidenceOf([...(claim === null ? [] : [claim]), ...findings]);
  if (items.length === 0) return ['**Evidence:** none on record in the packs.'];
  return items.map((item) => {
    const { statement, study, locator } = item;
    const told = findings.some((finding) => tells(finding, statement));
    const reference = references.get(study);
    const facts = reference?.facts ?? [];
    const source = `${reference?.name ?? study}${facts.length === 0 ? '' : ` (${facts.join('; ')})`}`;
    const where = locator === null ? '' : `, ${locator}`;
    const said = told ? 'told above' : statement;
    return `**${evidenceLabel(claim)}, ${RELATION_WORDS[item.relation]}:** ${text(`${source}${where}: ${closed(said)}`)} \\[${reference?.number ?? ''}\\]`;
  });
}

/** With a stop at the end, if there is none. */
function closed(sentence: string): string {
  return /[.?!]\)?$/.test(sentence) ? sentence : `${sentence}.`;
}

function placeOf({ region, span, places }: JudgedClaim): string {
  const { line, column } = span.start;
  const also = places.map((place) => `${REGION_WORDS[place.region]}, line ${place.span.start.line}`);
  return `${REGION_WORDS[region]}, line ${line}, column ${column} of the copy${also.length === 0 ? '' : `; also in: ${also.join('; ')}`}`;
}

function passageLink({ fragment }: Anchor, { path, retrieved }: DocumentEntry): string[] {
  if (retrieved === null || fragment === null || !URL.canParse(path)) return [];
  const address = new URL(path);
  address.hash = fragment;
  return [`**Passage:** ${link(address.href, 'the sentence on the page, as it is today')}`];
}

function wholePage({ findings }: DocumentEntry, { references }: PageContext): string[] {
  const whole = findings.filter(({ claims }) => claims.length === 0);
  if (whole.length === 0) return [];
  return [
    '### Found on the page as a whole',
    whole
      .flatMap((finding) => [
        bullets(reasonLines(finding)),
        bullets(evidenceLines(null, [finding], references)).replace(/^/gm, '  '),
      ])
      .join('\n'),
  ];
}

function caveatList({ caveats }: DocumentEntry): string[] {
  if (caveats.length === 0) return ['### Caveats on the page', 'None found.'];
  return [
    '### Caveats on the page',
    bullets(
      caveats.map(
        ({ text: words, kind, region, span }) =>
          `“${text(words)}” (${kind.replaceAll('-', ' ')}; ${REGION_WORDS[region]}, line ${span.start.line})`,
      ),
    ),
  ];
}

/** What the page's owner asked not to report, which a reader of the dossier must know. */
function suppressionList({ path }: DocumentEntry, { suppressions }: Report): string[] {
  const used = suppressions.filter((suppression) => suppression.path === path && suppression.used);
  if (used.length === 0) return [];
  return [
    '### Left out at the request of the page',
    bullets(used.map(({ ruleId, reason }) => `Rule ${text(ruleId)}: ${text(reason)}`)),
  ];
}
