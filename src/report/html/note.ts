/** The note beside a claim: verdict, reason, wording that the evidence carries, the evidence, how it was read. */
import type { EvidenceItem, Finding, JudgedClaim, Severity } from '../../model.ts';
import { citationOutcome } from '../citation-words.ts';
import { evidenceLabel, evidenceOf, RELATION_WORDS, sumWords, tells } from '../evidence-words.ts';
import { readingOf, wordingAgainstRecord } from '../reading-words.ts';
import { clip, reasonWords } from '../text.ts';
import { REGION_WORDS, VERDICT_LABELS } from '../verdict-words.ts';
import { noteId, outsideLink, pageId, sourceId, textId } from './links.ts';
import { html, type Markup } from './markup.ts';
import { kindOf, type Note, type PageView, type View } from './view.ts';

const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'remark',
};

/** A list item. `linked` tells whether the sentence is marked in the text, to lead back to. */
export function noteCard(note: Note, page: PageView, view: View, linked: boolean): Markup {
  const { number, claim, findings } = note;
  const kind = kindOf(note);
  const rules = findings.map(({ ruleId }) => ruleId).join(' ');
  return html`<li class="note ${kind}" id="${noteId(page.number, number)}" tabindex="-1" data-kind="${kind}" data-rules="${rules}" data-page="${page.number}">
<h4>${heading(note, page, linked)}</h4>
${claim !== null && findings.length === 0 ? html`<p>${whyWithoutFinding(claim)}</p>` : null}
${findings.map(findingPart)}
${suggestionPart(findings)}
<div class="more">${evidencePart(note, view)}
${claim === null ? null : readingPart(claim, page, view)}</div>
</li>
`;
}

function heading(note: Note, page: PageView, linked: boolean): Markup {
  const { number, claim, findings } = note;
  const kind = kindOf(note);
  const label = claim === null ? ruleWords(findings[0]?.ruleId ?? '') : VERDICT_LABELS[claim.verdict].label;
  const badge = html`<span class="badge ${kind}">${label}</span>`;
  if (!linked) return badge;
  const what = claim === null ? 'Citation' : 'Claim';
  return html`<a class="back" href="#${textId(page.number, number)}"><span class="vh">${what} </span>${number}<span class="vh">, back to the text: </span></a>${badge}`;
}

/** `missing-caveat/risks-not-told` → `Risks not told`. */
function ruleWords(ruleId: string): string {
  return capital(ruleId.slice(ruleId.indexOf('/') + 1).replaceAll('-', ' '));
}

function whyWithoutFinding({ verdict, reason }: JudgedClaim): string {
  const { meaning } = VERDICT_LABELS[verdict];
  const why = reason === null ? meaning : `${meaning}: ${reasonWords(reason)}`;
  return `${capital(why)}.`;
}

function findingPart({ message, severity, ruleId, computation }: Finding): Markup {
  return html`<p class="reason">${message}</p>
${computation === null ? null : html`<p class="sum">${sumWords(computation)}.</p>`}
<p class="rule"><span class="severity ${severity}">${SEVERITY_WORDS[severity]}</span> ${ruleId}</p>
`;
}

/** Several findings may offer the same words. */
function suggestionPart(findings: readonly Finding[]): Markup | null {
  const offered = new Set(findings.map(({ suggestion }) => suggestion).filter((words) => words !== null));
  if (offered.size === 0) return null;
  return html`<div class="instead"><h5>Wording that the evidence carries</h5>${[...offered].map((words) => html`<p>${words}</p>`)}</div>`;
}

/** UTF-16 units of a record's name in the line that opens the evidence. */
const NAME_SHOWN = 40;

function evidencePart({ claim, findings }: Note, view: View): Markup {
  const items = evidenceOf([...(claim === null ? [] : [claim]), ...findings]);
  if (items.length === 0) return html`<p class="none">No evidence on record in the packs.</p>`;
  const [first = ''] = items.map(({ study }) => view.references.get(study)?.name ?? study);
  const more = items.length === 1 ? '' : ` and ${items.length - 1} more`;
  return html`<details class="evidence"><summary>${evidenceLabel(claim)}: ${clip(first, NAME_SHOWN)}${more}</summary>
<ul>${items.map((item) => evidenceCard(item, findings, view))}</ul></details>`;
}

/** Study, design, number of people, result, source. */
function evidenceCard(item: EvidenceItem, findings: readonly Finding[], view: View): Markup {
  const { study, statement, relation, locator, url } = item;
  const reference = view.references.get(study);
  const told = findings.some((finding) => tells(finding, statement));
  const address = url ?? reference?.address ?? null;
  const source = `Source${locator === null ? '' : ` (${locator})`}`;
  return html`<li><p class="study"><a href="#${sourceId(reference?.number ?? 0)}">${reference?.name ?? study} [${reference?.number ?? ''}]</a> <span class="relation">${RELATION_WORDS[relation]}</span></p>
<p class="facts">${(reference?.facts ?? []).join(' · ')}</p>
<p>${told ? 'Result: as told above.' : statement}</p>
${address === null ? null : html`<p class="facts source">${outsideLink(address, source)}</p>`}</li>`;
}

function readingPart(claim: JudgedClaim, page: PageView, view: View): Markup {
  const wording = wordingAgainstRecord(claim);
  const cited = page.document.citations.filter(({ id }) => claim.citations.includes(id));
  const others = (view.sharedBy.get(claim.id) ?? []).filter((number) => number !== page.number);
  return html`<details class="reading"><summary>How it was read</summary>
<p>${capital(readingOf(claim, view.evidence.vocabulary))}.</p>
${wording.length === 0 ? null : html`<p>Further than the record: ${wording.join('; ')}.</p>`}
${cited.map((citation) => html`<p>Cites “${citation.text}”: ${citationOutcome(citation).join('; ')}.</p>`)}
<p>${capital(REGION_WORDS[claim.region])}, line ${claim.span.start.line}, column ${claim.span.start.column} of the source.${alsoIn(claim)}</p>
${others.length === 0 ? null : html`<p>Also on ${others.map((number) => pageLink(number, view))}</p>`}
</details>`;
}

function alsoIn({ places }: JudgedClaim): string {
  if (places.length === 0) return '';
  return ` Also: ${places.map(({ region, span }) => `${REGION_WORDS[region]}, line ${span.start.line}`).join('; ')}.`;
}

function pageLink(number: number, view: View): Markup {
  const path = view.report.documents[number - 1]?.path ?? '';
  return html`<a class="page-link" href="#${pageId(number)}">${path}</a> `;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
