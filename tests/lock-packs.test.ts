import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { auditCli, runCli, testFolder } from './support/cli.ts';
import { changedPack, examplePack } from './support/example-pack.ts';

const PAGE = '# Back pain\n\nStem cell injections cure back pain.\n';

function folderWith(files: Record<string, string>): string {
  return testFolder({ 'a.md': PAGE, ...files });
}

function packAt(folder: string, files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
}

const CONFIG = 'packs: [./migraine]\nfailOn: none\n';

describe('claimlint.lock', () => {
  it('pins the packs by id, version and hash, and --frozen passes while they stay', async () => {
    const cwd = folderWith({});
    expect(await runCli(['lock'], { cwd })).toMatchObject({ code: 0, err: '' });
    const { report } = await auditCli(['a.md', '--frozen', '--fail-on', 'none'], { cwd });
    const lock = JSON.parse(readFileSync(join(cwd, 'claimlint.lock'), 'utf8'));
    expect(lock.packs).toEqual(
      report?.evidence.packs.map(({ id, version, hash }) => ({ id, version, hash })),
    );
    expect(lock.packs.length).toBeGreaterThan(0);
  });

  it('--frozen fails with one line that names the pack and both hashes when a record changes', async () => {
    const cwd = folderWith({ ...packAt('migraine', examplePack()), 'claimlint.config.yml': CONFIG });
    await runCli(['lock'], { cwd });
    const before = JSON.parse(readFileSync(join(cwd, 'claimlint.lock'), 'utf8')).packs[0];
    expect((await runCli(['a.md', '--frozen'], { cwd })).code).toBe(0);

    const changed = changedPack('pack.yml', 'title: ', 'title: Second edition of ');
    writeFileSync(join(cwd, 'migraine/pack.yml'), changed['pack.yml'] ?? '');
    const { code, out, err } = await runCli(['a.md', '--frozen'], { cwd });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.trim().split('\n')).toHaveLength(1);
    const hashes = [...err.matchAll(/migraine.*?\((sha256-[0-9a-f]{16})\).*?\((sha256-[0-9a-f]{16})\)/g)][0];
    expect(hashes?.[2]).toBe(before.hash.slice(0, 23));
    expect(hashes?.[1]).not.toBe(hashes?.[2]);
    expect((await runCli(['a.md'], { cwd })).code).toBe(0);

    await runCli(['lock'], { cwd });
    expect((await runCli(['a.md', '--frozen'], { cwd })).code).toBe(0);
  });

  it('--frozen names packs that were added or are gone', async () => {
    const cwd = folderWith({ ...packAt('migraine', examplePack()), 'claimlint.config.yml': CONFIG });
    await runCli(['lock', '--no-config'], { cwd });
    const { code, err } = await runCli(['a.md', '--frozen'], { cwd });
    expect(code).toBe(2);
    expect(err).toMatch(/migraine is .*, not in the lock/);
    expect(err).toContain('regenerative-spine is not in use, locked');
  });

  it('stands beside the configuration, wherever the command is given', async () => {
    const cwd = folderWith({ 'claimlint.config.yml': 'failOn: none\n', 'deep/down/b.md': PAGE });
    await runCli(['lock'], { cwd: join(cwd, 'deep/down') });
    expect(existsSync(join(cwd, 'claimlint.lock'))).toBe(true);
    expect((await runCli(['b.md', '--frozen'], { cwd: join(cwd, 'deep/down') })).code).toBe(0);
  });

  it.each([
    ['is missing', null, 'no claimlint.lock; write it with: claimlint lock'],
    ['is no JSON', 'packs:', 'claimlint.lock is not a lock of packs'],
    ['is of another make', '{"packs": {}}', 'claimlint.lock is not a lock of packs'],
  ])('--frozen says so where the lock %s', async (_, text, message) => {
    const cwd = folderWith(text === null ? {} : { 'claimlint.lock': text });
    const { code, out, err } = await runCli(['a.md', '--frozen', '--format', 'json=out.json'], { cwd });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(readdirSync(cwd).filter((name) => name.includes('out.json'))).toEqual([]);
  });

  it('leaves no trace where it cannot be written', async () => {
    const cwd = folderWith({ 'claimlint.lock/in-the-way.txt': '' });
    const { code, err } = await runCli(['lock'], { cwd });
    expect(code).toBe(2);
    expect(err).toBe(
      'claimlint: cannot write claimlint.lock: is a folder where a file is needed; name a file\n',
    );
    expect(readdirSync(cwd).sort()).toEqual(['a.md', 'claimlint.lock']);
  });

  it('init writes it once', async () => {
    const cwd = folderWith({});
    expect((await runCli(['init'], { cwd })).out).toContain('written     claimlint.lock');
    writeFileSync(join(cwd, 'claimlint.lock'), '{}');
    expect((await runCli(['init'], { cwd })).out).toContain('left alone  claimlint.lock');
    expect(readFileSync(join(cwd, 'claimlint.lock'), 'utf8')).toBe('{}');
  });
});
