/** What the report does in a browser: filters, counts, and following a link into a folded part. */
export const SCRIPT = `
'use strict';
const form = document.getElementById('filters');
const shown = document.getElementById('shown');
const notes = [...document.querySelectorAll('.note')];
const pages = [...document.querySelectorAll('article.page')];
const rows = [...document.querySelectorAll('.row')];
const marks = [...document.querySelectorAll('mark')];
const count = (number, word) => number + ' ' + word + (number === 1 ? '' : 's');

function applyFilters() {
  const choice = new FormData(form);
  const kinds = new Set(choice.getAll('kind'));
  const rule = choice.get('rule');
  const page = choice.get('page') ?? '';
  const all = kinds.size === form.querySelectorAll('[name=kind]').length && rule === '' && page === '';
  const hidden = new Set();
  const busy = new Set();
  for (const note of notes) {
    const { kind, rules, page: on } = note.dataset;
    const fits = kinds.has(kind) && (rule === '' || rules.split(' ').includes(rule)) && (page === '' || page === on);
    note.hidden = !fits;
    if (fits) busy.add(on);
    else hidden.add(note.id);
  }
  for (const mark of marks) {
    mark.classList.toggle('off', hidden.has(mark.firstElementChild.getAttribute('href').slice(1)));
  }
  for (const row of rows) {
    row.classList.toggle('quiet', row.querySelector('.note:not([hidden])') === null);
  }
  for (const article of pages) {
    const on = article.dataset.page;
    article.hidden = !(all || busy.has(on) || (page === on && kinds.size > 0 && rule === ''));
  }
  document.body.classList.toggle('brief', choice.has('brief'));
  const found = notes.length - hidden.size;
  shown.textContent =
    (all ? count(found, 'note') : found + ' of ' + count(notes.length, 'note')) + ' on ' + count(busy.size, 'page');
}

function follow() {
  const target = document.getElementById(location.hash.slice(1));
  if (target === null) return;
  if (target.closest('[hidden]') !== null) form.reset();
  if (target.closest('.row.quiet') !== null) form.elements.brief.checked = false;
  applyFilters();
  if (target.matches('.note')) {
    for (const part of target.querySelectorAll('details.evidence')) part.open = true;
  }
  (target.matches('mark') ? target.firstElementChild : target).focus({ preventScroll: true });
  reveal(target, 5);
}

// Passages get their height when they come near the window, so a far target moves while it is approached.
function reveal(target, frames) {
  target.scrollIntoView({ block: target.offsetHeight > innerHeight ? 'start' : 'nearest' });
  if (frames > 0) requestAnimationFrame(() => reveal(target, frames - 1));
}

let folded = [];
addEventListener('beforeprint', () => {
  folded = [...document.querySelectorAll('details.evidence:not([open])')];
  for (const part of folded) part.open = true;
});
addEventListener('afterprint', () => {
  for (const part of folded) part.open = false;
});
addEventListener('hashchange', follow);
// A link to the place that the address names already changes nothing, so no event tells of it.
document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href^="#"]');
  if (link !== null && link.getAttribute('href') === location.hash) follow();
});
form.addEventListener('change', applyFilters);
document.getElementById('all').addEventListener('click', () => {
  form.reset();
  applyFilters();
});
form.addEventListener('submit', (event) => event.preventDefault());
form.hidden = false;
applyFilters();
if (location.hash !== '') follow();
`;
