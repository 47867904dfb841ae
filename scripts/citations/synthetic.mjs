// References made up by rule against a library of 100,000 made-up works: precision and recall by kind of
// error, and the time that one reference takes.
import { percent, randomFrom } from './load.mjs';

const SEED = 7;
const WORKS = 100_000;
const REFERENCES = 10_000;

const KINDS = [
  'right',
  'withheld',
  'swapped-authors',
  'wrong-year',
  'near-miss-title',
  'invented-doi',
  'chimera',
];

const list = (text) => text.split(' ');
const SURNAMES = list(
  'Abbott Acheson Adair Aldous Amsel Anders Archer Ashby Atwell Bancroft Barlow Bartos Beckett Bellamy Benoit Bergman Birch Blackwood Boland Brandt Brennan Brodie Calder Carmody Castell Chandra Chen Clairmont Conrad Corelli Crane Dalton Danvers Delacroix Desai Dressler Duarte Eastman Egan Eklund Falk Farrow Fenwick Ferrante Fischer Fontaine Gallo Garrick Geller Gilmour Goddard Grant Gruber Hadley Haldane Hansen Harlow Hauser Hendry Hirsch Holloway Horvath Ibsen Ingram Ito Jansen Jarvis Jonas Kapoor Keller Kessler Kim Kowalski Kramer Lachlan Lambert Lang Larsen Lee Lindqvist Lorca Madsen Marlow Mercer Mori Nakamura Nash Novak Ortega Osborne Pagel Park Petrov Pryce Quayle Raines Ramsey Reyes Ritter Rossi Rowan Sandoval Sato Schreiber Sharma Sinclair Soto Steele Strand Sutton Takeda Talbot Thorne Torres Ueda Vance Varga Vogel Wang Weller Whitlock Winslow Wolff Yamada Yates Zeller Zhang Ziegler',
);
const METHODS = list(
  'randomised-trial pilot-study registry-report cohort-study systematic-review meta-analysis case-series laboratory-study cross-sectional-study feasibility-study crossover-trial retrospective-analysis economic-evaluation survey',
).map((word) => word.replaceAll('-', ' '));
const THINGS = list(
  'marrow-concentrate platelet-plasma stromal-cells fat-graft exosome-injection epidural-steroid spinal-manipulation traction laser-therapy ozone-injection disc-replacement fusion-surgery exercise-therapy hyaluronic-acid nerve-ablation acupuncture opioid-tapering bracing gene-therapy growth-factor fibrin-sealant collagen-scaffold shock-wave-therapy botulinum-toxin ketamine-infusion dry-needling yoga mindfulness heat-wrap aquatic-therapy',
).map((word) => word.replaceAll('-', ' '));
const PROBLEMS = list(
  'disc-degeneration lumbar-stenosis knee-osteoarthritis rotator-cuff-tears tennis-elbow facet-pain sacroiliac-pain sciatica neck-pain plantar-fasciitis hip-osteoarthritis spinal-cord-injury whiplash vertebral-fracture ankle-sprain patellar-tendinopathy meniscal-tears carpal-tunnel-syndrome frozen-shoulder chronic-back-pain scoliosis hamstring-injury groin-pain disc-herniation muscle-atrophy',
).map((word) => word.replaceAll('-', ' '));
const PEOPLE = list(
  'older-adults athletes military-veterans office-workers pregnant-women adolescents smokers nurses farm-workers runners dancers drivers diabetic-patients obese-patients firefighters students miners musicians swimmers cyclists',
).map((word) => word.replaceAll('-', ' '));
const ENDINGS = list(
  'two-year-results long-term-outcomes early-experience predictors-of-response dose-finding safety-and-tolerability imaging-findings return-to-work cost-per-patient quality-of-life sham-controlled-comparison five-year-follow-up learning-curve biomarkers gender-differences regional-variation',
).map((word) => word.replaceAll('-', ' '));
const JOURNALS = [
  ['Journal of Orthopaedic Research', 'J Orthop Res'],
  ['International Journal of Spine Medicine', 'Int J Spine Med'],
  ['Annals of Regenerative Therapy', 'Ann Regen Ther'],
  ['Archives of Physical Rehabilitation', 'Arch Phys Rehabil'],
  ['European Journal of Pain Studies', 'Eur J Pain Stud'],
  ['Clinical Biomechanics Letters', 'Clin Biomech Lett'],
  ['Stem Cell Reports and Trials', 'Stem Cell Rep Trials'],
  ['Pain Practice Quarterly', 'Pain Pract Q'],
  ['British Journal of Musculoskeletal Care', 'Br J Musculoskelet Care'],
  ['Surgical Spine Review', 'Surg Spine Rev'],
];

const SYLLABLES = list(
  'al bar cor den el far gan hol in jer kal lor mar nor os pel quin ros sal tor ul ven wil yor zan bek dru fen gor hal',
);
/** A surname of two or three syllables, the first ones far commoner, as surnames are. */
function surname(random) {
  if (random() < 0.3) return SURNAMES[Math.floor(random() ** 2 * SURNAMES.length)];
  const part = () => SYLLABLES[Math.floor(random() * SYLLABLES.length)];
  const name = part() + part() + (random() < 0.7 ? part() : '');
  return name[0].toUpperCase() + name.slice(1);
}

/** Six titles in ten name something rare: a product, a gene, a place. */
function rare(random) {
  const part = () => SYLLABLES[Math.floor(random() * SYLLABLES.length)];
  return random() < 0.6 ? ` with ${part()}${part()}${part()}` : '';
}

export async function measureSynthetic({ buildLibrary, parseReference, resolveReference }, { json, errors }) {
  const random = randomFrom(SEED);
  const all = Array.from({ length: WORKS + REFERENCES }, (_, index) => work(index, random));
  const works = all.slice(0, WORKS);
  const withheld = all.slice(WORKS);
  const began = performance.now();
  const library = buildLibrary(works, ['library:synthetic']);
  const built = performance.now() - began;
  const cases = Array.from({ length: REFERENCES }, (_, index) =>
    reference(KINDS[index % KINDS.length], works, withheld[index], random),
  );
  const tally = new Map(KINDS.map((kind) => [kind, { of: 0, right: 0, predicted: 0 }]));
  const times = [];
  const processor = process.cpuUsage();
  for (const { kind, text, meant } of cases) {
    const start = performance.now();
    const resolution = resolveReference(parseReference(text), library);
    times.push(performance.now() - start);
    const predicted = kindOf(resolution);
    const sameWork = kind === 'withheld' || resolution.work?.id === meant;
    tally.get(kind).of += 1;
    if (tally.has(predicted)) tally.get(predicted).predicted += 1;
    if (predicted === kind && sameWork) tally.get(kind).right += 1;
    else if (errors)
      console.log(`${kind} read as ${predicted}: ${text} ${JSON.stringify(resolution.problems)}`);
  }
  const { user, system } = process.cpuUsage(processor);
  times.sort((a, b) => a - b);
  const time = {
    build: built,
    processor: (user + system) / 1000 / REFERENCES,
    median: times[Math.floor(times.length / 2)],
    p95: times[Math.floor(times.length * 0.95)],
  };
  if (!json) print(tally, time);
  return {
    synthetic: { works: WORKS, references: REFERENCES, kinds: Object.fromEntries(tally), milliseconds: time },
  };
}

function print(tally, time) {
  console.log(`\n${REFERENCES} made-up references against ${WORKS} works`);
  console.log('kind'.padEnd(18), 'precision'.padStart(10), 'recall'.padStart(10));
  for (const [kind, { of, right, predicted }] of tally) {
    console.log(kind.padEnd(18), percent(right, predicted).padStart(10), percent(right, of).padStart(10));
  }
  console.log(
    `index built in ${(time.build / 1000).toFixed(1)} s; a reference takes ${time.median.toFixed(2)} ms (median), ${time.p95.toFixed(2)} ms (95 %), ${time.processor.toFixed(2)} ms of processor time`,
  );
}

/** What a resolution says of the reference, in the words of the kinds. */
function kindOf({ status, problems }) {
  if (status === 'identified') return 'right';
  if (status === 'not-checked') return 'withheld';
  const fields = problems.map(({ field }) => field);
  if (fields.includes('author')) return fields.length > 1 ? 'chimera' : 'swapped-authors';
  if (fields.includes('title')) return 'near-miss-title';
  if (fields.includes('identifier')) return 'invented-doi';
  return fields.includes('year') ? 'wrong-year' : 'other';
}

function work(index, random) {
  const pick = (from) => from[Math.floor(random() * from.length)];
  const title = `${pick(THINGS)} for ${pick(PROBLEMS)} in ${pick(PEOPLE)}${rare(random)}: ${pick(ENDINGS)} of a ${pick(METHODS)}`;
  const [journal, abbreviation] = pick(JOURNALS);
  return {
    id: `w${index}`,
    source: 'library:synthetic',
    authors: Array.from({ length: 2 + Math.floor(random() * 5) }, () => ({
      family: surname(random),
      given: String.fromCharCode(65 + Math.floor(random() * 26), 65 + Math.floor(random() * 26)),
    })),
    year: 1990 + Math.floor(random() * 36),
    onlineYear: null,
    title: title[0].toUpperCase() + title.slice(1),
    journal,
    abbreviation,
    volume: String(1 + Math.floor(random() * 80)),
    issue: null,
    pages: `${1 + Math.floor(random() * 900)}`,
    identifiers: { doi: `10.5555/w.${index}` },
    names: [],
    integrity: 'unknown',
    study: null,
  };
}

/** A reference to a work of the library with one thing wrong, in one of four styles. */
function reference(kind, works, absent, random) {
  const one = works[Math.floor(random() * works.length)];
  const other = works[Math.floor(random() * works.length)];
  const shift = (3 + Math.floor(random() * 9)) * (random() < 0.5 ? -1 : 1);
  const made = {
    right: one,
    withheld: absent,
    'swapped-authors': { ...one, authors: other.authors },
    'wrong-year': { ...one, year: one.year + shift },
    'near-miss-title': { ...one, title: nearMiss(one.title, random) },
    'invented-doi': { ...one, identifiers: { doi: `10.5555/x.${Math.floor(random() * 1e6)}` } },
    chimera: { ...other, title: one.title },
  }[kind];
  const printsDoi = kind === 'invented-doi' || (kind !== 'chimera' && random() < 0.3);
  return { kind, text: printed(made, random, printsDoi && kind !== 'withheld'), meant: one.id };
}

function nearMiss(title, random) {
  const words = title.split(' ');
  const long = words.map((word, at) => [word, at]).filter(([word]) => word.length > 4);
  const [, at] = long[Math.floor(random() * long.length)];
  words[at] = ['novel', 'modern', 'severe', 'regional', 'assisted', 'guided'][Math.floor(random() * 6)];
  return words.join(' ');
}

function printed(
  { authors, year, title, journal, abbreviation, volume, pages, identifiers },
  random,
  printsDoi,
) {
  const doi = printsDoi ? ` doi:${identifiers.doi}` : '';
  const dotted = authors.map(
    ({ family, given }) => `${family}, ${[...given].map((letter) => `${letter}.`).join(' ')}`,
  );
  const bare = authors.map(({ family, given }) => `${family} ${given}`);
  const style = Math.floor(random() * 4);
  if (style === 0)
    return `${dotted.slice(0, -1).join(', ')}, & ${dotted.at(-1)} (${year}). ${title}. ${journal}, ${volume}, ${pages}.${doi}`;
  if (style === 1) return `${bare.join(', ')}. ${title}. ${abbreviation}. ${year};${volume}:${pages}.${doi}`;
  if (style === 2)
    return `${bare.length > 3 ? `${bare.slice(0, 3).join(', ')}, et al` : bare.join(', ')}. ${title}. ${journal}. ${year};${volume}:${pages}.${doi}`;
  return `${dotted.join(', ')} (${year}) '${title}', ${journal}, ${volume}, pp. ${pages}.${doi}`;
}
