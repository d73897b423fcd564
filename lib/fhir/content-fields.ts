import { isLosslessNumber } from 'lossless-json';
import { z } from 'zod';
import { isDecimal, longestDecimal } from '#lib/domain/decimal';
import { freeText } from '#lib/domain/free-text';
import { suggestUnit } from '#lib/terminology/units';

/**
 * Fields from which the contents of records are made. Numbers are kept as their literal text, so that a
 * laboratory's 1.50 stays 1.50; a JSON number, the lossless number of a parser and a string are all taken.
 */
export const numberOrText = (text: z.ZodType<string, string>) =>
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
export const someText = (limit: number) =>
  freeText(limit).refine((text) => /\S/u.test(text), { error: 'required' });

export const decimal = numberOrText(
  z.string().meta({ maxLength: longestDecimal }).refine(isDecimal, { error: 'not_a_decimal' }),
);
const token = someText(100).regex(/^\S+( \S+)*$/u);
const uri = someText(255).regex(/^\S+$/u);

export const coded = { text: someText(2000), code: token.optional(), code_system: uri.optional() };

export const hasCode = (content: { code?: string | undefined; code_system?: string | undefined }) =>
  content.code_system === undefined || content.code !== undefined;
export const needsCode = { error: 'required', path: ['code'] };

/**
 * UCUM, for example `mmol/L`, `mg/dL`, `%` or `10*3/uL`. What is a slip for one (`mcg`, `MG/DL`) is refused with the right
 * one. Whether other words are a unit at all, only the operation asks: what was received may be corrected with its own.
 */
export const unit = someText(60)
  .regex(/^\S(.*\S)?$/u)
  .superRefine((written, context) => {
    const suggestion = suggestUnit(written);
    if (suggestion === null) return;
    const params = { code: 'miswritten_unit', suggestion };
    context.addIssue({ code: 'custom', message: `Write ${suggestion}`, params });
  });

/** The logical id of a resource (R4, "id"). */
export const resourceId = z
  .string()
  .meta({ maxLength: 64 })
  .regex(/^[A-Za-z0-9.-]{1,64}$/);
