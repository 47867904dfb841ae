/** A report on a page whose text is at hand, with hand-made claims and findings, for the reports that show it. */
import type { Finding, Format, JudgedClaim, Report, Source, Span } from '../../src/model.ts';
import { read } from '../../src/read/index.ts';
import { createLocator } from '../../src/read/position.ts';
import type { HtmlMaterial } from '../../src/report/html/view.ts';
import { type PageText, pageText } from '../../src/report/page-text.ts';
import { evidence, harm, study, synthesis } from './evidence-records.ts';
import { claim, finding, page, sampleReport } from './sample-report.ts';

export interface ShownPage {
  readonly path?: string;
  readonly format?: Format;
  readonly text: string;
  readonly retrieved?: string;
  /** Claims by their text as it stands in the source, with what differs from an overstated one. */
  readonly claims: Readonly<Record<string, Partial<JudgedClaim>>>;
  /** Findings, each on the claim (by text) that it names, or on the page. */
  readonly findings?: readonly (Partial<Finding> & { readonly on?: string })[];
}

export interface Shown {
  readonly report: Report;
  readonly material: HtmlMaterial;
  textOf(path: string): PageText;
}

/** The records that the evidence of the pages may name. */
export const RECORDS = evidence({
  studies: [
    study({
      id: 'example-2020',
      authors: ['Example A', 'Sample B'],
      title: 'A trial of injections',
      journal: 'Journal of Examples',
      doi: '10.1000/example',
      design: 'rct',
      controlled: true,
      comparator: 'sham',
      n: 40,
      followUpMonths: 12,
      interests: 'Paid by the maker.',
    }),
  ],
  syntheses: [synthesis({ id: 'cells-pain', studies: ['example-2020'] })],
  harms: [harm({ id: 'disc-infection' })],
});

export function shown(pages: readonly ShownPage[]): Shown {
  const texts = new Map<string, PageText>();
  const documents = pages.map((input, index) => {
    const { path = `page-${index + 1}.md`, format = 'markdown', text, retrieved = null } = input;
    const source: Source = { path, format, text, sha256: 'a'.repeat(64), retrieved };
    const spanOf = spanFinder(text);
    const findings = (input.findings ?? []).map(({ on, ...changes }, at) =>
      finding({
        id: `f${index}-${at}`,
        scope: on === undefined ? 'page' : 'claim',
        claims: on === undefined ? [] : [idOf(on)],
        ...changes,
      }),
    );
    const claims = Object.entries(input.claims).map(([words, changes]) =>
      claim({
        id: idOf(words),
        text: words,
        span: spanOf(words),
        findings: findings.filter((found) => found.claims.includes(idOf(words))).map(({ id }) => id),
        ...changes,
      }),
    );
    const { title } = read(source);
    const document = page({
      path,
      format,
      retrieved,
      title,
      claims,
      findings,
      citations: [],
      suppressions: [],
    });
    texts.set(path, pageText(document, source));
    return document;
  });
  return {
    report: sampleReport(documents),
    material: { evidence: RECORDS, texts },
    textOf: (path) => texts.get(path) ?? [],
  };
}

export function idOf(words: string): string {
  return `claim: ${words}`;
}

/** The first place of the words in the source. */
export function spanFinder(text: string): (words: string) => Span {
  const locate = createLocator(text);
  return (words) => {
    const start = text.indexOf(words);
    if (start < 0) throw new Error(`“${words}” is not in the page`);
    return locate(start, start + words.length);
  };
}
