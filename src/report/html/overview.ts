/** The head of the HTML report: what was read, the claims by type and verdict, the pages. */
import { CLAIM_TYPES, type Severity, VERDICTS, type Verdict } from '../../model.ts';
import { summarySentences } from '../text.ts';
import { TYPE_WORDS, VERDICT_LABELS } from '../verdict-words.ts';
import { pageId } from './links.ts';
import { html, type Markup } from './markup.ts';
import type { View } from './view.ts';

export function overview(view: View): Markup {
  return html`<section aria-labelledby="overview">
<h2 id="overview">Overview</h2>
${summarySentences(view.report).map((sentence) => html`<p>${sentence}</p>`)}
${chart(view)}
${view.pages.length > 1 ? pageTable(view) : null}
</section>
`;
}

/** A table whose first column of figures is drawn: the numbers beside each bar are what a screen reader tells. */
function chart({ report }: View): Markup | null {
  const claims = report.documents.flatMap((document) => document.claims);
  if (claims.length === 0) return null;
  const rows = CLAIM_TYPES.map((type) => {
    const ofType = claims.filter(({ types }) => types.includes(type));
    const counts = VERDICTS.map((verdict) => ofType.filter((claim) => claim.verdict === verdict).length);
    return { type, total: ofType.length, counts };
  }).filter(({ total }) => total > 0);
  const largest = Math.max(...rows.map(({ total }) => total));
  return html`<h3 id="chart">Claims by type and verdict</h3>
<p class="facts">A claim of several types counts in each.</p>
<div class="scroll" role="region" aria-labelledby="chart" tabindex="0"><table aria-labelledby="chart">
<thead><tr><th scope="col">Type</th><th scope="col">Claims</th><td class="drawn"></td>${VERDICTS.map(verdictHead)}</tr></thead>
<tbody>
${rows.map(
  ({
    type,
    total,
    counts,
  }) => html`<tr><th scope="row">${TYPE_WORDS[type]}</th><td>${total}</td><td class="drawn">${bar(counts, largest)}</td>${counts.map((found) => html`<td${found === 0 ? html` class="zero"` : null}>${found}</td>`)}</tr>
`,
)}</tbody>
</table></div>`;
}

function verdictHead(verdict: Verdict): Markup {
  return html`<th scope="col"><svg class="swatch" viewBox="0 0 10 10" aria-hidden="true"><rect class="bar-${verdict}" width="10" height="10"/></svg>${VERDICT_LABELS[verdict].label}</th>`;
}

/** 100 units wide for `largest` claims; one stretch for each verdict, the worst first. */
function bar(counts: readonly number[], largest: number): Markup {
  const scale = 100 / largest;
  let from = 0;
  const stretches = counts.map((found, index) => {
    const x = from * scale;
    from += found;
    return html`<rect class="bar-${VERDICTS[index] ?? ''}" x="${x.toFixed(2)}" width="${(found * scale).toFixed(2)}" height="10"/>`;
  });
  return html`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">${stretches}</svg>`;
}

function pageTable({ pages }: View): Markup {
  const rows = pages
    .map((page) => {
      const of = (severity: Severity) =>
        page.document.findings.filter((finding) => finding.severity === severity).length;
      return { page, error: of('error'), warning: of('warning'), info: of('info') };
    })
    .sort((a, b) => b.error - a.error || b.warning - a.warning || b.info - a.info);
  return html`<h3 id="pages">Pages, those with the gravest findings first</h3>
<div class="scroll" role="region" aria-labelledby="pages" tabindex="0"><table aria-labelledby="pages">
<thead><tr><th scope="col">Page</th><th scope="col">Errors</th><th scope="col">Warnings</th><th scope="col">Remarks</th><th scope="col">Claims</th><th scope="col">Checked</th></tr></thead>
<tbody>
${rows.map(
  ({ page: { number, document }, error, warning, info }) =>
    html`<tr><th scope="row"><a href="#${pageId(number)}">${document.title ?? document.path}</a><span class="path">${document.path}</span></th><td>${error}</td><td>${warning}</td><td>${info}</td><td>${document.coverage.claims}</td><td>${document.coverage.checked}</td></tr>
`,
)}</tbody>
</table></div>`;
}
