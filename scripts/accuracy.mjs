#!/usr/bin/env node
import { createHash } from 'node:crypto';
// Scores the built package on the labelled pages of corpus/pages, as corpus/pages/README.md defines the labels.
//   npm run accuracy              prints the tables
//   npm run accuracy -- --misses  also names each label that was missed and each alarm that is wrong
//   npm run accuracy -- --json
import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { parse } from 'yaml';
import { createAuditor, loadBuiltIn } from '../dist/index.js';

const flags = new Set(process.argv.slice(2));
const pagesFolder = new URL('../corpus/pages/', import.meta.url);

const FORMATS = { '.md': 'markdown', '.html': 'html', '.txt': 'text' };

const normalise = (text) =>
  text
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
    .toLowerCase();
const matches = (text, quote) => {
  const [whole, piece] = [normalise(text), normalise(quote)];
  return whole.includes(piece) || piece.includes(whole);
};

class Count {
  right = 0;
  extra = 0;
  missed = 0;
  get row() {
    const precision = ratio(this.right, this.right + this.extra);
    const recall = ratio(this.right, this.right + this.missed);
    const f1 = ratio(2 * this.right, 2 * this.right + this.extra + this.missed);
    return { precision, recall, f1, right: this.right, extra: this.extra, missed: this.missed };
  }
}
const ratio = (part, whole) => (whole === 0 ? null : part / whole);

const misses = [];
const claims = new Count();
const types = new Count();
const families = new Count();
const caveats = new Count();
const citations = new Count();
const modality = { right: 0, of: 0 };
const verdicts = { right: 0, of: 0 };
const problems = { raised: 0, of: 0 };
const sound = { left: 0, of: 0 };
const rules = new Map();

const labelFiles = readdirSync(pagesFolder)
  .filter((name) => name.endsWith('.labels.yml'))
  .sort();
if (labelFiles.length === 0) throw new Error('corpus/pages holds no labels: nothing would be measured');

const auditor = createAuditor({ today: '2026-11-22' });
for (const labelFile of labelFiles) scorePage(parse(readFileSync(new URL(labelFile, pagesFolder), 'utf8')));

function scorePage(labels) {
  const text = readFileSync(new URL(labels.page, pagesFolder), 'utf8');
  const page = auditor.audit({
    path: labels.page,
    format: FORMATS[extname(labels.page)],
    text,
    sha256: createHash('sha256').update(text).digest('hex'),
    retrieved: null,
  });
  const miss = (what, text, detail = '') =>
    misses.push(`${labels.page}: ${what}: ${text.slice(0, 90)}${detail && ` [${detail}]`}`);
  const taken = new Set();
  for (const unit of labels.units) {
    const found = page.claims.filter((claim) => matches(claim.text, unit.quote));
    const told = page.caveats.filter((caveat) => matches(caveat.text, unit.quote));
    const raised = page.findings.filter((finding) =>
      finding.claims.some((id) => found.some((claim) => claim.id === id)),
    );
    for (const item of [...found, ...told]) taken.add(item);
    if (unit.optional) continue;
    scoreCaveat(unit, told, miss);
    scoreClaim(unit, found, miss);
    scoreFindings(unit, raised, miss);
  }
  for (const claim of page.claims.filter((item) => !taken.has(item))) {
    claims.extra++;
    miss('not a claim', claim.text, claim.types.join(', '));
  }
  for (const caveat of page.caveats.filter((item) => !taken.has(item))) {
    caveats.extra++;
    miss('not a caveat', caveat.text, caveat.kind);
  }
  for (const label of labels.citations) scoreCitation(label, page, miss);
}

function scoreCaveat(unit, told, miss) {
  if (unit.caveat && told.length > 0) caveats.right++;
  else if (unit.caveat) {
    caveats.missed++;
    miss('caveat missed', unit.quote);
  } else if (told.length > 0) {
    caveats.extra++;
    miss('not a caveat', unit.quote);
  }
}

function scoreClaim(unit, found, miss) {
  if (!unit.claim) {
    if (found.length > 0) {
      claims.extra++;
      miss('not a claim', unit.quote);
    }
    return;
  }
  const wanted = unit.claim.types;
  if (found.length === 0) {
    claims.missed++;
    types.missed += wanted.length;
    miss('claim missed', unit.quote);
    return;
  }
  claims.right++;
  const read = new Set(found.flatMap((claim) => claim.types));
  for (const type of wanted) read.has(type) ? types.right++ : types.missed++;
  types.extra += [...read].filter((type) => ![...wanted, ...(unit.claim.also ?? [])].includes(type)).length;
  modality.of++;
  if (found.some((claim) => unit.claim.modality.includes(claim.modality))) modality.right++;
  else miss('modality', unit.quote, `${found[0].modality} for ${unit.claim.modality.join(' or ')}`);
  verdicts.of++;
  if (found.some((claim) => unit.claim.verdicts.includes(claim.verdict))) verdicts.right++;
  else miss('verdict', unit.quote, `${found[0].verdict} for ${unit.claim.verdicts.join(' or ')}`);
}

function scoreFindings(unit, raised, miss) {
  const { must = [], any = [], may = [], verdicts: right = [] } = unit.claim ?? {};
  const familyOf = (finding) => finding.ruleId.split('/')[0];
  const allowed = new Set([...must, ...any, ...may]);
  for (const finding of raised) {
    const rule = rules.get(finding.ruleId) ?? { right: 0, wrong: 0 };
    allowed.has(familyOf(finding)) ? rule.right++ : rule.wrong++;
    rules.set(finding.ruleId, rule);
  }
  const alarms = raised.filter((finding) => finding.severity !== 'info');
  const got = new Set(raised.map(familyOf));
  for (const family of got) {
    if (allowed.has(family)) continue;
    families.extra++;
    miss('wrong alarm', unit.quote, raised.map((finding) => finding.ruleId).join(', '));
  }
  for (const group of [...must.map((family) => [family]), ...(any.length > 0 ? [any] : [])]) {
    if (group.some((family) => got.has(family))) families.right++;
    else {
      families.missed++;
      miss('not raised', unit.quote, group.join(' or '));
    }
  }
  if (must.length + any.length > 0) {
    problems.of++;
    if (alarms.some((finding) => [...must, ...any].includes(familyOf(finding)))) problems.raised++;
  } else if (right.includes('supported')) {
    sound.of++;
    if (alarms.length === 0) sound.left++;
  }
}

function scoreCitation(label, page, miss) {
  if (label.optional) return;
  const found = page.citations.filter((citation) => matches(citation.text, label.quote));
  const right = found.some(
    (citation) =>
      label.statuses.includes(citation.status) && (!label.study || citation.study === label.study),
  );
  if (right) citations.right++;
  else {
    citations.missed++;
    miss(
      'citation',
      label.quote,
      found.map((citation) => `${citation.status} ${citation.study ?? ''}`).join(', '),
    );
  }
}

function todoExamples() {
  let todo = 0;
  let all = 0;
  for (const rule of loadBuiltIn().rules) {
    const examples = [...(rule.examples?.flag ?? []), ...(rule.examples?.ok ?? [])];
    all += examples.length;
    todo += examples.filter((example) => example.todo).length;
  }
  return { todo, all };
}

const examples = todoExamples();
const result = {
  pages: labelFiles.length,
  claims: claims.row,
  types: types.row,
  caveats: caveats.row,
  findings: families.row,
  modality: { ...modality, share: ratio(modality.right, modality.of) },
  verdicts: { ...verdicts, share: ratio(verdicts.right, verdicts.of) },
  citations: { right: citations.right, of: citations.right + citations.missed },
  judgement: {
    problems,
    sound,
    balanced: (ratio(problems.raised, problems.of) + ratio(sound.left, sound.of)) / 2,
  },
  rules: Object.fromEntries([...rules].sort(([a], [b]) => (a < b ? -1 : 1))),
  ruleExamples: examples,
};

const percent = (share) => (share === null ? '–' : `${(100 * share).toFixed(0)} %`);
function tables() {
  const row = (name, count) =>
    `| ${name} | ${percent(count.precision)} | ${percent(count.recall)} | ${count.f1 === null ? '–' : count.f1.toFixed(2)} | ${count.right} | ${count.extra} | ${count.missed} |`;
  return [
    `On the ${result.pages} labelled pages of \`corpus/pages\`:`,
    '',
    '| | precision | recall | F1 | right | wrongly raised | missed |',
    '|---|---|---|---|---|---|---|',
    row('claims found', result.claims),
    row('claim types', result.types),
    row('caveats found', result.caveats),
    row('findings, by family', result.findings),
    '',
    '| | share | count |',
    '|---|---|---|',
    `| modality right | ${percent(result.modality.share)} | ${modality.right} of ${modality.of} |`,
    `| verdict right | ${percent(result.verdicts.share)} | ${verdicts.right} of ${verdicts.of} |`,
    `| problems raised | ${percent(ratio(problems.raised, problems.of))} | ${problems.raised} of ${problems.of} |`,
    `| sound claims left alone | ${percent(ratio(sound.left, sound.of))} | ${sound.left} of ${sound.of} |`,
    `| citations identified rightly | ${percent(ratio(result.citations.right, result.citations.of))} | ${result.citations.right} of ${result.citations.of} |`,
    `| rule examples that still fail (\`todo\`) | ${percent(ratio(examples.todo, examples.all))} | ${examples.todo} of ${examples.all} |`,
    '',
    '| rule | rightly raised | wrongly raised |',
    '|---|---|---|',
    ...Object.entries(result.rules).map(([id, count]) => `| ${id} | ${count.right} | ${count.wrong} |`),
  ].join('\n');
}

if (flags.has('--json')) process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
else process.stdout.write(`${tables()}\n`);
if (flags.has('--misses')) process.stdout.write(`\n${misses.join('\n')}\n`);
