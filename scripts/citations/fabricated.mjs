// Real and corrupted references (HALLMARK): a random half of the valid ones is the library.
import { readFileSync } from 'node:fs';
import { dataset, percent, randomFrom } from './load.mjs';

const SEED = 20_261_122;

export async function measureFabricated({ buildLibrary, resolveReference, fold }, { json, errors }) {
  const file = dataset('citations/dev.jsonl');
  if (file === null) return {};
  const rows = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const random = randomFrom(SEED);
  const valid = rows.filter(({ label }) => label === 'VALID');
  const held = valid.filter(() => random() < 0.5);
  const titles = new Set(held.map(({ fields }) => fold(fields.title)));
  const library = buildLibrary(held.map(workOf), ['library:half']);
  const related = relation(held, fold);

  const tally = new Map();
  const count = (type, status, nearest) => {
    const one = tally.get(type) ?? { rows: 0, mismatch: 0, identified: 0, 'not-checked': 0, nearest: 0 };
    one.rows += 1;
    one[status] += 1;
    if (status === 'mismatch' || nearest) one.nearest += 1;
    tally.set(type, one);
  };
  const heldRows = new Set(held);
  for (const row of rows) {
    const type = typeOf(row, heldRows, related, (title) => titles.has(fold(title)));
    if (type === null) continue;
    const { status, nearest, problems, work } = resolveReference(citedOf(row), library);
    count(type, status, nearest);
    const wrong = type.startsWith('valid') ? status === 'mismatch' : status === 'identified';
    if (errors && wrong) {
      console.log(
        `${type}: ${status} ${JSON.stringify(row.fields)} ${JSON.stringify(problems)} ${work?.title ?? ''} | ${row.explanation}`,
      );
    }
  }
  const table = [...tally].sort(([a], [b]) => (a < b ? -1 : 1));
  if (!json) print(table, held.length);
  return { fabricated: Object.fromEntries(table) };
}

function print(table, held) {
  console.log(`\nReal and corrupted references; the library holds ${held} works`);
  console.log(
    'type'.padEnd(34),
    'rows',
    'mismatch'.padStart(10),
    'identified'.padStart(10),
    'not checked'.padStart(12),
    'or nearest'.padStart(11),
  );
  for (const [type, one] of table) {
    console.log(
      type.padEnd(34),
      String(one.rows).padStart(4),
      percent(one.mismatch, one.rows).padStart(10),
      percent(one.identified, one.rows).padStart(10),
      percent(one['not-checked'], one.rows).padStart(12),
      percent(one.nearest, one.rows).padStart(11),
    );
  }
  const corrupted = table.filter(([type]) => !type.startsWith('valid'));
  const sum = (key) => corrupted.reduce((total, [, one]) => total + one[key], 0);
  console.log(
    `all corrupted, work in the library: ${percent(sum('mismatch'), sum('rows'))} of ${sum('rows')}`,
  );
  const told = corrupted.filter(([type]) => !type.endsWith(')')).map(([, one]) => one);
  const total = (key) => told.reduce((all, one) => all + one[key], 0);
  console.log(
    `of those whose title or DOI and touched field are on record: ${percent(total('mismatch'), total('rows'))} of ${total('rows')}`,
  );
}

/** The row of the library that a corrupted one was made from, by what it kept: title, DOI, authors, or its own note. */
function relation(held, fold) {
  const known = new Map();
  for (const row of held) for (const key of keysOf(row, fold)) if (!known.has(key)) known.set(key, row);
  return (row) => {
    const original = /original: '(.*?)'\)/.exec(row.explanation)?.[1];
    const [title, ...others] = keysOf(row, fold);
    const same = known.get(title) ?? (original && known.get(`t:${fold(original)}`));
    if (same) return { by: 'title', row: same };
    const kept = others.find((key) => known.has(key));
    return kept ? { by: kept.startsWith('d:') ? 'doi' : 'authors', row: known.get(kept) } : null;
  };
}

function keysOf({ fields }, fold) {
  const doi = fields.doi ? [`d:${fields.doi.toLowerCase()}`] : [];
  return [`t:${fold(fields.title)}`, ...doi, `a:${fold(fields.author)}`];
}

/** The field that a corruption touched, where the record must have it before anything can be told. */
const NEEDED = {
  fabricated_doi: 'doi',
  wrong_venue: 'booktitle',
  nonexistent_venue: 'booktitle',
  preprint_as_published: 'booktitle',
};

function typeOf(row, held, related, titled) {
  if (row.label === 'VALID') {
    if (held.has(row)) return 'valid, held';
    return titled(row.fields.title) ? 'valid, a double of one held' : 'valid, withheld';
  }
  const found = related(row);
  if (found === null) return null;
  const type = row.hallucination_type;
  if (found.by === 'authors') return `${type} (authors only)`;
  const field = found.row.fields[NEEDED[type]];
  const missing = NEEDED[type] !== undefined && (field === undefined || field.startsWith('10.48550/'));
  return missing ? `${type} (field not held)` : type;
}

function authorsOf(list) {
  return list
    .split(' and ')
    .filter((name) => name !== 'others')
    .map((name) => {
      const words = name.trim().split(' ');
      return { family: words.pop() ?? '', given: words.join(' ') };
    });
}

function citedOf({ fields }) {
  const { author = '', title, year, journal, booktitle, doi } = fields;
  return {
    authors: authorsOf(author),
    moreAuthors: author.endsWith('and others'),
    year: year ? Number(year) : null,
    title,
    journal: journal ?? booktitle ?? null,
    identifiers: doi ? { doi } : {},
    text: [author, title, journal ?? booktitle, year].filter(Boolean).join('. '),
  };
}

function workOf(row) {
  const { authors, year, title, journal, identifiers } = citedOf(row);
  return {
    id: row.bibtex_key,
    source: 'library:half',
    authors,
    year,
    onlineYear: null,
    title,
    journal,
    volume: null,
    issue: null,
    pages: null,
    identifiers,
    names: [],
    integrity: 'unknown',
    study: null,
  };
}
