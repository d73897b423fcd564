import { z } from 'zod';
import { defineOperation } from '../define';
import { exampleAppointment } from './appointment-view';
import { busy } from './busy';
import { newVisit, visitParties, visitWish } from './new-visit';
import { holdMinutes, holdTime } from './write-visit';

/** A time is kept free for somebody while they read what they are about to book. A new one lets the last go. */
export const holdAppointment = defineOperation({
  name: 'appointments.hold',
  kind: 'command',
  rest: 'POST /holds',
  successStatus: 201,
  summary: 'Hold a time',
  permission: 'write:appointments',
  stepUp: 'none',
  input: z.strictObject(visitWish),
  output: z.strictObject({
    id: z.uuid(),
    scheduled_at: z.iso.datetime(),
    ends_at: z.iso.datetime(),
    /** Until then nobody else gets it. */
    held_until: z.iso.datetime(),
  }),
  errors: ['not_found', 'slot_taken', 'too_many_visits'],
  constraints: busy,
  audit: {
    event: 'HOLD_TIME',
    resource: 'appointment',
    details: ['doctor_id', 'scheduled_at', 'service_id', 'mode'],
  },
  example: {
    input: { doctor_id: exampleAppointment.doctor_id, scheduled_at: exampleAppointment.scheduled_at },
    output: {
      id: exampleAppointment.id,
      scheduled_at: exampleAppointment.scheduled_at,
      ends_at: exampleAppointment.ends_at,
      held_until: '2026-01-05T09:05:00Z',
    },
  },

  subject: ({ tx, input }) => visitParties(tx, input),

  async handle({ tx, actor, now, input, subject }) {
    const visit = await newVisit(tx, { input, subject, created_by: actor.user_id, now });
    const until = now.add({ minutes: holdMinutes });
    const id = await holdTime(tx, visit, until);
    return {
      id,
      scheduled_at: visit.time.starts_at.toString(),
      ends_at: visit.time.ends_at.toString(),
      held_until: until.toString(),
    };
  },
});
