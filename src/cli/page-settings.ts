/** What holds for one page: the settings of the configuration and of the overrides that name it. */
import { relative, resolve } from 'node:path';
import createIgnore from 'ignore';
import type { AuditOptions } from '../audit.ts';
import type { Rule } from '../judge/rule.ts';
import { REGIONS } from '../model.ts';
import type { Configuration } from './config.ts';
import type { ConfigFile, ConfigSettings } from './config-schema.ts';
import { applyRuleSettings } from './rule-settings.ts';

export type PageSettings = Pick<AuditOptions, 'rules' | 'jurisdiction' | 'ignoredRegions' | 'suppressions'>;

/** Gives the settings of a page by its path or address. Pages with the same overrides share one object. */
export function createPageSettings(
  configuration: Configuration,
  rules: readonly Rule[],
  cwd: string,
): (path: string) => Promise<PageSettings> {
  const { content, folder } = configuration;
  const overrides = (content.overrides ?? []).map((settings) => ({
    settings,
    ...patternsOf(settings.files),
  }));
  const suppressions = (content.suppressions ?? []).map((settings) => ({
    settings,
    ...patternsOf(settings.files),
  }));
  const known = new Map<string, Promise<PageSettings>>();
  return (path) => {
    const name = nameFrom(folder, cwd, path);
    const layers = overrides.filter((override) => override.matches(name));
    const muted = suppressions.filter((suppression) => suppression.matches(name));
    const key = `${layers.map((layer) => overrides.indexOf(layer))} ${muted.map((one) => suppressions.indexOf(one))}`;
    const settings =
      known.get(key) ??
      settingsOf(
        [content, ...layers.map((layer) => layer.settings)],
        muted.map((one) => one.settings),
        rules,
      );
    known.set(key, settings);
    return settings;
  };
}

/** Whether a page's name is among patterns; without patterns every page is. */
function patternsOf(files: readonly string[] | undefined): { matches(name: string | null): boolean } {
  const patterns = createIgnore().add([...(files ?? [])]);
  return { matches: (name) => files === undefined || (name !== null && patterns.ignores(name)) };
}

/** A path as patterns see it: from the configuration's folder, or host and path of an address. */
function nameFrom(folder: string, cwd: string, path: string): string | null {
  const address = /^https?:\/\/(.+)$/i.exec(path)?.[1];
  const name = address ?? relative(folder, resolve(cwd, path)).replaceAll('\\', '/');
  return createIgnore.isPathValid(name) ? name : null;
}

async function settingsOf(
  layers: readonly ConfigSettings[],
  suppressions: NonNullable<ConfigFile['suppressions']>,
  rules: readonly Rule[],
): Promise<PageSettings> {
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
    suppressions: suppressions.map(({ rules: named, reason, owner, expires }) => ({
      rules: named,
      reason,
      owner: owner ?? null,
      expires: expires ?? null,
    })),
    ...(jurisdiction === undefined ? {} : { jurisdiction }),
  };
}
