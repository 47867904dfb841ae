/** Regular English inflection, so that the lexicon lists each word once. */

const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  be: ['am', 'is', 'are', 'was', 'were', 'been', 'being'],
  become: ['becomes', 'became', 'becoming'],
  begin: ['begins', 'began', 'begun', 'beginning'],
  build: ['builds', 'built', 'building'],
  bring: ['brings', 'brought', 'bringing'],
  cut: ['cuts', 'cutting'],
  do: ['does', 'did', 'done', 'doing'],
  draw: ['draws', 'drew', 'drawn', 'drawing'],
  feel: ['feels', 'felt', 'feeling'],
  fight: ['fights', 'fought', 'fighting'],
  find: ['finds', 'found', 'finding'],
  get: ['gets', 'got', 'gotten', 'getting'],
  give: ['gives', 'gave', 'given', 'giving'],
  go: ['goes', 'went', 'gone', 'going'],
  grow: ['grows', 'grew', 'grown', 'growing'],
  have: ['has', 'had', 'having'],
  hold: ['holds', 'held', 'holding'],
  keep: ['keeps', 'kept', 'keeping'],
  lead: ['leads', 'led', 'leading'],
  leave: ['leaves', 'left', 'leaving'],
  let: ['lets', 'letting'],
  lose: ['loses', 'lost', 'losing'],
  make: ['makes', 'made', 'making'],
  put: ['puts', 'putting'],
  rebuild: ['rebuilds', 'rebuilt', 'rebuilding'],
  regrow: ['regrows', 'regrew', 'regrown', 'regrowing'],
  say: ['says', 'said', 'saying'],
  see: ['sees', 'saw', 'seen', 'seeing'],
  set: ['sets', 'setting'],
  show: ['shows', 'showed', 'shown', 'showing'],
  speak: ['speaks', 'spoke', 'spoken', 'speaking'],
  spread: ['spreads', 'spreading'],
  stop: ['stops', 'stopped', 'stopping'],
  take: ['takes', 'took', 'taken', 'taking'],
  tell: ['tells', 'told', 'telling'],
  think: ['thinks', 'thought', 'thinking'],
  undergo: ['undergoes', 'underwent', 'undergone', 'undergoing'],
  understand: ['understands', 'understood', 'understanding'],
  wear: ['wears', 'wore', 'worn', 'wearing'],
};

/** Short verbs that double their last letter: stop, stopped. */
const DOUBLES = new Set(['admit', 'cut', 'let', 'plan', 'put', 'rid', 'slip', 'stop', 'strip', 'dim']);

/** The forms that a word of the lexicon matches: itself, or for `word+` itself and its inflections. */
export function inflections(word: string): readonly string[] {
  if (!word.endsWith('+')) return [word];
  const base = word.slice(0, -1);
  return [base, ...(IRREGULAR[base] ?? regular(base))];
}

function regular(base: string): string[] {
  if (/[^aeiou]y$/.test(base)) {
    const stem = base.slice(0, -1);
    return [`${stem}ies`, `${stem}ied`, `${base}ing`];
  }
  if (base.endsWith('ie')) return [`${base}s`, `${base}d`, `${base.slice(0, -2)}ying`];
  if (base.endsWith('e')) return [`${base}s`, `${base}d`, `${base.slice(0, -1)}ing`];
  if (/(?:s|x|z|ch|sh)$/.test(base)) return [`${base}es`, `${base}ed`, `${base}ing`];
  const stem = DOUBLES.has(base) ? base + base.slice(-1) : base;
  return [`${base}s`, `${stem}ed`, `${stem}ing`];
}
