import { z } from 'zod';
import { lockRoom, markRoomChanged } from '#db/queries/rooms';
import { roomId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { expectedVersion, requireVersion } from '../kernel/expected-version';
import { exampleRoom } from './room-view';

/** No new visit takes place there; hours that named it go on without a room. */
export const archiveRoom = defineOperation({
  name: 'rooms.archive',
  kind: 'command',
  rest: 'DELETE /rooms/{id}',
  successStatus: 204,
  summary: 'Archive a room',
  permission: 'admin:system',
  stepUp: 'none',
  input: z.strictObject({ id: roomId, expected_version: expectedVersion }),
  output: z.void(),
  errors: ['not_found', 'stale_version'],
  audit: { event: 'ARCHIVE_ROOM', resource: 'clinic', details: ['id'] },
  example: { input: { id: exampleRoom.id }, output: undefined },

  subject: async ({ tx, input }) => {
    const row = await lockRoom(tx, input.id);
    return row && { type: 'clinic', row };
  },

  async handle({ tx, now, input, subject: { row } }) {
    requireVersion(row.version, input.expected_version);
    await markRoomChanged(tx, row, { archived_at: now });
  },
});
