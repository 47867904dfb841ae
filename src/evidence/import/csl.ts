/** Reads CSL-JSON, the export of reference managers (citationstyles.org, CSL-JSON 1.0 data model). */
import { z } from 'zod';
import { authorName, defined, parseAs, type StatedStudy } from './draft.ts';

const textOrNumber = z.union([z.string(), z.number()]).transform(String).optional();

const itemSchema = z.object({
  title: z.string(),
  author: z
    .array(
      z.object({
        family: z.string().optional(),
        given: z.string().optional(),
        literal: z.string().optional(),
      }),
    )
    .default([]),
  issued: z
    .object({ 'date-parts': z.array(z.array(z.union([z.string(), z.number()]))).optional() })
    .optional(),
  'container-title': z.string().optional(),
  volume: textOrNumber,
  issue: textOrNumber,
  page: textOrNumber,
  DOI: z.string().optional(),
  PMID: textOrNumber,
  PMCID: textOrNumber,
});

const cslSchema = z.union([z.array(itemSchema), itemSchema.transform((item) => [item])]);

/** The works of a CSL-JSON value: one item or a list. Throws where it is something else. */
export function readCsl(value: unknown): StatedStudy[] {
  return parseAs(cslSchema, value).map((item) => ({
    title: item.title,
    authors: item.author.flatMap(({ family, given, literal }) =>
      family === undefined ? (literal ?? []) : authorName(family, given),
    ),
    ...defined({
      year: yearOf(item.issued?.['date-parts']?.[0]?.[0]),
      journal: item['container-title'],
      volume: item.volume,
      issue: item.issue,
      pages: item.page,
      doi: item.DOI?.replace(/^https?:\/\/(?:dx\.)?doi\.org\//, ''),
      pmid: item.PMID,
      pmcid: item.PMCID,
    }),
  }));
}

function yearOf(part: string | number | undefined): number | undefined {
  return part === undefined || Number.isNaN(Number(part)) ? undefined : Number(part);
}
