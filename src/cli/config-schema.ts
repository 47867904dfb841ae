/** What a configuration file may hold: the border through which it enters, and the source of its JSON Schema. */
import { z } from 'zod';
import { REGIONS } from '../model.ts';
import { COMPARISON, DURATION, MODALITY, RELATION, SAFETY, SHARE, SIZE, STAGE } from '../scales.ts';
import { FAIL_ON, JURISDICTIONS } from './args.ts';

const RULE_LEVELS = ['off', 'info', 'warning', 'error'] as const;

const ruleLevel = z.enum(RULE_LEVELS);
const level = z.enum([
  ...new Set([...MODALITY, ...RELATION, ...SHARE, ...SIZE, ...DURATION, ...STAGE, ...SAFETY, ...COMPARISON]),
]);

/** A rule with options: those of its own kind of check, beside the severity. */
const ruleOptions = z.strictObject({
  severity: ruleLevel.exactOptional(),
  from: level.exactOptional().meta({ description: 'Scale rules: assertions below this level are let stand' }),
  unrecorded: level
    .exactOptional()
    .meta({ description: 'Scale rules: the most that is warranted where the packs hold no record' }),
  atMost: level
    .exactOptional()
    .meta({ description: 'Scale rules: the most that is warranted whatever is on record' }),
  phrases: z.array(z.string()).exactOptional().meta({ description: 'Word rules: further words to report' }),
  unless: z
    .array(z.string())
    .exactOptional()
    .meta({ description: 'Word rules: further phrases to leave alone' }),
  reach: z
    .enum(['near', 'page'])
    .exactOptional()
    .meta({ description: 'Caveat rules: how far away a caveat may stand' }),
  always: z
    .boolean()
    .exactOptional()
    .meta({ description: 'Caveat rules: ask for it whatever the evidence needs' }),
});

const settings = {
  rules: z
    .record(z.string(), z.union([ruleLevel, ruleOptions]))
    .exactOptional()
    .meta({
      description: 'Severity of a rule or of a family of rules, or off; with options where it has any',
    }),
  regions: z
    .partialRecord(z.enum(REGIONS), z.enum(['on', 'off']))
    .exactOptional()
    .meta({ description: 'Parts of a page that hold no claims of it: off' }),
  jurisdiction: z
    .enum(JURISDICTIONS)
    .exactOptional()
    .meta({ description: 'Where the pages are published; found from the page where it is left out' }),
};

const overrideSchema = z.strictObject({
  files: z
    .array(z.string())
    .min(1)
    .meta({ description: 'Patterns as in .gitignore, from the folder of this file; a host for addresses' }),
  ...settings,
});

const date = z.iso.date('a date as YYYY-MM-DD');

const suppressionSchema = z.strictObject({
  rules: z.array(z.string()).min(1).meta({ description: 'Rules or families of rules' }),
  files: z
    .array(z.string())
    .min(1)
    .exactOptional()
    .meta({ description: 'Patterns; all files where left out' }),
  reason: z.string().min(1),
  owner: z.string().exactOptional(),
  expires: date.exactOptional().meta({ description: 'The last day on which it holds' }),
});

export const configSchema = z
  .strictObject({
    $schema: z.string().exactOptional(),
    packs: z.array(z.string()).min(1).exactOptional().meta({
      description: 'Evidence packs: built-in ids, folders, npm packages; all built-in where left out',
    }),
    libraries: z
      .array(z.string())
      .exactOptional()
      .meta({ description: 'Bibliographies asked beside the packs: CSL-JSON, RIS, MEDLINE files' }),
    contact: z
      .email()
      .exactOptional()
      .meta({ description: 'Mail address for the registries that --online asks' }),
    retractions: z
      .string()
      .exactOptional()
      .meta({ description: 'The Retraction Watch Database as CSV: what it lists is marked' }),
    ...settings,
    overrides: z
      .array(overrideSchema)
      .exactOptional()
      .meta({ description: 'Settings for some files; a later entry wins over an earlier one' }),
    suppressions: z
      .array(suppressionSchema)
      .exactOptional()
      .meta({ description: 'Rules that are not reported on some files, each with its reason' }),
    substantiation: z
      .string()
      .exactOptional()
      .meta({ description: 'The file in which reviewers sign claims, checked on each run' }),
    ignore: z
      .array(z.string())
      .exactOptional()
      .meta({ description: 'Files that are never audited, as in .gitignore' }),
    failOn: z.enum(FAIL_ON).exactOptional().meta({ description: 'Exit with 1 from this severity on' }),
  })
  .meta({ title: 'claimlint configuration' });

export type ConfigFile = z.output<typeof configSchema>;
export type ConfigSettings = Pick<ConfigFile, 'rules' | 'regions' | 'jurisdiction'>;
export type RuleSetting = NonNullable<ConfigFile['rules']>[string];

/** The names that may stand at a path of the file. */
export function namesAt(path: readonly PropertyKey[]): string[] {
  if (path[0] === 'overrides' && path.length === 2) return Object.keys(overrideSchema.shape);
  if (path[0] === 'suppressions') return Object.keys(suppressionSchema.shape);
  if (path.at(-1) === 'regions') return [...REGIONS];
  if (path.at(-2) === 'rules') return Object.keys(ruleOptions.shape);
  return Object.keys(configSchema.shape);
}

/** The JSON Schema (draft 2020-12) of a configuration file. */
export function configJsonSchema(): object {
  return z.toJSONSchema(configSchema, { io: 'input' });
}
