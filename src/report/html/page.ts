/** One page in the HTML report: what it is, what was found on it as a whole, its text with the notes. */
import { citationOutcome } from '../citation-words.ts';
import { count, countFindings } from '../text.ts';
import { REGION_WORDS } from '../verdict-words.ts';
import { outsideLink, pageId } from './links.ts';
import { html, type Markup } from './markup.ts';
import { noteCard } from './note.ts';
import { pageBlocks } from './text.ts';
import type { DocumentEntry, PageView, View } from './view.ts';

/** A page with its text, its notes beside it, and what was found of it as a whole. */
export function pageArticle(page: PageView, view: View): Markup {
  const { number, document, whole } = page;
  const id = pageId(number);
  return html`<article class="page" id="${id}" data-page="${number}" aria-labelledby="${id}-title" tabindex="-1">
<header>
<h2 id="${id}-title">${document.title ?? document.path}</h2>
<p class="path">${outsideLink(document.path, document.path)}</p>
<p class="facts">${factsOf(document).join(' · ')}</p>
${document.notices.map(({ message }) => html`<p class="notice">Note: ${message}</p>`)}
</header>
${whole.length === 0 ? null : html`<h3>The page as a whole</h3><ul class="notes whole">${whole.map((note) => noteCard(note, page, view, false))}</ul>`}
<h3>${page.text === undefined ? 'Claims' : 'Text and claims'}</h3>
${document.claims.length === 0 ? html`<p class="none">No claim was found on this page.</p>` : null}
<div class="text">
${pageBlocks(page, view)}</div>
${alsoFound(document)}
</article>
`;
}

function factsOf(document: DocumentEntry): string[] {
  const { retrieved, published, language, jurisdiction, coverage, sha256 } = document;
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of document.findings) counts[severity] += 1;
  return [
    countFindings(counts) || 'no findings',
    `${count(coverage.claims, 'claim')}, ${coverage.checked} checked`,
    count(coverage.words, 'word'),
    ...(published === null ? [] : [`published ${published}`]),
    ...(retrieved === null ? [] : [`read on ${retrieved}`]),
    ...(language === 'en' ? [] : [`language ${language}`]),
    ...(jurisdiction === null ? [] : [`jurisdiction ${jurisdiction}`]),
    `SHA-256 ${sha256.slice(0, 12)}…`,
  ];
}

function alsoFound({ citations, caveats }: DocumentEntry): Markup {
  const found = `${count(citations.length, 'citation')} and ${count(caveats.length, 'caveat')} on this page`;
  if (citations.length + caveats.length === 0) return html`<p class="none">${found}.</p>`;
  return html`<details class="also"><summary>${found}</summary>
<ul>
${citations.map((citation) => html`<li>Citation, line ${citation.span.start.line}: “${citation.text}”: ${citationOutcome(citation).join('; ')}.</li>`)}
${caveats.map(({ text, kind, region, span }) => html`<li>Caveat, ${REGION_WORDS[region]}, line ${span.start.line}: “${text}” (${kind.replaceAll('-', ' ')})</li>`)}
</ul></details>`;
}
