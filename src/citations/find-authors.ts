/** Works named by their authors: "Smith et al. (2016)", "Smith's group", "a study by Smith", "the Smith study". */

import { wordSet } from '../word-set.ts';
import type { UnitMention } from './cited.ts';
import { isCommonName, subjectWords, surnameKey } from './fold.ts';
import { latin } from './latin.ts';
import { worksBy, worksLedBy } from './library.ts';
import { mention, SOURCE_NOUN, type Unit } from './unit.ts';
import type { Author } from './work.ts';

/** An abbreviation, or a word in capitals. */
const SHOUTED = latin(/^[\p{Lu}\d-]+$/u);

const PARTICLE = '(?:(?:van|von|de|der|den|del|da|dos|di|du|la|le|ten|ter|al|el)[ -]){0,3}';
const NAME = `(?:(?<![\\p{L}'’-])${PARTICLE}\\p{Lu}[\\p{L}'’-]{1,30}?)`;
const TWO = `(?<a>${NAME})(?:,? (?:and|&) (?:Drs?\\.? )?(?<b>${NAME}))?`;
const TITLE = '(?:Drs?\\.? |Prof\\.? |Professor )';
const YEAR = '(?<year>(?:19|20)\\d{2})[a-z]?';
const POSSESSIVE = "(?:['’]s|['’])";

interface AuthorShape {
  /** Part of every match, and quick to look for. */
  readonly hint: RegExp;
  readonly pattern: RegExp;
  /** What must be there besides before the shape means a work. */
  readonly needs: 'nothing' | 'year' | 'known-author';
}

const COLLEAGUES = /colleagues|workers|authors|associates/;

const AUTHOR_SHAPES: readonly AuthorShape[] = [
  // Smith et al. (2016)
  {
    hint: /et al/,
    pattern: latin(
      new RegExp(
        `${TWO}(?: \\p{Lu}{1,3})?,? et al\\b\\.?(?:['’]s)?(?:,?\\s?\\(?(?:\\p{Lu}[\\p{L}&.]{0,20},? ){0,5}${YEAR})?`,
        'gu',
      ),
    ),
    needs: 'nothing',
  },
  // Smith and colleagues
  {
    hint: COLLEAGUES,
    pattern: latin(
      new RegExp(
        `(?<a>${NAME}),? (?:and|&) (?:his |her |their )?(?:colleagues|co-?workers|co-?authors|associates)\\b(?:,?\\s?\\(${YEAR}\\))?`,
        'gu',
      ),
    ),
    needs: 'nothing',
  },
  // Smith and Jones (2016)
  {
    hint: /\((?:19|20)\d{2}/,
    pattern: latin(new RegExp(`(?<a>${NAME}),? (?:and|&) (?<b>${NAME}),? \\(${YEAR}\\)`, 'gu')),
    needs: 'nothing',
  },
  // Smith (2016) found
  {
    hint: /\((?:19|20)\d{2}/,
    pattern: latin(
      new RegExp(
        `(?<a>${NAME}) \\(${YEAR}\\)(?=,?\\s(?:\\p{Ll}{2,12}\\s){0,2}(?:found|show|report|demonstrat|describ|conclud|compar|treat|follow|inject|stud|observ|suggest|review|analy[sz]|count|record|test|random|enrol|measur|pool|examin|conduct|publish|gave|saw)\\p{Ll}{0,5})`,
        'gu',
      ),
    ),
    needs: 'nothing',
  },
  // Smith and colleagues (Spine 2016)
  {
    hint: COLLEAGUES,
    pattern: latin(
      new RegExp(
        `(?<a>${NAME}),? (?:and|&) (?:his |her |their )?(?:colleagues|co-?workers|co-?authors|associates) \\((?:\\p{Lu}[\\p{L}&.]{0,20} ){1,6}${YEAR}(?=[,;)])`,
        'gu',
      ),
    ),
    needs: 'nothing',
  },
  // (Smith et al., 2016; Jones, 2017)
  {
    hint: /(?:19|20)\d{2}[a-z]?\s?[;),]/,
    pattern: latin(
      new RegExp(`[(;]\\s?(?:e\\.g\\.,? |see )?${TWO}(?: et al\\.?)?,? ${YEAR}(?=\\s?[;),])`, 'gu'),
    ),
    needs: 'nothing',
  },
  // Smith 2016; (Smith, Spine, 2016
  {
    hint: /[a-z],? (?:19|20)\d{2}/,
    pattern: latin(
      new RegExp(
        `(?<a>${NAME}),? (?:(?<=\\([^()]{1,40})(?:\\p{Lu}[\\p{L}&.]{0,20},? ){1,5})?${YEAR}(?![\\d-])`,
        'gu',
      ),
    ),
    needs: 'known-author',
  },
  // Smith's group, Smith's study
  {
    hint: /['’]s?\s[^.]{0,50}(?:group|team|lab|stud|trial|paper|articl|review|analys|public|report|series|research|regist|invest|guide|survey)/,
    pattern: latin(
      new RegExp(
        `(?<a>${NAME})${POSSESSIVE} (?:${YEAR} )?(?:\\p{Ll}{3,14} ){0,2}(?:group|team|lab|${SOURCE_NOUN})`,
        'gu',
      ),
    ),
    needs: 'year',
  },
  // a study by Smith
  {
    hint: /\bby (?:Dr|Prof|[A-Z])/,
    pattern: latin(
      new RegExp(
        `${SOURCE_NOUN}(?: \\p{Ll}{2,12}){0,2} by (?:${TITLE})?(?:\\p{Lu}\\. ){0,2}${TWO}(?![\\p{L}-])`,
        'gu',
      ),
    ),
    needs: 'year',
  },
  // a trial by Dr. Ann Smith
  {
    hint: /\bby (?:Dr|Prof)/,
    pattern: latin(
      new RegExp(
        `(?:stud(?:y|ies)|trials?|papers?|meta-analysis|research)(?: (?:conducted|led|done|published|run))? by ${TITLE}(?:\\p{Lu}\\p{Ll}{1,20} (?:\\p{Lu}\\. )?(?=\\p{Lu}))?${TWO}(?![\\p{L}-])`,
        'gu',
      ),
    ),
    needs: 'nothing',
  },
  // a study from Smith
  {
    hint: /\b(?:from|of) (?:Dr|Prof|[A-Z])/,
    pattern: latin(
      new RegExp(`${SOURCE_NOUN} (?:from|of) (?:${TITLE})?(?:\\p{Lu}\\. ){0,2}${TWO}(?![\\p{L}-])`, 'gu'),
    ),
    needs: 'known-author',
  },
  // the Smith study
  {
    hint: /\b[Tt]he [A-Z]/,
    pattern: latin(new RegExp(`\\b[Tt]he (?<a>${NAME})(?:[ –-](?<b>${NAME}))? ${SOURCE_NOUN}\\b`, 'gu')),
    needs: 'known-author',
  },
];

const LATER_YEAR =
  /\((?:published |reported |printed )?(?:online )?(?:in )?((?:19|20)\d{2})\)|\bpublished in ((?:19|20)\d{2})\b/;
/** "The Journal of Back " Care (2020): the last word of a name is no author. */
const JOURNAL_BEFORE = /\b(?:Journal|Annals|Archives) (?:[\w&]{2,20} ){0,5}$/;
const EARLIER_YEAR = /\b((?:19|20)\d{2}) (?:[a-z-]{1,16} ){0,3}$/;

/** Capitalised words that stand where a surname may, and are none. */
const NO_NAME: ReadonlySet<string> = wordSet(
  'Our The This These Those Their His Her Its Your My A An In On At For From By With Dr Drs Mayo Clinic Hospital University Institute Center Centre Medicine Health Department National American European International Patients Patient Doctor Doctors Today Currently Recent Several Many Some Most All Each Another Research Researchers Clinical Phase Stem Cell Cells Back Knee Spine Food FDA NIH January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sept Oct Nov Dec Spring Summer Fall Autumn Winter Update Updated Copyright Since Until Version Edition Founded Established Review Reviewed Published Aging',
);

export function findAuthors(unit: Unit): UnitMention[] {
  return AUTHOR_SHAPES.filter(({ hint }) => hint.test(unit.text)).flatMap(({ pattern, needs }) =>
    [...unit.text.matchAll(pattern)].flatMap((match) => authorMention(unit, match, needs) ?? []),
  );
}

function authorMention(unit: Unit, match: RegExpExecArray, needs: AuthorShape['needs']): UnitMention | null {
  const { a = '', b, year: printed } = match.groups ?? {};
  if (isNoName(a) || (b !== undefined && isNoName(b))) return null;
  if (JOURNAL_BEFORE.test(unit.text.slice(Math.max(0, match.index - 60), match.index))) return null;
  const { text } = unit;
  const closed =
    match[0].includes('(') && !match[0].includes(')') && text[match.index + match[0].length] === ')';
  const end = match.index + match[0].length + (closed && !/^[(;]/.test(match[0]) ? 1 : 0);
  const later = LATER_YEAR.exec(text.slice(end, end + 90));
  const earlier = EARLIER_YEAR.exec(text.slice(Math.max(0, match.index - 60), match.index));
  const year = printed ?? later?.[1] ?? later?.[2] ?? earlier?.[1];
  if (needs !== 'nothing' && year === undefined && !isKnown(unit, a)) return null;
  if (needs === 'known-author' && !isKnown(unit, a) && !isOfYear(unit, a, printed)) return null;
  const skipped = /^[(;]\s?/.exec(match[0])?.[0].length ?? 0;
  const reach = printed === undefined && later ? end + later.index + later[0].length : end;
  return mention(unit, match.index + skipped, reach, 'authors', 'inline', {
    authors: [a, b].flatMap((family): Author[] => (family === undefined ? [] : [{ family, given: '' }])),
    moreAuthors: b === undefined,
    year: year === undefined ? null : Number(year),
  });
}

/** Whether a record of this author shares its subject with the sentence. */
function isKnown({ library, subject }: Unit, family: string): boolean {
  return worksBy(library, family).some(
    (work) => [...subjectWords(work.title)].filter((word) => subject().has(word)).length >= 2,
  );
}

/** Whether a rare surname with a printed year is that of a record's first author. */
function isOfYear({ library }: Unit, family: string, year: string | undefined): boolean {
  return (
    year !== undefined &&
    !isCommonName(surnameKey(family)) &&
    worksLedBy(library, [surnameKey(family)], Number(year)).some((index) =>
      [library.works[index]?.year, library.works[index]?.onlineYear].includes(Number(year)),
    )
  );
}

function isNoName(name: string): boolean {
  return NO_NAME.has(name.replace(/['’]s?$/, '')) || SHOUTED.test(name);
}
