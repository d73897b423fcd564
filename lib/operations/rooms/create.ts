import { z } from 'zod';
import { insertRoom } from '#db/queries/rooms';
import { shortName } from '#lib/domain/short-name';
import { clinicId, newId } from '#lib/platform/ids';
import { siteSubject } from '../clinics/site-subject';
import { defineOperation } from '../define';
import { exampleRoom } from './room-view';

export const createRoom = defineOperation({
  name: 'rooms.create',
  kind: 'command',
  rest: 'POST /rooms',
  successStatus: 201,
  summary: 'Add a room',
  permission: 'admin:system',
  stepUp: 'none',
  input: z.strictObject({ clinic_id: clinicId, name: shortName }),
  output: z.strictObject({ id: z.uuid() }),
  errors: ['not_found'],
  audit: { event: 'CREATE_ROOM', resource: 'clinic', details: ['clinic_id'] },
  example: {
    input: { clinic_id: exampleRoom.clinic_id, name: exampleRoom.name },
    output: { id: exampleRoom.id },
  },
  subject: ({ tx, input }) => siteSubject(tx, input.clinic_id),

  async handle({ tx, now, input, audit }) {
    const id = newId('rooms');
    await insertRoom(tx, { ...input, id, created_at: now });
    audit({ resource_id: id });
    return { id };
  },
});
