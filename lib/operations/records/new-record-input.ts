import { z } from 'zod';
import { queryFlag } from '#lib/domain/query-flag';
import { recordContent, type WritableRecordType } from '#lib/fhir/content';
import { fhirDateInput } from '#lib/fhir/date-input';
import { certainlyBefore } from '#lib/fhir/dates';
import { patientId, recordId } from '#lib/platform/ids';

const common = {
  occurred_at: fhirDateInput.optional(),
  /** The encounter of the same chart during which it was. */
  encounter_id: recordId.optional(),
  /** Kept for its author alone until it is signed. */
  draft: queryFlag.optional(),
  /** For the patient and those who treat them; not for carers, nor for whom it is not shared with. */
  restricted: queryFlag.optional(),
};

const inputOf = <T extends WritableRecordType>(type: T) =>
  z.strictObject({
    patient_id: patientId,
    record_type: z.literal(type),
    content: recordContent[type],
    ...common,
  });

/** What every new record says, of whatever type. */
const ofSomeType = z.strictObject({
  patient_id: patientId,
  record_type: z.enum(Object.keys(recordContent) as [WritableRecordType, ...WritableRecordType[]], {
    error: ({ input }) => (input === undefined ? 'required' : 'invalid_value'),
  }),
  content: z.looseObject({}),
  ...common,
});

/** Not a union within the content, which names its own fields. */
const isUnknownType = ({ code, path }: z.core.$ZodRawIssue) =>
  code === 'invalid_union' && path?.length === 1 && path[0] === 'record_type';

/** Without a type that exists the union looks at no other field, so what all types have in common is checked instead. */
const namesEveryField = z.superRefine(
  (input, context) => {
    const { error } = ofSomeType.safeParse(input);
    context.issues.splice(0, context.issues.length, ...((error?.issues ?? []) as never[]));
  },
  { when: ({ issues }) => issues.some(isUnknownType) },
);

interface Ends {
  readonly ends?: string | undefined;
  readonly performed_end?: string | undefined;
}

/** When what began at `occurred_at` was over; the days of a prescription are a plan of their own. */
function endOf({ record_type, content }: { record_type: WritableRecordType; content: object }) {
  const { ends, performed_end }: Ends = content;
  return record_type === 'prescription' ? undefined : (performed_end ?? ends);
}

/** A new record: its type decides what its content is. */
export const newRecordInput = z
  .discriminatedUnion('record_type', [
    inputOf('diagnosis'),
    inputOf('prescription'),
    inputOf('lab_result'),
    inputOf('allergy'),
    inputOf('immunization'),
    inputOf('vital_sign'),
    inputOf('procedure'),
    inputOf('encounter'),
    inputOf('note'),
    inputOf('document'),
  ])
  .check(namesEveryField)
  .refine((input) => endOf(input) === undefined || input.occurred_at !== undefined, {
    error: 'required',
    path: ['occurred_at'],
  })
  .refine((input) => !certainlyBefore(endOf(input) ?? '', input.occurred_at ?? ''), {
    error: 'ends_before_start',
    path: ['occurred_at'],
  });
