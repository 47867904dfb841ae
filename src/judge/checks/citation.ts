/** Fires on what a citation is (status), what became of the work (integrity), and what it carries (use). */
import type { Citation } from '../../model.ts';
import type { PageContext } from '../context.ts';
import type { ClaimCheck, Raised } from '../raised.ts';
import { nameOf, studyItem } from '../records.ts';
import type { RuleOf } from '../rule.ts';

/** Judges the citations that a claim leans on; the first that the rule is about decides. */
export const checkCitation: ClaimCheck<'citation'> = (rule, one, context) => {
  if (rule.on !== 'claim') return null;
  const citation = one.citations.find((candidate) => concerns(rule, candidate));
  if (citation === undefined) return null;
  return { ...raiseOn(citation, context), contradicts: citation.use === 'says-otherwise' };
};

/** Judges the citations of a page, each once, where the work is named. */
export function checkNamedWorks(rule: RuleOf<'citation'>, context: PageContext): Raised[] {
  if (rule.on !== 'citation') return [];
  return context.page.citations
    .filter((citation) => concerns(rule, citation))
    .map((citation) => raiseOn(citation, context));
}

function concerns(rule: RuleOf<'citation'>, citation: Citation): boolean {
  return (
    (rule.statuses === undefined || rule.statuses.includes(citation.status)) &&
    (rule.integrity === undefined || rule.integrity.includes(citation.integrity)) &&
    (rule.uses === undefined || rule.uses.includes(citation.use)) &&
    (rule.kinds === undefined || rule.kinds.includes(citation.kind))
  );
}

function raiseOn(citation: Citation, { evidence }: PageContext): Raised {
  const study = evidence.studyById.get(citation.study ?? citation.nearest ?? '') ?? null;
  const problem = citation.problems[0];
  return {
    quote: { text: citation.text, span: citation.span },
    facts: {
      ...(study === null ? {} : { study: nameOf(study), conclusion: study.conclusion }),
      ...(study?.integrityNote === undefined ? {} : { note: study.integrityNote }),
      ...(problem === undefined
        ? {}
        : { field: problem.field, cited: problem.cited, recorded: problem.recorded }),
    },
    evidence: study === null ? [] : [studyItem(study, null, 'context')],
    citation,
  };
}
