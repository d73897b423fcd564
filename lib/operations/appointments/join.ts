import { z } from 'zod';
import { findAppointment } from '#db/queries/appointments';
import { OperationError } from '#lib/errors/operation-error';
import { appointmentId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { exampleAppointment, visitSubject } from './appointment-view';
import { assertRight } from './assert-right';
import { videoRoom } from './video-room';

/**
 * The room of a visit by video, at the provider that its site has chosen: for its patient's side and its doctor, around
 * its time. Nothing else gives the address, so that whoever has it was there and is in the log.
 */
export const joinVisit = defineOperation({
  name: 'appointments.join',
  kind: 'query',
  rest: 'GET /appointments/{id}/video-room',
  summary: 'The room of a visit by video',
  permission: 'read:appointments',
  stepUp: 'none',
  input: z.strictObject({ id: appointmentId }),
  output: z.strictObject({ url: z.url() }),
  errors: ['not_found', 'conflict'],
  audit: { event: 'JOIN_VISIT', resource: 'appointment' },
  example: {
    input: { id: exampleAppointment.id },
    output: { url: 'https://video.example.org/northgate/q2Zk0c0YbW4m2vY8m5rQm3n0o1p2q3r4s5t6u7v8w9x' },
  },

  subject: async ({ tx, input }) => {
    const row = await findAppointment(tx, input.id);
    return row && visitSubject(row);
  },

  handle({ subject: { row }, now }) {
    assertRight(row, 'join', now);
    if (row.clinic_video_url === null) throw new OperationError('conflict');
    return { url: videoRoom(row.clinic_video_url, row) };
  },
});
