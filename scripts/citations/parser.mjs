// Reference strings with tagged fields (AnyStyle): F1 of first author, year, title and journal. The parser was
// written looking at the even strings only; the odd ones give the figure.
import { readFileSync } from 'node:fs';
import { dataset } from './load.mjs';

const FIELDS = ['author', 'year', 'title', 'journal'];

export async function measureParser({ parseReference, fold }, { json, errors }) {
  const file = dataset('references/train.xml');
  if (file === null) return {};
  const references = [...readFileSync(file, 'utf8').matchAll(/<sequence>([\s\S]*?)<\/sequence>/g)].map(
    ([, tagged]) => referenceOf(tagged),
  );
  const halves = {
    'held out': references.filter((_, index) => index % 2 === 1),
    seen: references.filter((_, index) => index % 2 === 0),
  };
  const report = {};
  for (const [half, strings] of Object.entries(halves)) {
    const counts = Object.fromEntries(FIELDS.map((field) => [field, { right: 0, extra: 0, missed: 0 }]));
    for (const reference of strings) {
      countFields(reference, fieldsOf(parseReference(reference.text)), counts, {
        fold,
        errors: errors && half === 'seen',
      });
    }
    report[half] = counts;
    if (!json) print(half, strings.length, counts);
  }
  return { parser: report };
}

function fieldsOf({ authors, year, title, journal }) {
  return { author: authors[0]?.family ?? null, year: year === null ? null : String(year), title, journal };
}

function countFields({ text, gold }, got, counts, { fold, errors }) {
  for (const field of FIELDS) {
    const [want, have] = [gold[field], got[field]].map((value) => normal(value, fold));
    if (want === have) {
      if (want !== null) counts[field].right += 1;
      continue;
    }
    if (have !== null) counts[field].extra += 1;
    if (want !== null) counts[field].missed += 1;
    if (errors) console.log(`${field}\n  ${text}\n  is  ${gold[field]}\n  got ${got[field]}`);
  }
}

function print(half, size, counts) {
  const scores = Object.values(counts).map(f1);
  console.log(`\nReference strings, ${half} (${size})`);
  for (const [field, count] of Object.entries(counts))
    console.log(field.padEnd(10), `F1 ${f1(count).toFixed(3)}`);
  console.log(
    'mean'.padEnd(10),
    `F1 ${(scores.reduce((sum, score) => sum + score, 0) / scores.length).toFixed(3)}`,
  );
}

const f1 = ({ right, extra, missed }) => (2 * right) / (2 * right + extra + missed);

/** Case, accents and punctuation aside; "In" before a container is no part of its name. */
function normal(value, fold) {
  if (value === null) return null;
  const folded = fold(value).replace(/^in /, '').replace(/^the /, '');
  return folded === '' ? null : folded;
}

function referenceOf(tagged) {
  const parts = [...tagged.matchAll(/<([a-z-]+)>([\s\S]*?)<\/\1>/g)].map(([, tag, text]) => [
    tag,
    plain(text),
  ]);
  const first = (...tags) => parts.find(([tag]) => tags.includes(tag))?.[1] ?? null;
  const dates = parts.filter(([tag]) => tag === 'date').map(([, text]) => /(?:1\d|20)\d{2}/.exec(text)?.[0]);
  return {
    text: parts.map(([, text]) => text).join(' '),
    gold: {
      author: firstSurname(first('author')),
      year: dates.find(Boolean) ?? null,
      title: first('title'),
      journal: first('journal', 'container-title'),
    },
  };
}

/** The surname of the first author in a tagged author list, whatever its style. */
function firstSurname(authors) {
  if (authors === null) return null;
  const [chunk, next = ''] = authors.split(/,| and | & |;| et al/);
  const isInitials = (word) => /^(?:\p{Lu}\p{Ll}?\.-?)+$|^\p{Lu}{1,3}$|^\(.*\)$/u.test(word);
  const words = chunk
    .trim()
    .split(' ')
    .filter((word) => !isInitials(word) && !/^(?:Jr|Sr|Dr|Prof)\.?$/.test(word));
  if (words.length < 2 || isInitials(next.trim().split(' ')[0] ?? '')) return words.join(' ');
  const particle = words.findIndex((word) => /^(?:van|von|de|der|den|del|da|dos|di|du|la|le)$/i.test(word));
  return particle > 0 ? words.slice(particle).join(' ') : words.at(-1);
}

function plain(text) {
  const entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return text
    .replace(/&([a-z]+);/g, (whole, name) => entities[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim();
}
