import { z } from 'zod';
import { findOwnHold } from '#db/queries/appointment-holds';
import { open } from '#lib/crypto/seal';
import { visitModes } from '#lib/domain/availability/calendar';
import { ownRows } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { exampleAppointment } from './appointment-view';

const hold = z.strictObject({
  id: z.uuid(),
  patient_id: z.uuid(),
  doctor_id: z.uuid(),
  doctor_name: z.string(),
  clinic_name: z.string(),
  zone: z.string(),
  scheduled_at: z.iso.datetime(),
  ends_at: z.iso.datetime(),
  held_until: z.iso.datetime(),
  service_id: z.uuid().nullable(),
  service_name: z.string().nullable(),
  mode: z.enum(visitModes),
});

/** The time that is kept for the actor while they book; null where there is none, or no more. */
export const getOwnHold = defineOperation({
  name: 'appointments.own-hold',
  kind: 'query',
  rest: 'GET /holds',
  summary: 'The time that is held for oneself',
  permission: 'read:appointments',
  stepUp: 'none',
  input: z.strictObject({}),
  output: z.strictObject({ hold: hold.nullable() }),
  errors: [],
  audit: { event: 'VIEW_HOLD', resource: 'appointment' },
  example: {
    input: {},
    output: {
      hold: {
        id: exampleAppointment.id,
        patient_id: exampleAppointment.patient_id,
        doctor_id: exampleAppointment.doctor_id,
        doctor_name: exampleAppointment.doctor_name,
        clinic_name: exampleAppointment.clinic_name,
        zone: exampleAppointment.zone,
        scheduled_at: exampleAppointment.scheduled_at,
        ends_at: exampleAppointment.ends_at,
        held_until: '2026-01-05T09:05:00Z',
        service_id: null,
        service_name: null,
        mode: 'in_person',
      },
    },
  },
  subject: ownRows,

  async handle({ tx }) {
    const row = await findOwnHold(tx);
    if (!row) return { hold: null };
    const { scheduled_at, ends_at, held_until, doctor_name, ...rest } = row;
    return {
      hold: {
        ...rest,
        doctor_name: open('practitioners.display_name', row.doctor_id, doctor_name),
        scheduled_at: scheduled_at.toString(),
        ends_at: ends_at.toString(),
        held_until: held_until.toString(),
      },
    };
  },
});
