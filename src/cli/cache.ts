/** `--cache`: keeps the result of each page, so that a page is audited anew only when something has changed. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { buildHash } from '../build-hash.ts';
import type { Rule } from '../judge/rule.ts';
import type { DocumentReport, Failure, Source } from '../model.ts';
import type { PageAuditor } from './auditor.ts';
import { CliError, systemErrorCode, toFailure } from './failure.ts';
import { writeWhole } from './write.ts';

/** Where results are kept when no folder is named. */
const CACHE_FOLDER = '.claimlint-cache';

export interface CacheOptions {
  /** As named on the command line; true for `CACHE_FOLDER`. */
  readonly folder: string | true;
  readonly cwd: string;
  /** ISO date. */
  readonly today: string;
  readonly inlineConfig: boolean;
  /** Writes a file whole or not at all. */
  readonly write?: (file: string, text: string) => Promise<void>;
}

/**
 * An auditor that looks up each page before it audits it. A result is found again for the same page (path,
 * format, bytes and text), the same packs, rules, regions, jurisdiction and build of claimlint; for a page with
 * a suppression that expires also only on the same day. Entries that are damaged are passed over.
 * Throws a `CliError` where the folder cannot be written or holds other files.
 */
export async function withCache(auditor: PageAuditor, options: CacheOptions): Promise<PageAuditor> {
  const { today, write = writeEntry } = options;
  const shown = options.folder === true ? CACHE_FOLDER : options.folder;
  const packs = auditor.evidence.packs.map((pack) => pack.hash);
  const generation = hashOf([buildHash(), auditor.libraryHash, ...packs]).slice(0, 32);
  const folder = await openFolder(shown, options.cwd, generation);
  const rulesHash = createRulesHash();
  let failure: Failure | null = null;

  async function keyOf(source: Source): Promise<string> {
    const { rules, ...others } = await auditor.settingsFor(source.path);
    const dated = others.suppressions?.some(({ expires }) => expires !== null) ?? false;
    return hashOf([
      rulesHash(rules),
      dated ? today : '',
      JSON.stringify(others, (_, value: unknown) => (value instanceof Set ? [...value].sort() : value)),
      String(options.inlineConfig),
      source.path,
      source.format,
      source.sha256,
      source.text,
    ]);
  }

  return {
    ...auditor,
    cacheFailure: () => failure,
    async audit(source) {
      const key = await keyOf(source);
      const file = join(folder, key.slice(0, 2), `${key}.json`);
      const found = await readEntry(file, today);
      if (found !== null) return { ...found, retrieved: source.retrieved };
      const document = await auditor.audit(source);
      if (failure === null) {
        try {
          await write(file, entryText(document, today));
        } catch (error) {
          const { code, message } = toFailure(shown, error);
          failure = { path: shown, code, message: `the cache cannot be written: ${message}` };
        }
      }
      return document;
    },
  };
}

/** Results of this many other builds or packs are kept beside those of the present ones. */
const GENERATIONS_KEPT = 2;
const TAG = 'CACHEDIR.TAG';
/** After https://bford.info/cachedir/: tools that make copies leave such a folder out. */
const TAG_TEXT = 'Signature: 8a477f597d28d172789f06886806bc55\n# Results of claimlint; may be deleted.\n';

/** Makes the folder of this generation and clears away old ones. */
async function openFolder(folder: string, cwd: string, generation: string): Promise<string> {
  const root = resolve(cwd, folder);
  const current = join(root, generation);
  try {
    const names = await readdir(root).catch(ifAbsent<string[]>([]));
    if (names.length > 0 && !names.includes(TAG)) {
      throw new CliError(
        'not-a-cache',
        `--cache ${folder}: this folder holds other files; name pages before --cache, or another folder after it`,
      );
    }
    await mkdir(current, { recursive: true });
    if (!names.includes(TAG)) {
      await writeWhole(join(root, TAG), TAG_TEXT);
      await writeWhole(join(root, '.gitignore'), '*\n');
    }
    // Also tells whether the folder can be written, before any page is audited.
    const now = new Date();
    await writeWhole(join(current, 'used'), '');
    await utimes(current, now, now);
    await clearOld(root, generation, names);
  } catch (error) {
    if (error instanceof CliError || systemErrorCode(error) === null) throw error;
    const { code, message } = toFailure(folder, error);
    throw new CliError(code, `--cache ${folder}: ${message}`);
  }
  return current;
}

async function clearOld(root: string, current: string, names: readonly string[]): Promise<void> {
  const others = names.filter((name) => /^[0-9a-f]{32}$/.test(name) && name !== current);
  const aged = await Promise.all(
    others.map(async (name) => ({ name, used: (await stat(join(root, name))).mtimeMs })),
  );
  aged.sort((a, b) => b.used - a.used);
  for (const { name } of aged.slice(GENERATIONS_KEPT)) await rm(join(root, name), { recursive: true });
}

function ifAbsent<T>(value: T): (error: unknown) => T {
  return (error) => {
    if (systemErrorCode(error) !== 'ENOENT') throw error;
    return value;
  };
}

interface Entry {
  /** The day that the result holds for; null where it holds on any day. */
  readonly asOf: string | null;
  readonly document: DocumentReport;
}

/** An entry as written: the hash of its JSON on the first line, the JSON on the second. */
function entryText(document: DocumentReport, today: string): string {
  const dated = document.suppressions.some(({ expires }) => expires !== null);
  const json = JSON.stringify({ asOf: dated ? today : null, document } satisfies Entry);
  return `${hashOf([json])}\n${json}\n`;
}

/**
 * The document of an entry; null where there is none, where it is damaged or not for today. Its JSON is
 * believed without a schema, as the compiled packs are: this code wrote it, and its hash is right.
 */
async function readEntry(file: string, today: string): Promise<DocumentReport | null> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const end = text.indexOf('\n');
  const json = text.slice(end + 1, -1);
  if (end < 0 || text.slice(0, end) !== hashOf([json])) return null;
  const entry: Entry = JSON.parse(json);
  return entry.asOf === null || entry.asOf === today ? entry.document : null;
}

async function writeEntry(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeWhole(file, text, { flush: false });
}

function hashOf(parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex');
}

/** Pages with the same settings share one list of rules: it is written out once. */
function createRulesHash(): (rules: readonly Rule[]) => string {
  const known = new WeakMap<readonly Rule[], string>();
  return (rules) => {
    const hash = known.get(rules) ?? hashOf([JSON.stringify(rules)]);
    known.set(rules, hash);
    return hash;
  };
}
