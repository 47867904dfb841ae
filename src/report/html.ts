/** The report that people look at: one HTML file that loads nothing and works without a network. */
import { createHash } from 'node:crypto';
import type { Report } from '../model.ts';
import { filterForm } from './html/filters.ts';
import { html, trusted } from './html/markup.ts';
import { overview } from './html/overview.ts';
import { pageArticle } from './html/page.ts';
import { SCRIPT } from './html/script.ts';
import { leftOut, method, sources } from './html/sources.ts';
import { STYLE } from './html/style.ts';
import { createView, type HtmlMaterial } from './html/view.ts';
import { count } from './text.ts';

/** A browser runs this script and style, loads nothing, and sends nothing: whatever a page managed to write in. */
const POLICY = `default-src 'none'; style-src ${hashOf(STYLE)}; script-src ${hashOf(SCRIPT)}; base-uri 'none'; form-action 'none'`;

/** A whole HTML document. Pure: the same report and material give the same bytes. */
export function toHtml(report: Report, material: HtmlMaterial): string {
  const view = createView(report, material);
  const { asOf, tool, summary } = report;
  const scope = `${count(summary.documents, 'page')}, ${count(summary.claims, 'claim')}`;
  return html`${trusted('<!doctype html>')}
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(POLICY)}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Claims and evidence: ${scope}</title>
<style>${trusted(STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">To the report</a>
<header class="top">
<h1>Claims and evidence</h1>
<p>${scope}, judged by the evidence on record as of ${asOf}. ${tool.name} ${tool.version}.</p>
</header>
<div class="frame">
<aside aria-label="Filters"><div class="side">
${filterForm(view)}</div></aside>
<main id="main" tabindex="-1">
${overview(view)}${view.pages.map((page) => pageArticle(page, view))}${sources(view)}${leftOut(view)}${method(view)}</main>
</div>
<script>${trusted(SCRIPT)}</script>
</body>
</html>
`.toString();
}

function hashOf(source: string): string {
  return `'sha256-${createHash('sha256').update(source).digest('base64')}'`;
}
