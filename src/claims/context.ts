/** What was said before a sentence: in its section, in its heading, and in the line that introduces it. */
import type { Document } from '../model.ts';
import { opensWithBody } from './anatomy.ts';
import type { Reading } from './reading.ts';
import { hasHit, speaksOfHarm } from './reading.ts';
import type { Before, Subject } from './subject.ts';

/** The treatment that the head of a table's column names. */
export interface Column {
  readonly treatment: string;
  /** Whether it is one that pages compare with. */
  readonly comparator: boolean;
}

interface HeadingRead {
  readonly treatment: string | null;
  readonly condition: string | null;
  readonly onHarm: boolean;
  readonly onBenefits: boolean;
}

export interface Context {
  /** What stands before a sentence. */
  before(reading: Reading): Before;
  /** Notes a sentence for those that follow it; called once for each, in document order. */
  remember(reading: Reading, subject: Subject): void;
}

/** Follows a page sentence by sentence. A new section forgets the sentence before. */
export function trackContext(document: Document): Context {
  const headings = new Map<number, HeadingRead>();
  const columns = new Map<number, Column>();
  let section = -1;
  let last: string | null = null;
  let lastOnHarm = false;
  let lastOnDisease = false;
  let lastOnPeople = false;
  return {
    before({ block }) {
      const heading = block.heading === null ? undefined : headings.get(block.heading);
      const leadIn = block.leadIn === null ? null : (document.blocks[block.leadIn]?.text ?? null);
      return {
        sentence: block.section === section ? last : null,
        disease: block.section === section && lastOnDisease,
        people: block.section === section && lastOnPeople,
        heading: heading?.treatment ?? null,
        condition: heading?.condition ?? null,
        headingOnHarm: heading?.onHarm ?? false,
        headingOnBenefits: heading?.onBenefits ?? false,
        column: columns.get(block.leadIn ?? -1) ?? null,
        sentenceOnHarm: block.section === section && lastOnHarm,
        leadIn,
      };
    },
    remember(reading, subject) {
      const { block } = reading;
      if (block.level !== null) headings.set(block.index, readHeading(reading));
      const column = block.region === 'table' ? readColumn(reading) : null;
      if (column !== null) columns.set(block.index, column);
      if (block.section !== section) last = null;
      section = block.section;
      lastOnHarm = tellsHarm(reading, subject);
      lastOnPeople = reading.mentions.every(({ kind }) => kind === 'pronoun') && reading.agent.people;
      lastOnDisease = isOnDisease(reading, subject, lastOnDisease);
      if (subject.source !== 'topic' && subject.source !== 'none') last = subject.treatment;
    },
  };
}

/** A sentence without treatment or benefit that opens with the body, or whose pronoun means the disease before. */
function isOnDisease(reading: Reading, { source }: Subject, before: boolean): boolean {
  if (source === 'named' || source === 'general' || source === 'comparator') return false;
  if (source === 'disease') return before;
  if (source === 'agent') return true;
  const worsens = reading.frames.length === 0 || hasHit(reading, 'stance', 'decline');
  return source !== 'pronoun' && worsens && opensWithBody(reading);
}

function readColumn({ mentions }: Reading): Column | null {
  const named = mentions.find(({ kind }) => kind === 'named');
  if (named === undefined || named.treatment === null) return null;
  return { treatment: named.treatment, comparator: named.comparator };
}

/** Whether a harm is told of a treatment, or harm in general. */
function tellsHarm(reading: Reading, { source }: Subject): boolean {
  const ofTreatment = source === 'named' || source === 'general' || source === 'pronoun';
  return speaksOfHarm(reading) || (ofTreatment && hasHit(reading, 'harms', 'harm'));
}

function readHeading(reading: Reading): HeadingRead {
  const named = reading.mentions.find((mention) => mention.kind === 'named' && !mention.comparator);
  return {
    treatment: named?.treatment ?? null,
    condition: reading.hits.find((hit) => hit.file === 'condition')?.class ?? null,
    onHarm: speaksOfHarm(reading),
    onBenefits: hasHit(reading, 'stance', 'benefits'),
  };
}
