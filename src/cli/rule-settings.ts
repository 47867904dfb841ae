/** Applies what a configuration says about rules: off, another severity, options of the rule's own check. */
import { didYouMean } from '../evidence/load/nearest.ts';
import { familyOf } from '../judge/finding.ts';
import type { Rule } from '../judge/rule.ts';
import type { RuleSetting } from './config-schema.ts';
import { CliError } from './failure.ts';

type RuleSettings = Readonly<Record<string, RuleSetting>>;

/**
 * The rules as they stand after the settings of each layer: a later layer wins over an earlier one, and in a
 * layer a rule's own setting over that of its family. Throws a `CliError` where an option is not one of the
 * rule's kind of check; unknown names have been told before (`unknownRule`).
 */
export async function applyRuleSettings(
  rules: readonly Rule[],
  layers: readonly RuleSettings[],
): Promise<Rule[]> {
  const applied: Rule[] = [];
  for (const rule of rules) {
    const chosen = layers
      .flatMap((layer) => [layer[familyOf(rule.id)], layer[rule.id]])
      .filter((setting) => setting !== undefined);
    const changed = await withSettings(rule, chosen);
    if (changed !== null) applied.push(changed);
  }
  return applied;
}

/** What is wrong with a name under `rules:`, with the nearest name there is; null where it is known. */
export function unknownRule(name: string, rules: readonly Rule[]): string | null {
  const names = [...new Set(rules.flatMap((rule) => [familyOf(rule.id), rule.id]))];
  return names.includes(name) ? null : `no rule or family “${name}”${didYouMean(name, names)}`;
}

async function withSettings(rule: Rule, chosen: readonly RuleSetting[]): Promise<Rule | null> {
  const severity = chosen
    .map((setting) => (typeof setting === 'string' ? setting : setting.severity))
    .findLast((level) => level !== undefined);
  if (severity === 'off') return null;
  const leveled = severity === undefined ? rule : atLevel(rule, severity);
  const options = chosen
    .flatMap((setting) => (typeof setting === 'string' ? [] : Object.entries(setting)))
    .filter(([name]) => name !== 'severity');
  return options.length === 0 ? leveled : withOptions(leveled, Object.fromEntries(options));
}

/** A severity that somebody has set holds in every case, also where the rule knows a graver one. */
function atLevel(rule: Rule, severity: Rule['severity']): Rule {
  return rule.check === 'scale' && rule.against !== undefined
    ? { ...rule, severity, against: severity }
    : { ...rule, severity };
}

async function withOptions(rule: Rule, options: Readonly<Record<string, unknown>>): Promise<Rule> {
  const { ruleSchema } = await import('../judge/rule.ts');
  const added = Object.entries(options).map(([name, value]) => {
    const before: unknown = Object.entries(rule).find(([field]) => field === name)?.[1];
    // Words add to those of the rule; anything else takes the place of its value.
    return [name, Array.isArray(value) && Array.isArray(before) ? [...before, ...value] : value];
  });
  const parsed = ruleSchema.safeParse({ ...rule, ...Object.fromEntries(added) });
  if (parsed.success) return parsed.data;
  const names = Object.keys(options).join(', ');
  throw new CliError(
    'bad-config',
    `rules: ${rule.id}: ${names} cannot be set for a rule of the kind “${rule.check}”`,
  );
}
