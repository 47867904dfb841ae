/** The controls that choose which notes are shown. Without the script they stay hidden and everything is shown. */
import { familyOf } from '../../judge/finding.ts';
import { VERDICTS } from '../../model.ts';
import { plain } from '../text.ts';
import { VERDICT_LABELS } from '../verdict-words.ts';
import { html, type Markup } from './markup.ts';
import { kindOf, type Note, type NoteKind, notesOf, type View } from './view.ts';

const KINDS: readonly NoteKind[] = [...VERDICTS, 'citation', 'whole'];

/** The form that filters the notes by verdict, rule and page; hidden until the script shows it. */
export function filterForm(view: View): Markup {
  const notes = view.pages.flatMap(notesOf);
  return html`<form id="filters" aria-label="Filter the notes" hidden>
<p id="shown" role="status" aria-live="polite"></p>
<fieldset><legend>Verdict</legend>
${KINDS.map((kind) => kindBox(kind, notes.filter((note) => kindOf(note) === kind).length))}
</fieldset>
<p><label for="rule">Rule</label>
<select id="rule" name="rule"><option value="">All rules</option>${ruleGroups(notes)}</select></p>
${view.pages.length > 1 ? pageSelect(view) : null}
<p><label><input type="checkbox" name="brief"> Only the passages with a note</label></p>
<p><button type="button" id="all">Show all</button></p>
</form>
`;
}

function kindBox(kind: NoteKind, found: number): Markup {
  if (found === 0) return html``;
  const label =
    kind === 'whole' ? 'Page as a whole' : kind === 'citation' ? 'Citations' : VERDICT_LABELS[kind].label;
  return html`<label><input type="checkbox" name="kind" value="${kind}" checked> <span class="badge ${kind}">${label}</span> <span class="found">${found}</span></label>
`;
}

function ruleGroups(notes: readonly Note[]): Markup[] {
  const counts = new Map<string, number>();
  for (const { ruleId } of notes.flatMap(({ findings }) => findings)) {
    counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
  }
  const rules = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  const families = [...new Set(rules.map(([rule]) => familyOf(rule)))];
  return families.map(
    (family) =>
      html`<optgroup label="${family}">${rules
        .filter(([rule]) => familyOf(rule) === family)
        .map(
          ([rule, found]) =>
            html`<option value="${rule}">${rule.slice(family.length + 1)} (${found})</option>`,
        )}</optgroup>`,
  );
}

function pageSelect({ pages }: View): Markup {
  return html`<p><label for="page">Page</label>
<select id="page" name="page"><option value="">All pages</option>${pages.map(
    ({ number, document }) =>
      html`<option value="${number}">${plain(document.title ?? document.path)}</option>`,
  )}</select></p>`;
}
