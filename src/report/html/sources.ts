/** The end of the HTML report: the records that were used, what was left out, the method and its limits. */
import { LIMITS, METHOD, packLines } from '../method.ts';
import type { Reference } from '../references.ts';
import { outsideLink, sourceId } from './links.ts';
import { html, type Markup } from './markup.ts';
import type { View } from './view.ts';

/** The numbered list of the records that notes refer to; null where none does. */
export function sources({ references }: View): Markup | null {
  if (references.size === 0) return null;
  return html`<section aria-labelledby="sources"><h2 id="sources">Sources</h2>
<ol class="sources">
${[...references.values()].map(sourceEntry)}</ol></section>
`;
}

function sourceEntry({ number, kind, name, work, facts, notes, address, members }: Reference): Markup {
  const list = members.map((member) => html`<li>${outsideLink(member.address, member.name)}</li>`);
  return html`<li id="${sourceId(number)}" tabindex="-1"><p><strong>${name}</strong></p>
<p>${work}</p>
<p class="facts">${[kind, ...facts].join(' · ')}</p>
${notes.map((note) => html`<p class="facts">${note}</p>`)}
${address === null ? null : html`<p class="facts">${outsideLink(address, address)}</p>`}
${list.length === 0 ? null : html`<details><summary>${list.length} records</summary><ul>${list}</ul></details>`}
</li>
`;
}

/** The pages that were not audited, and the findings that pages asked to leave out. */
export function leftOut({ report: { suppressions, failures } }: View): Markup {
  const used = suppressions.filter((suppression) => suppression.used);
  return html`${
    failures.length === 0
      ? null
      : html`<section aria-labelledby="failures"><h2 id="failures">Not audited</h2>
<ul>${failures.map(({ path, message }) => html`<li>${path}: ${message}</li>`)}</ul></section>
`
  }${
    used.length === 0
      ? null
      : html`<section aria-labelledby="suppressions"><h2 id="suppressions">Left out at the request of the page</h2>
<ul>${used.map(({ path, ruleId, reason }) => html`<li>${path}: ${ruleId}: ${reason}</li>`)}</ul></section>
`
  }`;
}

/** How claims were found and judged, the limits of that, and the packs that were used. */
export function method({ report }: View): Markup {
  return html`<section aria-labelledby="method"><h2 id="method">Method and limits</h2>
<ul>${METHOD.map((line) => html`<li>${line}</li>`)}</ul>
<ul>${LIMITS.map((line) => html`<li>${line}</li>`)}</ul>
<h3>Evidence packs</h3>
<ul class="packs">${packLines(report).map((line) => html`<li>${line}</li>`)}</ul></section>
`;
}
