import { z } from 'zod';
import { listRooms as findAll } from '#db/queries/rooms';
import { theClinic } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { exampleRoom, roomView } from './room-view';

/** Where visits may take place, at any site. */
export const listRooms = defineOperation({
  name: 'rooms.list',
  kind: 'query',
  rest: 'GET /rooms',
  summary: 'Rooms of the clinic',
  permission: 'read:profile',
  stepUp: 'none',
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(roomView) }),
  errors: [],
  audit: { event: 'LIST_ROOMS', resource: 'clinic' },
  example: { input: {}, output: { items: [exampleRoom] } },
  subject: theClinic,
  handle: async ({ tx }) => ({ items: await findAll(tx) }),
});
