/** `--print-config`: what holds for a page in the end, after the configuration, its overrides and the options. */
import type { AuditSettings } from './audit.ts';
import { createPageAuditor } from './auditor.ts';
import { loadConfig } from './config.ts';
import type { Streams } from './streams.ts';

/** Prints JSON: the file that was read, the packs, each rule with its severity, and what is left out. */
export async function printConfig(
  path: string | undefined,
  settings: AuditSettings,
  streams: Streams,
): Promise<void> {
  const configuration = await loadConfig(streams.cwd, settings.config);
  const auditor = await createPageAuditor(configuration, settings, streams.cwd);
  const page = await auditor.settingsFor(path ?? 'page.md');
  const on = new Map(page.rules.map((rule) => [rule.id, rule.severity]));
  const printed = {
    file: configuration.file,
    page: path ?? null,
    packs: auditor.evidence.packs.map(({ id, version, asOf, hash }) => ({ id, version, asOf, hash })),
    failOn: settings.failOn ?? configuration.content.failOn ?? 'error',
    jurisdiction: page.jurisdiction ?? 'found from the page',
    regionsOff: [...(page.ignoredRegions ?? [])],
    suppressions: page.suppressions ?? [],
    ignore: configuration.content.ignore ?? [],
    rules: Object.fromEntries(auditor.ruleIds.map((id) => [id, on.get(id) ?? 'off'])),
  };
  await streams.out(`${JSON.stringify(printed, null, 2)}\n`);
}
