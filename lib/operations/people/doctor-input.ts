import type { z } from 'zod';
import { personName } from '#lib/domain/person';
import { clinicId } from '#lib/platform/ids';

/** What only a doctor needs. */
export const neededOfDoctor = ['display_name', 'speciality'] as const;

/** What a new doctor is to patients. */
export const doctorInput = {
  /** As patients read it. */
  display_name: personName.optional(),
  speciality: personName.optional(),
  /** Where the clinic has several sites. */
  clinic_id: clinicId.optional(),
};

type Named = Readonly<Record<string, unknown>>;

/** Refuses a field that is left out though the others need it. */
export function requireFields(names: readonly string[], input: Named, context: z.RefinementCtx): void {
  for (const name of names) {
    if (input[name] === undefined) context.addIssue({ code: 'custom', message: 'required', path: [name] });
  }
}
