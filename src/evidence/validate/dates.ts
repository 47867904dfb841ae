/** Dates: days that exist and have been; a review that is due is a warning. */
import type { Located } from '../load/read-pack.ts';
import type { Path } from '../load/yaml-source.ts';
import { type Check, Findings } from './check.ts';

export const dates: Check = {
  name: 'dates',
  needs: 'a record with a date',
  run: ({ folder, today }) => {
    const findings = new Findings('date');
    const past = (located: Located<unknown>, path: Path, date: string): void => {
      findings.expect(isDay(date), located, path, () => `${date} is not a day of the calendar`);
      if (isDay(date) && date > today) findings.error(located, path, `${date} is after ${today}`);
    };
    const { studies, syntheses, harms, regulation, products } = folder.records;
    for (const located of [...studies, ...harms, ...regulation, ...products]) {
      for (const [at, { on }] of located.record.seen.entries()) past(located, ['seen', at, 'on'], on);
    }
    for (const product of products) past(product, ['asOf'], product.record.asOf);
    for (const synthesis of syntheses) {
      const { searched, reviewBy } = synthesis.record;
      past(synthesis, ['searched'], searched);
      findings.expect(
        isDay(reviewBy),
        synthesis,
        ['reviewBy'],
        () => `${reviewBy} is not a day of the calendar`,
      );
      if (reviewBy < today) findings.warn(synthesis, ['reviewBy'], `was to be reviewed by ${reviewBy}`);
    }
    if (folder.info !== null) past(folder.info, ['asOf'], folder.info.record.asOf);
    return findings;
  },
};

function isDay(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}
