import { z } from 'zod';
import { insertCare, listParties } from '#db/queries/care-grants';
import { findDoctor } from '#db/queries/practitioners';
import { consultingScopes } from '#lib/domain/care';
import { dateInput } from '#lib/domain/date-input';
import { invalidField, OperationError } from '#lib/errors/operation-error';
import { env } from '#lib/platform/env';
import { newId, patientId, practitionerId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { chartSubject, theChart } from '../patients/find-chart';
import { endOfGrant } from './last-day';
import { tellParties } from './tell-parties';

/** A treating doctor asks a colleague for advice: the chart opens to them until a day, with or without what is restricted. */
export const grantConsulting = defineOperation({
  name: 'care-relationships.grant-consulting',
  kind: 'command',
  rest: 'POST /care-relationships/consulting',
  successStatus: 201,
  summary: 'Open a chart to a colleague for a time',
  permission: 'write:records',
  stepUp: 'none',
  input: z.strictObject({
    patient_id: patientId,
    doctor_id: practitionerId,
    scope: z.enum(consultingScopes),
    /** The last day on which it holds. */
    until: dateInput,
  }),
  output: z.strictObject({ id: z.uuid(), valid_until: z.iso.datetime() }),
  errors: ['not_found', 'conflict'],
  constraints: { care_relationships_one_consulting: 'conflict' },
  audit: {
    event: 'GRANT_CONSULTING',
    resource: 'care_relationship',
    details: ['doctor_id', 'scope', 'until'],
  },
  example: {
    input: {
      patient_id: '01920000-0000-7000-8000-000000000002',
      doctor_id: '01920000-0000-7000-8000-000000000004',
      scope: 'chart',
      until: '2026-01-30',
    },
    output: { id: '01920000-0000-7000-8000-000000000052', valid_until: '2026-01-31T00:00:00Z' },
  },

  subject: async ({ tx, input }) => {
    const [chart, doctor] = await Promise.all([
      chartSubject(tx, input.patient_id),
      findDoctor(tx, input.doctor_id),
    ]);
    return chart && doctor && { ...chart, doctor };
  },

  async handle({ tx, actor, now, input, subject, audit }) {
    const { doctor, ...found } = subject;
    const { patient_id, relation, zone } = theChart(found);
    // Whoever was asked for advice asks nobody else.
    if (relation !== 'treating') throw new OperationError('forbidden');
    if (doctor.id === actor.practitioner_id) throw invalidField('doctor_id', 'own_account', 'That is you');
    const valid_until = endOfGrant({ day: input.until, zone, now, mostDays: env().care.consultingDays });
    const id = newId('care_relationships');
    await insertCare(tx, {
      ...{ id, patient_id, valid_until },
      practitioner_id: doctor.id,
      kind: 'consulting',
      scope: input.scope,
      granted_by: actor.user_id,
      valid_from: now,
      created_at: now,
    });
    audit({ resource_id: id });
    await tellParties(tx, await listParties(tx, id), { patient: 'care_shared', doctor: 'care_given' }, now);
    return { id, valid_until: valid_until.toString() };
  },
});
