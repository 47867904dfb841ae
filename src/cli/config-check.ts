/** Checks the text of a configuration against its schema; each error has a place and the nearest valid name. */
import type { z } from 'zod';
import { loadBuiltIn } from '../data.ts';
import { didYouMean } from '../evidence/load/nearest.ts';
import { formatProblem, type Place, sortProblems } from '../evidence/load/problem.ts';
import { type Path, parseYaml, type YamlSource } from '../evidence/load/yaml-source.ts';
import { type ConfigFile, configSchema, namesAt } from './config-schema.ts';
import { CliError } from './failure.ts';
import { unknownRule } from './rule-settings.ts';

/**
 * The configuration that a text holds (YAML, of which JSON is a part), at a path of the file. Throws a
 * `CliError` with one line for each thing that is wrong.
 */
export function checkConfig(text: string, file: string, base: Path): ConfigFile {
  const source = parseYaml(file, text);
  if (source.problems.length > 0) throw asError(source.problems);
  const value = base.reduce<unknown>(fieldOf, source.value) ?? {};
  const parsed = configSchema.safeParse(value, { reportInput: true });
  if (!parsed.success) throw asError(parsed.error.issues.flatMap((issue) => problemsOf(issue, source, base)));
  const unknown = unknownRules(parsed.data, source, base);
  if (unknown.length > 0) throw asError(unknown);
  return parsed.data;
}

interface ConfigProblem extends Place {
  readonly message: string;
}

function asError(problems: readonly ConfigProblem[]): CliError {
  const lines = sortProblems(
    problems.map((problem) => ({ ...problem, severity: 'error' as const, code: 'config' })),
  ).map(formatProblem);
  return new CliError('bad-config', `the configuration is not valid\n${lines.join('\n')}`);
}

function fieldOf(value: unknown, key: string | number): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([name]) => name === String(key))?.[1];
}

type Issue = z.core.$ZodIssue;
type IssuePath = readonly PropertyKey[];

/** `above` is where the issue's own path begins: an issue inside a union counts from the union. */
function problemsOf(issue: Issue, source: YamlSource, base: Path, above: IssuePath = []): ConfigProblem[] {
  const inside = [...above, ...issue.path].filter((key) => typeof key !== 'symbol');
  const path = [...base, ...inside];
  const named = inside.length === 0 ? '' : `${inside.join('.')}: `;
  const value = source.at(path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        ...source.keyAt([...path, key]),
        message: `${named}“${key}” is not a setting${didYouMean(key, namesAt(inside))}`,
      }));
    case 'invalid_value':
      return [{ ...value, message: named + noneOf(String(issue.input), issue.values.map(String)) }];
    case 'invalid_key': {
      const allowed = issue.issues.flatMap((key) =>
        key.code === 'invalid_value' ? key.values.map(String) : [],
      );
      return [{ ...source.keyAt(path), message: noneOf(String(inside.at(-1)), allowed) }];
    }
    case 'invalid_union': {
      const fitting = branchFor(issue.input, issue.errors);
      if (fitting !== undefined) return fitting.flatMap((one) => problemsOf(one, source, base, inside));
      return [{ ...value, message: `${named}neither a severity nor a list of options` }];
    }
    default:
      return [{ ...value, message: `${named}${issue.message}` }];
  }
}

/** The branch of a union that is about values of the given kind: that which does not refuse its type. */
function branchFor(input: unknown, branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const words = typeof input === 'string';
  return branches.find((issues) =>
    issues.some(
      (issue) =>
        (words
          ? issue.code === 'invalid_value'
          : issue.code !== 'invalid_type' && issue.code !== 'invalid_value') || issue.path.length > 0,
    ),
  );
}

function noneOf(given: string, allowed: readonly string[]): string {
  return `“${given}” is none of ${allowed.join(', ')}${didYouMean(given, allowed)}`;
}

/** Names of rules wherever they may stand, each with its place. */
function unknownRules(config: ConfigFile, source: YamlSource, base: Path): ConfigProblem[] {
  const { rules } = loadBuiltIn();
  const keys = (settings: object | undefined, path: Path) =>
    Object.keys(settings ?? {}).map((name) => ({ name, place: source.keyAt([...base, ...path, name]) }));
  const named = [
    ...keys(config.rules, ['rules']),
    ...(config.overrides ?? []).flatMap((entry, index) => keys(entry.rules, ['overrides', index, 'rules'])),
    ...(config.suppressions ?? []).flatMap((entry, index) =>
      entry.rules.map((name, at) => ({
        name,
        place: source.at([...base, 'suppressions', index, 'rules', at]),
      })),
    ),
  ];
  return named.flatMap(({ name, place }) => {
    const message = unknownRule(name, rules);
    return message === null ? [] : [{ ...place, message }];
  });
}
