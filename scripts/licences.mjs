// The licence notices of the packages whose code is bundled into dist/.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ALLOWED = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'BlueOak-1.0.0'];

/**
 * The name, version and licence text of every package that an esbuild metafile names as bundled, as one text.
 * Throws where a package has a licence that we do not ship.
 */
export function licenceNotices(metafile) {
  const folders = new Set();
  for (const output of Object.values(metafile.outputs)) {
    for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
      if (bytesInOutput > 0) folders.add(packageFolder(input));
    }
  }
  folders.delete(null);
  const notices = [...folders].sort().map(noticeOf);
  return `${['Code of these packages is part of this one.', ...notices].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

/** `node_modules/a/node_modules/@b/c/lib/x.js` → `node_modules/a/node_modules/@b/c`; null for our own code. */
function packageFolder(input) {
  const at = input.lastIndexOf('node_modules/');
  if (at < 0) return null;
  const [first, second] = input.slice(at + 'node_modules/'.length).split('/');
  const name = first.startsWith('@') ? `${first}/${second}` : first;
  return input.slice(0, at) + join('node_modules', name);
}

function noticeOf(folder) {
  const info = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const { name, version, author } = info;
  // The older form of the field is a list of licences to choose from.
  const licence = info.license ?? info.licenses?.[0]?.type;
  if (!ALLOWED.includes(licence)) throw new Error(`${name} ${version} has the licence ${licence}`);
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const holder = typeof author === 'string' ? author : (author?.name ?? `the authors of ${name}`);
  const text =
    file === undefined
      ? `Licence: ${licence}. Copyright ${holder}`
      : readFileSync(join(folder, file), 'utf8');
  return `${name} ${version}\n\n${text.trim()}`;
}
