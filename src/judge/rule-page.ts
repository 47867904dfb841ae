/** The page on a rule, in Markdown: for docs/rules/ and for `claimlint explain`. */
import type { Evidence } from '../evidence/index.ts';
import { addressOf, nameOf } from './records.ts';
import type { Rule } from './rule.ts';

/** What each kind of check compares, for a reader who has not seen the code. */
const CHECKS: Readonly<Record<Rule['check'], string>> = {
  scale: 'what the claim asserts with what the evidence warrants',
  cue: 'the words of the claim with a list',
  caveat: 'the limits that the claim needs with those told near it',
  number: 'the numbers of the claim with those recorded for the cited work',
  citation: 'the citation with the record of the work',
  status: 'the legal status that the claim gives with those on record',
  page: 'what the whole page tells with what its reader needs to know',
};

/** Everything there is to know about a rule: what it compares, why, its sources and its examples. */
export function rulePage(rule: Rule, evidence: Evidence): string {
  const misses = [...rule.examples.flag, ...rule.examples.ok].filter((example) => example.todo).length;
  return [
    `# ${rule.title}`,
    `\`${rule.id}\` · ${rule.severity}`,
    rule.why.trim(),
    `It compares ${CHECKS[rule.check]}${scaleOf(rule)}.`,
    `## Message\n\n${bullets(rule.message.map(plain))}`,
    `## Flagged\n\n${examples(rule.examples.flag)}`,
    `## Left alone\n\n${examples(rule.examples.ok)}`,
    ...(misses === 0
      ? []
      : [`◦ marks ${misses === 1 ? 'a known miss' : 'known misses'}: the rule does not get it right yet.`]),
    `## Sources\n\n${bullets(rule.sources.map((source) => sourceLine(source, evidence)))}`,
    `## Not to be told on one line\n\n\`<!-- claimlint-disable-next-line ${rule.id} -- reason -->\``,
  ].join('\n\n');
}

/** A table of all rules, by family. */
export function ruleIndex(rules: readonly Rule[]): string {
  const rows = rules.map(({ id, severity, title }) => `| [${id}](${id}.md) | ${severity} | ${title} |`);
  return ['# Rules', '', '| rule | severity | what it reports |', '|---|---|---|', ...rows].join('\n');
}

function scaleOf(rule: Rule): string {
  return rule.check === 'scale' ? `, on the scale of ${rule.scale}` : '';
}

function examples(list: readonly { readonly text: string; readonly todo: boolean }[]): string {
  return list.map(({ text, todo }) => `${todo ? '◦ ' : ''}${quoted(text)}`).join('\n\n');
}

/** One line as it is, a page of several as a block of code. */
function quoted(text: string): string {
  const page = text.trim();
  return page.includes('\n') ? `\n\n\`\`\`markdown\n${page}\n\`\`\``.trimStart() : `“${page}”`;
}

function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

/** Placeholders as a reader would say them. */
function plain(template: string): string {
  return template.replace(/\{([a-z]+)\}/gi, '*$1*');
}

function sourceLine(source: string, { studyById, harms, regulation, products }: Evidence): string {
  const study = studyById.get(source);
  if (study !== undefined) {
    const address = addressOf(study);
    return `${nameOf(study)}: ${study.title}${address === null ? '' : ` <${address}>`}`;
  }
  const rule = regulation.find(({ id }) => id === source);
  if (rule !== undefined) return `${rule.authority}, ${rule.instrument}: ${rule.requires} <${rule.url}>`;
  const record = [...harms, ...products].find(({ id }) => id === source);
  const address = record?.seen[0]?.url;
  return address === undefined ? `<${source}>` : `${source} <${address}>`;
}
