// Every record of the packs, printed as it is cited in the wild: in the library it must be identified, out of
// it (its neighbours and companion reports left in) it must stay unchecked.
import { existsSync, readFileSync } from 'node:fs';
import { percent } from './load.mjs';

const packs = new URL('../../data/packs.json', import.meta.url);

const dotted = ({ family, given }) => `${family}, ${[...given].map((letter) => `${letter}.`).join(' ')}`;
const natural = ({ family, given }) =>
  `${[...given].map((letter) => `${letter}.`).join(' ')} ${family}`.trim();
const bare = ({ family, given }) => `${family} ${given}`.trim();
const list = (names, most) =>
  names.length > most ? `${names.slice(0, most).join(', ')}, et al` : names.join(', ');

const STYLES = {
  APA: (w) =>
    `${[...w.authors.slice(0, -1).map(dotted), `& ${dotted(w.authors.at(-1))}`].join(', ')} (${w.year}). ${w.title}. ${w.journal}, ${w.volume}(1), ${w.pages}.`,
  Vancouver: (w) =>
    `${w.authors.map(bare).join(', ')}. ${w.title}. ${w.journal}. ${w.year};${w.volume}(1):${w.pages}.`,
  AMA: (w) => `${list(w.authors.map(bare), 3)}. ${w.title}. ${w.journal}. ${w.year};${w.volume}:${w.pages}.`,
  Harvard: (w) =>
    `${w.authors.map(dotted).join(', ')} (${w.year}) '${w.title}', ${w.journal}, ${w.volume}, pp. ${w.pages}.`,
  IEEE: (w) =>
    `[3] ${w.authors.map(natural).join(', ')}, "${w.title}," ${w.journal}, vol. ${w.volume}, pp. ${w.pages}, ${w.year}.`,
  'title first': (w) => `${w.title} - ${w.authors[0].family} et al., ${w.journal} (${w.year})`,
  'lower case': (w) => `${bare(w.authors[0])} et al. ${w.title.toLowerCase()}. ${w.journal}, ${w.year}.`,
  'no subtitle': (w) =>
    `${w.authors.map(bare).join(', ')}. ${w.title.split(': ')[0]}. ${w.journal}. ${w.year}.`,
  'bare title': (w) => `${w.title}.`,
};

export async function measureStyles(
  { buildLibrary, authorOf, parseReference, resolveReference },
  { json, errors },
) {
  if (!existsSync(packs)) {
    console.error('skipped: data/packs.json is not built');
    return {};
  }
  const studies = JSON.parse(readFileSync(packs, 'utf8')).packs.flatMap((pack) => pack.studies);
  const works = studies
    .filter(({ authors, year, title, journal }) => authors.length > 0 && year && title && journal)
    .map((study) => workOf(study, authorOf));
  const whole = buildLibrary(works, ['packs']);
  const report = {};
  for (const [style, print] of Object.entries(STYLES)) {
    const counts = { works: works.length, identified: 0, wrong: 0, 'wrong when withheld': 0 };
    for (const work of works) {
      const cited = parseReference(print(work));
      const held = resolveReference(cited, whole);
      if (held.status === 'identified' && held.work.id === work.id) counts.identified += 1;
      else if (held.status !== 'not-checked') counts.wrong += 1;
      const without = buildLibrary(
        works.filter((other) => other !== work),
        ['packs'],
      );
      const withheld = resolveReference(cited, without);
      if (withheld.status !== 'not-checked') counts['wrong when withheld'] += 1;
      if (errors && (held.status === 'mismatch' || withheld.status !== 'not-checked')) {
        console.log(`${style}: ${print(work)} ${JSON.stringify([held.problems, withheld.problems])}`);
      }
    }
    report[style] = counts;
  }
  if (!json) printTable(report);
  return { styles: report };
}

function printTable(report) {
  console.log('\nThe works of the packs, as they are cited');
  console.log(
    'style'.padEnd(14),
    'works'.padStart(6),
    'identified'.padStart(11),
    'false alarms'.padStart(13),
    'when withheld'.padStart(14),
  );
  for (const [style, counts] of Object.entries(report)) {
    console.log(
      style.padEnd(14),
      String(counts.works).padStart(6),
      percent(counts.identified, counts.works).padStart(11),
      String(counts.wrong).padStart(13),
      String(counts['wrong when withheld']).padStart(14),
    );
  }
}

function workOf(study, authorOf) {
  return {
    id: study.id,
    source: 'packs',
    authors: study.authors.map(authorOf),
    year: study.year,
    onlineYear: study.onlineYear ?? null,
    title: study.title,
    journal: study.journal,
    volume: study.volume ?? '1',
    issue: study.issue ?? null,
    pages: study.pages ?? '1-9',
    identifiers: {},
    names: [],
    integrity: 'unknown',
    study: null,
  };
}
