/** Empty records to fill in: what stands as TODO is required, what is commented out is not. */
import type { RecordKind } from './records.ts';

export const PACK_TEMPLATE = `id: TODO # lower-case letters, digits and hyphens
version: 0.1.0
title: TODO
asOf: TODO # YYYY-MM-DD: the day up to which the literature was searched
scope: TODO # what the pack is about, in one line
licence: CC0-1.0
# defaultTreatment: TODO # what a page means that names no treatment
# defaultCondition: TODO
statusSentence:
  "*": TODO # one sentence on legal status; ends every suggested wording
`;

export const VOCABULARY_TEMPLATE = `# The words of the field. Synonyms match without regard to case, hyphen or plural s.
treatments:
  - id: TODO
    label: TODO
    synonyms: []
conditions:
  - id: TODO
    label: TODO
    synonyms: []
outcomes:
  - { id: pain, label: pain, kind: symptom, synonyms: [pain, pain relief] }
  - { id: safety, label: harms, kind: harm, synonyms: [side effect, complication, adverse event] }
# instruments:
#   - { id: nrs, label: NRS 0-10, outcome: pain, min: 0, max: 10, lowerIsBetter: true, integer: true }
`;

const SEEN = `seen: # every fact below was read there; two independent sites are better than one
  - { url: TODO, on: TODO }
`;

export const RECORD_TEMPLATES: Readonly<Record<RecordKind, string>> = {
  study: `id: TODO # surname-year
authors: [TODO] # Surname AB, in order
year: TODO
title: TODO
# journal: TODO
# doi: TODO
# pmid: "TODO"
# registrations: [TODO]
design: TODO # meta-analysis systematic-review rct controlled-nonrandomized registry single-arm case-series case-report …
controlled: TODO # true or false
# comparator: TODO
# comparatorKind: TODO # sham saline active usual-care none
treatments: [TODO] # ids of the vocabulary
conditions: [TODO]
# n: TODO # people randomised or treated
# arms: [{ label: TODO, n: TODO }]
# followUpMonths: TODO
results:
  - id: TODO # outcome-months
    outcome: TODO
    # instrument: TODO
    # months: TODO
    # baseline: TODO
    # value: TODO
    # responders: { n: TODO, of: TODO }
    # versus: { comparator: TODO, direction: no-difference, significant: false, p: "0.5" }
    statement: TODO # one plain sentence with the numbers
    # locator: abstract
# harms: { statement: TODO, serious: 0, of: TODO }
conclusion: TODO # in your own words
direction: TODO # favours uncontrolled-improvement mixed no-difference against none
# companionOf: TODO # the record that counts the same patients
# integrity: ok
${SEEN}`,
  synthesis: `id: TODO
treatment: TODO
condition: TODO
outcome: TODO
bestDesign: TODO
direction: TODO # benefit mixed no-difference harm unknown
studies: [TODO]
people: TODO # reports of the same patients counted once
followUpMonths: TODO
certainty: TODO # high moderate low very-low
downgrades:
  - { domain: TODO, steps: 1, reason: TODO } # risk-of-bias inconsistency indirectness imprecision publication-bias
statement: TODO # the fact with the numbers
short: TODO # its most telling part in one sentence of at most 140 characters, which messages quote
wording: TODO # the strongest wording that it carries, in plain words
warrants:
  modality: TODO # speculative hedged asserted absolute
  relation: TODO # none associated causes
  share: null # some many most all
  size: null # slight moderate substantial complete
  duration: null # months years permanent
  stage: TODO # laboratory animal human-uncontrolled human-controlled several-controlled
  safety: null # harms-told few none-serious none
  comparison: none # none implied head-to-head
needs: [] # study-limits contrary-evidence risks investigational
reviewBy: TODO
searched: TODO
`,
  harm: `id: TODO
treatments: [TODO]
# conditions: [TODO]
what: TODO # what happened, in your own words
label: TODO # two to six words
serious: TODO # true or false
# n: TODO
source: TODO # who reported it
# doi: TODO
# pmid: "TODO"
# year: TODO
${SEEN}`,
  regulation: `id: TODO
authority: TODO
jurisdiction: TODO # US UK EU AU CA JP …
instrument: TODO
# section: TODO
# year: TODO
requires: TODO # what it requires of a claim, in your own words
appliesTo: [TODO]
url: TODO
${SEEN}`,
  product: `id: TODO
product: TODO
# names: [TODO]
# maker: TODO
treatments: [TODO]
jurisdiction: TODO
status: [TODO] # approved-this-use approved-other-use cleared-device trial-authorised registered-facility none
# approvedFor: TODO
statement: TODO
asOf: TODO
${SEEN}`,
};
