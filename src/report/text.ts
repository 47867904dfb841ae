/** Words of a report that its readers share: counts, summary sentences, and page text that is safe to show. */
import {
  type Coverage,
  type NotCheckableReason,
  type Report,
  type Severity,
  VERDICTS,
  type Verdict,
} from '../model.ts';

/** What a page or a pack says, without the characters that steer a terminal or turn the direction of writing. */
export function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim();
}

/** At most `length` units, the last of them an ellipsis where something was cut. */
export function clip(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;
}

/** `1 claim`, `2 claims`. */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${number} ${number === 1 ? singular : plural}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function list(words: readonly string[]): string {
  const last = words.at(-1);
  if (last === undefined || words.length === 1) return last ?? '';
  return `${words.slice(0, -1).join(', ')} and ${last}`;
}

export const SEVERITIES = ['error', 'warning', 'info'] as const satisfies readonly Severity[];

/** Negative where `a` is the worse. */
export function compareSeverity(a: Severity, b: Severity): number {
  return SEVERITIES.indexOf(a) - SEVERITIES.indexOf(b);
}

/** `2 errors, 1 warning`; empty where there is none. */
export function countFindings(findings: Readonly<Record<Severity, number>>): string {
  const nouns: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'remark' };
  return SEVERITIES.filter((severity) => findings[severity] > 0)
    .map((severity) => count(findings[severity], nouns[severity]))
    .join(', ');
}

const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  contradicted: 'contradicted by a recorded result',
  overstated: 'overstated',
  unsupported: 'leaning on a source that does not carry it',
  'missing-caveat': 'missing a caveat',
  supported: 'supported',
  'not-checkable': 'not checkable',
};

/** `3 overstated, 1 supported`, worst first. */
function countVerdicts(verdicts: Readonly<Partial<Record<Verdict, number>>>): string {
  return VERDICTS.filter((verdict) => (verdicts[verdict] ?? 0) > 0)
    .map((verdict) => `${verdicts[verdict]} ${VERDICT_WORDS[verdict]}`)
    .join(', ');
}

const REASON_WORDS: Readonly<Record<NotCheckableReason, string>> = {
  'no-evidence-record': 'no record in the packs',
  'other-field': 'another field than the packs’',
  'too-vague': 'too vague to check',
  opinion: 'an opinion',
  'own-record': 'own unpublished records',
  language: 'not in English',
  offline: 'a source that was not asked (offline)',
};

/** Why a claim was not checked, as the end of a sentence. */
export function reasonWords(reason: NotCheckableReason): string {
  return REASON_WORDS[reason];
}

/** The coverage of all pages together. */
function totalCoverage(documents: readonly { readonly coverage: Coverage }[]): Coverage {
  const notChecked: Partial<Record<NotCheckableReason, number>> = {};
  const total = { words: 0, sentences: 0, claims: 0, checked: 0 };
  for (const { coverage } of documents) {
    total.words += coverage.words;
    total.sentences += coverage.sentences;
    total.claims += coverage.claims;
    total.checked += coverage.checked;
    for (const reason of reasonsOf(coverage)) {
      notChecked[reason] = (notChecked[reason] ?? 0) + (coverage.notChecked[reason] ?? 0);
    }
  }
  return { ...total, notChecked };
}

function reasonsOf(coverage: Coverage): NotCheckableReason[] {
  return Object.keys(REASON_WORDS).filter(
    (reason): reason is NotCheckableReason => reason in coverage.notChecked,
  );
}

/**
 * What was read, found and checked, and by what: the sentences that stand in every report, so that an
 * empty list of findings never reads as a clean bill.
 */
export function summarySentences(report: Report): string[] {
  const failed = report.failures.length;
  const notDone =
    failed === 0
      ? []
      : [`Not done: ${count(failed, 'page or place', 'pages or places')} could not be audited.`];
  if (report.documents.length === 0) return ['No page was read, so nothing was judged.', ...notDone];
  const { words, sentences, claims, checked, notChecked } = totalCoverage(report.documents);
  const reasons = reasonsOf({ words, sentences, claims, checked, notChecked });
  const unchecked = reasons.reduce((sum, reason) => sum + (notChecked[reason] ?? 0), 0);
  const why = reasons.map((reason) => `${notChecked[reason]} ${reasonWords(reason)}`).join(', ');
  const read =
    `Read ${count(report.documents.length, 'page')} (${count(words, 'word')}, ${count(sentences, 'sentence')}): ` +
    `${count(claims, 'claim')}, ${checked} checked against evidence` +
    (unchecked > 0 ? `, ${unchecked} not (${why}).` : '.');
  const verdicts = countVerdicts(report.summary.verdicts);
  const found = countFindings(report.summary.findings);
  const suppressed = report.suppressions.filter((suppression) => suppression.used).length;
  return [
    read,
    ...(verdicts === '' ? [] : [`Claims: ${verdicts}.`]),
    `Findings: ${found === '' ? 'none' : found}${suppressed > 0 ? ` (${count(suppressed, 'suppression')} used)` : ''}.`,
    ...signatureSentences(report),
    basisSentence(report, found === ''),
    ...notDone,
  ];
}

/** How many signatures hold, and what is wrong with each that does not. */
function signatureSentences({ signatures = [] }: Report): string[] {
  if (signatures.length === 0) return [];
  const open = signatures.filter(({ state }) => state !== 'holds');
  const held = signatures.length - open.length;
  return [
    `Signed claims: ${held} of ${signatures.length} hold${open.length === 0 ? '' : '; see to the others'}.`,
    ...open.map(({ state, message }) => `Signature (${state.replace('-', ' ')}): ${plain(message)}`),
  ];
}

function basisSentence(report: Report, clean: boolean): string {
  const packs = list(
    report.evidence.packs.map(
      (pack) => `${pack.id} ${pack.version} (${count(pack.studies, 'study', 'studies')})`,
    ),
  );
  const by = packs === '' ? 'without any evidence pack' : `in ${packs}`;
  return clean
    ? `No conflict found ${by} as of ${report.asOf}; not legal clearance.`
    : `Where nothing is reported, no conflict was found ${by} as of ${report.asOf}; that is not legal clearance.`;
}

/** Breaks text into lines of at most `width` units at spaces; a longer word stands alone. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** The words that a message begins with in quotation marks: what an editor should look at. */
export function quotedCue(message: string): string | null {
  return /^“([^”]{1,200})”/.exec(message)?.[1] ?? null;
}

/** A first clause of this length is enough to know a statement by. */
const TELLING_CLAUSE = 40;

/** Whether a message holds a statement of evidence, or its first clause, so that its source is enough. */
export function tells(message: string, statement: string): boolean {
  const clause = /^.+?(?=[;.](?:\s|$)|\s\()/.exec(statement)?.[0] ?? '';
  const known = clause.length >= TELLING_CLAUSE ? clause : statement.replace(/\.$/, '');
  return message.toLowerCase().includes(known.toLowerCase());
}

/** Where a cue stands in a sentence, as offsets in it; null where it does not stand there as printed. */
export function locateCue(
  sentence: string,
  cues: readonly (string | null)[],
): { start: number; end: number } | null {
  for (const cue of cues) {
    if (cue === null || cue === '') continue;
    const start = sentence.toLowerCase().indexOf(cue.toLowerCase());
    if (start >= 0) return { start, end: start + cue.length };
  }
  return null;
}
