import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPageAuditor, type PageAuditor } from '../src/cli/auditor.ts';
import { type CacheOptions, withCache } from '../src/cli/cache.ts';
import type { Source } from '../src/model.ts';
import { decodeSource } from '../src/read/source.ts';
import { auditCli, runCli, testFolder } from './support/cli.ts';

const PAGE = '# Back pain\n\nStem cell injections cure back pain and have no side effects.\n';
const DATED = `<!-- claimlint-disable-file -- told elsewhere (expires: 2026-06-30) -->\n\n${PAGE}`;
const TODAY = '2026-11-22';

function sourceOf(text: string, path = 'a.md'): Source {
  const decoded = decodeSource(Buffer.from(text), path);
  if ('failure' in decoded) throw new Error(decoded.failure.message);
  return decoded.source;
}

/** An auditor with a cache in `cwd`, and the number of audits that were done in earnest. */
async function cachingAuditor(cwd: string, changes: Partial<CacheOptions> & { rules?: string } = {}) {
  const { rules = '{}', ...options } = changes;
  const config = { file: null, folder: cwd, content: { rules: JSON.parse(rules) } };
  const settings = { today: TODAY, inlineConfig: true, ...options };
  const plain = await createPageAuditor(config, settings, cwd);
  let audits = 0;
  const counting: PageAuditor = {
    ...plain,
    audit(source) {
      audits += 1;
      return plain.audit(source);
    },
  };
  const auditor = await withCache(counting, { ...settings, folder: true, cwd, ...options });
  return { auditor, plain, audits: () => audits };
}

/** How many of the sources a new run with this cache audits in earnest. */
async function auditsOf(sources: readonly Source[], ...args: Parameters<typeof cachingAuditor>) {
  const { auditor, audits } = await cachingAuditor(...args);
  for (const source of sources) await auditor.audit(source);
  return audits();
}

function entriesBelow(cwd: string): string[] {
  return readdirSync(join(cwd, '.claimlint-cache'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(cwd, '.claimlint-cache', name));
}

describe('--cache', () => {
  it('finds the same result again, without an audit', async () => {
    const cwd = testFolder({});
    const source = sourceOf(PAGE);
    expect(await auditsOf([source], cwd)).toBe(1);
    const { auditor, plain, audits } = await cachingAuditor(cwd);
    expect(await auditor.audit(source)).toEqual(await plain.audit(source));
    expect(audits()).toBe(0);
  });

  it('is keyed by page, format, rules, jurisdiction and packs', async () => {
    const cwd = testFolder({});
    await auditsOf([sourceOf(PAGE)], cwd);
    expect(await auditsOf([sourceOf(`${PAGE}More.`)], cwd)).toBe(1);
    expect(await auditsOf([sourceOf(PAGE, 'b.md')], cwd)).toBe(1);
    expect(await auditsOf([{ ...sourceOf(PAGE), format: 'text' }], cwd)).toBe(1);
    expect(await auditsOf([sourceOf(PAGE)], cwd, { rules: '{"overstatement":"off"}' })).toBe(1);
    expect(await auditsOf([sourceOf(PAGE)], cwd, { inlineConfig: false })).toBe(1);
    const { auditor } = await cachingAuditor(cwd);
    const [pack] = auditor.evidence.packs;
    const other = {
      ...auditor,
      evidence: { ...auditor.evidence, packs: pack === undefined ? [] : [{ ...pack, hash: 'other' }] },
      audit: () => Promise.reject(new Error('audited')),
    };
    const options = { today: TODAY, inlineConfig: true, folder: true as const, cwd };
    await expect((await withCache(other, options)).audit(sourceOf(PAGE))).rejects.toThrow('audited');
    expect(await auditsOf([sourceOf(PAGE)], cwd)).toBe(0);
  });

  it('holds on another day, save for a page with a suppression that expires', async () => {
    const cwd = testFolder({});
    const sources = [sourceOf(PAGE), sourceOf(DATED)];
    await auditsOf(sources, cwd);
    expect(await auditsOf(sources, cwd)).toBe(0);
    expect(await auditsOf(sources, cwd, { today: '2026-01-31' })).toBe(1);
  });

  it('holds for its day where the configuration has a suppression that expires', async () => {
    const cwd = testFolder({
      'a.md': '# Opening hours\n\nWe open at nine.\n',
      'claimlint.config.yml':
        'suppressions: [{ rules: [overstatement/hype], reason: agreed, expires: "2026-12-31" }]\n',
    });
    const run = async (day: string, ...args: string[]) =>
      (await runCli(['a.md', '--format', 'json', '--today', day, ...args], { cwd })).out;
    expect(await run('2026-11-22', '--cache')).toBe(await run('2026-11-22'));
    expect(await run('2027-02-01', '--cache')).toBe(await run('2027-02-01'));
    expect(await run('2027-02-01')).toContain('suppression-expired');
  });

  it('may hold on any day: nothing but such a suppression makes a result depend on it', async () => {
    const cwd = testFolder({});
    const { plain } = await cachingAuditor(cwd);
    const { plain: later } = await cachingAuditor(cwd, { today: '2031-01-31' });
    const pages = new URL('../corpus/pages/', import.meta.url);
    const names = readdirSync(pages)
      .filter((name) => /\.(md|html|txt)$/.test(name))
      .slice(0, 12);
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      const source = sourceOf(readFileSync(new URL(name, pages), 'utf8'), name);
      const now = await plain.audit(source);
      if (now.suppressions.every(({ expires }) => expires === null)) {
        expect(await later.audit(source)).toEqual(now);
      }
    }
  });

  it('keeps the day of a fetched copy out of the result that it shares', async () => {
    const cwd = testFolder({});
    const { auditor } = await cachingAuditor(cwd);
    await auditor.audit({ ...sourceOf(PAGE), retrieved: '2026-01-01' });
    expect((await auditor.audit({ ...sourceOf(PAGE), retrieved: '2026-02-02' })).retrieved).toBe(
      '2026-02-02',
    );
  });

  it.each([
    ['cut short', (text: string) => text.slice(0, text.length / 2)],
    ['empty', () => ''],
    ['changed', (text: string) => text.replace('Back pain', 'Neck pain')],
    ['of another make', () => '{}\n{}\n'],
  ])('passes over an entry that is %s, and writes it anew', async (_, damage) => {
    const cwd = testFolder({});
    const source = sourceOf(PAGE);
    await auditsOf([source], cwd);
    const [file = ''] = entriesBelow(cwd);
    const whole = readFileSync(file, 'utf8');
    writeFileSync(file, damage(whole));
    expect(await auditsOf([source], cwd)).toBe(1);
    expect(readFileSync(file, 'utf8')).toBe(whole);
  });

  it('clears away what older builds and packs have left', async () => {
    const cwd = testFolder({});
    await cachingAuditor(cwd);
    const olds = [...'0123456789'].map((digit) => join(cwd, '.claimlint-cache', digit.repeat(32)));
    for (const old of olds) mkdirSync(old);
    await cachingAuditor(cwd);
    expect(olds.filter((old) => statSync(old, { throwIfNoEntry: false }) !== undefined)).toHaveLength(2);
    expect(await auditsOf([sourceOf(PAGE)], cwd)).toBe(1);
  });

  it('on a full disk tells the cause, leaves nothing half-written and still finds the result', async () => {
    const cwd = testFolder({});
    const full = Object.assign(new Error('no space'), { code: 'ENOSPC' });
    const write = () => Promise.reject(full);
    const { auditor, plain } = await cachingAuditor(cwd, { write });
    expect(await auditor.audit(sourceOf(PAGE))).toEqual(await plain.audit(sourceOf(PAGE)));
    expect(auditor.cacheFailure()).toMatchObject({ path: '.claimlint-cache', code: 'disk-full' });
    expect(entriesBelow(cwd)).toEqual([]);
  });
});

describe('claimlint --cache', () => {
  it('prints the same report from the cache, and the folder stays out of git and of audits', async () => {
    const cwd = testFolder({ 'a.md': PAGE, 'c/b.md': DATED });
    const first = await auditCli(['.', '--cache'], { cwd });
    const again = await auditCli(['.', '--cache'], { cwd });
    expect(again).toEqual(first);
    expect(first.report?.documents).toHaveLength(2);
    expect(readFileSync(join(cwd, '.claimlint-cache/.gitignore'), 'utf8')).toBe('*\n');
  });

  it('reports all the same where an entry cannot be written, says so once and exits with 2', async () => {
    const cwd = testFolder({ 'a.md': PAGE, 'b.md': PAGE });
    const { out: whole } = await runCli(['.', '--cache', '--format', 'jsonl'], { cwd });
    for (const entry of entriesBelow(cwd)) {
      rmSync(entry);
      mkdirSync(entry);
    }
    const { code, out, err } = await runCli(['.', '--cache', '--format', 'jsonl'], { cwd });
    expect(code).toBe(2);
    expect(err).toMatch(/^claimlint: .claimlint-cache: the cache cannot be written: [^\n]+\n$/);
    expect(out.split('\n').slice(0, 2)).toEqual(whole.split('\n').slice(0, 2));
  });

  it('refuses a folder of other files: the name of a page was meant', async () => {
    const cwd = testFolder({ 'content/a.md': PAGE });
    const { code, out, err } = await runCli(['--cache', 'content'], { cwd });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('--cache content: this folder holds other files; name pages before --cache');
    expect(readdirSync(join(cwd, 'content'))).toEqual(['a.md']);
  });

  it('refuses a folder that cannot be made, before any page is audited', async () => {
    const cwd = testFolder({ 'a.md': PAGE });
    const { code, out, err } = await runCli(['a.md', '--cache', 'a.md/cache'], { cwd });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe('claimlint: --cache a.md/cache: no such file or folder; a part of the path is a file\n');
  });
});
