/** `claimlint evidence diff`: which verdicts on a set of pages change with another version of a pack. */
import { resolve } from 'node:path';
import { loadBuiltIn } from '../data.ts';
import type { JudgedClaim } from '../model.ts';
import { count } from '../report/text.ts';
import { createPageAuditor, type PageAuditor, readPack } from './auditor.ts';
import { today } from './clock.ts';
import { type Configuration, loadConfig } from './config.ts';
import { readPages } from './read-pages.ts';
import type { Streams } from './streams.ts';

export interface DiffOptions {
  /** The pack to try: a folder or an npm package. It takes the place of the one with its id. */
  readonly with: string;
  readonly json: boolean;
}

interface Change {
  readonly path: string;
  readonly line: number;
  readonly text: string;
  readonly before: Verdict;
  readonly after: Verdict;
}

type Verdict = Pick<JudgedClaim, 'verdict' | 'reason'> & { readonly rules: readonly string[] };

/** Prints each claim whose verdict, reason or rules differ, and a count; 2 where a page cannot be read. */
export async function diff(
  words: readonly string[],
  options: DiffOptions,
  streams: Streams,
): Promise<number> {
  const configuration = await loadConfig(streams.cwd);
  const tried = await createPageAuditor(
    await withPack(configuration, options.with, streams.cwd),
    { today: today(), inlineConfig: true },
    streams.cwd,
  );
  const changes: Change[] = [];
  let pages = 0;
  let claims = 0;
  const code = await readPages(words, streams, async (source, current) => {
    const before = await verdictsOf(source, current);
    const after = await verdictsOf(source, tried);
    pages += 1;
    claims += before.size;
    for (const [id, { claim, ...verdict }] of before) {
      const now = after.get(id);
      if (now === undefined || same(verdict, now)) continue;
      const { claim: _, ...changed } = now;
      changes.push({
        path: source.path,
        line: claim.span.start.line,
        text: claim.text,
        before: verdict,
        after: changed,
      });
    }
  });
  if (options.json) await streams.out(`${JSON.stringify(changes, null, 2)}\n`);
  else {
    const counted = `${count(changes.length, 'claim')} of ${claims} on ${count(pages, 'page')} judged otherwise with ${options.with}.`;
    await streams.out(`${[...changes.map(changeLines), counted].join('\n')}\n`);
  }
  return code;
}

/** The configuration with a pack in the place of the one that has its id, or before the others. */
async function withPack(configuration: Configuration, name: string, cwd: string): Promise<Configuration> {
  const builtIn = loadBuiltIn();
  const named = name.startsWith('.') ? resolve(cwd, name) : name;
  const tried = await readPack(named, cwd, [], builtIn, today(), '--with');
  const current = configuration.content.packs ?? builtIn.packs.map((pack) => pack.info.id);
  const { evidence } = await createPageAuditor(configuration, { today: today(), inlineConfig: true }, cwd);
  const others = current.filter((_, index) => evidence.packs[index]?.id !== tried.info.id);
  return { ...configuration, content: { ...configuration.content, packs: [named, ...others] } };
}

async function verdictsOf(source: Parameters<PageAuditor['audit']>[0], auditor: PageAuditor) {
  const { claims, findings } = await auditor.audit(source);
  return new Map(
    claims.map((claim) => {
      const rules = findings.filter(({ id }) => claim.findings.includes(id)).map(({ ruleId }) => ruleId);
      return [claim.id, { claim, verdict: claim.verdict, reason: claim.reason, rules }];
    }),
  );
}

function same(a: Verdict, b: Verdict): boolean {
  return a.verdict === b.verdict && a.reason === b.reason && a.rules.join() === b.rules.join();
}

function changeLines({ path, line, text, before, after }: Change): string {
  return `${path}:${line}  ${words(before)} → ${words(after)}\n    ${text}`;
}

function words({ verdict, reason, rules }: Verdict): string {
  const detail = [...(reason === null ? [] : [reason]), ...rules].join(', ');
  return detail === '' ? verdict : `${verdict} (${detail})`;
}
