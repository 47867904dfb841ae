/** What holds for one page: the settings of the configuration and of the overrides that name it. */
import { relative, resolve } from 'node:path';
import createIgnore from 'ignore';
import type { AuditOptions } from '../audit.ts';
import type { Rule } from '../judge/rule.ts';
import { REGIONS } from '../model.ts';
import type { Configuration } from './config.ts';
import type { ConfigSettings } from './config-schema.ts';
import { applyRuleSettings } from './rule-settings.ts';

export type PageSettings = Pick<AuditOptions, 'rules' | 'jurisdiction' | 'ignoredRegions'>;

/** Gives the settings of a page by its path or address. Pages with the same overrides share one object. */
export function createPageSettings(
  configuration: Configuration,
  rules: readonly Rule[],
  cwd: string,
): (path: string) => Promise<PageSettings> {
  const { content, folder } = configuration;
  const overrides = (content.overrides ?? []).map((settings) => ({
    settings,
    patterns: createIgnore().add(settings.files),
  }));
  const known = new Map<string, Promise<PageSettings>>();
  return (path) => {
    const name = nameFrom(folder, cwd, path);
    const matching = overrides.filter(({ patterns }) => name !== null && patterns.ignores(name));
    const key = matching.map((override) => overrides.indexOf(override)).join();
    const settings =
      known.get(key) ?? settingsOf([content, ...matching.map((override) => override.settings)], rules);
    known.set(key, settings);
    return settings;
  };
}

/** A path as patterns see it: from the configuration's folder, or host and path of an address. */
function nameFrom(folder: string, cwd: string, path: string): string | null {
  const address = /^https?:\/\/(.+)$/i.exec(path)?.[1];
  const name = address ?? relative(folder, resolve(cwd, path)).replaceAll('\\', '/');
  return createIgnore.isPathValid(name) ? name : null;
}

async function settingsOf(layers: readonly ConfigSettings[], rules: readonly Rule[]): Promise<PageSettings> {
  const applied = await applyRuleSettings(
    rules,
    layers.map((layer) => layer.rules ?? {}),
  );
  const jurisdiction = layers.findLast((layer) => layer.jurisdiction !== undefined)?.jurisdiction;
  const ignored = REGIONS.filter(
    (region) =>
      layers.findLast((layer) => layer.regions?.[region] !== undefined)?.regions?.[region] === 'off',
  );
  return {
    rules: applied,
    ignoredRegions: new Set(ignored),
    ...(jurisdiction === undefined ? {} : { jurisdiction }),
  };
}
