#!/usr/bin/env node
// Draws records of a pack for a second reading, the same ones for the same seed:
//   node scripts/draw-records.mjs regenerative-spine --seed 20261122 --count 20 [--kind studies]
// A record's place in the draw hangs on the seed and its id alone (SHA-256), so that records added later do not
// reshuffle the others.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const KINDS = ['studies', 'harms', 'regulation', 'products'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string' },
    count: { type: 'string', default: '20' },
    kind: { type: 'string' },
  },
});
const [packId] = positionals;
const count = Number(values.count);
if (packId === undefined || values.seed === undefined || !Number.isInteger(count) || count < 1) {
  console.error(
    'usage: draw-records.mjs PACK --seed SEED [--count 20] [--kind studies|harms|regulation|products]',
  );
  process.exit(2);
}

const { packs } = JSON.parse(readFileSync(new URL('../data/packs.json', import.meta.url), 'utf8'));
const pack = packs.find(({ info }) => info.id === packId);
const kinds = values.kind === undefined ? KINDS : [values.kind];
if (pack === undefined || kinds.some((kind) => !KINDS.includes(kind))) {
  console.error(`no such pack or kind; packs: ${packs.map(({ info }) => info.id).join(', ')}`);
  process.exit(2);
}

const placeOf = (id) => createHash('sha256').update(`${values.seed}:${id}`).digest('hex');
const records = kinds.flatMap((kind) => pack[kind].map(({ id }) => ({ kind, id, place: placeOf(id) })));
records.sort((a, b) => (a.place < b.place ? -1 : 1));
for (const { kind, id } of records.slice(0, count)) console.log(`${kind}/${id}`);
