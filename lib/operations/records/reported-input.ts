import { z } from 'zod';
import { compareDecimals } from '#lib/domain/decimal';
import {
  bloodPressureLimits,
  type HomeMeasurement,
  homeMeasurements,
  isPlausible,
} from '#lib/domain/home-measurements';
import { bloodPressure } from '#lib/fhir/blood-pressure';
import { systems } from '#lib/fhir/codes';
import { recordContent } from '#lib/fhir/content';
import { decimal, someText } from '#lib/fhir/content-fields';

const comment = someText(1000).optional();
const implausible = { error: 'implausible' };

const pressure = (limits: { readonly low: string; readonly high: string }) =>
  decimal.refine((value) => isPlausible(value, limits), implausible);

const pressures = z
  .strictObject({
    systolic: pressure(bloodPressureLimits.systolic),
    diastolic: pressure(bloodPressureLimits.diastolic),
    comment,
  })
  .refine(({ systolic, diastolic }) => compareDecimals(systolic, diastolic) === 1, {
    error: 'pressures_swapped',
    path: ['systolic'],
  })
  .transform((content) => ({ text: 'Blood pressure', ...bloodPressure, ...content }));

/** One number, in one of the units in which it is given. */
function measured(...known: readonly HomeMeasurement[]) {
  const units = known.flatMap(({ units: limits }) => Object.keys(limits));
  return z
    .strictObject({ value: decimal, unit: z.enum(units as [string, ...string[]]), comment })
    .transform((content, context) => {
      const one = known.find((each) => each.units[content.unit]);
      const limits = one?.units[content.unit];
      if (!one || !limits || !isPlausible(content.value, limits)) {
        context.issues.push({ code: 'custom', message: 'implausible', path: ['value'], input: content });
        return z.NEVER;
      }
      return { text: one.text, code: one.code, code_system: systems.loinc, ...content };
    });
}

const { weight, temperature, glucose_mmol, glucose_mg, pulse } = homeMeasurements;

/** In a patient's few fields; parsed, it is the content of a record of that type. */
const contents = {
  allergy: recordContent.allergy,
  blood_pressure: pressures,
  weight: measured(weight),
  temperature: measured(temperature),
  glucose: measured(glucose_mmol, glucose_mg),
  pulse: measured(pulse),
};
type ReportKind = keyof typeof contents;

/** An allergy, or something that is measured at home; with the fields that both ways of writing it have in common. */
export function reportOf<Shape extends z.core.$ZodShape>(shape: Shape) {
  const of = <Kind extends ReportKind>(kind: Kind) =>
    z.strictObject({ ...shape, kind: z.literal(kind), content: contents[kind] });
  return z.discriminatedUnion('kind', [
    of('allergy'),
    of('blood_pressure'),
    of('weight'),
    of('temperature'),
    of('glucose'),
    of('pulse'),
  ]);
}

export const reportedType = (kind: ReportKind) => (kind === 'allergy' ? 'allergy' : 'vital_sign');

/** The codes by which what was reported is known again. */
const codes: Readonly<Record<Exclude<ReportKind, 'allergy'>, readonly string[]>> = {
  blood_pressure: [bloodPressure.code],
  weight: [weight.code],
  temperature: [temperature.code],
  glucose: [glucose_mmol.code, glucose_mg.code],
  pulse: [pulse.code],
};

/** Whether a record is of that kind: blood sugar is not corrected into a pulse. */
export function isOfKind(kind: ReportKind, recordType: string, code: string | undefined): boolean {
  if (recordType !== reportedType(kind)) return false;
  return kind === 'allergy' || (code !== undefined && codes[kind].includes(code));
}
