/** Identifies works that are described by some of their fields: "a 2024 trial of 114 people", "a 2021 trial in JAMA". */
import { onceFor } from '../once.ts';
import { wordSet } from '../word-set.ts';
import type { Mention } from './cited.ts';
import { sameJournal } from './compare-journal.ts';
import { subjectWords } from './fold.ts';
import type { Library } from './library.ts';
import type { Work } from './work.ts';

/** Fewer people than this may be those of any small series. */
const TELLING_PEOPLE = 20;
/** From this many on, their number alone tells a study from others on its subject. */
const MANY_PEOPLE = 100;
/** Words of titles that say nothing of the subject. */
const OF_STUDIES: ReadonlySet<string> = wordSet(
  'study trial review analysis metaanalysi meta patient people adult treatment therapy clinical controlled randomized randomised prospective retrospective placebo sham blind double single multicenter multicentre systematic effect efficacy safety outcome result report follow month year group injection',
);
const PRIMARY = /\b(?:trial|study|RCT|registry|series)\b/i;
const REVIEW = /\b(?:reviews?|meta-?\s?analys[ei]s)\b/i;

/**
 * The one recorded study that every given field of a description fits and whose subject stands near it; null where
 * too few fields are given, none fits, or several do. Two of year, journal and number of people are enough, or a
 * large number of people.
 */
export function describedWork({ cited, people }: Mention, library: Library, context: string): Work | null {
  const { year, journal, text } = cited;
  const counted = people !== null && people >= TELLING_PEOPLE;
  const pair = [year !== null, journal !== null, counted].filter(Boolean).length >= 2;
  if (!pair && !(counted && people >= MANY_PEOPLE)) return null;
  const near = new Set([...subjectWords(context)].filter((word) => !OF_STUDIES.has(word)));
  const needed = pair && counted ? 1 : 2;
  const fitting = studiesOf(library).filter(
    (work) =>
      (year === null || year === work.year || year === work.onlineYear) &&
      (people === null || people === work.study?.n) &&
      isOfKind(text, work) &&
      (journal === null || (work.journal !== null && sameJournal(journal, work.journal))) &&
      [...subjectOf(work)].filter((word) => near.has(word)).length >= needed,
  );
  const patients = new Set(fitting.map(({ id, study }) => study?.companionOf ?? id));
  return patients.size === 1 ? (fitting[0] ?? null) : null;
}

const studiesOf = onceFor((library: Library) => library.works.filter(({ study }) => study !== null));

/** The words that say what a work is about: those of its title and of what a pack says that it studied. */
export const subjectOf = onceFor(({ title, study }: Work) =>
  subjectWords(`${title} ${study?.treatments.join(' ') ?? ''} ${study?.conditions.join(' ') ?? ''}`),
);

/** A review is not described as a trial, nor a trial as a review; "(Spine 2016)" may be either. */
function isOfKind(text: string, { study }: Work): boolean {
  const reviews = /review|meta-analysis/.test(study?.design ?? '');
  return REVIEW.test(text) ? reviews : !(reviews && PRIMARY.test(text));
}
