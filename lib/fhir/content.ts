import { isLosslessNumber } from 'lossless-json';
import { z } from 'zod';
import { clinicalStatuses, comparators, interpretationCodes } from './codes';
import { isFhirDate, parseFhirDate } from './dates';
import { compareDecimals, isDecimal } from './decimal';
import { verbatimText } from './verbatim-text';

/**
 * The `content` of a record by its type: what a caller writes. Numbers are kept as their literal text, so that a
 * laboratory's 1.50 stays 1.50; a JSON number, the lossless number of a parser and a string are all taken.
 */
const numberOrText = (text: z.ZodType<string, string>) =>
  z.preprocess(
    (value) => (isLosslessNumber(value) ? value.toString() : value),
    z.union([z.number(), z.string()]).transform(String).pipe(text),
  );

const rule = (code: string, error: string, path?: string[]) => ({
  error,
  params: { code },
  ...(path && { path }),
});

const decimal = numberOrText(z.string().refine(isDecimal, rule('decimal', 'Is not a decimal number')));
const fhirDate = z
  .string()
  .refine(
    isFhirDate,
    rule('date', 'Is not a date: YYYY, YYYY-MM, YYYY-MM-DD, or a time with seconds and zone'),
  );
const token = verbatimText(100).regex(/^\S+( \S+)*$/u);
const uri = verbatimText(255).regex(/^\S+$/u);

const coded = { text: verbatimText(2000), code: token.optional(), code_system: uri.optional() };

const hasCode = (content: { code?: string | undefined; code_system?: string | undefined }) =>
  content.code_system === undefined || content.code !== undefined;
const needsCode = rule('code_missing', 'A code system without a code says nothing', ['code']);

export const diagnosisContent = z
  .strictObject({
    ...coded,
    clinical_status: z.enum(clinicalStatuses).optional(),
    onset: fhirDate.optional(),
  })
  .refine(hasCode, needsCode);

/** `30` or `30 tablets`. */
const amount = numberOrText(verbatimText(100).regex(/^(0|[1-9]\d{0,9})(\.\d{1,9})?( \S.{0,59})?$/u));
const count = numberOrText(z.string().regex(/^\d{1,2}$/));

const endsBeforeItStarts = ({ starts, ends }: { starts?: string | undefined; ends?: string | undefined }) => {
  const from = starts === undefined ? null : parseFhirDate(starts, 'UTC');
  const to = ends === undefined ? null : parseFhirDate(ends, 'UTC');
  if (!from || !to) return false;
  // A day may begin up to 14 hours apart in two zones: only what is certain is refused.
  const slack = from.precision === to.precision ? 0 : 14 * 3600;
  return from.start.epochMilliseconds / 1000 - slack > to.end.epochMilliseconds / 1000;
};

export const prescriptionContent = z
  .strictObject({
    ...coded,
    dosage: verbatimText(4000).optional(),
    quantity: amount.optional(),
    refills: count.optional(),
    starts: fhirDate.optional(),
    ends: fhirDate.optional(),
  })
  .refine(hasCode, needsCode)
  .refine(
    (content) => !endsBeforeItStarts(content),
    rule('ends_before_start', 'Ends before it starts', ['ends']),
  );

const referenceRange = z
  .strictObject({ low: decimal.optional(), high: decimal.optional(), text: verbatimText(500).optional() })
  .refine(
    ({ low, high }) => low === undefined || high === undefined || compareDecimals(low, high) !== 1,
    rule('low_above_high', 'The low end is above the high end', ['low']),
  )
  .refine((range) => Object.values(range).some((part) => part !== undefined), rule('empty', 'Is empty'));

const labResultFields = z.strictObject({
  ...coded,
  /** A number, or words such as `<5 mmol/L` or `not detected`, kept as they are. */
  value: numberOrText(verbatimText(2000)),
  comparator: z.enum(comparators).optional(),
  /** UCUM, for example `mmol/L`, `mg/dL`, `%` or `10*3/uL`. */
  unit: verbatimText(60)
    .regex(/^\S(.*\S)?$/u)
    .optional(),
  reference_range: referenceRange.optional(),
  interpretation: z.enum(interpretationCodes).optional(),
  comment: verbatimText(4000).optional(),
});

/** `<5` in the field for the value is a comparator and a number (Quantity.comparator), not words. */
function splitComparator(content: z.output<typeof labResultFields>): z.output<typeof labResultFields> {
  const [, sign, digits] = /^(<=|>=|<|>) ?(\S+)$/.exec(content.value) ?? [];
  const comparator = comparators.find((known) => known === sign);
  if (!comparator || !digits || !isDecimal(digits) || content.comparator) return content;
  return { ...content, comparator, value: digits };
}

const isMeasured = ({ value, comparator, unit }: z.output<typeof labResultFields>) =>
  isDecimal(value) || (comparator === undefined && unit === undefined);

export const labResultContent = labResultFields
  .transform(splitComparator)
  .refine(hasCode, needsCode)
  .refine(
    isMeasured,
    rule('decimal', 'With a unit or a comparator the value is a decimal number', ['value']),
  );

export const recordContent = {
  diagnosis: diagnosisContent,
  prescription: prescriptionContent,
  lab_result: labResultContent,
};
export type WritableRecordType = keyof typeof recordContent;
