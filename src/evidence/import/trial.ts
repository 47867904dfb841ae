/** Reads trial registrations in the JSON of the ClinicalTrials.gov API, version 2. */
import { z } from 'zod';
import { defined, parseAs, type StatedStudy } from './draft.ts';

const protocolSchema = z.object({
  identificationModule: z.object({
    nctId: z.string(),
    briefTitle: z.string().optional(),
    officialTitle: z.string().optional(),
    acronym: z.string().optional(),
    secondaryIdInfos: z.array(z.object({ id: z.string(), type: z.string().optional() })).default([]),
  }),
  statusModule: z.object({ studyFirstPostDateStruct: z.object({ date: z.string() }).optional() }).default({}),
  sponsorCollaboratorsModule: z
    .object({ leadSponsor: z.object({ name: z.string() }).optional() })
    .default({}),
  designModule: z
    .object({
      designInfo: z
        .object({
          allocation: z.string().optional(),
          maskingInfo: z.object({ masking: z.string().optional() }).optional(),
        })
        .optional(),
      enrollmentInfo: z.object({ count: z.number().optional(), type: z.string().optional() }).optional(),
    })
    .default({}),
  armsInterventionsModule: z
    .object({ armGroups: z.array(z.object({ label: z.string(), type: z.string().optional() })).default([]) })
    .default({ armGroups: [] }),
});

const trialSchema = z.object({ protocolSection: protocolSchema });
const trialsSchema = z.union([
  z.object({ studies: z.array(trialSchema) }).transform(({ studies }) => studies),
  z.array(trialSchema),
  trialSchema.transform((trial) => [trial]),
]);

/** The registrations of an API answer: one study, a list, or a page of a search. Throws for anything else. */
export function readTrials(value: unknown): StatedStudy[] {
  return parseAs(trialsSchema, value).map(({ protocolSection }) => toStudy(protocolSection));
}

function toStudy(protocol: z.output<typeof protocolSchema>): StatedStudy {
  const { identificationModule: id, designModule: design } = protocol;
  const enrolled = design.enrollmentInfo;
  const masking = design.designInfo?.maskingInfo?.masking;
  return {
    title: id.officialTitle ?? id.briefTitle ?? id.nctId,
    authors: [],
    registrations: [
      id.nctId,
      ...id.secondaryIdInfos.filter(({ type }) => type === 'EUDRACT_NUMBER').map((other) => other.id),
    ],
    names: id.acronym === undefined ? [] : [id.acronym],
    design: 'trial-registration',
    ...defined({
      year: yearOf(protocol.statusModule.studyFirstPostDateStruct?.date),
      controlled: isControlled(protocol),
      blinded: masking === undefined ? undefined : masking !== 'NONE',
      // A planned enrolment is not a number of people treated.
      n: enrolled?.type === 'ACTUAL' && enrolled.count !== 0 ? enrolled.count : undefined,
      funding: protocol.sponsorCollaboratorsModule.leadSponsor?.name,
    }),
    ...comparatorOf(protocol),
  };
}

function yearOf(date: string | undefined): number | undefined {
  return date === undefined ? undefined : Number(date.slice(0, 4));
}

function isControlled({
  designModule,
  armsInterventionsModule,
}: z.output<typeof protocolSchema>): boolean | undefined {
  const allocation = designModule.designInfo?.allocation;
  if (allocation === 'RANDOMIZED' || allocation === 'NON_RANDOMIZED') return true;
  return armsInterventionsModule.armGroups.length === 1 ? false : undefined;
}

/** A placebo may be saline or a sham: its kind is left to be looked up. */
const COMPARATOR_KINDS: ReadonlyMap<string, StatedStudy['comparatorKind']> = new Map([
  ['SHAM_COMPARATOR', 'sham'],
  ['ACTIVE_COMPARATOR', 'active'],
  ['NO_INTERVENTION', 'none'],
  ['PLACEBO_COMPARATOR', undefined],
]);

/** The first arm that the registration calls a comparator, as it is labelled there. */
function comparatorOf({
  armsInterventionsModule,
}: z.output<typeof protocolSchema>): Pick<StatedStudy, 'comparator' | 'comparatorKind'> {
  const arm = armsInterventionsModule.armGroups.find(({ type = '' }) => COMPARATOR_KINDS.has(type));
  if (arm === undefined) return {};
  return { comparator: arm.label, ...defined({ comparatorKind: COMPARATOR_KINDS.get(arm.type ?? '') }) };
}
