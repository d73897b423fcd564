import { z } from 'zod';
import { lockRoom, markRoomChanged } from '#db/queries/rooms';
import { shortName } from '#lib/domain/short-name';
import { roomId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { expectedVersion, requireVersion } from '../kernel/expected-version';
import { exampleRoom } from './room-view';

export const updateRoom = defineOperation({
  name: 'rooms.update',
  kind: 'command',
  rest: 'PUT /rooms/{id}',
  successStatus: 204,
  summary: 'Rename a room',
  permission: 'admin:system',
  stepUp: 'none',
  input: z.strictObject({ id: roomId, name: shortName, expected_version: expectedVersion }),
  output: z.void(),
  errors: ['not_found', 'stale_version'],
  audit: { event: 'UPDATE_ROOM', resource: 'clinic', details: ['id'] },
  example: { input: { id: exampleRoom.id, name: exampleRoom.name }, output: undefined },

  subject: async ({ tx, input }) => {
    const row = await lockRoom(tx, input.id);
    return row && { type: 'clinic', row };
  },

  async handle({ tx, input, subject: { row } }) {
    requireVersion(row.version, input.expected_version);
    await markRoomChanged(tx, row, { name: input.name });
  },
});
