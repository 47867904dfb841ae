// Generated pages: clinic-like Markdown of about 2 KB, the same bytes for the same seed.
const OPENINGS = [
  'Our clinic offers',
  'Many people ask about',
  'We have used',
  'Doctors sometimes suggest',
  'You may have read about',
];
const TREATMENTS = [
  'stem cell therapy',
  'platelet-rich plasma',
  'bone marrow concentrate',
  'exosome injections',
  'spinal decompression',
];
const EFFECTS = [
  'reduces back pain',
  'may ease stiffness',
  'repairs worn discs',
  'helps you to avoid surgery',
  'has no side effects',
  'improves mobility for years',
];
const FILLERS = [
  'The appointment takes about an hour, and you can drive home afterwards.',
  'Discs lose water with age, which is a normal part of getting older.',
  'Parking is free behind the building, and the entrance has no steps.',
  'Results vary from person to person.',
  'A study of 26 people reported less pain after two years, without a control group.',
  'Bring your scans and a list of the tablets that you take.',
];

/** Mulberry32: a small seeded generator. */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** One page of about `size` characters. */
export function makePage(seed, size = 2000) {
  const random = generator(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const lines = [
    '---',
    `title: ${pick(TREATMENTS)} in town ${seed}`,
    'date: 2025-05-01',
    '---',
    '',
    `# ${pick(TREATMENTS)}`,
    '',
  ];
  while (lines.join('\n').length < size) {
    const treatment = pick(TREATMENTS);
    lines.push(
      `## About ${treatment}`,
      '',
      `${pick(OPENINGS)} ${treatment}. It ${pick(EFFECTS)}. ${pick(FILLERS)}`,
      '',
    );
    lines.push(
      `- ${treatment} ${pick(EFFECTS)}`,
      `- ${pick(FILLERS)}`,
      '',
      `${pick(FILLERS)} ${pick(FILLERS)}`,
      '',
    );
  }
  return lines.join('\n');
}
