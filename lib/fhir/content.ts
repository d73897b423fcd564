import { z } from 'zod';
import { compareDecimals } from '#lib/domain/decimal';
import { clinicalStatuses, comparators, interpretationCodes } from './codes';
import {
  allergyContent,
  encounterContent,
  immunizationContent,
  procedureContent,
  vitalSignContent,
} from './content-care';
import { coded, decimal, hasCode, needsCode, numberOrText, someText, unit } from './content-fields';
import { isMeasured, splitComparator } from './content-measured';
import { documentContent, noteContent } from './content-papers';
import { fhirDateInput } from './date-input';
import { certainlyBefore } from './dates';

const diagnosisContent = z
  .strictObject({
    ...coded,
    clinical_status: z.enum(clinicalStatuses).optional(),
    onset: fhirDateInput.optional(),
  })
  .refine(hasCode, needsCode);

/** `30` or `30 tablets`. */
const amount = numberOrText(someText(100).regex(/^(0|[1-9]\d{0,9})(\.\d{1,9})?( \S.{0,59})?$/u));
const count = numberOrText(
  z
    .string()
    .meta({ maxLength: 2 })
    .regex(/^\d{1,2}$/),
);

const prescriptionContent = z
  .strictObject({
    ...coded,
    dosage: someText(4000).optional(),
    quantity: amount.optional(),
    refills: count.optional(),
    starts: fhirDateInput.optional(),
    ends: fhirDateInput.optional(),
  })
  .refine(hasCode, needsCode)
  .refine(
    ({ starts, ends }) => starts === undefined || ends === undefined || !certainlyBefore(ends, starts),
    {
      error: 'ends_before_start',
      path: ['ends'],
    },
  );

const referenceRange = z
  .strictObject({ low: decimal.optional(), high: decimal.optional(), text: someText(500).optional() })
  .refine(({ low, high }) => low === undefined || high === undefined || compareDecimals(low, high) !== 1, {
    error: 'low_above_high',
    path: ['low'],
  })
  .refine((range) => Object.values(range).some((part) => part !== undefined), { error: 'required' });

const labResultFields = z.strictObject({
  ...coded,
  /**
   * A decimal, stored as a Quantity to its last digit, with its comparator and unit; or words such as `not detected`,
   * `1:128` or `<5 mmol/L`, stored as they were typed. What is meant as a number and is no decimal of FHIR within the
   * range of a double (`.5`, `5,4`, `1e400`, more than 32 characters) is refused: as words it would be compared with no
   * range. With a comparator or a unit only a decimal is taken.
   */
  value: numberOrText(someText(2000)),
  comparator: z.enum(comparators).optional(),
  unit: unit.optional(),
  reference_range: referenceRange.optional(),
  interpretation: z.enum(interpretationCodes).optional(),
  comment: someText(4000).optional(),
});

const labResultContent = labResultFields
  .transform(splitComparator)
  .refine(hasCode, needsCode)
  .refine(isMeasured, { error: 'not_a_decimal', path: ['value'] });

/** What a caller writes, by type of record. */
export const recordContent = {
  diagnosis: diagnosisContent,
  prescription: prescriptionContent,
  lab_result: labResultContent,
  allergy: allergyContent,
  immunization: immunizationContent,
  vital_sign: vitalSignContent,
  procedure: procedureContent,
  encounter: encounterContent,
  note: noteContent,
  document: documentContent,
};
export type WritableRecordType = keyof typeof recordContent;
