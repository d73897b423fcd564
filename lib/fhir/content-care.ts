import { z } from 'zod';
import { queryFlag } from '#lib/domain/query-flag';
import { bloodPressure } from './blood-pressure';
import {
  type AbsentReason,
  absentReasons,
  allergyCategories,
  allergyKinds,
  allergyStatuses,
  comparators,
  criticalities,
  type EncounterClass,
  encounterClasses,
  severities,
} from './codes';
import { coded, decimal, hasCode, needsCode, numberOrText, someText, unit } from './content-fields';
import { isMeasured, splitComparator } from './content-measured';
import { fhirDateInput } from './date-input';

const words = someText(500).optional();
const comment = someText(4000).optional();

export const allergyContent = z
  .strictObject({
    ...coded,
    clinical_status: z.enum(allergyStatuses).default('active'),
    kind: z.enum(allergyKinds).optional(),
    category: z.enum(allergyCategories).optional(),
    criticality: z.enum(criticalities).optional(),
    /** How it showed itself. */
    reaction: words,
    severity: z.enum(severities).optional(),
    onset: fhirDateInput.optional(),
    comment,
  })
  .refine(hasCode, needsCode)
  .refine(({ reaction, severity }) => severity === undefined || reaction !== undefined, {
    error: 'required',
    path: ['reaction'],
  });

/** What was done is the usual case, and needs no word. */
const notDone = {
  not_done: queryFlag.transform((value) => value || undefined).optional(),
  status_reason: words,
};

export const immunizationContent = z
  .strictObject({
    ...coded,
    ...notDone,
    lot_number: someText(100).optional(),
    dose_number: numberOrText(someText(20)).optional(),
    site: words,
    comment,
  })
  .refine(hasCode, needsCode);

const vitalSignFields = z.strictObject({
  ...coded,
  /** As that of a laboratory's result. */
  value: numberOrText(someText(2000)).optional(),
  comparator: z.enum(comparators).optional(),
  unit: unit.optional(),
  /** A blood pressure, in mm[Hg]: both belong to one measurement. */
  systolic: decimal.optional(),
  diastolic: decimal.optional(),
  absent_reason: z.enum(Object.keys(absentReasons) as [AbsentReason, ...AbsentReason[]]).optional(),
  comment,
});
type VitalSign = z.output<typeof vitalSignFields>;

const isPressure = ({ systolic, diastolic }: VitalSign) => systolic !== undefined || diastolic !== undefined;

/** One Observation has one code, and a blood pressure is known by its own. */
function withPressureCode(content: VitalSign): VitalSign {
  return isPressure(content) && content.code === undefined ? { ...content, ...bloodPressure } : content;
}

/** A value, a blood pressure, or why there is neither (R4, vs-2 and obs-6). */
function saysOneThing(content: VitalSign): boolean {
  const said = [content.value !== undefined, isPressure(content), content.absent_reason !== undefined];
  return said.filter(Boolean).length === 1;
}

export const vitalSignContent = vitalSignFields
  .transform(splitComparator)
  .transform(withPressureCode)
  .refine(hasCode, needsCode)
  .refine(saysOneThing, { error: 'required', path: ['value'] })
  .refine(isMeasured, { error: 'not_a_decimal', path: ['value'] })
  .refine(({ value, comparator, unit: of }) => value !== undefined || (comparator ?? of) === undefined, {
    error: 'required',
    path: ['value'],
  });

export const procedureContent = z
  .strictObject({
    ...coded,
    ...notDone,
    performed_end: fhirDateInput.optional(),
    body_site: words,
    reason: words,
    outcome: words,
    comment,
  })
  .refine(hasCode, needsCode);

export const encounterContent = z
  .strictObject({
    ...coded,
    class: z.enum(Object.keys(encounterClasses) as [EncounterClass, ...EncounterClass[]]).default('AMB'),
    reason: words,
    ends: fhirDateInput.optional(),
  })
  .refine(hasCode, needsCode);
