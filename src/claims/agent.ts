/** Sentences whose own subject is no treatment: "Prolonged sitting …". Read from words alone, without a parser. */

import { wordSet } from '../word-set.ts';
import type { Frame, FrameName } from './frames.ts';
import type { Hit } from './scan.ts';
import type { Token } from './tokens.ts';

/** The subject of a main clause: its head and the first verb after it, as places of tokens. */
interface SubjectPhrase {
  readonly head: number;
  readonly verb: number;
}

/** What the subject of a main clause is, as far as it decides whose the effect is. */
export interface Agent {
  /**
   * The subject where it is a thing of everyday life, or a disease, a disturbance or a part of the body that does
   * something itself; null where it may be the treatment, a person, or is not known.
   */
  readonly foreign: SubjectPhrase | null;
  /** Whether it is a harm that a treatment may do as well: "infections". */
  readonly harm: boolean;
  /** Whether it is people, whom "they" may mean in the sentence after. */
  readonly people: boolean;
}

interface Sentence {
  readonly tokens: readonly Token[];
  readonly hits: readonly Hit[];
  readonly frames: readonly Frame[];
}

/** Words that only join a sentence to the one before. */
const JOINING = wordSet(
  'and but so or also yet then however moreover furthermore additionally besides often sometimes usually generally typically commonly unfortunately similarly likewise even finally first second third lastly interestingly clearly',
);
/** Words that open a phrase before the subject: "In many cases, sitting …". */
const OPENING = wordSet(
  'in on at by with without for from after before during since until upon over under through throughout among despite when while if because as although though once whether whenever where to like unlike due according besides beyond instead',
);
/** Words after the head of a subject: "the pressure on the nerve", "foods that are rich in fat". */
const AFTER_HEAD = wordSet(
  'of in on at by with without for from to around near between behind within like such including that which who whose and or as caused due related associated',
);
/** Words that only measure what comes after "of": "long hours of driving". */
const MEASURES = wordSet(
  'hours periods years amount amounts lack lots kind kinds type types form forms most some many much one part',
);
/** Other verbs that end a subject. */
const VERBS = wordSet(
  "is are was were be been has have had do does did can could may might will would shall should must can't cannot won't don't doesn't isn't aren't become becomes became go goes come comes mean means let lets help helps give gives tend tends seem seems include includes range ranges vary varies show shows appears feels looks remains requires needs gets takes lies sits experience experiences suffer notice develop develops",
);
/** Verbs of a disease or a disturbance at work. */
const BRINGS_ABOUT = wordSet(
  'cause causes caused causing lead leads led leading result results trigger triggers produce produces create creates mimic mimics affect affects impact impacts worsen worsens aggravate aggravates exacerbate exacerbates impair impairs limit limits contribute contributes compress compresses irritate irritates manifest manifests make makes damage damages damaging increase increases put puts place places force forces prevent prevents keep keeps lower lowers reduce reduces begin begins start starts play plays radiate radiates disrupt disrupts interfere interferes occur occurs arise arises strains wears weakens slows harms hurts involve involves deprive deprives',
);
/** Verbs that say how long a symptom goes on. */
const PERSISTS = wordSet(
  'last lasts lasted persist persists persisted continue continues continued linger lingers',
);
/** Verbs that say what a part of the body is for. */
const SERVES = wordSet(
  'consist consists comprise comprises contain contains connect connects protect protects support supports maintain maintains facilitate facilitates allow allows enable enables provide provides cushion cushions absorb absorbs act acts serve serves carry carries control controls ensure ensures transmit transmits',
);
/** Words between the first verb of a sentence and the one that says what is done. */
const LONGEST_WAY_TO_VERB = 9;
const LONGEST_OPENING = 14;
const LONGEST_LABEL = 5;
const LONGEST_SUBJECT = 14;

/** Words that carry an opening phrase on: "Unlike stiffness, which …, pain …". */
const RELATIVE = /^(?:which|who|whose|where|that|and|or|but)$/;
const LABELS = /[:–—]/;
const BREAKS = /[:;.?!|–—]/;

/** Reads who acts in the main clause of a sentence. */
export function readAgent(sentence: Sentence): Agent {
  const subject = findSubjectPhrase(sentence.tokens);
  if (subject === null) return UNKNOWN;
  const keys = new Set(
    sentence.hits.filter(({ last }) => last === subject.head).flatMap(({ file, key }) => [file, key]),
  );
  return {
    foreign: isForeign(subject, keys, sentence) ? subject : null,
    harm: keys.has('harms/harm'),
    people: keys.has('agents/people'),
  };
}

const UNKNOWN: Agent = { foreign: null, harm: false, people: false };

/** `keys` are the files and classes of the head of the subject. */
function isForeign(subject: SubjectPhrase, keys: ReadonlySet<string>, sentence: Sentence): boolean {
  if (keys.has('treatment') || keys.has('treatments')) return false;
  if (keys.has('agents/everyday')) return true;
  if (keys.has('agents/people')) return suffers(subject, sentence);
  return ACTS.some(([key, verbs]) => keys.has(key) && does(sentence.tokens, subject.verb, verbs));
}

/** What people with a disease go through tells no harm of a treatment. */
const HARMS: ReadonlySet<FrameName> = new Set(['harm', 'harm-told', 'degree', 'cause-harm', 'less-harm']);

/** Whether the people of a subject have a disease and only harm is told: "people with arthritis may develop …". */
function suffers({ verb }: SubjectPhrase, { hits, frames }: Sentence): boolean {
  const sick = hits.some(({ file, key, first }) => isDisease(file, key) && first < verb);
  return sick && frames.every(({ name }) => HARMS.has(name));
}

function isDisease(file: string, key: string): boolean {
  return file === 'condition' || key === 'objects/condition';
}

/** What makes the head of a subject the one that acts: its file or class, and a verb. */
const ACTS: readonly (readonly [string, ReadonlySet<string>])[] = [
  ['agents/disturbance', BRINGS_ABOUT],
  ['condition', BRINGS_ABOUT],
  ['objects/condition', BRINGS_ABOUT],
  ['condition', PERSISTS],
  ['objects/condition', PERSISTS],
  ['objects/symptom', PERSISTS],
  ['objects/tissue', SERVES],
];

/** Whether one of the verbs stands in the clause that the first verb opens. */
function does(tokens: readonly Token[], first: number, verbs: ReadonlySet<string>): boolean {
  for (let at = first; at < first + LONGEST_WAY_TO_VERB; at += 1) {
    const token = tokens[at];
    if (token === undefined || (at > first && !token.joined)) return false;
    if (verbs.has(token.text)) return true;
  }
  return false;
}

function isVerb(word: string): boolean {
  return VERBS.has(word) || BRINGS_ABOUT.has(word) || PERSISTS.has(word) || SERVES.has(word);
}

/** Null where no verb is found in reach. */
function findSubjectPhrase(tokens: readonly Token[]): SubjectPhrase | null {
  const start = startOfSubject(tokens);
  if (start === null) return null;
  let head: number | null = null;
  for (let at = start; at < Math.min(tokens.length, start + LONGEST_SUBJECT); at += 1) {
    const { text, before } = tokens[at] ?? { text: '', before: '' };
    if (at > start && BREAKS.test(before)) return null;
    if (at > start && head === null && endsHead(tokens, at)) head = at - 1;
    if (at > start && isVerb(text)) return { head: head ?? at - 1, verb: at };
  }
  return null;
}

function endsHead(tokens: readonly Token[], at: number): boolean {
  const { text, joined } = tokens[at] ?? { text: '', joined: false };
  if (text === 'of' && MEASURES.has(tokens[at - 1]?.text ?? '')) return false;
  return !joined || AFTER_HEAD.has(text);
}

/** Where the subject begins, after a label ("Hormones: …"), joining words and an opening phrase that a comma closes. */
function startOfSubject(tokens: readonly Token[]): number | null {
  let at = Math.max(
    0,
    tokens.slice(0, LONGEST_LABEL + 1).findIndex(({ before }, place) => place > 0 && LABELS.test(before)),
  );
  while (JOINING.has(tokens[at]?.text ?? '')) at += 1;
  if (!OPENING.has(tokens[at]?.text ?? '')) return at;
  for (let end = at + 1; end <= at + LONGEST_OPENING; end += 1) {
    const { text, before } = tokens[end] ?? { text: '', before: '' };
    if (before.includes(',') && !RELATIVE.test(text)) return end;
  }
  return null;
}
