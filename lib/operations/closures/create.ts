import { z } from 'zod';
import { insertClosure } from '#db/queries/closures';
import { dateInput } from '#lib/domain/date-input';
import { shortName } from '#lib/domain/short-name';
import { clinicId, newId } from '#lib/platform/ids';
import { siteSubject } from '../clinics/site-subject';
import { defineOperation } from '../define';
import { closureKinds, exampleClosure } from './closure-view';

/** Closes a site on those days: no time is offered then. Visits that are booked stand. */
export const createClosure = defineOperation({
  name: 'closures.create',
  kind: 'command',
  rest: 'POST /closures',
  successStatus: 201,
  summary: 'Add a holiday or a closure',
  permission: 'admin:system',
  stepUp: 'none',
  input: z
    .strictObject({
      clinic_id: clinicId,
      kind: z.enum(closureKinds),
      name: shortName,
      first_day: dateInput,
      /** The first where it is left out. */
      last_day: dateInput.optional(),
    })
    .refine(({ first_day, last_day }) => last_day === undefined || last_day >= first_day, {
      error: 'ends_before_start',
      path: ['last_day'],
    }),
  output: z.strictObject({ id: z.uuid() }),
  errors: ['not_found'],
  audit: {
    event: 'CREATE_CLOSURE',
    resource: 'clinic',
    details: ['clinic_id', 'kind', 'first_day', 'last_day'],
  },
  example: {
    input: {
      clinic_id: exampleClosure.clinic_id,
      kind: exampleClosure.kind,
      name: exampleClosure.name,
      first_day: exampleClosure.first_day,
    },
    output: { id: exampleClosure.id },
  },
  subject: ({ tx, input }) => siteSubject(tx, input.clinic_id),

  async handle({ tx, now, input, audit }) {
    const id = newId('clinic_closures');
    await insertClosure(tx, { ...input, last_day: input.last_day ?? input.first_day, id, created_at: now });
    audit({ resource_id: id });
    return { id };
  },
});
