/** Tests a page as a whole: what a reader of all of it is never told. */
import type { EvidenceItem } from '../../model.ts';
import { MODALITY } from '../../scales.ts';
import type { Case } from '../case.ts';
import type { PageContext } from '../context.ts';
import { treatmentCovered } from '../covered.ts';
import { clause, embedded } from '../message.ts';
import { toldOnPage } from '../near.ts';
import { shorten } from '../quote.ts';
import type { Quote, Raised } from '../raised.ts';
import {
  bearing,
  contraryResult,
  harmItems,
  nameOf,
  productItem,
  studyItem,
  type Telling,
} from '../records.ts';
import type { RuleOf } from '../rule.ts';
import { needsApproval } from '../wording.ts';
import { treatmentStatuses } from './status.ts';

/** What a page test found, and the claim whose treatment it is about. */
export interface PageRaised {
  readonly raised: Raised;
  readonly one: Case;
}

type Test = RuleOf<'page'>['test'];
type PageTest = (benefits: readonly Case[], context: PageContext) => PageFound | null;

interface PageFound {
  readonly one: Case;
  readonly evidence: readonly EvidenceItem[];
  readonly facts?: Readonly<Record<string, string>>;
}

/** Runs a page test; null where the page passes or promises nothing. */
export function checkPage(rule: RuleOf<'page'>, context: PageContext): PageRaised | null {
  const benefits = context.cases.filter((one) => promisesBenefit(one, context));
  if (benefits.length === 0) return null;
  const found = TESTS[rule.test](benefits, context);
  const quote = headlineOf(context);
  if (found === null || quote === null) return null;
  const { one, evidence, facts } = found;
  return { one, raised: { quote, evidence, ...(facts === undefined ? {} : { facts }) } };
}

const TESTS: Readonly<Record<Test, PageTest>> = {
  risks: (benefits, { page, cases }) => {
    const told =
      toldOnPage(page, ['risks']) ||
      cases.some((one) => one.claim.polarity === 'harm' && isHarmOf(one, benefits));
    const one = benefits.find(({ match }) => match.harms.length > 0);
    if (told || one === undefined) return null;
    return { one, evidence: harmItems(one, 'context') };
  },
  investigational: (benefits, context) => {
    if (toldOnPage(context.page, ['investigational'])) return null;
    const sold = benefits.filter((one) => needsApproval(one, context));
    const one = sold.find(({ otherField }) => !otherField) ?? sold[0];
    if (one === undefined || treatmentStatuses(one, context).includes('approved-this-use')) return null;
    return { one, evidence: one.match.products.slice(0, 1).map(productItem) };
  },
  'contrary-evidence': (benefits, context) => {
    const cited = citedStudies(context);
    if (cited.length === 0 || cited.some((study) => study.controlled && study.direction !== 'favours')) {
      return null;
    }
    for (const one of benefits) {
      const contrary = one.match.studies.find(
        ({ study, fit }) => fit === 'same' && study.controlled && isContrary(study.direction),
      );
      if (contrary === undefined) continue;
      const telling: Telling = contraryResult(one.match) ?? {
        study: contrary.study,
        result: contrary.study.results[0] ?? null,
      };
      return {
        one,
        evidence: [studyItem(telling.study, telling.result, bearing(telling))],
        facts: { contrary: nameOf(telling.study), ...statementOf(telling) },
      };
    }
    return null;
  },
  outdated: (benefits, { page }) => {
    const { published } = page.document;
    if (published === null) return null;
    for (const one of benefits) {
      const newer = one.match.studies.find(
        ({ study, fit }) =>
          fit === 'same' &&
          study.controlled &&
          isContrary(study.direction) &&
          (study.year ?? 0) > yearOf(published),
      );
      if (newer === undefined) continue;
      const telling: Telling = { study: newer.study, result: newer.study.results[0] ?? null };
      return {
        one,
        evidence: [studyItem(telling.study, telling.result, bearing(telling))],
        facts: {
          published,
          newer: nameOf(newer.study),
          year: String(newer.study.year),
          ...statementOf(telling),
        },
      };
    }
    return null;
  },
};

function statementOf(telling: Telling): Record<string, string> {
  const statement = embedded(clause(telling.result?.statement ?? telling.study.conclusion));
  return { statement };
}

function promisesBenefit({ claim }: Case, { evidence }: PageContext): boolean {
  return (
    claim.polarity === 'benefit' &&
    claim.types.some((type) => type === 'efficacy' || type === 'regeneration' || type === 'safety') &&
    MODALITY.indexOf(claim.modality) >= MODALITY.indexOf('hedged') &&
    treatmentCovered(claim, evidence)
  );
}

/** A harm of another treatment, such as surgery, does not tell the risks of this one. */
function isHarmOf(harm: Case, benefits: readonly Case[]): boolean {
  return benefits.some(({ claim }) => claim.subject === harm.claim.subject);
}

function citedStudies({ page, evidence }: PageContext) {
  return page.citations.flatMap(({ study }) => evidence.studyById.get(study ?? '') ?? []);
}

function isContrary(direction: string): boolean {
  return direction === 'no-difference' || direction === 'against';
}

function yearOf(isoDate: string): number {
  return Number(isoDate.slice(0, 4));
}

/** The words under which a page finding is shown: its title as printed, else its first line. */
function headlineOf({ page }: PageContext): Quote | null {
  const headlines = page.sentences.filter(({ block }) => isHeadline(page.document.blocks[block]?.region));
  const sentence =
    headlines.find(({ text }) => text.split(' ').length >= WORDS_OF_A_TITLE) ??
    headlines[0] ??
    page.sentences[0];
  return sentence === undefined ? null : { text: shorten(sentence.text), span: sentence.span };
}

/** Shorter headlines are labels of menus and forms. */
const WORDS_OF_A_TITLE = 3;

function isHeadline(region: string | undefined): boolean {
  return region === 'title' || region === 'heading';
}
