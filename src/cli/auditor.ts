/** The library with everything that a run decides: packs, rules, configuration, day. */
import { relative, resolve } from 'node:path';
import { type AuditOptions, audit, auditAsking } from '../audit.ts';
import { type BuiltIn, loadBuiltIn } from '../data.ts';
import { type Evidence, joinPacks } from '../evidence/index.ts';
import { didYouMean } from '../evidence/load/nearest.ts';
import type { CompiledPack } from '../evidence/schema.ts';
import type { DocumentReport, Failure, Source } from '../model.ts';
import type { Configuration } from './config.ts';
import { CliError } from './failure.ts';
import { type LibraryFiles, readLibrary } from './library.ts';
import type { Online, OnlineSettings } from './online.ts';
import { createPageSettings, type PageSettings } from './page-settings.ts';

export interface AuditorSettings {
  /** ISO date. */
  readonly today: string;
  /** From the command line; it wins over the configuration. */
  readonly jurisdiction?: string;
  readonly inlineConfig: boolean;
  /** Whether the packs must be those of claimlint.lock. */
  readonly frozen?: boolean;
  /** Bibliographies asked beside the packs and those of the configuration, from the current folder. */
  readonly libraries?: readonly string[];
  /** Notices of retraction; those of the configuration where absent. */
  readonly retractions?: string;
  /** Asks the registries; results are not kept then, since what they answer may change. */
  readonly online?: OnlineChoice;
  /** The folder in which results are kept; true for the usual one. */
  readonly cache?: string | true;
  /** What claims are judged by; the packs of the configuration where absent. */
  readonly packs?: readonly CompiledPack[];
}

/** How `--online` was asked for; the contact is the configuration's where it is not given. */
export interface OnlineChoice extends Pick<OnlineSettings, 'dryRun' | 'env' | 'addresses'> {
  readonly contact?: string;
}

export interface PageAuditor {
  readonly evidence: Evidence;
  /** Every rule there is, also those that are switched off. */
  readonly ruleIds: readonly string[];
  /** Of the bibliographies' bytes; empty where none is asked. */
  readonly libraryHash: string;
  /** The settings that hold for a page, by its path. */
  settingsFor(path: string): Promise<PageSettings>;
  audit(source: Source): Promise<DocumentReport>;
  /** The registries that are asked, or null. */
  readonly online: Online | null;
  /** Why results could not be kept in the cache, or null: they are found all the same. */
  cacheFailure(): Failure | null;
}

/** Reads the packs that the configuration names (else all built-in ones) and prepares the audit of pages. */
export async function createPageAuditor(
  configuration: Configuration,
  settings: AuditorSettings,
  cwd: string,
): Promise<PageAuditor> {
  const builtIn = loadBuiltIn();
  const evidence = joinPacks(settings.packs ?? (await choosePacks(configuration, builtIn, settings.today)));
  if (settings.frozen === true) {
    const { checkLock } = await import('./lock.ts');
    await checkLock(configuration, evidence.packs, cwd);
  }
  const { library, hash: libraryHash } = await readLibrary(
    evidence,
    libraryFiles(configuration, settings, cwd),
    cwd,
  );
  const fromConfig = createPageSettings(configuration, builtIn.rules, cwd);
  const settingsFor = async (path: string): Promise<PageSettings> => ({
    ...(await fromConfig(path)),
    ...(settings.jurisdiction === undefined ? {} : { jurisdiction: settings.jurisdiction }),
  });
  const online = await onlineOf(configuration, settings);
  const auditor: PageAuditor = {
    evidence,
    online,
    libraryHash,
    ruleIds: builtIn.rules.map((rule) => rule.id),
    settingsFor,
    async audit(source) {
      const options: AuditOptions = {
        evidence,
        library,
        lexicon: builtIn.lexicon,
        today: settings.today,
        inlineConfig: settings.inlineConfig,
        ...(await settingsFor(source.path)),
      };
      return online === null ? audit(source, options) : auditAsking(source, options, online.ask);
    },
    cacheFailure: () => null,
  };
  if (settings.cache === undefined || online !== null) return auditor;
  const { withCache } = await import('./cache.ts');
  return withCache(auditor, { ...settings, folder: settings.cache, cwd });
}

async function onlineOf({ content }: Configuration, settings: AuditorSettings): Promise<Online | null> {
  if (settings.online === undefined) return null;
  const { goOnline } = await import('./online.ts');
  return goOnline({
    ...settings.online,
    contact: settings.online.contact ?? content.contact,
    today: settings.today,
  });
}

/** Paths of the configuration count from its folder, those of the command line from the current one. */
function libraryFiles(
  { content, folder }: Configuration,
  settings: AuditorSettings,
  cwd: string,
): LibraryFiles {
  const fromConfig = (file: string) => relative(cwd, resolve(folder, file));
  const { libraries = [], retractions } = content;
  const notices = settings.retractions ?? (retractions === undefined ? undefined : fromConfig(retractions));
  return {
    libraries: [...libraries.map(fromConfig), ...(settings.libraries ?? [])],
    ...(notices === undefined ? {} : { retractions: notices }),
  };
}

/** The packs that a configuration names, else all built-in ones. */
export async function choosePacks(
  { content, folder, file }: Configuration,
  builtIn: BuiltIn,
  today: string,
): Promise<readonly CompiledPack[]> {
  if (content.packs === undefined) return builtIn.packs;
  const chosen: CompiledPack[] = [];
  for (const name of content.packs) {
    const known = builtIn.packs.find((pack) => pack.info.id === name);
    chosen.push(known ?? (await readPack(name, folder, chosen, builtIn, today, file ?? folder)));
  }
  return chosen;
}

/** Reads a pack by folder or package; `file` is who names it. Throws a `CliError` where there is none. */
export async function readPack(
  name: string,
  folder: string,
  beside: readonly CompiledPack[],
  builtIn: BuiltIn,
  today: string,
  file: string,
): Promise<CompiledPack> {
  const { loadNamedPack } = await import('../evidence/load/named-pack.ts');
  const { naming } = await import('./evidence-failure.ts');
  try {
    return await naming(name, () => loadNamedPack(name, folder, beside, today));
  } catch (error) {
    if (error instanceof CliError || !(error instanceof Error)) throw error;
    const ids = builtIn.packs.map((pack) => pack.info.id);
    throw new CliError(
      'no-pack',
      `${file}: packs: ${error.message}${didYouMean(name, ids)} Built in: ${ids.join(', ')}.`,
    );
  }
}
