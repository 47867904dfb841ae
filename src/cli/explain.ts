/** `claimlint explain`: what a rule compares and why, or why a finding stands. */
import { Command } from 'commander';
import { loadBuiltIn } from '../data.ts';
import { joinPacks } from '../evidence/index.ts';
import { didYouMean } from '../evidence/load/nearest.ts';
import { explainFinding } from '../judge/explain.ts';
import type { Rule } from '../judge/rule.ts';
import { rulePage } from '../judge/rule-page.ts';
import { EXIT } from './exit.ts';
import { CliError } from './failure.ts';
import type { Streams } from './streams.ts';

export function explainCommand(streams: Streams, exit: (code: number) => void): Command {
  return new Command('explain')
    .description(
      'explain a rule, or a finding on a page: how the sentence was read, and on what evidence it is judged',
    )
    .argument('<what>', 'id of a rule or of a family of rules; or the beginning of the id of a finding')
    .argument('[paths...]', 'for a finding: the page that it is on')
    .action(async (what: string, paths: string[]) => {
      exit(
        paths.length === 0 ? await explainRule(what, streams) : await explainOnPages(what, paths, streams),
      );
    });
}

async function explainRule(id: string, streams: Streams): Promise<number> {
  const { rules, packs } = loadBuiltIn();
  const found = rulesNamed(id, rules);
  if (found.length === 0) {
    const hint = didYouMean(
      id,
      rules.map((rule) => rule.id),
    );
    const advice = 'for a finding, name the page too: claimlint explain ID PAGE';
    throw new CliError('unknown-rule', `no rule “${id}”${hint === '' ? `; ${advice}` : hint}`);
  }
  const [only] = found;
  const text =
    found.length === 1 && only !== undefined
      ? rulePage(only, joinPacks(packs))
      : found.map((rule) => `${rule.id}  ${rule.severity}  ${rule.title}`).join('\n');
  await streams.out(`${text}\n`);
  return EXIT.clean;
}

/** A rule by its id or by the part after the slash; all rules of a family by its name. */
function rulesNamed(id: string, rules: readonly Rule[]): Rule[] {
  return rules.filter((rule) => rule.id === id || rule.id.split('/').includes(id));
}

async function explainOnPages(id: string, paths: readonly string[], streams: Streams): Promise<number> {
  const { readPages } = await import('./read-pages.ts');
  let explained = 0;
  const code = await readPages(paths, streams, async (source, auditor) => {
    const report = await auditor.audit(source);
    const { rules } = await auditor.settingsFor(source.path);
    const ids = [id, ...report.findings.filter(({ ruleId }) => ruleId === id).map((finding) => finding.id)];
    for (const one of ids) {
      const lines = explainFinding(one, report, rules);
      if (lines === null) continue;
      explained += 1;
      await streams.out(`${source.path}\n${lines.join('\n')}\n\n`);
    }
  });
  if (explained > 0 || code !== EXIT.clean) return code;
  throw new CliError(
    'unknown-finding',
    `no finding “${id}” there; claimlint audit PAGE --format json prints the ids`,
  );
}
