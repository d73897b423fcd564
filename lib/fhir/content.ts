import { isLosslessNumber } from 'lossless-json';
import { z } from 'zod';
import { compareDecimals, isDecimal, longestDecimal } from '#lib/domain/decimal';
import { freeText } from '#lib/domain/free-text';
import { isMiswrittenNumber } from '#lib/domain/miswritten-number';
import { suggestUnit } from '#lib/terminology/units';
import { clinicalStatuses, comparators, interpretationCodes } from './codes';
import { fhirDateInput } from './date-input';
import { certainlyBefore } from './dates';

/**
 * The `content` of a record by its type: what a caller writes. Numbers are kept as their literal text, so that a
 * laboratory's 1.50 stays 1.50; a JSON number, the lossless number of a parser and a string are all taken.
 */
const numberOrText = (text: z.ZodType<string, string>) =>
  z.preprocess(
    (value) => (isLosslessNumber(value) ? value.toString() : value),
    z
      .union([z.number(), z.string().meta(text.meta() ?? {})], {
        error: ({ input }) => (input === undefined ? 'required' : 'invalid_type'),
      })
      .transform(String)
      .pipe(text),
  );

/** Free text, kept as typed, that is not blank. */
const someText = (limit: number) => freeText(limit).refine((text) => /\S/u.test(text), { error: 'required' });

const decimal = numberOrText(
  z.string().meta({ maxLength: longestDecimal }).refine(isDecimal, { error: 'not_a_decimal' }),
);
const token = someText(100).regex(/^\S+( \S+)*$/u);
const uri = someText(255).regex(/^\S+$/u);

const coded = { text: someText(2000), code: token.optional(), code_system: uri.optional() };

const hasCode = (content: { code?: string | undefined; code_system?: string | undefined }) =>
  content.code_system === undefined || content.code !== undefined;
const needsCode = { error: 'required', path: ['code'] };

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

function refuseMiswrittenUnit(unit: string, context: z.RefinementCtx): void {
  const suggestion = suggestUnit(unit);
  if (suggestion === null) return;
  const params = { code: 'miswritten_unit', suggestion };
  context.addIssue({ code: 'custom', message: `Write ${suggestion}`, params });
}

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
  /**
   * UCUM, for example `mmol/L`, `mg/dL`, `%` or `10*3/uL`. What is a slip for one (`mcg`, `MG/DL`) is refused with the
   * right one; other words (`tablets`) are kept as they are and claim no code.
   */
  unit: someText(60)
    .regex(/^\S(.*\S)?$/u)
    .superRefine(refuseMiswrittenUnit)
    .optional(),
  reference_range: referenceRange.optional(),
  interpretation: z.enum(interpretationCodes).optional(),
  comment: someText(4000).optional(),
});

/** `<5` in the field for the value is a comparator and a number (Quantity.comparator), not words. */
function splitComparator(content: z.output<typeof labResultFields>): z.output<typeof labResultFields> {
  const [, sign, digits] = /^(<=|>=|<|>) ?(\S+)$/.exec(content.value) ?? [];
  const comparator = comparators.find((known) => known === sign);
  if (!comparator || !digits || !isDecimal(digits) || content.comparator) return content;
  return { ...content, comparator, value: digits };
}

const isMeasured = ({ value, comparator, unit }: z.output<typeof labResultFields>) =>
  isDecimal(value) || (comparator === undefined && unit === undefined && !isMiswrittenNumber(value));

const labResultContent = labResultFields
  .transform(splitComparator)
  .refine(hasCode, needsCode)
  .refine(isMeasured, { error: 'not_a_decimal', path: ['value'] });

/** What a caller may write, by type of record. */
export const recordContent = {
  diagnosis: diagnosisContent,
  prescription: prescriptionContent,
  lab_result: labResultContent,
};
export type WritableRecordType = keyof typeof recordContent;
